# Small scripts in which preferences matter, one after each line that starts with `#:`. Each is run on its own
# after `from brian2 import *`; record.py says what Brian 2.5.1 makes of them.

#: an unknown target and nothing to make code for
prefs.codegen.target = 'foo'
G = NeuronGroup(1, 'v : 1')
G.v = 1
G.v = '2'
run(0.1*ms)
print(G.v[0])

#: an unknown target and equations
prefs.codegen.target = 'foo'
G = NeuronGroup(1, 'dv/dt = -v/ms : 1')
run(0.1*ms)

#: an unknown target and a monitor
prefs.codegen.target = 'Numpy'
G = NeuronGroup(1, 'v : 1')
M = StateMonitor(G, 'v', record=0)
run(0.1*ms)

#: a device is no target
prefs.codegen.target = 'cpp_standalone'
P = PoissonGroup(1, 10*Hz)
M = SpikeMonitor(P)
run(0.1*ms)

#: an old target
prefs.codegen.target = 'weave'
G = NeuronGroup(2, 'v : 1')
S = Synapses(G, G)
S.connect(i=0, j=1)

#: an unknown target of string expressions
prefs.codegen.string_expression_target = 'foo'
G = NeuronGroup(1, 'v : 1')
G.v = 1
G.v = '2'

#: an unknown target of string indices
prefs.codegen.string_expression_target = 'foo'
G = NeuronGroup(2, 'v : 1')
G.v['i > 0'] = 2

#: a slot of one's own
prefs.core.network.default_schedule = ['start', 'groups', 'thresholds', 'synapses', 'resets', 'mine', 'end']
G = NeuronGroup(1, 'dv/dt = 1/ms : 1', method='euler')
G.run_regularly('v *= 2', when='mine')
G.run_regularly('v += 1', when='before_mine')
run(0.3*ms)
print(G.v[0])

#: another order of the slots
prefs.core.network.default_schedule = ['start', 'groups', 'thresholds', 'resets', 'synapses', 'end']
G = NeuronGroup(2, 'dv/dt = 1/ms : 1', threshold='v > 0.15', reset='v = 0', method='euler')
S = Synapses(G, G, on_pre='v_post += 0.01')
S.connect()
net = Network(G, S)
print(net.schedule)
net.run(1*ms)
print(G.v[:])

#: the schedule of a network wins
prefs.core.network.default_schedule = ['end']
G = NeuronGroup(1, 'dv/dt = 1/ms : 1', method='euler')
net = Network(G)
net.schedule = ['start', 'groups', 'thresholds', 'synapses', 'resets', 'end']
net.run(0.1*ms)
print(G.v[0])

#: a schedule without the slots that are needed
prefs.core.network.default_schedule = ['end', 'start']
G = NeuronGroup(1, 'dv/dt = 1/ms : 1', method='euler')
run(0.1*ms)

#: refractory periods that are a multiple of dt
for legacy in [True, False]:
    prefs.legacy.refractory_timing = legacy
    for period in [0.3, 0.5, 0.7, 1.1]:
        start_scope()
        G = NeuronGroup(1, 'dv/dt = 1/ms : 1', threshold='v > 0.05', reset='v = 0', refractory=period*ms, method='euler')
        M = SpikeMonitor(G)
        run(10*ms)
        print(M.num_spikes, sum(M.t/ms))

#: without loop invariants
for flag in [True, False]:
    prefs.codegen.loop_invariant_optimisations = flag
    start_scope()
    tau = 3*ms
    G = NeuronGroup(3, '''dv/dt = (sin(tau/ms)*I - v)/tau : 1
                          I : 1''', method='euler')
    G.I = 'i'
    run(3*ms)
    print(G.v[:])

#: floats of 32 bits
prefs.core.default_float_dtype = float32
G = NeuronGroup(3, '''dv/dt = (1 - v)/(3*ms) : 1
                      w : volt
                      n : integer''', method='euler')
G.v = 'i/3.0'
G.w = [1, 2, 3]*mV
print(G.v[:].dtype, asarray(G.w).dtype, G.n[:].dtype)
M = StateMonitor(G, 'v', record=True)
run(1*ms)
print(M.v.dtype, M.t_[:].dtype)
print(G.v[0], G.w[2])

#: an array of 32 bits keeps what fits into 32 bits
prefs.core.default_float_dtype = float32
G = NeuronGroup(1, 'v : 1')
G.v = 0.1
print(float(G.v[0]) == 0.1, abs(float(G.v[0]) - 0.1) < 1e-8)
G.v = 1e10 + 1
print(float(G.v[0]))

#: floats of 32 bits in synapses
prefs.core.default_float_dtype = float32
G = NeuronGroup(2, 'v : 1', threshold='v > 1', reset='v = 0')
S = Synapses(G, G, 'w : 1', on_pre='v_post += w')
S.connect(i=0, j=1)
S.w = 0.1
S.delay = 0.1*ms
G.v[0] = 2
run(0.5*ms)
print(S.w[:].dtype, S.delay_[:].dtype, G.v[1])

#: the type of one group
G = NeuronGroup(1, 'v : 1\nw : 1', dtype=float32)
H = NeuronGroup(1, 'v : 1\nw : 1', dtype={'v': float32})
print(G.v[:].dtype, G.w[:].dtype, H.v[:].dtype, H.w[:].dtype)

#: a type that is no float
G = NeuronGroup(1, 'v : 1', dtype=int32)

#: a wrong type for one variable
G = NeuronGroup(1, 'v : 1\nn : integer', dtype={'n': float64})
