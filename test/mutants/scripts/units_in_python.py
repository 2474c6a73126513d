# Quantities in Python expressions.
from brian2 import *
from brian2.units.constants import zero_celsius, gas_constant, faraday_constant

temperature = 37*kelvin + zero_celsius
reversal = gas_constant*temperature/faraday_constant*log(145/12)
radius = 10*um
surface = 4*pi*radius**2
capacitance = surface*1*uF/cm2
conductance = 50*uS/cm**2*surface
tau = capacitance/conductance
currents = linspace(0, 1, 5)*nA
voltages = currents/conductance
print(tau.in_unit(ms), reversal.in_best_unit(3), voltages.max() > 1*mV, mean(voltages) + std(voltages))
assert have_same_dimensions(tau, second) and not is_dimensionless(reversal)
rates = [5*Hz, 20*Hz]
periods = [float(1/rate/ms) for rate in rates]
window = arange(0, 1, 0.25)*ms
steps = int(tau/defaultclock.dt)
total = sum(currents) - 2*nA
if total < 1*nA and window[-1] >= 0.5*ms:
    print(periods, steps, sqrt(surface), f'{tau/ms:.1f} ms', abs(-reversal), str(reversal)[:4])
power = (1*mV)**2/(100*Mohm)
energy = power*3*second
print(get_dimensions(energy), energy/joule, clip(currents/nA, 0, 0.5), where(currents > 0.4*nA)[0])
G = NeuronGroup(len(currents), 'dv/dt = (I/conductance - v)/tau : volt\nI : amp (constant)', method='exact')
G.I = currents
run(1*ms)
print(np.allclose(G.v/mV, G.v_/0.001))
