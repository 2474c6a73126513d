G = NeuronGroup(3, MODEL)
G.w = [1, 2, 3]*volt
G.n = [1, 2, 3]
G.s = TEXT
print(G.s[:])
