"""
Records what Brian 2 makes of the scripts beside this file, as numbers.

    MPLBACKEND=Agg python3 test/oracle/record.py [SCRIPT...]

Needs Brian 2.5.1 (Debian's python3-brian) and matplotlib. A script is recorded in one of these ways, named in its
first line:
- without a mark: run once; what it prints and all that its monitors hold is stored, and must come out again.
- `# oracle: runtime only`: the same, but not for comparison with C++ programs.
- `# oracle: seeds N`: run with N seeds; it prints lines `name number`; the mean and the standard deviation of
  each number over the seeds are stored.
"""
import contextlib
import io
import json
import re
import sys
import warnings
from pathlib import Path

warnings.simplefilter('ignore')
import numpy as np
import brian2
from brian2 import BrianLogger, EventMonitor, PopulationRateMonitor, SpikeMonitor, StateMonitor, prefs

HERE = Path(__file__).parent
BrianLogger.log_level_error()
prefs.codegen.target = 'numpy'


def run_script(path, seed):
    """Returns the globals of the script and what it printed."""
    brian2.start_scope()
    brian2.defaultclock.dt = 0.1*brian2.ms
    brian2.seed(seed)
    space = {'__name__': '__main__', '__file__': str(path)}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(path.read_text(), str(path), 'exec'), space)
    return space, printed.getvalue()


def monitors_of(space):
    """All monitors that the script's variables hold, by the name under which results are written."""
    found = {}
    for name, value in list(space.items()):
        items = [(name, value)]
        if isinstance(value, (list, tuple)):
            items = [(f'{name}[{n}]', item) for n, item in enumerate(value)]
        for label, item in items:
            if isinstance(item, (EventMonitor, StateMonitor, PopulationRateMonitor)) and not label.startswith('_'):
                if item not in [seen for seen in found.values()]:
                    found[label] = item
    return found


def arrays_of(monitor):
    if isinstance(monitor, PopulationRateMonitor):
        names = ['t', 'rate']
    elif isinstance(monitor, StateMonitor):
        names = ['t', *monitor.record_variables]
    else:
        names = ['t', 'i', *sorted(set(monitor.record_variables) - {'t', 'i'})]
    arrays = {}
    for name in names:
        values = np.asarray(getattr(monitor, 'i' if name == 'i' else name + '_'))
        arrays[name] = {'shape': list(values.shape), 'data': values.ravel().tolist()}
    return arrays


def record_exact(path):
    space, printed = run_script(path, 1)
    monitors = {name: arrays_of(monitor) for name, monitor in monitors_of(space).items()}
    return {'kind': 'exact', 'output': printed, 'monitors': monitors}


def record_seeds(path, count):
    samples = {}
    for seed in range(1, count + 1):
        _, printed = run_script(path, seed)
        for line in printed.splitlines():
            name, number = line.split()
            samples.setdefault(name, []).append(float(number))
    numbers = {name: {'mean': float(np.mean(values)), 'deviation': float(np.std(values, ddof=1))}
               for name, values in samples.items()}
    return {'kind': 'seeds', 'seeds': count, 'numbers': numbers}


def record(path):
    mark = re.match(r'# oracle: seeds (\d+)', path.read_text())
    result = record_seeds(path, int(mark.group(1))) if mark else record_exact(path)
    text = json.dumps({'brian': brian2.__version__, **result}, separators=(',', ':'))
    # A line per monitor keeps the files readable enough to compare.
    (HERE / 'results' / f'{path.stem}.json').write_text(re.sub(r',("\w+(\[\d+\])?":\{"(t|mean)")', r',\n\1', text) + '\n')
    print('recorded', path.name)


if __name__ == '__main__':
    (HERE / 'results').mkdir(exist_ok=True)
    for path in [Path(name) for name in sys.argv[1:]] or sorted((HERE / 'scripts').glob('*.py')):
        record(path)
