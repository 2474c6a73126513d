def f(a, b=2, *args, c=3, **kw):
    'doc'
    return a, b, args, c, kw
print(f(1), f(1, 5), f(1, 2, 3, 4), f(1, c=9), f(1, x=1, b=0), f(*[1, 2, 3], **{'c': 4, 'd': 5}), f.__name__, f.__doc__)
def g(*, k, j=1): return k + j
print(g(k=1), (lambda x, y=2: x * y)(4), (lambda *a: a)(1, 2), (lambda: None)())
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
c = counter(); c(); print(c(), c(5))
total = 0
def add(x):
    global total
    total += x
for i in range(4): add(i)
print(total, i)
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(30))
def default_list(x, acc=[]):
    acc.append(x); return acc
default_list(1); print(default_list(2))
fs = [lambda: i for i in range(3)]; print([h() for h in fs], [h() for h in [lambda i=i: i for i in range(3)]])
def gen(n):
    try:
        for i in range(n):
            got = yield i * i
            if got: print('got', got)
    finally:
        print('closed')
print(list(gen(3))); it = gen(5); print(next(it), it.send('hi'), next(it)); it.close()
def outer():
    r = yield from inner()
    yield r
def inner():
    yield 1
    return 'ret'
print(list(outer()), sum(x for x in gen(3)))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from itertools import islice
print(list(islice(fib(), 10)))
def deco(fn):
    def wrapped(*a, **k): return ['deco', fn(*a, **k)]
    return wrapped
def tag(t):
    def d(fn): return lambda *a: (t, fn(*a))
    return d
@deco
@tag('t')
def decorated(x): return x + 1
print(decorated(1))
def early(x):
    for i in range(10):
        if i == x: return i
    else:
        return 'none'
print(early(3), early(20))
def scope():
    x = 'local'
    class A: y = x
    return A.y, [x for x in 'ab'], x
print(scope())
if (n := 10) > 5: print(n, [y := 1, y ** 2], (z := 3))
print((lambda f, n: f(f, n))(lambda s, n: 1 if n == 0 else n * s(s, n - 1), 5), callable(f), callable(3))
def annotated(a: int, b: 'str' = 'x') -> float: return (a, b)
v: int = 3; print(annotated(v)); print(*[1, 2], sep='-', end='!\n'); assert v == 3, 'never'
def multi(): return 1, 2
a, b = multi(); print(a, b, 1 < a + 1 < 3, a if b else 0, not a, a and b, 0 or 'x', None is None)
while v:
    v -= 1
    if v == 1: continue
    print('v', v)
    if v == 0: break
else:
    print('never')
