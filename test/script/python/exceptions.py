def attempt(fn):
    try:
        return fn()
    except Exception as e:
        return f'{type(e).__name__}: {e}'
cases = [
    lambda: 1 / 0, lambda: 1.0 // 0, lambda: 5 % 0, lambda: [1][5], lambda: {}['k'], lambda: {}[3], lambda: undefined, lambda: 'a' + 1, lambda: 1 + 'a', lambda: [] + (),
    lambda: int('x'), lambda: float('y'), lambda: None.foo, lambda: [].foo, lambda: (1).foo, lambda: len(5), lambda: 5(), lambda: 'abc'.index('z'), lambda: [1].remove(2),
    lambda: (lambda a: a)(), lambda: (lambda a: a)(1, 2), lambda: (lambda a, b: a)(), lambda: (lambda a: a)(b=1), lambda: (lambda a: a)(1, a=2), lambda: (lambda a, b, c: a)(), lambda: (lambda *, k: k)(), lambda: (lambda a, b=1: a)(1, 2, 3),
    lambda: sum(['a']), lambda: max([]), lambda: {[]: 1}, lambda: set([[]]), lambda: (1, 2)[2], lambda: iter(5), lambda: [x for x in 5], lambda: 'a' < 1, lambda: [] < 3, lambda: -'a', lambda: ~1.5,
    lambda: next(iter([])), lambda: range(1.5), lambda: 'abc'['x'], lambda: [1]['a'], lambda: 'x' * 'y', lambda: 2 ** 'x', lambda: int(None), lambda: int([]), lambda: 1 << -1, lambda: chr(-1), lambda: ord('ab'), lambda: '%d' % 'x', lambda: '%d %d' % 1, lambda: '%d' % (1, 2), lambda: '{}'.format(), lambda: '{a}'.format(), lambda: [].pop(), lambda: {}.pop('x'), lambda: 3 in 5, lambda: 'a'.join([1]), lambda: ''.join(5), lambda: abs('x'), lambda: round('x'), lambda: sorted([1, 'a']), lambda: dict([1]), lambda: int(float('inf')), lambda: 2.0 ** 10000, lambda: 0 ** -1, lambda: isinstance(1, 5), lambda: format(1, 'q'), lambda: format('a', 'd'), lambda: f'{3:.2d}', lambda: open('/nonexistent/file'), lambda: __import__,
]
for i, case in enumerate(cases[:-1]):
    print(i, attempt(case))
def unpack(): a, b = 1, 2, 3
def unpack2(): a, b, c = [1]
def unpack3(): a, b = 5
def unpack4(): a, *b, c = [1]
def local(): print(zz); zz = 1
def delitem(): d = {}; del d['q']
def setstr(): 'abc'[0] = 'x'
def settup(): (1, 2)[0] = 3
def attr(): (5).x = 1
def imp(): import not_a_module
def imp2(): from math import nothing_here
def aug(): x = 1; x += 'a'
def loop():
    for a, b in [(1, 2, 3)]: pass
for fn in (unpack, unpack2, unpack3, unpack4, local, delitem, setstr, settup, attr, imp, aug, loop): print(fn.__name__, attempt(fn))
try:
    try: raise KeyError('inner')
    except KeyError as e: raise ValueError('outer') from e
except ValueError as e: print(repr(e), repr(e.args))
def flow(n):
    try:
        if n == 0: return 'ret'
        if n == 1: raise TypeError('t')
        if n == 2: raise IndexError
        if n == 4: raise KeyboardInterrupt
    except TypeError as e: print('type', e); return 'handled'
    except (IndexError, KeyError): print('lookup')
    else: print('else')
    finally: print('finally', n)
    return 'end'
for n in range(4): print(flow(n))
try: flow(4)
except BaseException as e: print(type(e).__name__)
def nested():
    try:
        try: 1 / 0
        finally: print('inner finally')
    except ZeroDivisionError: print('outer'); raise
try: nested()
except ArithmeticError as e: print('re-raised', e)
try: raise SystemExit(3)
except SystemExit as e: print('exit', e.args)
try: assert 1 == 2, 'math'
except AssertionError as e: print('assert', e)
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print('recursion', e)
for i in range(3):
    try:
        if i == 1: continue
        if i == 2: break
    finally: print('f', i)
print(issubclass(KeyError, LookupError), isinstance(ValueError(), Exception), str(KeyError('k')), str(ValueError('a', 1)), repr(ValueError()), str(Exception()))
