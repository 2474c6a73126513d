G = NeuronGroup(4, MODEL)
G.v = [0, 1, 2, 3]*volt
G.n = [0, 1, 2, 3]
G.b = [True, False, False, True]
print(G.v[TEXT])
G.w[TEXT] = 2*volt
print(G.w[:])
