import assert from 'node:assert/strict';
import type { CodeObject, SpikeQueue, TemplateData } from '../../../core/codegen/codeObject.ts';
import { makeBlock } from '../../../core/codegen/makeBlock.ts';
import { runOnCpp } from '../../../core/devices/cpp/run.ts';
import { GrowingValues } from '../../../core/devices/growing.ts';
import type { RunPlan } from '../../../core/devices/plan.ts';
import { uniform } from '../../../core/devices/random.ts';
import { RuntimeDevice } from '../../../core/devices/runtime/device.ts';
import { timedArrayFunction } from '../../../core/functions/timedArray.ts';
import { resolveBuiltin } from '../../../core/namespaces/builtins.ts';
import type { Resolved } from '../../../core/namespaces/resolved.ts';
import { DIMENSIONLESS } from '../../../core/units/dimension.ts';
import type { ArrayVariable, DataType } from '../../../core/variables/variable.ts';
import { eventRecord } from '../../support/plan.ts';
import { TestHost } from '../../support/testHost.ts';

const N = 300;
const STEPS = 400;
const DT = 1e-4;
const HOST = new TestHost();

/** A network with all that may differ between devices: random numbers, tables, integers, delays, queues. */
class Model {
  readonly device = new RuntimeDevice(HOST);
  readonly arrays = new Map<string, ArrayVariable>();
  readonly names = new Map<string, Resolved>();
  readonly items: RunPlan['items'][number][] = [];
  readonly events = eventRecord(N, { k: GrowingValues.int32() });
  readonly states = new Map([['v', GrowingValues.float64()]]);
  readonly stateTimes = GrowingValues.float64();
  readonly rate = { name: 'rate', t: GrowingValues.float64(), rate: GrowingValues.float64() };
  readonly queue: SpikeQueue = { position: 0, pending: Array.from({ length: 21 }, () => []) };

  constructor() {
    this.neurons();
    this.synapses();
    this.monitors();
  }

  run(simulate: (plan: RunPlan, device: RuntimeDevice) => void): void {
    const [dt, t, timestep] = ['dt', 't', 't_in_timesteps'].map((name) => this.arrays.get(name)!);
    const clock = { name: 'clock', dt: dt!, t: t!, timestep: timestep!, step: DT };
    const plan = (startStep: number, endStep: number): RunPlan => ({
      clocks: [{ ...clock, startStep, endStep }],
      items: this.items,
      seed: 7,
      storage: this.device.storage,
      stopRequested: () => false,
      progress: () => {},
    });
    // In two runs, so that queues and counters travel.
    simulate(plan(0, 150), this.device);
    simulate(plan(150, STEPS), this.device);
  }

  private array(name: string, dataType: DataType, values: ArrayLike<number>, index = '_idx'): ArrayVariable {
    const variable: ArrayVariable = {
      kind: 'array',
      name,
      arrayName: `_array_${name}`,
      dataType,
      dimension: DIMENSIONLESS,
      owner: 'model',
      size: values.length,
      scalar: index === '0',
      constant: false,
      readOnly: false,
      dynamic: false,
    };
    this.device.storage.allocate(variable);
    this.device.storage.array(variable).set(values);
    this.arrays.set(name, variable);
    this.names.set(name, { kind: 'variable', variable, index });
    return variable;
  }

  private code(
    name: string,
    text: string,
    data: TemplateData,
    other: Iterable<[string, Resolved]> = [],
  ): void {
    const names = new Map([...builtins(), ...this.names, ...other]);
    const code: CodeObject = { name, block: makeBlock(text, names), names, data };
    this.items.push({ kind: 'code', code, clock: 0, ticks: { value: 0 } });
  }

  private neurons(): void {
    const filled = (value: number) => new Array<number>(N).fill(value);
    this.array('dt', 'float64', [DT], '0');
    this.array('t', 'float64', [0], '0');
    this.array('t_in_timesteps', 'int64', [0], '0');
    this.array('i', 'int32', [...filled(0).keys()]);
    for (const name of ['v', 'g']) this.array(name, 'float64', filled(0));
    this.array('k', 'int32', filled(0));
    const notRefractory = this.array('not_refractory', 'bool', filled(1));
    const lastSpike = this.array('lastspike', 'float64', filled(-1e4));
    const eventSpace = this.array('_spikespace', 'int32', new Array<number>(N + 1).fill(0));
    const stimulus = timedArrayFunction('stimulus', Float64Array.of(0.5, 2, 1, 3), 4, 1, DIMENSIONLESS, 1e-2);
    this.names.set('stimulus', { kind: 'function', function: stimulus });
    this.code(
      'neurons_stateupdater',
      `not_refractory = timestep(t - lastspike, dt) >= timestep(0.002, dt)
       xi = dt**.5 * randn()
       _v = v + int(not_refractory)*(dt*(stimulus(t) + g - v)/0.01 + xi) + 0.001*poisson(2)*sin(v)
       _g = g*exp(-dt/0.005)
       v = clip(_v, -1, 5)
       g = _g`,
      { template: 'stateupdate', N, start: 0 },
    );
    const threshold = { template: 'threshold', N, eventSpace, notRefractory, lastSpike } as const;
    this.code('neurons_thresholder', '_cond = (v > 1 and rand() < 0.5) and not_refractory', threshold);
  }

