G = NeuronGroup(3, MODEL, threshold='v > 0.5*volt', reset=TEXT)
G.v = [0, 1, 2]*volt
G.w = [3, 4, 5]*volt
G.n = [0, 1, 2]
G.y = 0.5
run(0.1*ms)
show(G, 'v', 'w', 'I', 'n', 'b', 's', 'm', 'r', 'y')
