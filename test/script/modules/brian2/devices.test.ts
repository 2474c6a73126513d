/** How scripts choose and use devices: what a check says, and what a run does, beside what Brian 2.5.1 does. */
import assert from 'node:assert/strict';
import { analyse } from '../../../../core/script/analyse.ts';
import { runScript } from '../../../../core/script/run.ts';
import { MemoryHost } from '../../support.ts';

const GROUP = "G = NeuronGroup(1, 'v : 1')\n";

function check(script: string): string[] {
  const { problems } = analyse(`from brian2 import *\n${script}`, 'script.py');
  return problems.filter((p) => p.severity === 'error').map((p) => `${p.errorClass}: ${p.message.trim()}`);
}

describe('devices in a check', () => {
  for (const [script, ...expected] of [
    ["set_device('cpp')", "KeyError: 'cpp'"],
    [`set_device('cpp_standalone')\n${GROUP}run(1*ms)`],
    [
      `set_device('cpp_standalone')\n${GROUP}run(1*ms)\nrun(1*ms)`,
      'RuntimeError: The network has already been built and run before. Use set_device with build_on_run=False and an explicit device.build call to use multiple run statements with this device.',
    ],
    [`set_device('cpp_standalone', compile=False)\n${GROUP}run(1*ms)\nrun(1*ms)`],
    [
      `set_device('cpp_standalone', build_on_run=False)\n${GROUP}run(1*ms)\nrun(1*ms)\ndevice.build(directory=None)`,
    ],
    [
      `set_device('cpp_standalone', build_on_run=False)\n${GROUP}run(1*ms)\ndevice.build(project_dir='x', foo=3)`,
      "TypeError: Keyword argument 'project_dir' has been renamed to 'directory'. Unknown keyword argument 'foo'.",
    ],
    [`set_device('cpp_standalone', foo=3)\n${GROUP}run(1*ms)`, "TypeError: Unknown keyword argument 'foo'."],
    [`set_device('runtime', foo=3)\n${GROUP}run(1*ms)`],
    [`${GROUP}run(1*ms)\ndevice.build(directory='x')`],
    [
      `set_device('cpp_standalone')\nprefs.devices.cpp_standalone.openmp_threads = -1\n${GROUP}run(1*ms)`,
      'ValueError: The number of OpenMP threads can not be negative !',
    ],
    [`prefs.devices.cpp_standalone.openmp_threads = -1\n${GROUP}run(1*ms)`],
    [
      `set_device('cpp_standalone')\nprefs.codegen.target = 'foo'\nG = NeuronGroup(1, 'dv/dt = -v/ms : 1')\nrun(1*ms)`,
    ],
    ['reset_device()', "NameError: name 'reset_device' is not defined. Did you mean: 'set_device'?"],
    [
      `set_device('cpp_standalone')\nfrom brian2.devices.device import reset_device\nreset_device()\n${GROUP}run(1*ms)\nrun(1*ms)`,
    ],
    [`import sys\nif len(sys.argv) > 1:\n    set_device('cpp_standalone')\n${GROUP}run(1*ms)\nrun(1*ms)`],
    [
      `set_device('cpp_standalone')\nfor k in range(2):\n    device.reinit()\n    device.activate()\n    ${GROUP}    run(1*ms)`,
    ],
  ] as const)
    it(JSON.stringify(script), () => assert.deepEqual(check(script), expected));
});

describe('devices in a run', () => {
  for (const [script, output, message] of [
    ['print(get_device().__class__.__name__)', 'RuntimeDevice'],
    ["set_device('cpp_standalone')\nprint(get_device().__class__.__name__)", 'CPPStandaloneDevice'],
    [
      "print(sorted(all_devices), get_device() == all_devices['runtime'])",
      "['cpp_standalone', 'runtime'] True",
    ],
    ["set_device(all_devices['runtime'])\nprint(get_device() == all_devices['cpp_standalone'])", 'False'],
    [
      "device.build(directory='x')\nprint(1)",
      '1',
      "Active device does not have an attribute 'build', ignoring this.",
    ],
    [
      "set_device('cpp_standalone')\nfrom brian2.devices.device import reset_device\nreset_device()\nprint(get_device().__class__.__name__)",
      'RuntimeDevice',
    ],
    ['print(device.network_schedule)', 'None'],
  ] as const)
    it(JSON.stringify(script), () => {
      const host = new MemoryHost();
      const { error } = runScript(`from brian2 import *\n${script}`, 'script.py', {
        host,
        threads: 1,
        seed: 1,
        overrides: new Map(),
      });
      assert.equal(error, undefined, error?.text);
      assert.equal(host.output.trim(), output);
      if (message) assert.ok(host.messages.includes(message), host.messages);
    });
});
