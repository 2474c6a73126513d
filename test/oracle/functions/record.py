"""
Records what Brian 2 makes of the scripts in cases.py.

    python3 test/oracle/functions/record.py

Needs Brian 2.5.1. Writes recorded.json: per script either {"result": numbers} or {"error": class, "message": text}.
"""
import json
import re
import warnings
from pathlib import Path

warnings.simplefilter('ignore')
import numpy as np
import brian2

HERE = Path(__file__).parent
brian2.BrianLogger.suppress_name('method_choice')
brian2.BrianLogger.log_level_error()
brian2.prefs.codegen.target = 'numpy'


def outcome(name, text):
    brian2.start_scope()
    space = {'__name__': '__main__'}
    exec('from brian2 import *', space)
    try:
        exec(compile(text, name, 'exec'), space)
        return {'result': [float(value) for value in flat(space['result'])]}
    except Exception as error:
        while isinstance(error, brian2.core.base.BrianObjectException) and error.__cause__ is not None:
            error = error.__cause__
        message = message_of(error)
        if message.startswith('Error generating code'):
            message += f'{type(error.__cause__).__name__}: {message_of(error.__cause__)}'
        # Groups are numbered over all scripts here.
        return {'error': type(error).__name__, 'message': re.sub(r'neurongroup_\d+', 'neurongroup', message)}


def message_of(error):
    return error.args[0] if isinstance(error, KeyError) else getattr(error, 'msg', None) or str(error)


def flat(value):
    if isinstance(value, (list, tuple)):
        return [part for item in value for part in flat(item)]
    return np.asarray(value).ravel().tolist()


if __name__ == '__main__':
    _, *parts = re.split(r'^### ', (HERE / 'cases.py').read_text(), flags=re.M)
    cases = [part.split('\n', 1) for part in parts]
    recorded = {name: outcome(name, text) for name, text in cases}
    (HERE / 'recorded.json').write_text(json.dumps(recorded, indent=1) + '\n')
