A = NeuronGroup(2, 'a : volt\nq : 1', threshold='q > 1', reset='')
B = NeuronGroup(2, 'v : volt\nh : volt (shared)')
A.a = [5, 6]*volt
S = Synapses(A, B, 'w : volt\np : 1\nx = w*2 : volt\nf : volt (shared)', on_pre='v += w')
S.connect()
S.delay = TEXT
print(S.delay[:])
