# Small scripts about where Brian finds names, one after each line that starts with `#:`. Each is run on its own
# after `from brian2 import *`; record.py says what Brian 2.5.1 makes of them.

#: a global of the script
tau = 2*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
run(1*ms)
print(G.v[0])

#: a name that nobody defines
G = NeuronGroup(1, 'dv/dt = (1 - v)/taux : 1', method='exact')
run(1*ms)

#: a name that is defined only after the run
G = NeuronGroup(1, 'dv/dt = (1 - v)/late : 1', method='exact')
run(1*ms)
late = 2*ms

#: the value at the run counts, not the one at construction
tau = 2*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
tau = 4*ms
run(1*ms)
print(G.v[0])

#: a name that is defined between construction and run
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
tau = 4*ms
run(1*ms)
print(G.v[0])

#: a value that changes between two runs
tau = 2*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
run(1*ms)
print(G.v[0])
tau = 4*ms
run(1*ms)
print(G.v[0])

#: a loop changes the value before each run
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
for tau in [1*ms, 2*ms, 4*ms]:
    run(1*ms)
    print(G.v[0])

#: a name that is deleted before the run
tau = 2*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
del tau
run(1*ms)

#: a name that is deleted between two runs
tau = 2*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
run(1*ms)
print(G.v[0])
del tau
run(1*ms)

#: the unit changes between two runs
tau = 2*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
run(1*ms)
print(G.v[0])
tau = 2*mV
run(1*ms)

#: a local wins over a global
tau = 2*ms
def simulate():
    tau = 4*ms
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    run(1*ms)
    return G.v[0]
print(simulate())

#: a parameter is a local
def simulate(tau):
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    run(1*ms)
    return G.v[0]
print(simulate(2*ms), simulate(4*ms), simulate(tau=8*ms))

#: a default value of a parameter is a local
def simulate(tau=2*ms):
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    run(1*ms)
    return G.v[0]
print(simulate())

#: the globals are seen from inside a function
tau = 2*ms
def simulate():
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    run(1*ms)
    return G.v[0]
print(simulate())
tau = 4*ms
print(simulate())

#: a local of the function that made the group is not seen
def make():
    tau = 2*ms
    return NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
G = make()
run(1*ms)

#: a local of the function that made the group does not win over a global
tau = 4*ms
def make():
    tau = 2*ms
    return NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
G = make()
run(1*ms)
print(G.v[0])

#: a local of the caller of the function that runs is not seen
def simulate(net):
    net.run(1*ms)
def main():
    tau = 2*ms
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    simulate(Network(G))
main()

#: level=1 looks at the caller
def simulate(net):
    net.run(1*ms, level=1)
def main():
    tau = 2*ms
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    simulate(Network(G))
    print(G.v[0])
main()

#: level=1 looks at the caller only
def simulate(net):
    tau = 8*ms
    net.run(1*ms, level=1)
def main():
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    simulate(Network(G))
main()

#: level=2 looks at the caller's caller
def inner(net):
    net.run(1*ms, level=2)
def outer(net):
    tau = 8*ms
    inner(net)
def main():
    tau = 2*ms
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    outer(Network(G))
    print(G.v[0])
main()

#: level of a magic run
def simulate():
    tau = 8*ms
    run(1*ms, level=1)
tau = 2*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
simulate()
print(G.v[0])

#: a name around a function that it does not mention is not among its locals
def main():
    tau = 2*ms
    def simulate():
        G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
        run(1*ms)
        return G.v[0]
    print(simulate())
main()

#: a name around a function that it mentions is among its locals
def main():
    tau = 2*ms
    def simulate():
        tau
        G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
        run(1*ms)
        return G.v[0]
    print(simulate())
main()

#: a name around two functions that only the innermost mentions
def main():
    tau = 2*ms
    def middle():
        def simulate():
            print(tau)
            G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
            run(1*ms)
            return G.v[0]
        return simulate()
    print(middle())
main()

