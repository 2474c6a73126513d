A = NeuronGroup(2, 'a : volt\nI : amp\ns : volt (shared)\nn : integer')
S = Synapses(A, A, 'w : volt\ng : siemens\n' + TEXT)
S.connect()
S.w = 1*volt
run(0.1*ms)
show(A, 'a', 'I')
