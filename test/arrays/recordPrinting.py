"""Records how NumPy prints arrays of many kinds: python3 recordPrinting.py"""
import json
import os

import numpy as np

random = np.random.RandomState(1)
SHAPES = [(3,), (7,), (20,), (2, 3), (2, 2, 3), (1,), (3, 21)]
LARGE = [(1500,), (60, 30)]
KINDS = [
    lambda a: a,
    lambda a: np.round(a, 2),
    lambda a: a * 1e-9,
    lambda a: a * 1e12,
    lambda a: a * 10.0 ** random.randint(-5, 6, size=a.shape),
    lambda a: (a * 50).astype(int),
    lambda a: a > 0,
    lambda a: np.where(a > 1, np.nan, np.where(a < -1, np.inf, np.round(a, 2))),
    lambda a: np.where(a < 0, -np.inf, a),
    lambda a: a.astype(np.float32),
    lambda a: np.round(a * 8) / 512.0,
    lambda a: (a * 50).astype(np.int32),
]


def case(shape, kind):
    array = kind(random.randn(*shape))
    return {
        'dtype': str(array.dtype),
        'shape': list(shape),
        'data': [repr(float(x)) for x in array.flatten()],
        'str': str(array),
        'repr': repr(array),
    }


cases = [case(shape, kind) for shape in SHAPES for kind in KINDS]
cases += [case(shape, KINDS[1]) for shape in LARGE]
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'printing.json'), 'w') as file:
    json.dump(cases, file, separators=(',', ':'))
