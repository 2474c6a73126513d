# Functions of one's own, in equations and in Python.
from brian2 import *

@implementation('cpp', '''
double rectified(double x, double slope) {
    return x > 0 ? slope*x : 0;
}
''')
@check_units(x=volt, slope=1/mV, result=1)
def rectified(x, slope):
    return clip(slope*x, 0, inf)

@check_units(temperature=kelvin, result=1)
def q10(temperature):
    return 3**((temperature - 293*kelvin)/(10*kelvin))

def double(x):
    return 2*x

twice = Function(double, arg_units=[1], return_unit=1)
phi = q10(303*kelvin)
G = NeuronGroup(2, '''dv/dt = phi*(10*mV - v)/(20*ms) : volt
                      r = rectified(v, 0.5/mV) : 1
                      q = twice(r) + int(r > 2)*exprel(r) + sign(r)*timestep(t, dt) : 1''', method='euler')
G.v = 'i*mV'
M = StateMonitor(G, ['r', 'q'], record=True)
run(2*ms)
print(M.r[:, -1], M.q[1, -1], phi)