#: a name that only an inner function mentions is passed through its surroundings
def main():
    tau = 2*ms
    def middle():
        def inner():
            return tau
        G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
        run(1*ms)
        return G.v[0]
    print(middle())
main()

#: a nonlocal name is among the locals
def main():
    tau = 2*ms
    def simulate():
        nonlocal tau
        tau = 4*ms
        G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
        run(1*ms)
        return G.v[0]
    print(simulate())
main()

#: a global that hides behind a name around the function
tau = 4*ms
def main():
    tau = 2*ms
    def simulate():
        G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
        run(1*ms)
        return G.v[0]
    print(simulate())
main()

#: a global statement
def configure():
    global tau
    tau = 2*ms
configure()
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
run(1*ms)
print(G.v[0])

#: a local that has no value yet
tau = 4*ms
def simulate():
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    run(1*ms)
    tau = 2*ms
    return G.v[0]
print(simulate())

#: a local that was deleted
def simulate():
    tau = 2*ms
    del tau
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    run(1*ms)
simulate()

#: a lambda that runs
tau = 2*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
net = Network(G)
(lambda: net.run(1*ms))()
print(G.v[0])

#: the parameter of a lambda that runs
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
net = Network(G)
(lambda tau: net.run(1*ms))(4*ms)
print(G.v[0])

#: a list comprehension that runs
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
net = Network(G)
[net.run(1*ms) for tau in [2*ms, 4*ms]]
print(G.v[0])

#: a list comprehension in a function sees what it mentions
def main():
    tau = 2*ms
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    net = Network(G)
    [net.run(k*tau) for k in range(2)]
    print(G.v[0])
main()

#: a function that a comprehension calls has its own locals
def simulate(tau):
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    run(1*ms)
    return G.v[0]
print([simulate(tau) for tau in [2*ms, 4*ms]])

#: a function that map calls
def simulate(tau):
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    run(1*ms)
    return float(G.v[0])
print(list(map(simulate, [2*ms, 4*ms])))

#: a generator that runs
def steps(tau):
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    net = Network(G)
    for k in range(2):
        net.run(1*ms)
        yield float(G.v[0])
print(list(steps(4*ms)))

#: a method sees its own locals
class Model:
    def simulate(self, tau):
        G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
        run(1*ms)
        return G.v[0]
print(Model().simulate(2*ms))

#: a method does not see the names of its class
class Model:
    tau = 2*ms
    def simulate(self):
        G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
        run(1*ms)
        return G.v[0]
print(Model().simulate())

#: a method does not see the attributes of its object
class Model:
    def __init__(self):
        self.tau = 2*ms
    def simulate(self):
        G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
        run(1*ms)
        return G.v[0]
print(Model().simulate())

#: attributes by way of the group's namespace
class Model:
    def __init__(self, tau):
        self.tau = tau
        self.group = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact', namespace={'tau': tau})
        self.net = Network(self.group)
    def simulate(self):
        self.net.run(1*ms)
        return self.group.v[0]
print(Model(2*ms).simulate())

#: the body of a class
class Model:
    tau = 2*ms
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    run(1*ms)
print(Model.G.v[0])

#: the main block
def main():
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    run(1*ms)
    print(G.v[0])
if __name__ == '__main__':
    tau = 2*ms
    main()

#: names of a with block, an except clause and an import
import math as tau_module
from math import pi as tau_ratio
G = NeuronGroup(1, 'dv/dt = (1 - v)/(tau_ratio*ms) : 1', method='exact')
run(1*ms)
print(G.v[0])

#: a walrus
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
run((tau := 2*ms))
print(G.v[0])

#: unpacking
tau, (gain, *rest) = 2*ms, (3, 4, 5)
G = NeuronGroup(1, 'dv/dt = (gain - v)/tau : 1', method='exact')
run(1*ms)
print(G.v[0])

#: an explicit namespace of the run
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
run(1*ms, namespace={'tau': 2*ms})
print(G.v[0])

#: an explicit namespace of the run switches off the frame
tau = 2*ms
gain = 3
G = NeuronGroup(1, 'dv/dt = (gain - v)/tau : 1', method='exact')
run(1*ms, namespace={'tau': 2*ms})

