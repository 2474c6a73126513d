"""A balanced network in a class, with regular (not random) connections."""
from brian2 import *

class BalancedNetwork(object):
    """Holds everything that belongs together."""
    defaults = {'N': 60, 'fraction': 0.8, 'we': 1.2*mV, 'wi': -4*mV, 'tau': 15*ms}

    def __init__(self, **overrides):
        unknown = set(overrides) - set(self.defaults)
        if unknown:
            raise TypeError('unknown parameters: ' + ', '.join(sorted(unknown)))
        self.params = dict(self.defaults, **overrides)
        self.objects = []
        self._build()

    @property
    def n_exc(self):
        return int(self.params['N']*self.params['fraction'])

    def _add(self, obj):
        self.objects.append(obj)
        return obj

    def _build(self):
        p = self.params
        self.group = self._add(NeuronGroup(p['N'], 'dv/dt = (v0 - v)/tau : volt (unless refractory)\nv0 : volt',
                                           threshold='v > 10*mV', reset='v = 0*mV', refractory=2*ms,
                                           method='exact', namespace={'tau': p['tau']}))
        self.group.v0 = '9*mV + 4*mV*i/N'
        self.exc, self.inh = self.group[:self.n_exc], self.group[self.n_exc:]
        for label, source, weight in (('e', self.exc, p['we']), ('i', self.inh, p['wi'])):
            syn = Synapses(source, self.group, 'w : volt', on_pre='v_post += w', delay=1.5*ms,
                           name='syn_' + label)
            syn.connect(condition='(i*7 + j*3) % 11 == 0 and i != j')
            syn.w = weight
            setattr(self, 'syn_' + label, self._add(syn))
        self.spikes = self._add(SpikeMonitor(self.group))
        self.rate = self._add(PopulationRateMonitor(self.exc))
        self.net = Network(self.objects)

    def run(self, duration, **kwds):
        self.net.run(duration, **kwds)
        return self

    def cv(self):
        trains = self.spikes.spike_trains()
        cvs = []
        for idx in sorted(trains):
            isi = diff(trains[idx])
            if len(isi) > 2:
                cvs.append(std(isi)/mean(isi))
        return array(cvs)

    def __repr__(self):
        return '<%s of %d neurons>' % (type(self).__name__, self.params['N'])

for overrides in [{}, {'wi': -8*mV}, {'N': 40, 'fraction': .75}]:
    network = BalancedNetwork(**overrides).run(200*ms)
    cv = network.cv()
    print(network, network.spikes.num_spikes, len(network.syn_e), len(network.syn_i),
          'mean rate %.2f Hz' % mean(network.rate.rate/Hz))
    print(len(cv), '%.4f' % cv.mean(), np.round(np.percentile(cv, [25, 50, 75]), 4))
try:
    BalancedNetwork(nope=1)
except TypeError as exc:
    print('refused:', exc)
