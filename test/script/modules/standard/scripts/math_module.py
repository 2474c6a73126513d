import math
from math import *


def show(text):
    try:
        print(text, "->", eval_(text))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


def eval_(f):
    return f()


def attempt(name, *args):
    try:
        print(name, args, getattr(math, name)(*args))
    except Exception as error:
        print(name, args, type(error).__name__, error)


for name in ["acos", "asin", "atan", "cos", "sin", "tan", "sqrt", "exp", "log", "log2", "log10", "log1p", "expm1",
             "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "degrees", "radians", "fabs", "floor", "ceil", "trunc",
             "erf", "erfc", "gamma", "lgamma", "cbrt", "exp2", "modf", "frexp", "isnan", "isinf", "isfinite", "ulp"]:
    for x in [0.5, -0.5, 0, 1, 2.75, -3, 1e300, inf, -inf, nan, True]:
        attempt(name, x)
for name in ["atan2", "copysign", "fmod", "pow", "remainder", "nextafter", "hypot"]:
    for x, y in [(1, 2), (-5.5, 2.0), (0.0, -1), (2, 0.5), (inf, 1), (-1, inf), (1e300, 3), (-8, 1 / 3), (7, 0)]:
        attempt(name, x, y)
for name in ["factorial", "isqrt"]:
    for n in [0, 1, 5, 30, -1, 2.0]:
        attempt(name, n)
for name in ["comb", "perm", "gcd", "lcm"]:
    for n, k in [(5, 2), (10, 0), (3, 7), (52, 5), (-4, 6), (12, 18)]:
        attempt(name, n, k)
attempt("log", 8, 2)
attempt("log", 10**400)
attempt("log10", 10**400)
attempt("log", 0)
attempt("log", 2, 1)
attempt("fsum", [0.1] * 10)
attempt("fsum", [1e16, 1, -1e16])
attempt("prod", [1, 2, 3.5])
attempt("prod", [])
attempt("dist", [1, 2], [4, 6])
attempt("isclose", 1.0, 1.0 + 1e-10)
attempt("isclose", 1.0, 1.001)
attempt("ldexp", 0.75, 4)
attempt("sqrt")
attempt("sqrt", "a")
attempt("sqrt", None)
attempt("hypot", 3, 4, 12)
print(math.pi, math.e, math.tau, math.inf, math.nan)
