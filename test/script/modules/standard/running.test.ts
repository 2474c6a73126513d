import assert from 'node:assert/strict';
import type { Session } from '../../../../core/network/session.ts';
import type { Problem } from '../../../../core/problems/problem.ts';
import { MemoryHost, runPython } from '../../support.ts';

function ran(source: string, seed = 1) {
  const warnings: Problem[] = [];
  const problems = { report: (problem: Problem) => warnings.push(problem) };
  const session = { random: { seed }, problems } as unknown as Session;
  const { host, error } = runPython(source, { session });
  return { output: host.output, messages: host.messages, error, warnings };
}

describe('the standard library in a run', () => {
  it('starts random numbers from the seed of the run', () => {
    const draw = (seed: number) => ran('import random\nprint(random.random())', seed).output;
    assert.equal(draw(1), '0.13436424411240122\n');
    assert.notEqual(draw(2), draw(1));
  });

  it('draws the same for the same text as seed', () => {
    const { output } = ran(
      'import random\nrandom.seed("a")\na = random.random()\nrandom.seed("a")\nprint(a == random.random())',
    );
    assert.equal(output, 'True\n');
  });

  const refused: readonly (readonly [string, RegExp])[] = [
    ['import os\nos.makedirs("a")', /PermissionError: .*os\.makedirs\(\) is not available/],
    ['import os\nos.listdir(".")', /PermissionError: .*os\.listdir\(\)/],
    ['import os\nos.system("ls")', /PermissionError: .*os\.system\(\)/],
    ['from pathlib import Path\nPath("a").mkdir()', /PermissionError: .*Path\.mkdir\(\)/],
  ];
  for (const [source, message] of refused)
    it(`refuses ${source.split('\n')[1]}`, () => assert.match(ran(source).error?.text ?? '', message));

  it('shows a warning once per place, with its class', () => {
    const { warnings } = ran(
      'import warnings\nfor i in range(3):\n    warnings.warn("careful", DeprecationWarning)\n',
    );
    assert.deepEqual(
      warnings.map(({ code, severity, errorClass, message }) => ({ code, severity, errorClass, message })),
      [
        {
          code: 'deprecation-warning',
          severity: 'warning',
          errorClass: 'DeprecationWarning',
          message: 'careful',
        },
      ],
    );
  });

  it('logs to the error stream', () => {
    const { messages, output } = ran(
      'import logging\nlogging.info("no")\nlogging.warning("x = %d, %s", 3, "y")\nlogging.getLogger("a").error("bad")',
    );
    assert.equal(messages, 'WARNING:root:x = 3, y\nERROR:a:bad\n');
    assert.equal(output, '');
  });

  it('logs in the configured format', () => {
    const { messages } = ran(
      'import logging\nlogging.basicConfig(level="DEBUG", format="[%(levelname)s] %(message)s")\nlogging.debug("d")',
    );
    assert.equal(messages, '[DEBUG] d\n');
  });

  it('exits with a text', () => assert.equal(ran('import sys\nsys.exit("stop")').error?.text, 'stop'));
  it('exits without an error', () => assert.equal(ran('import sys\nsys.exit(0)').error, undefined));

  it('shows the usage of a command line that does not fit', () => {
    const { messages, error } = ran(
      'import argparse\np = argparse.ArgumentParser()\np.add_argument("file")\np.parse_args()',
    );
    assert.equal(
      messages,
      'usage: x.py [-h] file\nx.py: error: the following arguments are required: file\n',
    );
    assert.equal(error?.problem.errorClass, 'SystemExit');
  });

  it('writes and reads JSON files through the host', () => {
    const host = new MemoryHost();
    const source =
      'import json\nwith open("a.json", "w") as f:\n    json.dump({"a": [1]}, f)\nprint(json.load(open("a.json")))';
    const { error } = runPython(source, { session: { random: { seed: 1 } } as Session }, host);
    assert.equal(error?.text, undefined);
    assert.equal(host.files.get('a.json'), '{"a": [1]}');
    assert.equal(host.output, "{'a': [1]}\n");
  });

  it('finds files that exist', () => {
    const host = new MemoryHost();
    host.files.set('a.txt', '');
    const source =
      'import os\nfrom pathlib import Path\nprint(os.path.exists("a.txt"), os.path.isfile("a.txt"), Path("b").exists())';
    runPython(source, { session: { random: { seed: 1 } } as Session }, host);
    assert.equal(host.output, 'True True False\n');
  });

  it('stops endless iterators when the user asks to', () => {
    const host = new MemoryHost();
    host.interruptAfter = 2;
    const source = 'import itertools\nfor i in itertools.count():\n    pass\n';
    const { error } = runPython(source, { session: { random: { seed: 1 } } as Session }, host);
    assert.equal(error?.interrupted, true);
  });
});
