import { streamKey, uniform } from '../devices/random.ts';
import { connectByGenerator } from './connectGenerator.ts';
import { connectByCondition } from './connectPairs.ts';
import { type ConnectRequest, report } from './connectRequest.ts';
import { PairBuffer } from './pairBuffer.ts';
import type { Synapses } from './synapses.ts';

/** Creates synapses. Raises what the facts about `connect` list. */
export function connect(synapses: Synapses, request: ConnectRequest): void {
  const { i, j, condition } = request;
  synapses.connected = true;
  const problem = synapses.session.targetProblem('codegen.target');
  if (problem)
    synapses.session.problems.report({ ...problem, location: problem.location ?? request.location });
  if (condition !== undefined && (i !== undefined || j !== undefined)) {
    report(synapses, request, 'ValueError', 'Cannot combine condition with i or j arguments');
    return;
  }
  if (i instanceof Int32Array || j instanceof Int32Array) {
    connectByIndices(synapses, request);
    return;
  }
  if (i !== undefined || j !== undefined) connectByGenerator(synapses, request, i, j);
  else if (condition !== false) connectByCondition(synapses, request);
}

function connectByIndices(synapses: Synapses, request: ConnectRequest): void {
  const { i, j, p, n } = request;
  if (i === undefined || j === undefined) {
    report(synapses, request, 'ValueError', 'Must specify at least one of condition, i or j arguments');
    return;
  }
  if (!(i instanceof Int32Array) || !(j instanceof Int32Array)) {
    const [text, other] = i instanceof Int32Array ? ['j', 'i'] : ['i', 'j'];
    const message = `Generator syntax for ${text} cannot be combined with ${other} argument`;
    report(synapses, request, 'TypeError', message);
    return;
  }
  if (typeof n !== 'number' || typeof p !== 'number') {
    const message = 'p and n have to be numbers where the neurons are given by their numbers.';
    report(synapses, request, 'TypeError', message);
    return;
  }
  if (i.length !== j.length && i.length !== 1 && j.length !== 1) {
    const message = `shape mismatch: objects cannot be broadcast to a single shape: (${i.length},) and (${j.length},)`;
    report(synapses, request, 'ValueError', message);
    return;
  }
  if (!inRange(synapses, request, 'source', i) || !inRange(synapses, request, 'target', j)) return;
  if (synapses.session.analysing) return;
  const length = Math.max(i.length, j.length);
  const pairs = new PairBuffer(request);
  const chosen = chooser(synapses, p);
  for (let k = 0; k < length; k++)
    if (chosen(k)) pairs.add(i[i.length === 1 ? 0 : k]!, j[j.length === 1 ? 0 : k]!, n);
  synapses.append(pairs.pre, pairs.post);
}

function chooser(synapses: Synapses, p: number): (k: number) => boolean {
  if (p >= 1) return () => true;
  const { random } = synapses.session;
  const name = `${synapses.name}_connect`;
  const tick = random.ticks(name).value++;
  return (k) => uniform(random.seed, streamKey(name, 0), tick, k) < p;
}

function inRange(
  synapses: Synapses,
  request: ConnectRequest,
  end: 'source' | 'target',
  indices: Int32Array,
): boolean {
  const group = synapses[end];
  if (indices.every((k) => k >= 0 && k < group.N)) return true;
  const message =
    'Tried to create synapse indices outside valid range. Original error message: ' +
    `The given ${end} indices contain values outside of the range [0, ${group.N - 1}] allowed for the ${end} group "${group.name}"`;
  report(synapses, request, 'IndexError', message, request.locate?.(end === 'source' ? 'i' : 'j'));
  return false;
}
