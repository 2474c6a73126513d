"""
Records what Brian 2 prints for the scripts beside this file:

    MPLBACKEND=Agg python3 test/oracle/courses/record.py
"""
import contextlib
import io
import warnings
from pathlib import Path

warnings.simplefilter('ignore')
import brian2

brian2.BrianLogger.log_level_error()
brian2.prefs.codegen.target = 'numpy'

for path in sorted(Path(__file__).parent.glob('*.py')):
    if path.name == 'record.py':
        continue
    brian2.start_scope()
    brian2.defaultclock.dt = 0.1*brian2.ms
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(path.read_text(), str(path), 'exec'), {'__name__': '__main__', '__file__': str(path)})
    path.with_suffix('.expected').write_text(printed.getvalue())
    print('recorded', path.name)