#: an empty namespace of the run
tau = 2*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
run(1*ms, namespace={})

#: units and functions need no namespace
G = NeuronGroup(1, 'dv/dt = (exp(0) - v)/(2*ms) : 1', method='exact')
run(1*ms, namespace={})
print(G.v[0])

#: mS and cmetre are names of the script, not of Brian's strings
G = NeuronGroup(1, 'dv/dt = (1 - v)/(2*ms) : 1\ng = 3*mS : siemens', method='exact')
run(1*ms, namespace={})

#: mS in the frame
G = NeuronGroup(1, 'dv/dt = (1 - v)/(2*ms) : 1\ng = 3*mS + zero*nS : siemens\nzero : 1', method='exact')
run(1*ms)
print(G.g[0])

#: units that are no names in Python
G = NeuronGroup(1, 'dv/dt = (1 - v)/(2*ms) : 1\ng = 3*umeter2 : metre**2\nc = 2*ampere : amp', method='exact')
run(1*ms, namespace={})
print(G.v[0])

#: locals() as the namespace
def simulate():
    tau = 2*ms
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    run(1*ms, namespace=locals())
    return G.v[0]
print(simulate())

#: dict() and ** as the namespace
common = dict(tau=2*ms)
G = NeuronGroup(1, 'dv/dt = (gain - v)/tau : 1', method='exact', namespace={**common, 'gain': 3})
run(1*ms)
print(G.v[0])

#: the namespace of a group
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact', namespace={'tau': 2*ms})
run(1*ms)
print(G.v[0])

#: the namespace of a group comes before the run's
tau = 4*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact', namespace={'tau': 2*ms})
run(1*ms)
print(G.v[0])

#: the namespace of a group does not hide the frame
gain = 3
G = NeuronGroup(1, 'dv/dt = (gain - v)/tau : 1', method='exact', namespace={'tau': 2*ms})
run(1*ms)
print(G.v[0])

#: a number in the namespace of a group is changed
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact', namespace={'tau': 2*ms})
G.namespace['tau'] = 4*ms
run(1*ms)
print(G.v[0])

#: the dictionary of the script is the namespace of the group
space = {'tau': 2*ms}
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact', namespace=space)
space['tau'] = 4*ms
run(1*ms)
print(G.v[0], G.namespace is space)

#: the namespace of a group without one
G = NeuronGroup(1, 'v : 1')
print(G.namespace, len(G.namespace))
G.namespace['a'] = 3
G.v = 'a'
print(G.v[0])

#: a new dictionary as the namespace of a group
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact', namespace={'tau': 2*ms})
G.namespace = {'tau': 4*ms}
run(1*ms)
print(G.v[0])

#: update the namespace of a group
G = NeuronGroup(1, 'dv/dt = (gain - v)/tau : 1', method='exact', namespace={})
G.namespace.update(tau=4*ms, gain=3)
run(1*ms)
print(G.v[0])

#: a wrong unit in the namespace of a group
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact', namespace={'tau': 2*mV})
run(1*ms)

#: a name that starts with an underscore in the namespace
G = NeuronGroup(1, 'dv/dt = (1 - v)/(2*ms) : 1', method='exact', namespace={'_tau': 2*ms})
run(1*ms)
print(G.v[0])

#: a name that starts with an underscore in an equation
_tau = 2*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/_tau : 1', method='exact')
run(1*ms)
print(G.v[0])

#: a namespace that is no dictionary
G = NeuronGroup(1, 'dv/dt = (1 - v)/(2*ms) : 1', method='exact', namespace=[('tau', 2*ms)])
run(1*ms)
print(G.v[0])

#: constants win over names of the script
e = 10
pi = 4
G = NeuronGroup(1, 'x = pi + e + zero : 1\nzero : 1')
print(G.x[0])

#: units win over names of the script
ms = 10
G = NeuronGroup(1, 'x = 3*ms + zero*second : second\nzero : 1')
print(G.x[0])

