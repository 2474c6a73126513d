"""
Asks Brian 2 again about all the strings whose answers are kept here.

    python3 test/oracle/equations/record.py [CONTEXT ...]

Needs Brian 2.5.1. A new string is a new key, whatever its value, in one of these:

- `recorded.json`: strings by what is asked about them. {"ok": ...} or {"error": class, "message": text}.
- `contexts/NAME.json`: what comes of the script `contexts/NAME.py`, which finds the string in TEXT and, before it,
  the names of `world.py`: its output, `!Class: message`, or `~` where it runs, but prints what chance decides.
"""
import contextlib
import io
import json
import os
import sys
import warnings
from pathlib import Path

warnings.simplefilter('ignore')
from brian2 import *
from brian2.core.base import BrianObjectException
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

QUESTIONS = {
    'expressions': dimension,
    'equations': equations,
    'models': lambda text: run_group(model=text),
    'statements': lambda text: run_group(model=VARIABLES, threshold='v > 1*volt', reset=text),
    'conditions': lambda text: run_group(model=VARIABLES, threshold=text, reset=''),
    'generators': connect,
    'flags': lambda text: run_group(model=text, refractory=1*ms, threshold='1 > 2', reset=''),
}


def script_outcome(context, text, chance):
    """The output of a script, or how it failed."""
    space = {'__name__': '__main__', 'TEXT': text}
    exec('from brian2 import *', space)
    space['TEXT'] = text
    seed(chance)
    output = io.StringIO()
    try:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(io.StringIO()):
            exec((HERE / 'world.py').read_text(), space)
            exec(compile((HERE / 'contexts' / f'{context}.py').read_text(), context, 'exec'), space)
        return output.getvalue()
    except Exception as error:
        while isinstance(error, BrianObjectException) and error.__cause__ is not None:
            error = error.__cause__
        reason = error.__cause__ if text_of(error).startswith('Error generating code') else None
        cause = '' if reason is None else f'{type(reason).__name__}: {text_of(reason)}'
        return f'!{type(error).__name__}: {text_of(error)}{cause}'


def text_of(error):
    if isinstance(error, KeyError) and error.args:
        return error.args[0]
    return getattr(error, 'msg', None) or str(error)


def in_a_process(context, text, chance):
    """In a process of its own: scripts change clocks, names and preferences."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, script_outcome(context, text, chance).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, 'rb') as pipe:
        answer = pipe.read().decode()
    os.waitpid(child, 0)
    return answer


def context_outcome(context, text):
    first = in_a_process(context, text, 1)
    return first if first == in_a_process(context, text, 2) else '~'


def rewrite(path, answers):
    path.write_text(json.dumps(answers, indent=1, ensure_ascii=False) + '\n')


if len(sys.argv) == 1:
    kept = json.loads((HERE / 'recorded.json').read_text())
    rewrite(HERE / 'recorded.json', {
        section: {text: outcome(lambda: QUESTIONS[section](text)) for text in texts}
        for section, texts in kept.items()})
for path in sorted((HERE / 'contexts').glob('*.json')):
    if len(sys.argv) == 1 or path.stem in sys.argv:
        rewrite(path, {text: context_outcome(path.stem, text) for text in json.loads(path.read_text())})
        print(path.stem, flush=True)
