G = NeuronGroup(3, MODEL)
M = StateMonitor(G, TEXT, record=True)
run(0.1*ms)
print(sorted(M.record_variables))
