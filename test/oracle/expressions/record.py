"""Records what Brian 2 makes of test/fixtures/expressions.txt for the values of values.json.

    python3 record.py
"""
import json
import os

from brian2 import *

prefs.codegen.target = "numpy"
BrianLogger.suppress_hierarchy("brian2")
here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "..", "..", "fixtures", "expressions.txt")) as file:
    texts = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
with open(os.path.join(here, "values.json")) as file:
    values = json.load(file)

group = NeuronGroup(
    8,
    """x : 1
    y : 1
    z : 1
    m : integer
    j : integer
    k : integer
    b : boolean
    c : boolean
    s : 1 (shared)
    n : integer (shared)
    result : 1""",
    namespace={"p": values["p"][0], "q": values["q"][0]},
)
for name in "xyzjkbcsn":
    setattr(group, name, values[name] if len(values[name]) > 1 else values[name][0])
group.m = values["i"]

results = {}
for text in texts:
    try:
        # `i` is Brian's own index; seconds are needed by timestep only.
        import re
        code = re.sub(r"\bi\b", "m", text)
        code = re.sub(r"timestep\((.*), (.*)\)", r"timestep((\1)*second, (\2)*second)", code)
        group.result = code
        results[text] = [float(value) for value in group.result[:]]
    except Exception as exc:
        cause = exc.__cause__ or exc
        results[text] = f"{type(cause).__name__}: {cause}".splitlines()[0]
        print(text, results[text])
with open(os.path.join(here, "results.json"), "w") as file:
    json.dump(results, file, indent=0)
    file.write("\n")
