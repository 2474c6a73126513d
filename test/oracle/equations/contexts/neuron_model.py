G = NeuronGroup(3, TEXT, threshold='t < 0*ms', reset='', refractory=1*ms)
run(0.2*ms)
for name in sorted(Equations(TEXT).names):
    print(name, getattr(G, name + '_')[:])
