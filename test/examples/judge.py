"""
Runs scripts under Brian 2. Reads one JSON object per line, `{"id", "path", "seed", "longest"}`, and answers each with one line:

    {"id", "outcome": "done", "printed", "numbers": {"M.v": base64 of float64 numbers}}
    {"id", "outcome": "failed", "errorClass", "message", "printed", "numbers"}
    {"id", "outcome": "none", "reason"}

No run takes more than `longest` seconds of biological time. `seed` is added to all seeds that the script sets, so that chance is
seen even where a script rules it out. Each script runs in a fork with limited time and memory, in its own folder.
"""
import base64
import contextlib
import io
import json
import os
import resource
import select
import signal
import sys
import time
import warnings
from pathlib import Path

os.environ['MPLBACKEND'] = 'Agg'
warnings.simplefilter('ignore')
sys.path.insert(0, str(Path(__file__).parent.parent / 'oracle'))
import brian2
import numpy as np
from brian2 import BrianLogger, EventMonitor, Network, NeuronGroup, Synapses, prefs
from brian2.core.variables import ArrayVariable
from record import monitors_of, arrays_of

SECONDS = 90
BYTES = 8 * 2**30
#: Larger arrays of state variables are not handed out.
LARGEST = 200_000


def shorten_runs(longest):
    run = Network.run

    def shortened(self, duration, *args, level=0, **keywords):
        return run(self, min(duration, longest*brian2.second), *args, level=level + 1, **keywords)

    Network.run = shortened


def shift_seeds(shift):
    set_seed = np.random.seed

    def shifted(seed=None):
        set_seed(seed if seed is None or shift == 0 else np.asarray(seed) + shift)

    np.random.seed = shifted
    np.random.seed(0)


def ignore_devices():
    """The runtime device runs scripts for C++ programs, too."""
    device = brian2.devices.device
    device.RuntimeDevice.build = lambda self, *args, **keywords: None
    for module in (brian2, device, brian2.devices):
        module.set_device = lambda *args, **keywords: None


def states_of(space):
    for label, group in space.items():
        if label.startswith('_') or not isinstance(group, (NeuronGroup, Synapses)):
            continue
        for name, variable in group.variables.items():
            if isinstance(variable, ArrayVariable) and variable.owner is group and not variable.read_only:
                values = np.asarray(variable.get_value())
                if values.size <= LARGEST:
                    yield f'{label}.{name} at the end', values


def numbers_of(space):
    """All that monitors hold, and state variables at the end, by the names that the script gives them."""
    found = dict(states_of(space))
    for label, monitor in monitors_of(space).items():
        if isinstance(monitor, EventMonitor):
            found[f'{label}.count'] = monitor.count[:]
            if not monitor.record:
                continue
        for name, values in arrays_of(monitor).items():
            found[f'{label}.{name}'] = values['data']
    return {name: base64.b64encode(np.asarray(values, dtype=float).tobytes()).decode() for name, values in found.items()}


def answer(request):
    path = request['path']
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    shorten_runs(request['longest'])
    shift_seeds(request['seed'])
    ignore_devices()
    sys.path[0] = os.path.dirname(path)
    sys.argv = [path]
    os.chdir(sys.path[0])
    space = {'__name__': '__main__', '__file__': path}
    printed = io.StringIO()
    ending = {'outcome': 'done'}
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(Path(path).read_text(), path, 'exec'), space)
    except SystemExit:
        pass
    except MemoryError:
        return {'outcome': 'none', 'reason': 'out of memory'}
    except BaseException as error:
        ending = {'outcome': 'failed', 'errorClass': type(error).__name__, 'message': str(error)[-1000:]}
    return {**ending, 'printed': printed.getvalue(), 'numbers': numbers_of(space)}


def in_fork(request):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.setpgrp()
        os.close(reading)
        silence = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(silence, descriptor)
        with os.fdopen(writing, 'wb') as stream:
            stream.write(json.dumps(answer(request)).encode())
        os._exit(0)
    os.close(writing)
    received = receive(reading, time.monotonic() + SECONDS)
    try:
        os.killpg(child, signal.SIGKILL)
    except OSError:
        pass
    os.waitpid(child, 0)
    if received is None:
        return {'outcome': 'none', 'reason': 'takes too long'}
    return json.loads(received) if received else {'outcome': 'none', 'reason': 'ended without an answer'}


def receive(pipe, deadline):
    """What the child writes until it ends; None after the deadline."""
    parts = []
    with os.fdopen(pipe, 'rb', buffering=0) as stream:
        while True:
            ready, _, _ = select.select([stream], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                return None
            part = stream.read(2**20)
            if not part:
                return b''.join(parts)
            parts.append(part)


if __name__ == '__main__':
    BrianLogger.suppress_name('*')
    BrianLogger.log_level_error()
    prefs.codegen.target = 'numpy'
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps({'id': request['id'], **in_fork(request)}), flush=True)
