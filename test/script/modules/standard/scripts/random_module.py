import random

for seed in [0, 1, 42, -5, 2**70 + 3]:
    random.seed(seed)
    print(seed, random.random(), random.random())
random.seed(7)
print(random.uniform(-1, 3), random.randint(1, 6), random.randrange(10), random.randrange(5, 50, 5))
print(random.gauss(0, 1), random.gauss(2, 0.5), random.gauss())
print(random.normalvariate(1, 2), random.expovariate(3.0), random.lognormvariate(0, 0.25))
print(random.getrandbits(5), random.getrandbits(80))
print(random.choice([1, 2, 3, 4]), random.choice("abc"), random.choice(range(100)))
items = list(range(10))
random.shuffle(items)
print(items)
print(random.sample(range(1000), 5), random.sample(range(10), 8), random.sample([1, 2, 3], 3))
print(random.choices("abc", k=4), random.choices([1, 2], weights=[1, 9], k=6))
own = random.Random(3)
print(own.random(), own.randint(0, 99))
for bad in [lambda: random.choice([]), lambda: random.randrange(0), lambda: random.randrange(5, 2),
            lambda: random.sample([1], 2), lambda: random.randint(3, 1)]:
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
