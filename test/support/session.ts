/** Sessions on the runtime device, and scripts' values without a script. */
import { RuntimeDevice } from '../../core/devices/runtime/device.ts';
import { Equations } from '../../core/equations/equations.ts';
import { FigureManager } from '../../core/figures/manager.ts';
import type { EventSource } from '../../core/groups/events.ts';
import { NeuronGroup, type NeuronGroupOptions } from '../../core/groups/neuronGroup.ts';
import { getState, setState } from '../../core/groups/stateAccess.ts';
import type { Externals } from '../../core/namespaces/externals.ts';
import type { BrianObject } from '../../core/network/object.ts';
import { Session } from '../../core/network/session.ts';
import { type Problem, ProblemError } from '../../core/problems/problem.ts';
import { connect } from '../../core/synapses/connect.ts';
import type { ConnectRequest } from '../../core/synapses/connectRequest.ts';
import { type PathwayRequest, Synapses } from '../../core/synapses/synapses.ts';
import { DIMENSIONLESS, SECOND } from '../../core/units/dimension.ts';

/** Names as `name: number` (dimensionless) or `name: seconds(number)`. */
export function externals(
  values: Readonly<Record<string, number>>,
  seconds: readonly string[] = [],
): Externals {
  return {
    lookup: (name) =>
      Object.hasOwn(values, name)
        ? {
            kind: 'constant',
            name,
            value: values[name]!,
            dimension: seconds.includes(name) ? SECOND : DIMENSIONLESS,
            valueType: 'float',
            source: 'run namespace',
          }
        : undefined,
    names: () => Object.keys(values),
  };
}

export interface TestSession {
  readonly session: Session;
  readonly warnings: Problem[];
}

export function newSession(seed = 1): TestSession {
  const warnings: Problem[] = [];
  const host = { now: () => performance.now() } as ConstructorParameters<typeof RuntimeDevice>[0];
  const report = (problem: Problem) => {
    if (problem.severity === 'error') throw new ProblemError(problem);
    warnings.push(problem);
  };
  const device = new RuntimeDevice(host);
  const figures = new FigureManager();
  return { session: new Session({ mode: 'run', problems: { report }, device, figures, seed }), warnings };
}

export const code = (value: string) => ({ value });

export function equations(text: string): Equations {
  return Equations.parse(code(text), (problem) => {
    throw new Error(`${problem.errorClass}: ${problem.message}`);
  });
}

export function group(
  session: Session,
  N: number,
  model: string,
  options: Partial<NeuronGroupOptions> = {},
): NeuronGroup {
  return new NeuronGroup({ session, N, equations: equations(model), name: 'neurongroup*', ...options });
}

export function synapses(
  session: Session,
  source: BrianObject & EventSource,
  target: BrianObject & EventSource,
  options: { model?: string; pre?: string; post?: string; delay?: number; name?: string } = {},
): Synapses {
  const pathways: PathwayRequest[] = [];
  const { pre, post, delay } = options;
  if (pre !== undefined) pathways.push({ name: 'pre', side: 'pre', code: code(pre), event: 'spike', delay });
  if (post !== undefined) pathways.push({ name: 'post', side: 'post', code: code(post), event: 'spike' });
  const name = options.name ?? 'synapses*';
  return new Synapses({ session, source, target, equations: equations(options.model ?? ''), pathways, name });
}

const NONE: Externals = { lookup: () => undefined, names: () => [] };

export function connectWith(object: Synapses, request: Partial<ConnectRequest> = {}): [number, number][] {
  connect(object, { p: 1, n: 1, skipIfInvalid: false, externals: NONE, ...request });
  return pairs(object);
}

export function pairs(object: Synapses): [number, number][] {
  const i = read(object, 'i');
  const j = read(object, 'j');
  return i.map((value, k) => [value, j[k]!]);
}

type Owner = Parameters<typeof getState>[0];

export function read(owner: Owner, name: string): number[] {
  return [...getState(owner, name, { kind: 'all' }, { externals: NONE })];
}

export function write(owner: Owner, name: string, value: string | readonly number[]): void {
  const access = { externals: NONE };
  if (typeof value === 'string') {
    setState(owner, name, { kind: 'all' }, { kind: 'code', source: code(value) }, access);
    return;
  }
  const dimension = owner.variables.get(name)?.dimension ?? DIMENSIONLESS;
  const shape = value.length === 1 ? [] : [value.length];
  const given = { kind: 'values', values: value, dimension, shown: '', shape, isList: false } as const;
  setState(owner, name, { kind: 'all' }, given, access);
}

export function run(session: Session, duration: number, objects: readonly BrianObject[], names = NONE): void {
  session.magic.run(objects, {
    duration,
    runNamespace: names,
    progress: () => {},
    interrupted: () => false,
  });
}
