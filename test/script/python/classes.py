class Animal:
    count = 0
    def __init__(self, name, sound='...'):
        self.name = name; self.sound = sound
        Animal.count += 1
    def speak(self): return f'{self.name} says {self.sound}'
    def __repr__(self): return f'{type(self).__name__}({self.name!r})'
    def __eq__(self, other): return isinstance(other, Animal) and self.name == other.name
    def __lt__(self, other): return self.name < other.name
    def __hash__(self): return hash(self.name)
class Dog(Animal):
    def __init__(self, name):
        super().__init__(name, 'woof')
    def speak(self): return super().speak() + '!'
    @property
    def loud(self): return self.sound.upper()
    @loud.setter
    def loud(self, v): self.sound = v.lower()
    @staticmethod
    def s(x): return x * 2
    @classmethod
    def make(cls, n): return cls(n)
d = Dog('rex'); print(d.speak(), d, d.loud, Dog.s(4), Dog.make('bo'), Animal.count, d == Dog('rex'), d != Dog('x'), sorted([Dog('b'), Dog('a')]), {d: 1}[Dog('rex')])
d.loud = 'GRR'; print(d.sound, isinstance(d, Animal), issubclass(Dog, Animal), hasattr(d, 'loud'), getattr(d, 'zip', 0), Dog.__mro__[1].__name__, d.__class__.__name__, d.__dict__)
class Vec:
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y)
    def __mul__(self, k): return Vec(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __neg__(self): return Vec(-self.x, -self.y)
    def __str__(self): return f'<{self.x}, {self.y}>'
    def __len__(self): return 2
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __iter__(self): yield self.x; yield self.y
    def __call__(self, k): return k + self.x
    def __contains__(self, v): return v in (self.x, self.y)
    def __bool__(self): return self.x != 0
    def __iadd__(self, o): self.x += o; return self
    def __format__(self, spec): return f'V[{spec}]'
    def __getattr__(self, name): return 'missing ' + name
    def __enter__(self): print('enter'); return self
    def __exit__(self, *a): print('exit', a[0].__name__ if a[0] else None); return True
v = Vec(1, 2); w = v + Vec(3, 4) * 2; print(w, 2 * v, -v, len(v), v[1], list(v), v(10), 2 in v, bool(Vec(0, 1)), f'{v:abc}', v.nope)
v += 5; print(v, *v); x, y = v; print(x, y)
with Vec(1, 1) as q:
    print('body', q.x)
    raise ValueError('swallowed')
class Counter:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration
        return self.i
print(list(Counter()), sum(Counter()), [i * 2 for i in Counter()])
class Base:
    def who(self): return 'base'
class L(Base):
    def who(self): return 'L' + super().who()
class R(Base):
    def who(self): return 'R' + super().who()
class LR(L, R): pass
print(LR().who(), [c.__name__ for c in LR.__mro__])
class Stack(list):
    def push(self, x): self.append(x)
s = Stack(); s.push(1); s.push(2); print(s, len(s), s[0], isinstance(s, list), list(s))
class D(dict):
    def __missing__(self, k): return k * 2
class E(Exception):
    def __init__(self, code): super().__init__('code %d' % code); self.code = code
try: raise E(7)
except E as e: print(e, e.code, repr(e), e.args)
class C:
    items = []
    class Inner: z = 5
    def add(self, x): self.items.append(x); return self
C().add(1).add(2); print(C.items, C.Inner.z, C().Inner().z)
setattr(d, 'dyn', 3); print(d.dyn, vars(d)['dyn']); del d.dyn; print(hasattr(d, 'dyn'))
A = type('A', (), {'n': 5}); print(A().n, A.__name__)
