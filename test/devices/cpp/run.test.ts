import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { PathwayData } from '../../../core/codegen/codeObject.ts';
import { CppStandaloneDevice } from '../../../core/devices/cpp/device.ts';
import { runOnCpp } from '../../../core/devices/cpp/run.ts';
import type { Device } from '../../../core/devices/device.ts';
import { GrowingValues } from '../../../core/devices/growing.ts';
import { normal, streamKey, uniform } from '../../../core/devices/random.ts';
import { ProblemError } from '../../../core/problems/problem.ts';
import { scriptImplementation } from '../../support/code.ts';
import { eventRecord, TestPlan } from '../../support/plan.ts';
import { TestHost } from '../../support/testHost.ts';

function assertClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-12): void {
  assert.equal(actual.length, expected.length);
  for (let k = 0; k < expected.length; k++) {
    const error = Math.abs(actual[k]! - expected[k]!);
    assert.ok(
      error <= tolerance * Math.max(1, Math.abs(expected[k]!)),
      `${actual[k]} at ${k}, not ${expected[k]}`,
    );
  }
}

describe('the C++ device', function () {
  this.timeout(60_000);
  const host = new TestHost();
  after(() => host.dispose());

  const run = (plan: TestPlan, threads = 1) =>
    runOnCpp(plan.plan(), host, { threads, generate: plan.generate });

  it('integrates, with vector functions, and publishes the clock', () => {
    const N = 1003;
    const plan = new TestPlan();
    const clock = plan.clock('defaultclock', 1e-3, 20, 5);
    const v = plan.variable(
      'v',
      'float64',
      Array.from({ length: N }, (_, k) => k / N),
    );
    plan.code({
      name: 'group_stateupdater',
      data: { template: 'stateupdate', N, start: 0 },
      uses: [
        [v, '_idx'],
        [clock.dt, '0'],
      ],
      writes: [v],
      scalarCode: ['const double dt = _array_defaultclock_dt[0];'],
      vectorCode: ['double v = _array_v[_idx];', 'v = v*exp(-dt*(1 + v));', '_array_v[_idx] = v;'],
    });
    const expected = [...plan.array(v)].map((value) => {
      for (let step = 5; step < 20; step++) value *= Math.exp(-1e-3 * (1 + value));
      return value;
    });
    const timing = run(plan);
    assertClose(plan.array(v), expected);
    assert.equal(plan.array(clock.timestep)[0], 20);
    assert.equal(plan.array(clock.t)[0], 20 * 1e-3);
    assert.ok(timing.compile > 0 && timing.simulate > 0 && timing.prepare > 0);
  });

  it('computes the functions of vectors as those of single numbers', () => {
    const functions = [
      'exp',
      'log',
      'sin',
      'cos',
      'tan',
      'sinh',
      'cosh',
      'tanh',
      'asin',
      'acos',
      'atan',
    ] as const;
    const more = ['log10', 'log1p', 'expm1'] as const;
    const x = Array.from({ length: 77 }, (_, k) => (k + 0.5) / 77);
    const plan = new TestPlan();
    plan.clock('defaultclock', 1e-3, 1);
    const results = [...functions, ...more].map((name) => {
      const y = plan.variable(name, 'float64', x);
      const data = { template: 'stateupdate', N: x.length, start: 0 } as const;
      const line = `_array_${name}[_idx] = ${name}(_array_${name}[_idx]);`;
      plan.code({ name: `update_${name}`, data, uses: [[y, '_idx']], writes: [y], vectorCode: [line] });
      return { name, y };
    });
    run(plan);
    for (const { name, y } of results) assertClose(plan.array(y), x.map(Math[name]), 1e-14);
  });

  it('keeps NaN and infinity apart from numbers', () => {
    const plan = new TestPlan();
    plan.clock('defaultclock', 1e-3, 1);
    const v = plan.variable('v', 'float64', [Number.NaN, Number.POSITIVE_INFINITY, 2, -1, Number.NaN]);
    const space = plan.eventSpace('g', 5);
    plan.code({
      name: 'group_thresholder',
      data: { template: 'threshold', N: 5, eventSpace: space },
      uses: [[v, '_idx']],
      vectorCode: ['const bool _cond = !(_array_v[_idx] <= 1.0) && _array_v[_idx] > 1.0;'],
    });
    run(plan);
    assert.deepEqual([...plan.array(space)].slice(0, 2), [1, 2]);
    assert.equal(plan.array(space)[5], 2);
  });

  it('finds events, starts refractoriness, resets, counts and records', () => {
    const N = 20;
    const plan = new TestPlan();
    const clock = plan.clock('defaultclock', 1e-3, 50);
    const rise = Array.from({ length: N }, (_, k) => 0.01 * (k + 1));
    const v = plan.variable('v', 'float64', new Array<number>(N).fill(0));
    const slope = plan.variable('slope', 'float64', rise);
    const ready = plan.variable('not_refractory', 'bool', new Array<number>(N).fill(1));
    const last = plan.variable('lastspike', 'float64', new Array<number>(N).fill(-1));
    const space = plan.eventSpace('g', N);
    const monitor = eventRecord(8, { v: GrowingValues.float64() });
    const rates = { name: 'ratemonitor', t: GrowingValues.float64(), rate: GrowingValues.float64() };
    const states = {
      name: 'statemonitor',
      t: GrowingValues.float64(),
      variables: new Map([['v', GrowingValues.float64()]]),
    };
    plan.code({
      name: 'statemonitor',
      data: { template: 'statemonitor', indices: Int32Array.of(1, 17), start: 2, monitor: states },
      uses: [[v, '_sub_idx']],
      vectorCode: ['const double _to_record_v = _array_v[_sub_idx];'],
    });
    plan.code({
      name: 'group_stateupdater',
      data: { template: 'stateupdate', N, start: 0 },
      uses: [
        [v, '_idx'],
        [slope, '_idx'],
        [ready, '_idx'],
        [last, '_idx'],
        [clock.t, '0'],
      ],
      writes: [v, ready],
      scalarCode: ['const double t = _array_defaultclock_t[0];'],
      vectorCode: [
        'const bool not_refractory = t - _array_lastspike[_idx] >= 0.003 - 1e-6;',
        '_array_not_refractory[_idx] = not_refractory;',
        'if (not_refractory) _array_v[_idx] += _array_slope[_idx];',
      ],
    });
    plan.code({
      name: 'group_thresholder',
      data: { template: 'threshold', N, eventSpace: space, notRefractory: ready, lastSpike: last },
      uses: [
        [v, '_idx'],
        [ready, '_idx'],
      ],
      vectorCode: ['const bool _cond = _array_v[_idx] > 0.5 && _array_not_refractory[_idx];'],
    });
    plan.code({
      name: 'spikemonitor',
      data: { template: 'spikemonitor', eventSpace: space, sourceN: N, start: 4, stop: 12, monitor },
      uses: [[v, '_idx']],
      vectorCode: ['const double _to_record_v = _array_v[_idx];'],
    });
    plan.code({
      name: 'group_resetter',
      data: { template: 'reset', N, eventSpace: space },
      uses: [[v, '_idx']],
      writes: [v],
      vectorCode: ['_array_v[_idx] = 0;'],
    });
    const ticks = plan.code({
      name: 'ratemonitor',
      data: {
        template: 'ratemonitor',
        eventSpace: space,
        sourceN: N,
        start: 0,
        stop: N,
        dt: 1e-3,
        monitor: rates,
      },
    });
    run(plan);

    const t: number[] = [];
    const i: number[] = [];
    const recorded: number[] = [];
    const rate: number[] = [];
    const trace: number[] = [];
    const value = new Array<number>(N).fill(0);
    const spike = new Array<number>(N).fill(-1);
    for (let step = 0; step < 50; step++) {
      let events = 0;
      trace.push(value[3]!, value[19]!);
      for (let k = 0; k < N; k++) {
        if (step * 1e-3 - spike[k]! < 0.003 - 1e-6) continue;
        value[k]! += rise[k]!;
        if (value[k]! <= 0.5) continue;
        events++;
        spike[k] = step * 1e-3;
        if (k >= 4 && k < 12) {
          t.push(step * 1e-3);
          i.push(k - 4);
          recorded.push(value[k]!);
        }
        value[k] = 0;
      }
      rate.push(events / N / 1e-3);
    }
    assert.ok(t.length > 5);
    assert.deepEqual([...monitor.t.values], t);
    assert.deepEqual([...monitor.i.values], i);
    assertClose(monitor.variables.get('v')!.values, recorded);
    assert.deepEqual(
      [...monitor.count],
      [0, 1, 2, 3, 4, 5, 6, 7].map((k) => i.filter((index) => index === k).length),
    );
    assertClose(rates.rate.values, rate);
    assertClose(states.variables.get('v')!.values, trace);
    assertClose(states.t.values, rates.t.values);
    assertClose(plan.array(v), value);
    assertClose(plan.array(last), spike);
    assert.equal(ticks.value, 50);
  });

  it('delivers events through rows with delays, from where the queue stood to where it ends', () => {
    const plan = new TestPlan();
    plan.clock('defaultclock', 1e-3, 6, 0);
    const source = plan.eventSpace('source', 4);
    const pre = plan.variable('pre', 'int32', [1, 1, 2, 2, 1]);
    const post = plan.variable('post', 'int32', [0, 1, 1, 2, 2]);
    const w = plan.variable('w', 'float64', [1, 10, 100, 1000, 10000]);
    const y = plan.variable('y', 'float64', [0, 0, 0]);
    const log = {
      name: 'log',
      t: GrowingValues.float64(),
      variables: new Map([['y', GrowingValues.float64()]]),
    };
    // Source 1 has rows 0 (synapses 0 and 4, no delay) and 1 (synapse 1, 2 steps); source 2 has row 2 (3 steps).
    const queue = { position: 3, pending: [[1], [], [], [2]] };
    const pathway: PathwayData = {
      synapses: { pre, post, size: 5 },
      eventSpace: source,
      sourceN: 4,
      sourceStart: 1,
      sourceStop: 3,
      sourceRows: Int32Array.of(0, 2, 3),
      rowStart: Int32Array.of(0, 2, 3, 5),
      rowDelay: Int32Array.of(0, 2, 3),
      synapseOrder: Int32Array.of(0, 4, 1, 2, 3),
      queue,
    };
    plan.code({
      name: 'generator',
      data: {
        template: 'spikegenerator',
        N: 4,
        eventSpace: source,
        spikes: { steps: Float64Array.of(0, 1, 1, 2), indices: Int32Array.of(1, 0, 2, 1), periodSteps: 3 },
      },
    });
    plan.code({
      name: 'synapses_pre',
      data: { template: 'synapses', pathway },
      uses: [
        [w, '_idx'],
        [y, '_postsynaptic_idx'],
      ],
      writes: [y],
      vectorCode: ['_array_y[_postsynaptic_idx] += _array_w[_idx];'],
    });
    plan.code({
      name: 'log',
      data: { template: 'statemonitor', indices: Int32Array.of(0, 1, 2), start: 0, monitor: log },
      uses: [[y, '_idx']],
      vectorCode: ['const double _to_record_y = _array_y[_idx];'],
    });
    run(plan);
    // Steps 0 and 3: source 1; 1 and 4: source 2 (source 0 is no source here); 2 and 5: source 1.
    const expected = [
      [1, 100, 11000], // step 0: row 2 was under way, row 0 follows at once
      [1, 110, 11000], // step 1: row 1 was under way
      [2, 120, 21000], // step 2: row 0; row 1 of step 0
      [3, 120, 31000], // step 3: row 0
      [3, 230, 32000], // step 4: row 1 of step 2, row 2 of step 1
      [4, 240, 42000], // step 5: row 0; row 1 of step 3
    ];
    assert.deepEqual([...log.variables.get('y')!.values], expected.flat());
    assert.equal(queue.position, (3 + 6) % 4);
    // Still to come: row 1 of step 5 at step 7, row 2 of step 4 at step 7.
    assert.deepEqual(queue.pending, [[], [], [2, 1], []]);
  });

  it('sums over the synapses of each target, and gives 0 to those without', () => {
    const plan = new TestPlan();
    plan.clock('defaultclock', 1e-3, 2);
    const pre = plan.variable('pre', 'int32', [0, 1, 1, 0]);
    const post = plan.variable('post', 'int32', [1, 1, 3, 3]);
    const rate = plan.variable('rate', 'float64', [2, 5]);
    const total = plan.variable('total', 'float64', [7, 7, 7, 7, 7]);
    plan.code({
      name: 'summed',
      data: {
        template: 'summed_variable',
        synapses: { pre, post, size: 4 },
        target: total,
        targetStart: 1,
        targetSize: 3,
        side: 'post',
      },
      uses: [[rate, '_presynaptic_idx']],
      vectorCode: ['const double _synaptic_var = _array_rate[_presynaptic_idx];'],
    });
    run(plan);
    assert.deepEqual([...plan.array(total)], [7, 7, 0, 7, 7]);
  });

  it('runs each object on its clock, in the order of the plan', () => {
    const plan = new TestPlan();
    plan.clock('fast', 1e-4, 7);
    plan.clock('slow', 3e-4, 3);
    const x = plan.variable('x', 'float64', [1]);
    const step = (name: string, clock: number, code: string) =>
      plan.code({
        name,
        clock,
        data: { template: 'stateupdate', N: 1, start: 0 },
        uses: [[x, '_idx']],
        writes: [x],
        vectorCode: [code],
      });
    const slow = step('doubling', 1, '_array_x[_idx] *= 2;');
    const fast = step('counting', 0, '_array_x[_idx] += 1;');
    run(plan);
    // Doubled before counting at 0, 0.3 and 0.6 ms.
    assert.equal(plan.array(x)[0], ((1 * 2 + 3) * 2 + 3) * 2 + 1);
    assert.deepEqual([slow.value, fast.value], [3, 7]);
  });

  it('draws the numbers of the other devices, from the tick where they stand', () => {
    const N = 2000;
    const plan = new TestPlan(-5);
    plan.clock('defaultclock', 1e-3, 3);
    const u = plan.variable('u', 'float64', new Array<number>(N).fill(0));
    const z = plan.variable('z', 'float64', new Array<number>(N).fill(0));
    const ticks = plan.code({
      name: 'group_stateupdater',
      data: { template: 'stateupdate', N, start: 0 },
      uses: [
        [u, '_idx'],
        [z, '_idx'],
      ],
      writes: [u, z],
      sites: 2,
      tick: 40,
      vectorCode: [
        '_array_u[_idx] = _rand(_seed, _stream0, _tick, _idx);',
        '_array_z[_idx] += _randn(_seed, _stream1, _tick, _idx);',
      ],
    });
    run(plan);
    const [s0, s1] = [streamKey('group_stateupdater', 0), streamKey('group_stateupdater', 1)];
    const expected = Array.from({ length: N }, (_, k) => uniform(-5, s0, 42, k));
    assert.deepEqual([...plan.array(u)], expected);
    const sums = expected.map(
      (_, k) => normal(-5, s1, 40, k) + normal(-5, s1, 41, k) + normal(-5, s1, 42, k),
    );
    assertClose(plan.array(z), sums);
    assert.equal(ticks.value, 43);
  });

  it('gives the same results, bit by bit, on any number of threads', () => {
    const N = 5001;
    const results = [1, 2, 3].map((threads) => {
      const plan = new TestPlan();
      plan.clock('defaultclock', 1e-3, 40);
      const v = plan.variable(
        'v',
        'float64',
        Array.from({ length: N }, (_, k) => k / N),
      );
      const space = plan.eventSpace('g', N);
      plan.code({
        name: 'group_stateupdater',
        data: { template: 'stateupdate', N, start: 0 },
        uses: [[v, '_idx']],
        writes: [v],
        sites: 1,
        vectorCode: [
          '_array_v[_idx] = exp(-_array_v[_idx])*sin(3*_array_v[_idx]) + 0.1*_randn(_seed, _stream0, _tick, _idx);',
        ],
      });
      plan.code({
        name: 'group_thresholder',
        data: { template: 'threshold', N, eventSpace: space },
        uses: [[v, '_idx']],
        vectorCode: ['const bool _cond = _array_v[_idx] > 0.4;'],
      });
      run(plan, threads);
      return [...plan.array(v), ...plan.array(space)];
    });
    assert.deepEqual(results[1], results[0]);
    assert.deepEqual(results[2], results[0]);
  });

  it('brings tables over time and the functions of the script along', () => {
    const plan = new TestPlan();
    plan.clock('defaultclock', 1e-3, 2);
    const v = plan.variable('v', 'float64', [1, 2, 3]);
    const shared = {
      argNames: [],
      argUnits: [],
      argTypes: [],
      returnUnit: 'boolean',
      stateless: true,
    } as const;
    plan.code({
      name: 'updater',
      data: { template: 'stateupdate', N: 3, start: 0 },
      uses: [[v, '_idx']],
      writes: [v],
      functions: [
        {
          ...shared,
          name: 'f',
          returnType: 'float',
          implementation: scriptImplementation(() => 0, 'static double f(double x) { return 2*x; }'),
        },
      ],
      vectorCode: ['_array_v[_idx] = f(_array_v[_idx]);'],
    });
    run(plan);
    assert.deepEqual([...plan.array(v)], [4, 8, 12]);
  });

  it('compiles a program once, whatever the data', () => {
    const simulate = (value: number) => {
      const plan = new TestPlan(value);
      plan.clock('defaultclock', 1e-3, 2 + value);
      const v = plan.variable('v', 'float64', new Array<number>(3 + value).fill(value));
      plan.code({
        name: 'unique_updater',
        data: { template: 'stateupdate', N: 3 + value, start: 0 },
        uses: [[v, '_idx']],
        writes: [v],
        vectorCode: ['_array_v[_idx] += 1;'],
      });
      run(plan);
      return plan.array(v)[0];
    };
    const compilers = () => host.commands.filter((command) => command === 'g++').length;
    const before = compilers();
    assert.equal(simulate(1), 4);
    assert.equal(simulate(2), 6);
    assert.equal(compilers() - before, 1);
  });

  it('does nothing for a run without a step', () => {
    const plan = new TestPlan();
    plan.clock('defaultclock', 1e-3, 4, 4);
    const before = host.commands.length;
    assert.deepEqual(run(plan), { prepare: 0, compile: 0, simulate: 0 });
    assert.equal(host.commands.length, before);
  });

  it('writes only the projects where asked to, one directory per run', () => {
    const directory = host.temporaryDirectory('spikelens-test-write-');
    const plan = new TestPlan();
    plan.clock('defaultclock', 1e-3, 4);
    const inner = { name: 'runtime', storage: plan } as unknown as Device;
    const options = { threads: 1, directory, writeOnly: true, generate: plan.generate };
    const device = new CppStandaloneDevice(inner, host, options);
    const before = host.commands.length;
    device.run(plan.plan());
    device.run(plan.plan());
    assert.equal(host.commands.length, before);
    for (const path of ['main.cpp', 'run_2/main.cpp']) assert.ok(host.exists(join(directory, path)), path);
  });

  it('reports progress of a long run', () => {
    const plan = new TestPlan();
    plan.clock('defaultclock', 1e-3, 1_500_000);
    const v = plan.variable('v', 'float64', new Array<number>(16).fill(1));
    plan.code({
      name: 'updater',
      data: { template: 'stateupdate', N: 16, start: 0 },
      uses: [[v, '_idx']],
      writes: [v],
      vectorCode: ['_array_v[_idx] = exp(-_array_v[_idx]);'],
    });
    run(plan);
    assert.ok(plan.fractions.length > 0);
    assert.ok(plan.fractions.every((fraction) => fraction > 0 && fraction <= 1));
  });
});

