A = NeuronGroup(2, 'a : volt\nq : 1')
B = NeuronGroup(2, 'v : volt\nh : volt (shared)')
A.a = [5, 6]*volt
S = Synapses(A, B, 'w : volt\np : 1\nx = w*2 : volt\nf : volt (shared)')
S.connect()
S.w = TEXT
print(S.w[:])
