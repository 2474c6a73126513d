G = NeuronGroup(3, MODEL)
P = PoissonInput(G, 'v', 10, 1000*Hz, weight=TEXT)
run(0.1*ms)
print(G.v[:]/volt >= 0)
