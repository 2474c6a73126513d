A = NeuronGroup(2, 'a : volt\nq : 1\nz = 2*a : volt', threshold='t < 0.05*ms', reset='')
B = NeuronGroup(2, 'v : volt\nn : integer\nge : siemens\nh : volt (shared)', threshold='v > 100*volt', reset='')
S = Synapses(A, B, 'w : volt\np : 1\nx = w*2 : volt\nf : 1 (shared)', on_pre=TEXT)
S.connect(i=[0, 1, 1], j=[0, 0, 1])
S.w = [1, 2, 3]*volt
A.a = [5, 6]*volt
run(0.1*ms)
show(S, 'w', 'p')
show(B, 'v', 'n', 'ge')
