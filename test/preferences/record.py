"""
Records what Brian 2 makes of each line of statements.py (the value of an expression, or the message and class of an error)
and of each script of effects.py (what it prints, and the class and message of the error that ends it).

    python3 test/preferences/record.py

Needs Brian 2.5.1 (Debian's python3-brian).
"""
import contextlib
import io
import json
import re
import warnings
from pathlib import Path

warnings.simplefilter('ignore')
import brian2
from brian2.core.base import BrianObjectException

HERE = Path(__file__).parent


def record_statements():
    space = {}
    exec('from brian2 import *', space)
    for line in (HERE / 'statements.py').read_text().splitlines():
        if line.startswith('#'):
            continue
        try:
            code, form = compile(line, 'line', 'eval'), 'expression'
        except SyntaxError:
            code, form = compile(line, 'line', 'exec'), 'statement'
        try:
            value = eval(code, space)
            yield [line, form, repr(value)]
        except Exception as error:
            yield [line, form, str(error), type(error).__name__]


def outcome(script):
    brian2.start_scope()
    brian2.prefs.reset_to_defaults()
    brian2.prefs.codegen.target = 'numpy'
    printed = io.StringIO()
    result = {}
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile('from brian2 import *\n' + script, 'script', 'exec'), {'__name__': '__main__'})
        except BrianObjectException as error:
            result['error'] = [type(error.__cause__).__name__, str(error.__cause__)]
        except Exception as error:
            result['error'] = [type(error).__name__, str(error)]
    return {'printed': printed.getvalue(), **result}


parts = re.split(r'^#: (.*)\n', (HERE / 'effects.py').read_text(), flags=re.M)[1:]
results = {title: outcome(script) for title, script in zip(parts[::2], parts[1::2])}
(HERE / 'effects.json').write_text(json.dumps(results, indent=1) + '\n')
# These leave preferences of their own behind.
brian2.prefs.reset_to_defaults()
lines = ',\n'.join(json.dumps(result) for result in record_statements())
(HERE / 'recorded.json').write_text(f'[\n{lines}\n]\n')
