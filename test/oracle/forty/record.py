"""Asks Brian 2 for its verdict on every section of the scripts beside this one: python3 record.py

A section begins with a comment `# NUMBER what is wrong`. Each runs in a process of its own, after the imports
at the head of its script. The class and the message of the root cause are written to brian.json.
"""
import json
import os
import pathlib
import re
import tempfile

HERE = pathlib.Path(__file__).parent


def sections(text):
    head, *rest = re.split(r'^# (?=\w+ )', text, flags=re.M)
    return head, {part.split()[0]: part.split('\n', 1)[1] for part in rest}


def verdict(code):
    from brian2 import prefs
    prefs.codegen.target = 'numpy'
    try:
        exec(compile(code, 'script.py', 'exec'), {'__name__': '__main__'})
    except Exception as error:
        while error.__cause__ is not None and type(error.__cause__).__name__ != 'ParseException':
            error = error.__cause__
        return [type(error).__name__, str(error)]
    return None


def forked(code):
    read, write = os.pipe()
    if os.fork() == 0:
        os.chdir(tempfile.mkdtemp())
        os.write(write, json.dumps(verdict(code)).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as answer:
        text = answer.read()
    os.wait()
    return json.loads(text)


if __name__ == '__main__':
    import brian2  # noqa: F401, imported once for all
    found = {}
    for path in sorted(HERE.glob('*.py')):
        if path.name != 'record.py':
            head, parts = sections(path.read_text())
            found[path.stem] = {number: forked(head + code) for number, code in parts.items()}
    (HERE / 'brian.json').write_text(json.dumps(found, indent=1) + '\n')
