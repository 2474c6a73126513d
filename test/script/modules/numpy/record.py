"""Records what Brian and NumPy print for every line of expressions.txt: python3 record.py"""
import json
import os

import numpy
from brian2 import *
import brian2.units.fundamentalunits as fundamental

here = os.path.dirname(os.path.abspath(__file__))
prefs.codegen.target = 'numpy'


def outcome(text):
    # Units made by one expression must not change the display of the next.
    fundamental.user_unit_register.units.clear()
    fundamental.user_unit_register.units_for_dimensions.clear()
    try:
        value = eval(text)
        return {'repr': repr(value), 'str': str(value)}
    except Exception as error:
        return {'error': type(error).__name__, 'message': str(error)}


with open(os.path.join(here, 'expressions.txt')) as lines:
    texts = lines.read().splitlines()
with open(os.path.join(here, 'expected.json'), 'w') as file:
    json.dump({text: outcome(text) for text in texts}, file, indent=0)