  private synapses(): void {
    const eventSpace = this.arrays.get('_spikespace')!;
    const all = Array.from({ length: N * N }, (_, k) => k).filter((k) => uniform(3, 0, 0, k) < 0.02);
    const pre = this.array(
      'pre',
      'int32',
      all.map((k) => Math.floor(k / N)),
    );
    const post = this.array(
      'post',
      'int32',
      all.map((k) => k % N),
    );
    this.array(
      'w',
      'float64',
      all.map((k) => 0.1 * uniform(4, 0, 0, k)),
    );
    // Every synapse has a delay of its own: a row each.
    const size = all.length;
    const sourceRows = new Int32Array(N + 1);
    for (const k of all) sourceRows[Math.floor(k / N) + 1]!++;
    for (let s = 0; s < N; s++) sourceRows[s + 1]! += sourceRows[s]!;
    const pathway = {
      synapses: { pre, post, size },
      eventSpace,
      sourceN: N,
      sourceStart: 0,
      sourceStop: N,
      sourceRows,
      rowStart: Int32Array.from({ length: size + 1 }, (_, k) => k),
      rowDelay: Int32Array.from(all, (k) => k % 21),
      queue: this.queue,
    };
    const at = (name: string, index: string): [string, Resolved] => {
      return [`${name}_post`, { kind: 'variable', variable: this.arrays.get(name)!, index }];
    };
    const text = 'g_post += w*int(rand() < 0.7) - 0.01*(i_post % 3 == 0)';
    const ends = [at('g', '_postsynaptic_idx'), at('i', '_postsynaptic_idx')];
    this.code('synapses_pre', text, { template: 'synapses', pathway }, ends);
  }

  private monitors(): void {
    const eventSpace = this.arrays.get('_spikespace')!;
    const span = { eventSpace, sourceN: N, start: 0, stop: N };
    this.code('spikemonitor', '_to_record_k = k', {
      template: 'spikemonitor',
      ...span,
      monitor: this.events,
    });
    this.code('neurons_resetter', 'v = 0.1*(i // 50)\nk += 1 + i % 2', { template: 'reset', N, eventSpace });
    const monitor = { name: 'statemonitor', t: this.stateTimes, variables: this.states };
    const recorded = {
      template: 'statemonitor',
      indices: Int32Array.of(0, 7, 299),
      start: 0,
      monitor,
    } as const;
    this.code('statemonitor', '_to_record_v = v', recorded);
    this.code('ratemonitor', '', { template: 'ratemonitor', ...span, dt: DT, monitor: this.rate });
  }
}

function builtins(): [string, Resolved][] {
  const names = ['timestep', 'randn', 'rand', 'poisson', 'exp', 'sin', 'clip', 'int'];
  return names.flatMap((name): [string, Resolved][] => {
    const resolved = resolveBuiltin(name);
    return resolved ? [[name, resolved]] : [];
  });
}

describe('the C++ device and the runtime device', function () {
  this.timeout(60_000);
  const [here, cpp] = [new Model(), new Model()];
  before(() => {
    here.run((plan, device) => device.run(plan));
    cpp.run((plan) => runOnCpp(plan, HOST, { threads: 2 }));
  });
  after(() => HOST.dispose());

  const same = (of: (model: Model) => ArrayLike<number>, tolerance = 0) => {
    const [expected, actual] = [of(here), of(cpp)];
    assert.equal(actual.length, expected.length);
    for (let k = 0; k < expected.length; k++)
      assert.ok(Math.abs(actual[k]! - expected[k]!) <= tolerance, `${actual[k]}, not ${expected[k]} at ${k}`);
  };

  it('produce the same events, and enough of them', () => {
    assert.ok(here.events.t.length > 500, `${here.events.t.length} events`);
    same((model) => model.events.t.values);
    same((model) => model.events.i.values);
    same((model) => model.events.count);
    same((model) => model.events.variables.get('k')!.values);
  });

  it('record the same states and rates', () => {
    same((model) => model.stateTimes.values);
    same((model) => model.states.get('v')!.values, 1e-10);
    same((model) => model.rate.rate.values, 1e-9);
  });

  it('leave the same arrays', () => {
    for (const name of here.arrays.keys())
      same((model) => model.device.storage.array(model.arrays.get(name)!), 1e-10);
  });

  it('leave the same queue and counters', () => {
    assert.deepEqual(cpp.queue, here.queue);
    const ticks = (model: Model) => model.items.map((item) => item.kind === 'code' && item.ticks.value);
    assert.deepEqual(ticks(cpp), ticks(here));
  });
});