#: functions win over names of the script
def exp(x):
    return 7
G = NeuronGroup(1, 'x = exp(0) + zero : 1\nzero : 1')
print(G.x[0])

#: units win over the namespace of the group
G = NeuronGroup(1, 'x = 3*mV + zero*volt : volt\nzero : 1', namespace={'mV': 3})
print(G.x[0])

#: variables win over all
v = 10
G = NeuronGroup(1, 'v : 1\nx = v + 1 : 1', namespace={'v': 3})
G.v = 5
print(G.x[0])

#: a variable wins over a unit
G = NeuronGroup(1, 'nA : 1\nx = nA + 1 : 1')
G.nA = 5
print(G.x[0])

#: N of the script and N of the group
N = 4
G = NeuronGroup(N, 'v : 1')
G.v = 'i/N'
print(G.v[:])

#: another N of the script
N = 7
G = NeuronGroup(4, 'v : 1')
G.v = 'i/N'
print(G.v[:])

#: i, t and dt of the script
i = 5
t = 3*ms
dt = 1*ms
G = NeuronGroup(2, 'dv/dt = (i - v)/(2*ms) : 1', threshold='v > t/dt', reset='')
run(1*ms)
print(G.v[:])

#: a global value that a parameter of the equations hides
tau = 10*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1\ntau : second', method='euler')
G.tau = 2*ms
run(1*ms)
print(G.v[0])

#: an integer
n = 3
G = NeuronGroup(1, 'x = n/2 + zero : 1\ny = n//2 + zero : 1\nzero : 1')
print(G.x[0], G.y[0])

#: a boolean
flag = True
G = NeuronGroup(1, 'x = int(flag)*3 + zero : 1\nzero : 1')
print(G.x[0])

#: scalars of NumPy
a = np.float64(2.5)
b = np.int32(3)
c = np.float32(0.5)
G = NeuronGroup(1, 'x = a*b + c + zero : 1\nzero : 1')
print(G.x[0])

#: an array without axes
a = array(3.0)
G = NeuronGroup(1, 'x = a + 1 + zero : 1\nzero : 1')
print(G.x[0])

#: an element of an array
values = array([1., 2., 3.])
a = values[1]
G = NeuronGroup(1, 'x = a + 1 + zero : 1\nzero : 1')
print(G.x[0])

#: an element of a quantity
values = [1, 2, 3]*mV
a = values[1]
G = NeuronGroup(1, 'x = a + 1*mV + zero*volt : volt\nzero : 1')
print(G.x[0])

#: an array is no scalar
I = array([1., 2.])
G = NeuronGroup(2, 'dv/dt = (I - v)/(2*ms) : 1')
run(1*ms)

#: an array of one element is no scalar
I = array([1.])
G = NeuronGroup(1, 'dv/dt = (I - v)/(2*ms) : 1')
run(1*ms)

#: a quantity with several values is no scalar
I = [1, 2]*mV
G = NeuronGroup(2, 'dv/dt = (I - v)/(2*ms) : volt')
run(1*ms)

#: a list is not found
I = [1, 2]
G = NeuronGroup(2, 'dv/dt = (I - v)/(2*ms) : 1')
run(1*ms)

#: a tuple is not found
I = (1, 2)
G = NeuronGroup(2, 'dv/dt = (I - v)/(2*ms) : 1')
run(1*ms)

#: a string is not found
I = '3*mV'
G = NeuronGroup(1, 'dv/dt = (I - v)/(2*ms) : volt')
run(1*ms)

#: None is not found
I = None
G = NeuronGroup(1, 'dv/dt = (I - v)/(2*ms) : volt')
run(1*ms)

#: a dictionary is not found
I = {'a': 1}
G = NeuronGroup(1, 'dv/dt = (I - v)/(2*ms) : 1')
run(1*ms)

#: a module is not found
import math
G = NeuronGroup(1, 'dv/dt = (math - v)/(2*ms) : 1')
run(1*ms)

