G = NeuronGroup(3, MODEL, events={'e1': 'v > 0.5*volt'})
G.v = [0, 1, 2]*volt
G.w = [3, 4, 5]*volt
G.run_on_event('e1', TEXT)
run(0.1*ms)
show(G, 'v', 'w', 'I', 'n', 's', 'y')
