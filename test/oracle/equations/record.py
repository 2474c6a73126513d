"""
Records what Brian 2 says to the strings in cases.json.

    python3 test/oracle/equations/record.py

Needs Brian 2.5.1. Writes recorded.json: per string either {"ok": ...} or {"error": class, "message": text}.
"""
import json
import warnings
from pathlib import Path

warnings.simplefilter('ignore')
from brian2 import *
from brian2.parsing.expressions import parse_expression_dimensions

BrianLogger.log_level_error()
prefs.codegen.target = 'numpy'
HERE = Path(__file__).parent
tau, El, k, c, I0, C = 10*ms, -65*mV, 4, 0.5, 3*nA, 200*pF
ta = TimedArray([1, 2]*mV, dt=1*ms, name='ta')
ta2 = TimedArray([[1, 2], [2, 3]]*mV, dt=1*ms, name='ta2')
VARIABLES = 'v : volt\nw : volt\nI : amp\nn : integer\nb : boolean\ng : siemens\nx = v*2 : volt\ns : volt (shared)'


def outcome(action):
    try:
        return {'ok': action()}
    except BaseException as error:
        while error.__cause__ is not None and not isinstance(error, (EquationErrorClass, DimensionMismatchError)):
            error = error.__cause__
        message = error.args[0] if isinstance(error, KeyError) else getattr(error, 'msg', None) or str(error)
        return {'error': type(error).__name__, 'message': message}


from brian2.equations.equations import EquationError as EquationErrorClass


def dimension(expression):
    group = NeuronGroup(2, VARIABLES)
    names = get_identifiers(expression) - {'xi'}
    variables = group.resolve_all(names, get_local_namespace(0) | globals(), user_identifiers=set())
    variables['xi'] = Variable('xi', dimensions=(second**-0.5).dim)
    return list(map(float, get_dimensions_of(expression, variables)))


def get_dimensions_of(expression, variables):
    return parse_expression_dimensions(expression, variables)._dims


def equations(text):
    eqs = Equations(text)
    return [[eq.type, eq.varname, eq.expr.code if eq.expr is not None else None, eq.var_type, list(eq.flags),
             list(map(float, eq.dim._dims))] for eq in eqs.values()]


def run_group(**options):
    group = NeuronGroup(2, **options)
    Network(group).run(0*ms, namespace=globals())
    return True


def connect(text):
    group = NeuronGroup(5, 'q : 1', threshold='q > 1', reset='')
    Synapses(group, group, 'w : 1').connect(j=text)
    return True


from brian2.core.variables import Variable
from brian2.parsing.statements import parse_statement
from brian2.utils.stringtools import get_identifiers
from brian2.core.namespace import get_local_namespace

cases = json.loads((HERE / 'cases.json').read_text())
recorded = {
    'expressions': {text: outcome(lambda: dimension(text)) for text in cases['expressions']},
    'equations': {text: outcome(lambda: equations(text)) for text in cases['equations']},
    'models': {text: outcome(lambda: run_group(model=text)) for text in cases['models']},
    'statements': {text: outcome(lambda: run_group(model=VARIABLES, threshold='v > 1*volt', reset=text))
                   for text in cases['statements']},
    'conditions': {text: outcome(lambda: run_group(model=VARIABLES, threshold=text, reset=''))
                   for text in cases['conditions']},
    'generators': {text: outcome(lambda: connect(text)) for text in cases['generators']},
    'flags': {text: outcome(lambda: run_group(model=text, refractory=1*ms, threshold='1 > 2', reset='')) for text in cases['flags']},
}
(HERE / 'recorded.json').write_text(json.dumps(recorded, indent=1, ensure_ascii=False) + '\n')