#: a group is not found
I = NeuronGroup(1, 'x : 1')
G = NeuronGroup(1, 'dv/dt = (I - v)/(2*ms) : 1')
run(1*ms)

#: a class is not found
class I:
    pass
G = NeuronGroup(1, 'dv/dt = (I - v)/(2*ms) : 1')
run(1*ms)

#: a view of a variable is not found
H = NeuronGroup(1, 'x : 1')
I = H.x
G = NeuronGroup(1, 'dv/dt = (I - v)/(2*ms) : 1')
run(1*ms)

#: a value of a variable
H = NeuronGroup(1, 'x : 1')
H.x = 3
I = H.x[0]
G = NeuronGroup(1, 'dv/dt = (I - v)/(2*ms) : 1', method='euler')
run(1*ms)
print(G.v[0])

#: a plain function is not found
def f(x):
    return x
G = NeuronGroup(1, 'dv/dt = (f(1) - v)/(2*ms) : 1')
run(1*ms)

#: a lambda is not found
f = lambda x: x
G = NeuronGroup(1, 'dv/dt = (f(1) - v)/(2*ms) : 1')
run(1*ms)

#: a decorated function
@check_units(x=1, result=1)
def f(x):
    return 2*x
G = NeuronGroup(1, 'dv/dt = (f(1) - v)/(2*ms) : 1', method='euler')
run(1*ms)
print(G.v[0])

#: a decorated function in the namespace of the group
@check_units(x=1, result=1)
def double(x):
    return 2*x
G = NeuronGroup(1, 'dv/dt = (f(1) - v)/(2*ms) : 1', method='euler', namespace={'f': double})
run(1*ms)
print(G.v[0])

#: a local decorated function
def main():
    @check_units(x=1, result=1)
    def f(x):
        return 2*x
    G = NeuronGroup(1, 'dv/dt = (f(1) - v)/(2*ms) : 1', method='euler')
    run(1*ms)
    print(G.v[0])
main()

#: a timed array
I = TimedArray([1, 2], dt=0.5*ms)
G = NeuronGroup(1, 'dv/dt = (I(t) - v)/(2*ms) : 1', method='euler')
run(1*ms)
print(G.v[0])

#: a timed array that is replaced between two runs
I = TimedArray([1, 2], dt=0.5*ms)
G = NeuronGroup(1, 'dv/dt = (I(t) - v)/(2*ms) : 1', method='euler')
run(1*ms)
print(G.v[0])
I = TimedArray([5, 6, 7], dt=0.5*ms)
run(1*ms)
print(G.v[0])

#: a group-specific name that is not a usable object is looked for further
a = 3
G = NeuronGroup(1, 'x = a + 1 + zero : 1\nzero : 1', namespace={'a': 'text'})
print(G.x[0])

#: a value that is an array in the group but a number in the frame
a = 3
G = NeuronGroup(1, 'x = a + 1 + zero : 1\nzero : 1', namespace={'a': array([1, 2])})
print(G.x[0])

#: a string assignment looks at its own frame
def initialise(G):
    a = 3
    G.v = 'a + i'
G = NeuronGroup(2, 'v : 1')
a = 10
initialise(G)
print(G.v[:])

#: a string assignment does not see the frame of the group's making
def make():
    a = 3
    return NeuronGroup(2, 'v : 1')
G = make()
G.v = 'a + i'

#: a string assignment with an index
a = 1
G = NeuronGroup(4, 'v : 1')
G.v['i > a'] = '10*a'
print(G.v[:])

#: a name in a string index
a = 1
G = NeuronGroup(4, 'v : 1')
G.v = 'i'
def last(G):
    a = 2
    return G.v['i >= a']
print(last(G), G.v['i >= a'])

#: an unknown name in a string index
G = NeuronGroup(4, 'v : 1')
print(G.v['i >= b'])

#: a string assignment with an unknown name
G = NeuronGroup(4, 'v : 1')
G.v = 'b*i'

