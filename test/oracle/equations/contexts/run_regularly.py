G = NeuronGroup(3, MODEL)
G.v = [0, 1, 2]*volt
G.w = [3, 4, 5]*volt
G.n = [0, 1, 2]
G.s = 7*volt
G.run_regularly(TEXT, dt=0.2*ms)
run(0.1*ms)
show(G, 'v', 'w', 'I', 'n', 'b', 's', 'm', 'r', 'y')
