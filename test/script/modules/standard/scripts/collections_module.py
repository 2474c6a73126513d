from collections import defaultdict, OrderedDict, Counter, deque, namedtuple
import collections.abc

d = defaultdict(list)
d["a"].append(1)
d["a"].append(2)
d["b"]
print(d, d["c"], len(d), d.get("z"), isinstance(d, dict), "z" in d, sorted(d))
counts = defaultdict(int, {"x": 1})
for ch in "xyx":
    counts[ch] += 1
print(counts, dict(counts), defaultdict(lambda: 5)["q"], counts.default_factory)
try:
    defaultdict(None)["k"]
except KeyError as error:
    print("KeyError", error)

o = OrderedDict([("a", 1), ("b", 2)])
o["c"] = 3
o.move_to_end("a")
print(o, list(o), o.popitem(), o.popitem(last=False), o, OrderedDict(a=1) == {"a": 1}, OrderedDict())
print(OrderedDict([(1, 1), (2, 2)]) == OrderedDict([(2, 2), (1, 1)]))

c = Counter("abracadabra")
print(c, c["z"], c.most_common(2), sum(c.values()), c.total(), list(Counter(a=2, b=1).elements()))
c.update("zz")
c.subtract({"a": 1})
print(c, Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=2), Counter(a=3) & Counter(a=1), Counter(a=3) | Counter(b=2))

q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
print(q, q[0], q[-1], len(q), q.maxlen, list(q), 2 in q, q.popleft(), q.pop(), q)
q = deque("abcd")
q.rotate(1)
print(q, q.index("b"), q.count("a"), deque([1]) == deque([1]), bool(deque()))
q.rotate(-2)
q.extend([1, 2])
q.extendleft([3, 4])
q.remove("c")
q.reverse()
print(q, deque(maxlen=2))
for bad in [lambda: deque().pop(), lambda: deque([1])[5], lambda: deque([1]).remove(7)]:
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)

Point = namedtuple("Point", "x y")
p = Point(1, y=2)
x, y = p
print(p, p.x, p[1], x + y, p._replace(x=5), p._asdict(), Point._fields, p == (1, 2), isinstance(p, tuple), len(p))
Full = namedtuple("Full", ["a", "b", "c"], defaults=[3])
print(Full(1, 2), Full._make([7, 8, 9]), type(Full(1, 2)).__name__)
try:
    Point(1)
except TypeError as error:
    print(error)


class Better(namedtuple("Base", "a b")):
    def total(self):
        return self.a + self.b


print(Better(1, 2).total(), Better(3, 4).a, Better(1, 2)[1])
print(isinstance([], collections.abc.Iterable), isinstance(3, collections.abc.Iterable), isinstance({}, collections.abc.Mapping))
print(isinstance(print, collections.abc.Callable), isinstance("a", collections.abc.Sequence))
