"""
Records what Brian 2 makes of each line of statements.py: the value of an expression, or the message and
class of an error.

    python3 test/preferences/record.py

Needs Brian 2.5.1 (Debian's python3-brian).
"""
import json
import warnings
from pathlib import Path

warnings.simplefilter('ignore')
HERE = Path(__file__).parent
space = {}
exec('from brian2 import *', space)

results = []
for line in (HERE / 'statements.py').read_text().splitlines():
    if line.startswith('#'):
        continue
    try:
        code, form = compile(line, 'line', 'eval'), 'expression'
    except SyntaxError:
        code, form = compile(line, 'line', 'exec'), 'statement'
    try:
        value = eval(code, space)
        results.append([line, form, repr(value)])
    except Exception as error:
        results.append([line, form, str(error), type(error).__name__])
lines = ',\n'.join(json.dumps(result) for result in results)
(HERE / 'recorded.json').write_text(f'[\n{lines}\n]\n')
