A = NeuronGroup(2, 'a : volt\nq : 1')
B = NeuronGroup(3, 'v : volt')
A.q = [1, 2]
S = Synapses(A, B, 'w : volt\np : 1')
S.connect()
S.p = 'i + j'
print(S.j[TEXT])
S.w[TEXT] = 2*volt
print(S.w[:])
