G = NeuronGroup(2, 'v : volt\nI : amp\nn : integer', threshold='v > 1*volt', reset='')
S = Synapses(G, G, TEXT)
S.connect()
run(0.2*ms)
for name in sorted(Equations(TEXT).names):
    print(name, getattr(S, name + '_')[:])
