"""Records what CPython 3.11 prints for the scripts beside this file: python3 test/script/record.py"""

import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).parent
for folder, stream in (("python", "stdout"), ("tracebacks", "stderr")):
    for script in sorted((here / folder).glob("*.py")):
        done = subprocess.run([sys.executable, script], capture_output=True, text=True, cwd=here / folder)
        text = getattr(done, stream).replace(f"{script.parent}/", "")
        script.with_suffix(".expected").write_text(text)