describe('the C++ device refuses', function () {
  this.timeout(60_000);

  const simple = (line: string): TestPlan => {
    const plan = new TestPlan();
    plan.clock('defaultclock', 1e-3, 2);
    const v = plan.variable('v', 'float64', [1]);
    const data = { template: 'stateupdate', N: 1, start: 0 } as const;
    plan.code({ name: 'updater', data, uses: [[v, '_idx']], writes: [v], vectorCode: [line] });
    return plan;
  };

  const failure = (plan: TestPlan, host: TestHost): ProblemError => {
    try {
      runOnCpp(plan.plan(), host, { threads: 1, generate: plan.generate });
    } catch (error) {
      assert.ok(error instanceof ProblemError);
      return error;
    } finally {
      host.dispose();
    }
    return assert.fail('nothing was refused');
  };

  it('to run without a compiler, and says what to install', () => {
    const host = new TestHost(() => false);
    const { problem } = failure(simple(''), host);
    assert.deepEqual(host.commands, ['g++', 'clang++', 'c++']);
    assert.deepEqual([problem.code, problem.errorClass], ['no-compiler', 'RuntimeError']);
    for (const hint of ['apt-get install g++', 'xcode-select --install', 'WSL', '--device runtime'])
      assert.ok(problem.message.includes(hint), hint);
  });

  it('a program that does not compile, with what the compiler says', () => {
    const { problem } = failure(simple('_array_v[_idx] = no_such_function();'), new TestHost());
    assert.equal(problem.code, 'compile-failed');
    assert.match(problem.message, /no_such_function/);
  });

  it('a program that dies', () => {
    const { problem } = failure(simple('exit(7);'), new TestHost());
    assert.equal(problem.code, 'simulation-failed');
    assert.match(problem.message, /exit status 7/);
  });

  it('network operations, by name', () => {
    const plan = simple('');
    plan.items.push({ kind: 'operation', name: 'networkoperation', clock: 0, call: () => {} });
    const { problem } = failure(plan, new TestHost());
    assert.equal(problem.errorClass, 'NotImplementedError');
    assert.match(problem.message, /'networkoperation'/);
  });
});
