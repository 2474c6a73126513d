# Pathways by name, delays of each kind, order of pathways, weights after connecting.
from brian2 import *

G = NeuronGroup(4, '''dv/dt = -v/(10*ms) : 1
                      trace : 1''', threshold='v > 0.9', reset='v = 0; trace += 1', method='exact')
G.v = [1, 0, 0.5, 0]
S = Synapses(G, G, '''w : 1 (constant)
                      k : 1 (shared)
                      plastic : boolean
                      count : integer
                      du/dt = -u/(8*ms) : 1 (event-driven)
                      strength = w*u : 1''',
             on_pre={'main': '''v_post += strength
                                u += 0.5*(1 - u)
                                count += 1''', 'late': 'trace_post += k'},
             on_post='w = clip(w + 0.1*int(plastic), 0, 1)',
             delay={'late': 2*ms}, order=2, name='wiring')
S.connect('i != j')
S.w = 'where_to + 0.1*i' if False else '0.2 + 0.1*i'
S.k = 0.25
S.u = 1
S.plastic = 'rand() < 0.5'
S.main.delay = '0.1*ms*(i + j)'
S.post.delay = 0.3*ms
S.main.order = -2
W = StateMonitor(S, 'w', record=S[0, :])
U = StateMonitor(S, 'count', record=S['j == 2'], dt=1*ms)
run(6*ms)
print(S.main.delay[0, 1], len(S.w), S.count[:3], W.w.shape, U.count.shape, S.source is G)
