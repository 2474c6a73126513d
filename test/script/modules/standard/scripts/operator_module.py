import operator
from operator import itemgetter, attrgetter, mul
import copy
import json

print(operator.add(1, 2), mul(3, 4.0), operator.truediv(1, 2), operator.pow(2, 10), operator.eq(1, 1.0), operator.lt(2, 1))
print(operator.neg(3), operator.and_(6, 3), operator.contains([1, 2], 2), operator.getitem([5, 6], 1), operator.not_([]))
print(sorted([(1, "b"), (0, "c"), (2, "a")], key=itemgetter(1)), itemgetter(0, 2)("xyz"), operator.abs(-3), operator.abs(-2.5))


class Thing:
    def __init__(self, n):
        self.n = n
        self.items = [n]

    def scaled(self, f, plus=0):
        return self.n * f + plus


print(attrgetter("n")(Thing(3)), attrgetter("n", "items")(Thing(1)), operator.methodcaller("scaled", 2, plus=1)(Thing(5)))
a = [1, [2, 3], {"k": [4]}]
b = copy.copy(a)
c = copy.deepcopy(a)
a[1].append(9)
a[2]["k"].append(8)
print(a, b, c, b[1] is a[1])
t = Thing(1)
shallow, deep = copy.copy(t), copy.deepcopy(t)
t.items.append(2)
print(shallow.items, deep.items, deep.n)
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again[1] is again, copy.deepcopy((1, 2)), copy.copy({"a": 1}), copy.deepcopy({1, 2}))

data = {"a": [1, 2.5, True, None, "x\n\"é"], "b": {"c": []}, 3: (1,), "d": {}, None: float("inf")}
print(json.dumps(data))
print(json.dumps(data, indent=2))
print(json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.dumps("é", ensure_ascii=False), json.dumps([1, [2]], indent="\t"))
print(json.loads('{"a": [1, 2.0, -3e2, true, null, "\\u00e9\\n"], "b": {}} '))
for bad in ["{", '{"a" 1}', "[1, 2", "nul", '"abc', "[1] x", "", '{"a": 1,}', "[1,]"]:
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(type(error).__name__, error)
try:
    json.dumps({"a": object})
except TypeError as error:
    print(error)
print(json.dumps({"t": Thing(4)}, default=lambda o: o.n))
print(json.loads(json.dumps([0.1, 1e-7, 1e22, 123456789012345678901234567890])))
