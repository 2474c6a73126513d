"""Kuramoto oscillators and their order parameter."""
from brian2 import *
N = 12
K = 2.0
omega0 = 2*pi*10*Hz
osc = NeuronGroup(N, '''
dtheta/dt = omega + coupling : 1
omega : Hz (constant)
coupling : Hz
''', method='euler')
osc.omega = omega0*(1 + 0.1*(arange(N) - N/2.)/N)
osc.theta = 'i*2*pi/N'
S = Synapses(osc, osc, 'coupling_post = K*10*Hz/N_pre*sin(theta_pre - theta_post) : Hz (summed)')
S.connect(condition='i != j')
M = StateMonitor(osc, 'theta', record=True, dt=1*ms)
results = []
for K in (0.0, 1.0, 4.0):
    run(150*ms)
    phases = M.theta[:, -150:]
    r = sqrt(mean(cos(phases), axis=0)**2 + mean(sin(phases), axis=0)**2)
    results.append((K, r[0], r[-1], r.min()))
for row in results:
    print('K=%.1f start %.4f end %.4f least %.4f' % row)
    assert 0 <= row[3] <= 1 + 1e-9
polar_x, polar_y = cos(M.theta[:, -1]), sin(M.theta[:, -1])
plt.figure(figsize=(4, 4))
plt.plot(polar_x, polar_y, 'o', ms=8, mec='k', mfc='none')
plt.gca().set_aspect('equal')
plt.axis([-1.2, 1.2, -1.2, 1.2])
plt.grid(True)
