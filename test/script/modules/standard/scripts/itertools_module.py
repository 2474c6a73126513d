import itertools
from itertools import *

print(list(product([1, 2], "ab")), list(product(range(2), repeat=3)), list(product()))
print(list(permutations("abc")), list(permutations(range(3), 2)))
print(list(combinations("abcd", 2)), list(combinations([1, 2], 3)), list(combinations_with_replacement("ab", 2)))
print(list(chain([1], "ab", (2.0,))), list(chain.from_iterable([[1, 2], [3]])))
print(list(islice(count(5, 2), 4)), list(islice(count(), 2, 10, 3)), list(islice(cycle("ab"), 5)))
print(list(repeat(1, 3)), list(zip_longest([1, 2, 3], "a", fillvalue="-")))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)))
print([(k, list(g)) for k, g in groupby("aabbbc")], [k for k, g in groupby([1, 3, 2, 4], lambda x: x % 2)])
print(list(starmap(pow, [(2, 3), (3, 2)])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(None, [0, 1, 2])), list(compress("abc", [1, 0, 1])))
a, b = tee(iter([1, 2, 3]))
print(next(a), list(b), list(a), list(pairwise("abc")))
for i, j in product(range(2), range(2)):
    print(i, j, end=";")
print()
try:
    islice([1], -1)
except ValueError as error:
    print(error)