#: a string assignment with a slice
a = 2
G = NeuronGroup(4, 'v : 1')
G.v[1:3] = 'a*i'
print(G.v[:])

#: a string assignment sees the namespace of the group
G = NeuronGroup(2, 'v : 1', namespace={'a': 3})
G.v = 'a + i'
print(G.v[:])

#: a string assignment to a shared variable
a = 2
G = NeuronGroup(4, 'v : 1\nw : 1 (shared)')
G.w = 'a*3'
print(G.w)

#: reading a subexpression looks at the frame of the reader
def read(G):
    a = 3
    return G.x[:]
G = NeuronGroup(2, 'x = a + 1.0*i : 1')
a = 10
print(read(G), G.x[:])

#: reading a subexpression with an unknown name
G = NeuronGroup(2, 'x = a + 1.0*i : 1')
print(G.x[:])

#: a connect condition looks at its own frame
def wire(S):
    k = 2
    S.connect(condition='i + k == j')
G = NeuronGroup(4, 'v : 1')
S = Synapses(G, G)
k = 1
wire(S)
print(S.i[:], S.j[:])

#: connect with its own namespace
G = NeuronGroup(4, 'v : 1')
S = Synapses(G, G)
k = 1
S.connect(condition='i + k == j', namespace={'k': 3})
print(S.i[:], S.j[:])

#: connect with the generator syntax
k = 2
G = NeuronGroup(4, 'v : 1')
S = Synapses(G, G)
S.connect(j='i + d for d in range(k) if i + d < N_post')
print(S.i[:], S.j[:])

#: connect with level
def wire(S):
    S.connect(condition='i + k == j', level=1)
def main():
    k = 2
    G = NeuronGroup(4, 'v : 1')
    S = Synapses(G, G)
    wire(S)
    print(S.i[:], S.j[:])
main()

#: connect with an unknown name
G = NeuronGroup(4, 'v : 1')
S = Synapses(G, G)
S.connect(condition='i + k == j')

#: the namespace of synapses
G = NeuronGroup(4, 'v : 1', threshold='v > 1', reset='v = 0')
S = Synapses(G, G, 'w : 1', on_pre='v_post += g*w', namespace={'g': 3, 'k': 1})
S.connect(condition='i + k == j')
S.w = 'g'
G.v[0] = 2
run(0.2*ms)
print(G.v[:])

#: the namespace of the neurons is not that of their synapses
G = NeuronGroup(4, 'v : 1', threshold='v > 1', reset='v = 0', namespace={'g': 3})
S = Synapses(G, G, on_pre='v_post += g')
S.connect(i=0, j=1)
run(0.2*ms)

#: names of on_pre come from the frame of the run
G = NeuronGroup(4, 'v : 1', threshold='v > 1', reset='v = 0')
S = Synapses(G, G, on_pre='v_post += g')
S.connect(i=0, j=1)
G.v[0] = 2
def simulate():
    g = 0.5
    net.run(0.2*ms)
net = Network(G, S)
simulate()
print(G.v[:])

#: names of threshold and reset
limit = 0.5
base = -1
G = NeuronGroup(1, 'dv/dt = (1 - v)/(2*ms) : 1', threshold='v > limit', reset='v = base', method='euler')
run(2*ms)
print(G.v[0])

#: an unknown name in a threshold
G = NeuronGroup(1, 'dv/dt = (1 - v)/(2*ms) : 1', threshold='v > limit', reset='v = 0', method='euler')
run(2*ms)

#: an unknown name in a reset
G = NeuronGroup(1, 'dv/dt = (1 - v)/(2*ms) : 1', threshold='v > 1', reset='v = base', method='euler')
run(2*ms)

#: an unknown name on the left of a reset
G = NeuronGroup(1, 'dv/dt = (1 - v)/(2*ms) : 1', threshold='v > 1', reset='w += 1', method='euler')
run(2*ms)

#: a name in refractory
wait = 1*ms
G = NeuronGroup(1, 'dv/dt = (2 - v)/(2*ms) : 1', threshold='v > 1', reset='v = 0', refractory='wait', method='euler')
run(4*ms)
print(G.v[0])

