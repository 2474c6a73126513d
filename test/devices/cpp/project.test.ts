import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fc from 'fast-check';
import { hashText } from '../../../core/devices/cpp/hash.ts';
import { flattenQueue, restoreQueue } from '../../../core/devices/cpp/queueData.ts';
import { writeProject } from '../../../core/devices/cpp/run.ts';
import { TestPlan } from '../../support/plan.ts';
import { TestHost } from '../../support/testHost.ts';

/** One variable that counts the steps. */
function counting(steps: number): TestPlan {
  const plan = new TestPlan();
  plan.clock('defaultclock', 1e-3, steps);
  const v = plan.variable('v', 'float64', [0]);
  plan.code({
    name: 'updater',
    data: { template: 'stateupdate', N: 1, start: 0 },
    uses: [[v, '_idx']],
    writes: [v],
    vectorCode: ['_array_v[_idx] += 1;'],
  });
  return plan;
}

describe('a written C++ project', function () {
  this.timeout(60_000);
  const host = new TestHost();
  after(() => host.dispose());

  function write(plan: TestPlan): string {
    const directory = host.temporaryDirectory('spikelens-test-project-');
    writeProject(plan.plan(), host, directory, { generate: plan.generate });
    return directory;
  }

  function counted(directory: string): number {
    const bytes = host.readFile(host.join(directory, 'results', '_array_v.bin'))!;
    return new Float64Array(new Uint8Array(bytes).buffer)[0]!;
  }

  it('builds and runs with make, and runs nothing itself', () => {
    const before = host.commands.length;
    const directory = write(counting(17));
    assert.equal(host.commands.length, before);
    const made = host.runProgram('make', ['run'], { cwd: directory });
    assert.equal(made.status, 0, made.stderr);
    assert.equal(counted(directory), 17);
  });

  it('has one file of code per object, that says what it is', () => {
    const directory = write(counting(1));
    const text = new TextDecoder().decode(host.readFile(host.join(directory, 'code_objects', 'updater.h')));
    assert.match(text, /^\/\/ updater: stateupdate\n/);
    assert.match(text, /_array_v\[_idx\] \+= 1;/);
  });

  it('finishes its step and writes its results when asked to stop', async () => {
    const directory = write(counting(1e12));
    assert.equal(host.runProgram('make', [], { cwd: directory }).status, 0);
    const program = spawn('./main', [], { cwd: directory, stdio: 'ignore' });
    setTimeout(() => program.kill('SIGTERM'), 300);
    const status = await new Promise((resolve) => program.on('close', resolve));
    assert.equal(status, 130);
    const steps = counted(directory);
    assert.ok(steps > 0 && steps < 1e12);
    const state = new TextDecoder().decode(host.readFile(host.join(directory, 'results', 'state.txt')));
    assert.equal(state, `clock0.step ${steps}\nupdater.ticks ${steps}\n`);
  });
});

describe('the data of a C++ project', () => {
  it('keep a queue as it is', () => {
    const rows = fc.array(fc.array(fc.nat({ max: 1000 }), { maxLength: 5 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(rows, fc.nat({ max: 8 }), (pending, position) => {
        const queue = { position: -1, pending: [] as number[][] };
        restoreQueue(queue, flattenQueue({ position, pending }));
        assert.deepEqual(queue, { position, pending });
      }),
    );
  });

  it('give every text a name of its own', () => {
    const texts = Array.from({ length: 2000 }, (_, k) => `double x = ${k};`);
    assert.equal(new Set(texts.map(hashText)).size, texts.length);
    assert.match(hashText(''), /^[0-9a-f]{32}$/);
    assert.notEqual(hashText('ab'), hashText('ba'));
  });
});
