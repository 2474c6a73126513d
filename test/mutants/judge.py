"""
Asks Brian 2 what it makes of scripts. Reads one JSON object per line, `{"id", "path", "text", "full"}`, and answers each
with one line:

    {"id", "verdict": "accepted"}
    {"id", "verdict": "rejected", "errorClasses", "message", "lines", "moment"}
    {"id", "verdict": "none", "reason"}

`errorClasses` are the class of the error, without Brian's wrapper for objects, and the class of its cause where it is about
code that could not be generated. `lines` are the lines of the script that the error names. `moment` is 'script' (before any
run), 'preparation' (what `run` does before the first step), 'loop' or 'results' (the script after a run). Brian is imported once;
each script runs in a fork with limited time and memory. Unless `full`, every run ends after a few steps.
"""
import json
import linecache
import os
import re
import resource
import select
import signal
import sys
import tempfile
import time
import traceback
import warnings

os.environ['MPLBACKEND'] = 'Agg'
warnings.simplefilter('ignore')
import brian2
from brian2 import BrianLogger, Clock, Network, prefs
from brian2.core.base import BrianObjectException

SECONDS = 20
BYTES = 6 * 2**30
STEPS = 25

moment = 'script'


def watch_moments():
    """Keeps `moment` up to date."""
    before_run, after_run = Network.before_run, Network.after_run

    def preparing(self, *args, **keywords):
        global moment
        moment = 'preparation'
        result = before_run(self, *args, **keywords)
        moment = 'loop'
        return result

    def done(self, *args, **keywords):
        global moment
        moment = 'results'
        return after_run(self, *args, **keywords)

    Network.before_run, Network.after_run = preparing, done


def shorten_runs():
    set_interval = Clock.set_interval

    def shortened(self, start, end):
        set_interval(self, start, end)
        self._i_end = min(self._i_end, self.variables['timestep'].get_value()[0] + STEPS)

    Clock.set_interval = shortened


def causes(error):
    """The error and what it came from, as Python's own traceback would show them."""
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def lines_of(error, path):
    lines = set()
    for part in causes(error):
        lines.update(frame.lineno for frame in traceback.extract_tb(part.__traceback__) if frame.filename == path)
        if isinstance(part, SyntaxError) and part.filename == path:
            lines.add(part.lineno)
        if isinstance(part, BrianObjectException):
            lines.update(int(line) for line in re.findall(r"File '?\"?" + re.escape(path) + r"'?\"?, line (\d+)", str(part)))
    return sorted(lines)


def classes_of(error):
    while isinstance(error, BrianObjectException) and error.__cause__ is not None:
        error = error.__cause__
    classes = [type(error).__name__]
    if str(error).startswith('Error generating code for code object') and error.__cause__ is not None:
        classes.append(type(error.__cause__).__name__)
    return error, classes


def rejected(error, path):
    real, classes = classes_of(error)
    if isinstance(real, MemoryError):
        return {'verdict': 'none', 'reason': 'out of memory'}
    return {'verdict': 'rejected', 'errorClasses': classes, 'message': str(real)[:2000],
            'lines': lines_of(error, path), 'moment': moment}


def answer(request):
    path, text = request['path'], request['text']
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    watch_moments()
    if not request['full']:
        shorten_runs()
    sys.path.insert(0, os.path.dirname(path))
    linecache.cache[path] = (len(text), None, text.splitlines(True), path)
    space = {'__name__': '__main__', '__file__': path}
    try:
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            exec(compile(text, path, 'exec'), space)
    except SystemExit:
        pass
    except BaseException as error:
        return rejected(error, path)
    return {'verdict': 'accepted'}


def in_fork(request):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.setpgrp()
        os.close(reading)
        silence = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(silence, descriptor)
        result = answer(request)
        os.write(writing, json.dumps(result).encode()[:60000])
        os._exit(0)
    os.close(writing)
    received = receive(reading, time.monotonic() + SECONDS * (3 if request['full'] else 1))
    try:
        os.killpg(child, signal.SIGKILL)
    except OSError:
        pass
    os.waitpid(child, 0)
    if received is None:
        return {'verdict': 'none', 'reason': 'takes too long'}
    return json.loads(received) if received else {'verdict': 'none', 'reason': 'ended without an answer'}


def receive(pipe, deadline):
    """What the child writes until it ends; None after the deadline."""
    received = b''
    with os.fdopen(pipe, 'rb', buffering=0) as stream:
        while True:
            ready, _, _ = select.select([stream], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                return None
            part = stream.read(65536)
            if not part:
                return received
            received += part


if __name__ == '__main__':
    BrianLogger.suppress_name('*')
    BrianLogger.log_level_error()
    prefs.codegen.target = 'numpy'
    print(json.dumps({'brian': brian2.__version__}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps({'id': request['id'], **in_fork(request)}), flush=True)
