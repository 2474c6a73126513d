A = NeuronGroup(2, 'a : volt', threshold='a > 100*volt', reset='')
B = NeuronGroup(2, 'v : volt\ny : 1', threshold='t < 0.05*ms', reset='')
S = Synapses(A, B, 'dw/dt = -w/tau : volt (event-driven)\np : 1', on_post=TEXT)
S.connect(i=[0, 1, 1], j=[0, 0, 1])
S.w = [1, 2, 3]*volt
run(0.1*ms)
show(S, 'w', 'p')
show(A, 'a')
show(B, 'v', 'y')
