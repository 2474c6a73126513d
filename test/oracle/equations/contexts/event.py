G = NeuronGroup(3, MODEL, events={'e1': TEXT})
G.v = [-1, 0, 1]*volt
G.n = [0, 1, 2]
G.b = [True, False, True]
G.run_on_event('e1', 'y += 1')
run(0.1*ms)
show(G, 'y')
