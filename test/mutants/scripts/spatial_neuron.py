# A cable with channels: morphology, point currents, sections.
from brian2 import *

morpho = Soma(diameter=30*um)
morpho.axon = Cylinder(length=100*um, diameter=1*um, n=10)
morpho.dendrite = Section(length=[20, 20]*um, diameter=[4, 3, 2]*um, n=2)
morpho.axon.branch = Cylinder(length=50*um, diameter=0.5*um, n=5)
gL = 1e-4*siemens/cm**2
EL = -70*mV
eqs = '''
Im = gL*(EL - v) + gsyn*(0*mV - v) : amp/meter**2
I : amp (point current)
gsyn : siemens/meter**2
'''
neuron = SpatialNeuron(morphology=morpho, model=eqs, Cm=1*uF/cm**2, Ri=100*ohm*cm, method='exponential_euler',
                       threshold='v > 0*mV', threshold_location=morpho.axon[5], refractory='v > -10*mV')
neuron.v = EL
neuron.I[0] = 0.1*nA
neuron.axon.gsyn = 'gL*distance/(100*um)'
neuron.dendrite[5*um:15*um].v = -65*mV
M = StateMonitor(neuron, ('v', 'I'), record=[0, 3])
at_end = StateMonitor(neuron, 'v', record=morpho.axon[99*um])
run(1*ms)
print(neuron.N, neuron.axon.v[:3]/mV, M[0].v[-1], sum(neuron.area), neuron.main.v[0])
