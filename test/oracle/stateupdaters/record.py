"""Records what Brian 2 does with the equations of cases.json into results.json: the method it chooses (or its
refusal) and, for deterministic ones, the values after each of ten steps of 0.1 ms.

    MPLBACKEND=Agg python3 record.py
"""
import json
import os

from brian2 import *
from brian2.core.namespace import get_local_namespace
from brian2.equations import Equations
from brian2.stateupdaters.base import StateUpdateMethod, UnsupportedEquationsException

prefs.codegen.target = "numpy"
BrianLogger.suppress_hierarchy("brian2")
here = os.path.dirname(os.path.abspath(__file__))


def chosen(group_equations, names, methods):
    refusals = {}
    for method in methods:
        try:
            StateUpdateMethod.apply_stateupdater(group_equations, names, method)
            return method, refusals
        except UnsupportedEquationsException as exc:
            refusals[method] = str(exc)
    return None, refusals


def record(case):
    start_scope()
    defaultclock.dt = 0.1 * ms
    namespace = {name: eval(text) for name, text in case["constants"].items()}
    options = {}
    if case.get("refractory"):
        options = dict(threshold="True", refractory=1 * second)
    methods = [case["method"]] if "method" in case else ["exact", "euler", "heun"]
    group = NeuronGroup(2, case["equations"], namespace=namespace, method=methods[0], name="g", **options)
    for name, value in case["initial"].items():
        setattr(group, name + "_", value)
    names = group.resolve_all(group.equations.identifiers, run_namespace={}, user_identifiers=group.equations.identifiers)
    names.update(group.variables)
    method, refusals = chosen(group.equations, names, methods)
    result = {"name": case["name"], "method": method, "refusals": refusals}
    if method is None or case.get("methodOnly"):
        return result
    group.method_choice = method
    group.state_updater.method_choice = method
    if case.get("refractory"):
        group.not_refractory_ = [True, False]
        group.lastspike_ = [-1, 0]
        group.thresholder["spike"].active = False
    network = Network(group)
    values = {name: [] for name in group.equations.diff_eq_names}
    for _ in range(10):
        network.run(0.1 * ms, namespace={})
        for name in values:
            values[name].append([float(x) for x in getattr(group, name + "_")[:]])
    result["values"] = values
    return result


with open(os.path.join(here, "cases.json")) as file:
    cases = json.load(file)
results = []
for case in cases:
    try:
        results.append(record(case))
    except Exception as exc:  # Brian's algebra gives up on a few
        results.append({"name": case["name"], "error": str(exc).strip().splitlines()[-1]})
    print(results[-1], flush=True)
with open(os.path.join(here, "results.json"), "w") as file:
    json.dump(results, file, indent=1)
    file.write("\n")
