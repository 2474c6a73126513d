import type { TypedArray } from '../devices/plan.ts';
import { ProblemError } from '../problems/problem.ts';
import type { Clock } from './clock.ts';
import type { Network } from './network.ts';
import { networkProblem } from './networkProblems.ts';
import type { BrianObject } from './object.ts';
import type { RandomSnapshot } from './randomState.ts';

/** What changes in an object while it is simulated, by name. */
export type ObjectState = ReadonlyMap<string, TypedArray>;

/** A moment of a simulation, to which `restore` goes back. */
export interface NetworkState {
  /** Seconds. */
  readonly t: number;
  readonly clocks: ReadonlyMap<string, { readonly dt: number; readonly timestep: number }>;
  readonly objects: ReadonlyMap<string, ObjectState>;
  readonly random: RandomSnapshot;
}

const SAME_NAMES =
  'Note that the names of all objects have to be identical to the names when they were stored.';

/** Raises ValueError where a clock has been given a step that does not lead to the present time. */
export function captureState(network: Network): NetworkState {
  const clocks = clocksOf(network);
  if (!network.session.analysing) for (const clock of clocks) clock.startAt(network.t);
  const objects = new Map<string, ObjectState>();
  for (const object of network.objects) {
    if (object.storedState === undefined) continue;
    objects.set(object.name, network.session.analysing ? new Map() : object.storedState());
  }
  const { random } = network.session;
  return {
    t: network.t,
    clocks: new Map(clocks.map(({ name, dt, timestep }) => [name, { dt, timestep }])),
    objects,
    random: random.snapshot(),
  };
}

/** Raises KeyError where other objects were stored than there are now. */
export function restoreState(network: Network, state: NetworkState, withRandom: boolean): void {
  const { analysing, random } = network.session;
  network.t = state.t;
  if (withRandom) random.restore(state.random);
  // What is under way in a synapse is put in line by the time step, so clocks come first.
  for (const clock of clocksOf(network)) restoreClock(clock, state);
  const restored = new Set<string>();
  for (const object of network.objects) {
    const own = state.objects.get(object.name);
    if (own === undefined) requireNothing(object);
    else if (!analysing) object.restoreState?.(own);
    restored.add(object.name);
  }
  const left = [...state.objects.keys()].filter((name) => !restored.has(name));
  if (left.length === 0) return;
  const names = left.join(', ');
  throw keyError(
    `The stored state contains the state of the following objects which were not present in the network: ${names}. ${SAME_NAMES}`,
  );
}

function restoreClock(clock: Clock, { clocks }: NetworkState): void {
  const stored = clocks.get(clock.name);
  if (stored === undefined) throw keyError(clock.name);
  clock.reset(stored.dt, stored.timestep);
}

function requireNothing(object: BrianObject): void {
  if (object.storedState === undefined) return;
  throw keyError(`Stored state does not have a stored state for '${object.name}'. ${SAME_NAMES}`);
}

/** A KeyError with Python's quotation marks about what was not found. */
export function keyError(message: string): ProblemError {
  const quoted = message.includes("'") ? `"${message}"` : `'${message}'`;
  return new ProblemError(networkProblem('stored-state', 'KeyError', quoted));
}

function clocksOf({ objects }: Network): Clock[] {
  return [...new Set([...objects].flatMap((object) => [object.clock, ...object.parts.map((p) => p.clock)]))];
}
