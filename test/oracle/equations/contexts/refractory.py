G = NeuronGroup(3, MODEL + '\ndz/dt = 1/ms : 1 (unless refractory)\nd : second', threshold='z > 0.25', reset='z = 0', refractory=TEXT)
G.d = [0, 0.2, 1]*ms
M = SpikeMonitor(G)
run(2*ms)
print(M.count[:])
