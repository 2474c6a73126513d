"""
Records what Brian 2 makes of the small scripts in scripts.py: what they print, the warnings about names, and the
class and message of the error that ends them.

    python3 test/namespaces/record.py

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
from brian2.utils.logger import BrianLogger, catch_logs

HERE = Path(__file__).parent
brian2.prefs.codegen.target = 'numpy'


def message(error):
    return str(error.args[0]) if error.args else str(error)


def outcome(script):
    brian2.start_scope()
    brian2.defaultclock.dt = 0.1*brian2.ms
    BrianLogger._log_messages.clear()
    space = {'__name__': '__main__'}
    printed = io.StringIO()
    result = {}
    with contextlib.redirect_stdout(printed), catch_logs() as logs:
        try:
            exec(compile('from brian2 import *\n' + script, 'script', 'exec'), space)
        except BrianObjectException as error:
            result['error'] = [type(error.__cause__).__name__, message(error.__cause__)]
            result['object'] = re.search("object named '(.*?)'", str(error)).group(1)
        except Exception as error:
            result['error'] = [type(error).__name__, message(error)]
    result['printed'] = printed.getvalue()
    found = [message for level, name, message in logs if 'resolution_conflict' in name]
    if found:
        result['warnings'] = found
    return result


parts = re.split(r'^#: (.*)\n', (HERE / 'scripts.py').read_text(), flags=re.M)[1:]
results = {title: outcome(script) for title, script in zip(parts[::2], parts[1::2])}
(HERE / 'recorded.json').write_text(json.dumps(results, indent=1, ensure_ascii=False) + '\n')
