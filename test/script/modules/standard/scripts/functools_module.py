from functools import partial, reduce, wraps, lru_cache, cmp_to_key, cache, total_ordering

print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 5))
try:
    reduce(lambda a, b: a, [])
except TypeError as error:
    print(error)


def power(base, exponent=2, **rest):
    return base**exponent


cube = partial(power, exponent=3)
print(cube(2), partial(power, 3)(4), cube.keywords, cube.func is power, cube.args)


def decorate(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        """inner"""
        return f(*args, **kwargs) + 1

    return wrapper


@decorate
def thing(x):
    """outer"""
    return x


print(thing(1), thing.__name__, thing.__doc__)
calls = []


@lru_cache(maxsize=None)
def fib(n):
    calls.append(n)
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(30), len(calls), fib.cache_info())


class Thing:
    @lru_cache
    def double(self, x):
        calls.append(x)
        return 2 * x


t = Thing()
print(t.double(4), t.double(4), len(calls))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Version(1) <= Version(2), Version(1) >= Version(2), Version(3) > Version(2), max([Version(1), Version(5)]).n)
