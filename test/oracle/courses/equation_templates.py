"""Equations made from templates: string formatting, Template, replace, Equations with substitutions."""
from brian2 import *
from string import Template

gate = '''
d{name}/dt = ({name}_inf - {name})/tau_{name} : 1
{name}_inf = 1/(1 + exp(({half} - v)/({slope}))) : 1
tau_{name} = {tau} : second
'''
gates = [('m', '-30*mV', '8*mV', '0.2*ms'), ('h', '-60*mV', '-7*mV', '1.5*ms'), ('n', '-35*mV', '10*mV', '2*ms')]
current = Template('I_$ion = g_$ion*$gating*(E_$ion - v) : amp\n')
model = 'dv/dt = (%s + I_ext)/C_m : volt\nI_ext : amp (constant)\n' % ' + '.join('I_' + k for k in ['Na', 'K', 'leak'])
model += current.substitute(ion='Na', gating='m**3*h')
model += current.substitute(ion='K', gating='n**4')
model += current.substitute(ion='leak', gating='1')
for name, half, slope, tau in gates:
    model += gate.format(name=name, half=half, slope=slope, tau=tau)
eqs = Equations(model, C_m='C')
area = 20000*umetre**2
C = 1*ufarad*cm**-2*area
constants = {'g_Na': 100*msiemens*cm**-2*area, 'g_K': 30*msiemens*cm**-2*area, 'g_leak': 0.1*msiemens*cm**-2*area,
             'E_Na': 50*mV, 'E_K': -90*mV, 'E_leak': -65*mV, 'C': C}
print(sorted(eqs.diff_eq_names), sorted(eqs.subexpr_names))
neurons = NeuronGroup(4, eqs, method='exponential_euler', namespace=constants,
                      threshold='v > -20*mV', refractory='v > -40*mV')
neurons.v = -65*mV
neurons.h = 0.6
neurons.n = 'n_inf'
neurons.I_ext = [0, 0.2, 0.5, 1]*nA
trace = StateMonitor(neurons, ['v', 'm', 'I_Na'], record=[0, 3])
spikes = SpikeMonitor(neurons, variables='v')
run(50*ms)
figure(figsize=(8, 6))
for k, var in enumerate(trace.record_variables if hasattr(trace, 'record_variables') else ['v', 'm', 'I_Na']):
    subplot(3, 1, k + 1)
    plot(trace.t/ms, getattr(trace, var)[1])
    ylabel(var)
xlabel('t (ms)')
print(spikes.count[:], spikes.num_spikes)
print('min %.4f mV, max %.4f mV' % (min(trace.v[1])/mV, max(trace.v[1])/mV))
print(', '.join(f'{x:.5f}' for x in trace[3].m[::100]))
