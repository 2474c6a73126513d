"""Asks Brian 2 what it logs for every script of scripts.txt: python3 record.py

A script begins with a comment that names it; blank lines separate them. Level, name and text of each message
from INFO upwards are written to brian.json.
"""
import json
import os
import pathlib

HERE = pathlib.Path(__file__).parent


def logged(code):
    from brian2 import prefs
    from brian2.utils.logger import catch_logs
    prefs.codegen.target = 'numpy'
    with catch_logs(log_level=20) as logs:
        exec(compile('from brian2 import *\n' + code, 'script.py', 'exec'), {'__name__': '__main__'})
    return [[level, name.split('.')[-1], text.strip()] for level, name, text in logs]


def forked(code):
    read, write = os.pipe()
    if os.fork() == 0:
        os.write(write, json.dumps(logged(code)).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as answer:
        text = answer.read()
    os.wait()
    return json.loads(text)


if __name__ == '__main__':
    import brian2  # noqa: F401, imported once for all
    scripts = (HERE / 'scripts.txt').read_text().strip().split('\n\n')
    found = {script.split('\n')[0][2:]: forked(script) for script in scripts}
    (HERE / 'brian.json').write_text(json.dumps(found, indent=1) + '\n')
