import type { NdArray } from '../../../arrays/ndarray.ts';
import { UNKNOWN_SIZE } from '../../../groups/group.ts';
import type { Item, Owner } from '../../../groups/stateAccess.ts';
import type { ArrayVariable } from '../../../variables/variable.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { PySlice } from '../../objects/slice.ts';
import { PyStr, type PyValue, Unknown } from '../../values.ts';
import { asNumeric } from '../numpy/objects.ts';
import { BrianPyObject } from './brianObject.ts';
import { settled } from './variableView.ts';

function settledKey(given: PyValue, ctx: Interpreter): PyValue {
  return given instanceof BrianPyObject ? (given.asIndices() ?? given) : settled(given, ctx);
}

/** What `view[key]` means: numbers, slices, lists, masks, conditions; pairs of these for synapses. */
export function itemOf(owner: Owner, given: PyValue, ctx: Interpreter): Item {
  const key = settledKey(given, ctx);
  if (key instanceof Unknown) return { kind: 'unknown' };
  if (key instanceof PyStr) return { kind: 'condition', source: key };
  if (isFullSlice(key)) return { kind: 'all' };
  if (owner.ends !== undefined) {
    checkSynapticKey(owner, key, ctx);
    if (ctx.mode === 'analysis') return { kind: 'unknown' };
    if (key instanceof PyTuple) return pairItem(owner, key.items, ctx);
  }
  if (key instanceof PyTuple)
    ctx.raise('IndexError', `Can only interpret 1-d indices, got ${key.items.length} dimensions.`);
  return indexItem(key, owner.N, ctx);
}

/** What no synapses can be asked for, however many there are. */
function checkSynapticKey(owner: Owner, key: PyValue, ctx: Interpreter): void {
  if (typeof key === 'number') ctx.raise('IndexError', "Unsupported index type <class 'float'>");
  if (!(key instanceof PyTuple)) return;
  if (key.items.length > 3)
    ctx.raise(
      'IndexError',
      `Can only interpret 1-d, 2-d, or 3-d indices, got ${key.items.length} dimensions.`,
    );
  if (key.items.length === 3) multisynapticNumbers(owner, ctx);
}

/** Indices into `n` elements. Raises IndexError as NumPy does. */
export function indexItem(given: PyValue, n: number, ctx: Interpreter): Item {
  const key = settled(given, ctx);
  if (key instanceof Unknown || n === UNKNOWN_SIZE) return { kind: 'unknown' };
  if (key instanceof PySlice) {
    const { start, step, count } = key.indices(n);
    return { kind: 'indices', indices: Int32Array.from({ length: count }, (_, k) => start + k * step) };
  }
  const index = asNumeric(key, ctx)?.value;
  if (index === undefined) ctx.raise('TypeError', `Cannot use ${ctx.repr(key)} as an index.`);
  if (typeof index === 'number') floatIndex(ctx);
  if (typeof index !== 'object')
    return { kind: 'indices', indices: Int32Array.of(checked(Number(index), n, ctx)), scalar: true };
  if (index.dtype === 'bool') return { kind: 'indices', indices: whereTrue(index) };
  if (index.dtype.startsWith('float') && index.size > 0) floatIndex(ctx);
  return { kind: 'indices', indices: Int32Array.from(index.toFloat64(), (k) => checked(k, n, ctx)) };
}

function isFullSlice(key: PyValue): boolean {
  return key instanceof PySlice && key.start === null && key.stop === null && key.step === null;
}

function floatIndex(ctx: Interpreter): never {
  ctx.raise('TypeError', 'Indexing is only supported for integer and boolean arrays, not for type float64');
}

function checked(index: number, n: number, ctx: Interpreter): number {
  const positive = index < 0 ? index + n : index;
  if (positive >= 0 && positive < n) return positive;
  return ctx.raise('IndexError', `index ${index} is out of bounds for axis 0 with size ${n}`);
}

function whereTrue(mask: NdArray): Int32Array {
  const found: number[] = [];
  mask.toFloat64().forEach((value, k) => {
    if (value !== 0) found.push(k);
  });
  return Int32Array.from(found);
}

/** `S.w[i, j]`: the synapses between given neurons. */
function pairItem(owner: Owner, keys: readonly PyValue[], ctx: Interpreter): Item {
  const sources = wanted(keys[0] ?? null, sizeOf(owner, 'N_pre'), ctx);
  const targets = wanted(keys[1] ?? null, sizeOf(owner, 'N_post'), ctx);
  const { storage } = owner.session;
  const i = storage.array(owner.variables.get('i') as ArrayVariable);
  const j = storage.array(owner.variables.get('j') as ArrayVariable);
  const found: number[] = [];
  const copies = keys.length > 2 ? copiesWanted(owner, keys[2]!, ctx) : () => true;
  for (let k = 0; k < owner.N; k++) if (sources(i[k]!) && targets(j[k]!) && copies(k)) found.push(k);
  return { kind: 'indices', indices: Int32Array.from(found) };
}

/** `S.w[i, j, k]`: some of the synapses that join the same neurons, by their multisynaptic index. */
function copiesWanted(owner: Owner, key: PyValue, ctx: Interpreter): (synapse: number) => boolean {
  const numbers = owner.session.storage.array(multisynapticNumbers(owner, ctx)) as Int32Array;
  // A number that no synapse has is no mistake.
  const most = numbers.reduce((a, n) => Math.max(a, n), typeof key === 'bigint' ? Number(key) : 0);
  const chosen = wanted(key, most + 1, ctx);
  return (synapse) => chosen(numbers[synapse]!);
}

/** Raises IndexError where the synapses do not count their copies. */
function multisynapticNumbers(owner: Owner, ctx: Interpreter): ArrayVariable {
  const name = owner.multisynapticIndex;
  const variable = name === undefined ? undefined : owner.variables.get(name);
  if (variable?.kind === 'array') return variable;
  return ctx.raise(
    'IndexError',
    "To index by the third dimension you need to switch on the calculation of the 'multisynaptic_index' when you create the Synapses object.",
  );
}

function sizeOf(owner: Owner, name: string): number {
  const variable = owner.variables.get(name);
  return variable?.kind === 'constant' ? variable.value : 0;
}

function wanted(key: PyValue, n: number, ctx: Interpreter): (index: number) => boolean {
  if (isFullSlice(key)) return () => true;
  const item = indexItem(key, n, ctx);
  const set = new Set(item.kind === 'indices' ? item.indices : []);
  return (index) => set.has(index);
}
