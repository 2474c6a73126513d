G = NeuronGroup(3, MODEL, threshold=TEXT, reset='y += 1')
G.v = [-1, 0, 1]*volt
G.n = [0, 1, 2]
G.b = [True, False, True]
run(0.1*ms)
show(G, 'y')
