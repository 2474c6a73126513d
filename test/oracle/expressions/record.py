"""
Records what Brian 2.5.1 and NumPy 1.24 give for the Python expressions of these tables.

    python3 test/oracle/expressions/record.py [TABLE ...]

Each line of `cases/TABLE.txt` is an expression, after statements that are separated by `; `; names are those
of `from brian2 import *`. `operators` is the product of the operands and operators below. Writes
`results/TABLE.json`: for each line what `describe` says, or `!` with class and message of the exception.
"""
import json
import sys
import warnings
from pathlib import Path

warnings.simplefilter('ignore')
import brian2.units.fundamentalunits as fundamental
import numpy

HERE = Path(__file__).parent
exec((HERE / 'describe.py').read_text())

QUANTITIES = ['3*mV', '[1, 2]*mV', 'mV', 'Quantity(2.0)', '[0, 2]*volt']
OPERANDS = QUANTITIES + [
    '2', '2.5', '-1', '0', '0.0', 'inf', 'nan', 'True', 'None', "'a'", '[1, 2]', '(1, 2)', '[0, 0]', 'array([1, 2])',
    'array([1., 2.])', 'zeros(2)', 'array([True, False])', 'array(2.0)', 'array([3.])', 'np.float64(2.5)', 'np.int64(2)',
    'np.bool_(True)', '2*ms', 'second', '[1*mV, 2*mV]', '[1*mV, 2]', '[1*mV, 2*ms]', 'range(2)', '{}', 'inf*volt']
OPERATORS = ['+', '-', '*', '/', '//', '%', '**', '==', '!=', '<', '>=']
INPLACE = ['+=', '-=', '*=', '/=', '//=', '%=', '**=']
TARGETS = ['3*mV', '[1, 2]*mV', 'mV', 'array([1., 2.])', 'array([1, 2])', 'Quantity([1., 2.])', '2.5', '[1, 2]',
           'np.float64(2.5)']
# No power of a unit.
UNENDING = ['inf', 'nan']
PLAIN = ['2', '2.5', '0', 'True', '[1, 2]', "'a'", 'None', 'array([1, 2])', 'array([0.5, 2.5])', 'array([True, False])',
         'array(2)', 'np.float64(2.5)', 'np.float64(0)', 'np.int64(2)', 'np.int64(-3)', 'np.bool_(True)', 'np.float32(0.1)',
         "array([1, 2], dtype='int32')", "array([0.1], dtype='float32')"]


def operators():
    """Every operator between a quantity and everything else, on both sides, in place too."""
    for left in OPERANDS:
        for right in OPERANDS:
            if left in QUANTITIES or right in QUANTITIES:
                for operator in OPERATORS:
                    if operator != '**' or right not in UNENDING:
                        yield f'({left}) {operator} ({right})'
    for target in TARGETS:
        for right in OPERANDS:
            if any(text in QUANTITIES or 'ms' in text or 'Quantity' in text for text in (target, right)):
                for operator in INPLACE:
                    if operator == '**=' and right in UNENDING or operator == '//=' and '[1*mV' in right:
                        continue
                    yield f'x = {target}; y = x; x {operator} {right}; (x, y)'


def plain_operators():
    """The same without units: NumPy's scalars and arrays among Python's numbers."""
    numpys = [text for text in PLAIN if 'np.' in text or 'array' in text]
    for left in PLAIN:
        for right in PLAIN:
            if left in numpys or right in numpys:
                for operator in OPERATORS + ['&', '<<']:
                    yield f'({left}) {operator} ({right})'


def table(name):
    if name == 'operators':
        return list(operators())
    if name == 'plain_operators':
        return list(plain_operators())
    return [line for line in (HERE / 'cases' / f'{name}.txt').read_text().splitlines() if line.strip()]


def start_again():
    """Forgets what one line may leave behind for the next."""
    fundamental.user_unit_register.units.clear()
    fundamental.user_unit_register.units_for_dimensions.clear()
    numpy.set_printoptions(precision=8, threshold=1000, edgeitems=3, linewidth=75, suppress=False, nanstr='nan',
                           infstr='inf', sign='-', formatter=None, floatmode='maxprec', legacy=False)
    numpy.random.seed(0)


NAMES = {'describe': describe}
exec('from brian2 import *', NAMES)
NAMES['prefs'].codegen.target = 'numpy'


def outcome(line):
    start_again()
    *statements, expression = line.split('; ')
    names = dict(NAMES)
    try:
        for statement in statements:
            exec(statement, names)
        return describe(eval(expression, names))
    except Exception as error:
        return f'!{type(error).__name__}: {error}'


tables = sys.argv[1:] or ['operators', 'plain_operators', *sorted(path.stem for path in (HERE / 'cases').glob('*.txt'))]
for name in tables:
    lines = list(dict.fromkeys(table(name)))
    entries = [f'{json.dumps(line)}: {json.dumps(outcome(line))}' for line in lines]
    (HERE / 'results' / f'{name}.json').write_text('{\n' + ',\n'.join(entries) + '\n}\n')
    print(name, len(lines))
