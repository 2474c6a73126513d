tau, El, k, c, I0, C, q0 = 10*ms, -65*mV, 4, 0.5, 3*nA, 200*pF, [1, 2]
arr = array([1., 2.])
ta = TimedArray([1, 2]*mV, dt=1*ms, name="ta")
ta2 = TimedArray([[1, 2], [2, 3]]*mV, dt=1*ms, name="ta2")


@check_units(x=volt, result=volt)
def double(x):
    return 2*x


MODEL = """
v : volt
w : volt
I : amp
n : integer
b : boolean
g : siemens
x = v*2 : volt
s : volt (shared)
m : integer (shared)
u = s*2 : volt (shared)
r : volt (constant)
y : 1
"""


def show(group, *names):
    for name in names:
        print(name, getattr(group, name + "_")[:])