#: an unknown name in refractory
G = NeuronGroup(1, 'dv/dt = (2 - v)/(2*ms) : 1', threshold='v > 1', reset='v = 0', refractory='wait', method='euler')
run(4*ms)

#: run_regularly takes names from the frame of the run
G = NeuronGroup(2, 'v : 1')
G.run_regularly('v += step', dt=0.1*ms)
step = 2
run(0.5*ms)
print(G.v[:])

#: the rates of a PoissonGroup
P = PoissonGroup(2, rates='rate0*(i + 1)')
rate0 = 5*Hz
run(0.1*ms)
print(P.rates[:])

#: an unknown name in the rates of a PoissonGroup
P = PoissonGroup(2, rates='rate0*(i + 1)')
run(0.1*ms)

#: a subgroup has the namespace of its group
G = NeuronGroup(4, 'v : 1', namespace={'a': 3})
sub = G[1:3]
sub.v = 'a + i'
print(G.v[:])

#: a network operation has a frame of its own
G = NeuronGroup(2, 'v : 1')
@network_operation(dt=0.1*ms)
def change():
    a = 5
    G.v = 'a + i'
a = 1
run(0.2*ms)
print(G.v[:])

#: a callback of a network operation sees the globals
G = NeuronGroup(2, 'v : 1')
@network_operation(dt=0.1*ms)
def change():
    G.v = 'a + i'
a = 1
run(0.2*ms)
print(G.v[:])

#: a state monitor of a subexpression
a = 3
G = NeuronGroup(1, 'x = a + 1 + zero : 1\nzero : 1')
M = StateMonitor(G, 'x', record=True)
run(0.2*ms)
print(M.x[0])

#: get_local_namespace
from brian2 import get_local_namespace
def outer():
    a = 3
    return inner()
def inner():
    b = 4
    here = get_local_namespace(0)
    above = get_local_namespace(1)
    return 'b' in here, 'a' in here, 'b' in above, above['a'], 'outer' in here
print(outer())

#: get_local_namespace as the namespace of a run
from brian2 import get_local_namespace
def simulate(net):
    net.run(1*ms, namespace=get_local_namespace(1))
def main():
    tau = 2*ms
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    simulate(Network(G))
    print(G.v[0])
main()

#: the default namespaces
print('ms' in DEFAULT_UNITS, 'mS' in DEFAULT_UNITS, 'exp' in DEFAULT_FUNCTIONS, sorted(DEFAULT_CONSTANTS))

#: an equation's constant is not looked for in the frame
tau = 2*ms
eqs = Equations('dv/dt = (1 - v)/tau : 1', tau=4*ms)
G = NeuronGroup(1, eqs, method='exact')
run(1*ms)
print(G.v[0])

#: lastupdate where it does not exist
G = NeuronGroup(2, 'v : 1', threshold='v > 1', reset='v = 0')
S = Synapses(G, G, 'w : 1', on_pre='w = t/ms - lastupdate/ms')
S.connect()
run(0.1*ms)

#: a group in a list is run by its network with names of the caller
def make(n):
    return [NeuronGroup(1, 'dv/dt = (gain - v)/tau : 1', method='exact', name='g%d' % k) for k in range(n)]
groups = make(2)
net = Network(groups)
def simulate(gain, tau=2*ms):
    net.run(1*ms)
simulate(1)
simulate(3)
print(groups[0].v[0], groups[1].v[0])

#: several unused names of every type
junk = [1, 2]
text = 'abc'
nothing = None
tau = 2*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
run(1*ms)
print(G.v[0])

#: the same value in both namespaces
tau = 2*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact', namespace={'tau': 2*ms})
run(1*ms)
print(G.v[0])

#: the same object in both namespaces
tau = 2*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact', namespace={'tau': tau})
run(1*ms)
print(G.v[0])

#: the same small integer in both namespaces
k = 3
G = NeuronGroup(1, 'dv/dt = (k - v)/(2*ms) : 1', method='exact', namespace={'k': 3})
run(1*ms)
print(G.v[0])

