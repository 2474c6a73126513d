"""Neurons on a grid with distance-dependent weights."""
from brian2 import *
rows, cols = 5, 6
grid_dist = 25*umeter
model = '''
dv/dt = (I - v)/(10*ms) : volt
I : volt
x : meter
y : meter
'''
G = NeuronGroup(rows*cols, model, threshold='v > 20*mV', reset='v = 0*mV', method='exact')
G.x = '(i // cols)*grid_dist - rows/2.0*grid_dist'
G.y = '(i % cols)*grid_dist - cols/2.0*grid_dist'
width = 40*umeter
S = Synapses(G, G, 'w : volt', on_pre='v_post += w')
S.connect(condition='i != j and sqrt((x_pre - x_post)**2 + (y_pre - y_post)**2) < 2.5*grid_dist')
S.w = '3*mV*exp(-((x_pre - x_post)**2 + (y_pre - y_post)**2)/(2*width**2))'
center = (G.x > -30*um) & (G.x < 30*um)
G.I = where(center, 25, 5)*mV
mon = SpikeMonitor(G)
run(80*ms)
counts = mon.count[:].reshape((rows, cols)) if hasattr(mon.count, 'reshape') else np.reshape(mon.count, (rows, cols))
print(counts)
print(len(S), '%.5f' % np.mean(S.w/mV), '%.5f' % (S.w[0, 1]/mV), S.w[:].max())
dist = np.hypot(S.x_pre/um - S.x_post/um, S.y_pre/um - S.y_post/um)
print(np.unique(dist.round(3)))
matrix = np.full((rows*cols, rows*cols), np.nan)
matrix[S.i[:], S.j[:]] = S.w[:]/mV
print(np.nansum(matrix).round(4), np.isnan(matrix).sum(), np.nanmax(matrix, axis=0)[:3].round(4))
fig, ax = plt.subplots(1, 2)
img = ax[0].imshow(counts, interpolation='nearest')
fig.colorbar(img, ax=ax[0])
ax[1].pcolormesh(matrix)
ax[1].set(xlabel='target', ylabel='source')
for k in range(0, len(G), 7):
    ax[0].annotate(str(k), xy=(G.y[k]/um, G.x[k]/um))
