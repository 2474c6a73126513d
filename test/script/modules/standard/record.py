"""Records what CPython 3.11 prints for the scripts in `scripts`: python3 test/script/modules/standard/record.py"""

import pathlib
import subprocess
import sys

for script in sorted((pathlib.Path(__file__).parent / "scripts").glob("*.py")):
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    script.with_suffix(".expected").write_text(done.stdout)