#: a conflict that no equation uses
tau = 2*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/(2*ms) : 1', method='exact', namespace={'tau': 3*ms})
run(1*ms)
print(G.v[0])

#: a conflict in two groups
tau = 2*ms
G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact', namespace={'tau': 3*ms})
H = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact', namespace={'tau': 3*ms})
run(1*ms)
run(1*ms)
print(G.v[0])

#: a variable that the script has, too
v = 3*mV
G = NeuronGroup(1, 'dv/dt = (1 - v)/(2*ms) : 1', method='exact', threshold='v > 2', reset='v = 0')
run(1*ms)
print(G.v[0])

#: a variable that the script has as something that is no number
v = 'text'
G = NeuronGroup(1, 'dv/dt = (1 - v)/(2*ms) : 1', method='exact', threshold='v > 2', reset='v = 0')
run(1*ms)
print(G.v[0])

#: a variable that the script has as an array
v = array([1, 2])
G = NeuronGroup(1, 'dv/dt = (1 - v)/(2*ms) : 1', method='exact', threshold='v > 2', reset='v = 0')
run(1*ms)
print(G.v[0])

#: a variable that both namespaces have
v = 3
G = NeuronGroup(1, 'dv/dt = (1 - v)/(2*ms) : 1', method='exact', namespace={'v': 4})
run(1*ms)
print(G.v[0])

#: t of the script in equations
t = 5
G = NeuronGroup(1, 'dv/dt = (t/ms - v)/(2*ms) : 1', method='euler')
run(1*ms)
print(G.v[0])

#: dt of the script that no code mentions
dt = 5
G = NeuronGroup(1, 'dv/dt = (1 - v)/(2*ms) : 1', method='euler')
run(1*ms)
print(G.v[0])

#: a conflict in a string assignment
a = 3
G = NeuronGroup(1, 'v : 1', namespace={'a': 4})
G.v = 'a'
print(G.v[0])

#: an index of the script in a string assignment
i = 3
G = NeuronGroup(2, 'v : 1')
G.v = 'i'
print(G.v[:])

#: an index of the script in a connect condition
i = 3
G = NeuronGroup(2, 'v : 1')
S = Synapses(G, G)
S.connect(condition='i != j')
print(S.i[:])

#: a weight of the script in synapses
w = 3
G = NeuronGroup(2, 'v : 1', threshold='v > 1', reset='v = 0')
S = Synapses(G, G, 'w : 1', on_pre='v += w')
S.connect(i=0, j=1)
S.w = 0.5
G.v[0] = 2
run(0.2*ms)
print(G.v[:])

#: a wait that is replaced while a function holds the old one
tau = 2*ms
def simulate(tau=tau):
    G = NeuronGroup(1, 'dv/dt = (1 - v)/tau : 1', method='exact')
    run(1*ms)
    return G.v[0]
tau = 4*ms
print(simulate())

#: a truth value of NumPy is not found
flag = np.bool_(True)
G = NeuronGroup(1, 'x = int(flag)*3 : 1')
run(0.1*ms)

#: the result of a comparison is not found
values = array([1, 2])
flag = values[0] < 2
G = NeuronGroup(1, 'v : 1')
G.v = 'int(flag)'

#: integers and floats of NumPy
n = np.int64(7)
k = len([1, 2, 3])
x = np.float64(7)
G = NeuronGroup(2, 'v : 1\nw : 1\nu : 1')
G.v = 'n//2 + i'
G.w = 'k//2 + i'
G.u = 'x//2 + i'
print(G.v[:], G.w[:], G.u[:])

#: an element of an array of integers
n = array([7, 8])[0]
G = NeuronGroup(2, 'v : 1\nw : integer')
G.v = 'n//2 + i'
G.w = 'n + i'
print(G.v[:], G.w[:])

#: an index that is a float
n = 1.0
G = NeuronGroup(2, 'v : 1\nw : integer')
G.w = 'n + i'
