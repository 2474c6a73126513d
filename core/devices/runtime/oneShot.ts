import { type GeneratedCode, renderBlock } from '../../codegen/render.ts';
import type { OneShotCode, OneShotData } from '../device.ts';
import type { Storage } from '../plan.ts';
import { streamKey, uniform } from '../random.ts';
import { BoundCode, type CodeParts } from './factory.ts';

type DataOf<T extends OneShotData['template']> = Extract<OneShotData, { template: T }>;

/** Sites of the draws that templates make themselves, out of the way of those in the user's code. */
const JUMP_SITE = 1000;
const PICK_SITE = 1001;
const SAMPLE_SITE = 1002;

/** Generates, compiles and runs code that is needed once. */
export function executeOneShot(code: OneShotCode, storage: Storage): void {
  const blocks: Record<string, GeneratedCode> = {};
  let [firstRandomSite, firstCallSite] = [0, 0];
  for (const [name, block] of Object.entries(code.blocks)) {
    const generated = renderBlock('javascript', block, code.names, { firstRandomSite, firstCallSite });
    firstRandomSite = Math.max(firstRandomSite, generated.randomSites);
    firstCallSite += generated.callSites.length;
    blocks[name] = generated;
  }
  const parts = partsOf(code, blocks);
  new BoundCode(parts, storage).call(code.tick, 0, 0);
}

function partsOf(code: OneShotCode, blocks: Readonly<Record<string, GeneratedCode>>): CodeParts {
  const common = {
    name: code.name,
    template: code.data.template,
    seed: code.seed,
    code: Object.values(blocks),
  };
  switch (code.data.template) {
    case 'synapses_create_pairs':
      return { ...common, arrays: [], ...pairParts(code, code.data, blocks) };
    case 'synapses_create_generator':
      return { ...common, arrays: [], ...generatorParts(code, code.data, blocks) };
    default:
      return { ...common, ...elementParts(code.data, blocks) };
  }
}

function elementParts(
  data: DataOf<'group_variable_set' | 'group_variable_get' | 'group_get_indices'>,
  blocks: Readonly<Record<string, GeneratedCode>>,
) {
  const indices = data.template === 'group_get_indices' ? undefined : data.indices;
  const output = data.template === 'group_variable_set' ? undefined : data.output;
  const { N, start, synapses } = data;
  return {
    arrays: synapses ? [synapses.pre, synapses.post] : [],
    environment: { _elements: indices, _output: output },
    context: {
      blocks,
      count: indices?.length ?? N,
      indexed: indices !== undefined,
      collects: output !== undefined,
      start,
      pre: synapses?.pre.arrayName,
      post: synapses?.post.arrayName,
    },
  };
}

function pairParts(
  code: OneShotCode,
  data: DataOf<'synapses_create_pairs'>,
  blocks: Readonly<Record<string, GeneratedCode>>,
) {
  // Both counters of a draw are taken by the pair, so the call's number goes into the stream.
  const jump = streamKey(`${code.name} ${code.tick}`, JUMP_SITE);
  const pick = streamKey(`${code.name} ${code.tick}`, PICK_SITE);
  return {
    environment: {
      _pairs: data.pairs,
      _jump: (i: number, draw: number) => uniform(code.seed, jump, i, draw),
      _pick: (i: number, j: number) => uniform(code.seed, pick, i, j),
    },
    context: { blocks, ends: data.ends, drawPerPair: data.drawPerPair },
  };
}

function generatorParts(
  code: OneShotCode,
  data: DataOf<'synapses_create_generator'>,
  blocks: Readonly<Record<string, GeneratedCode>>,
) {
  const { sourceN, sourceStart, targetN, targetStart } = data.ends;
  const source = { N: sourceN, Start: sourceStart, Index: '_presynaptic_idx', Name: 'i' };
  const target = { N: targetN, Start: targetStart, Index: '_postsynaptic_idx', Name: 'j' };
  const [outer, inner] = data.reversed ? [target, source] : [source, target];
  const { conditionUsesInner, skipIfInvalid, reversed, copies } = data;
  return {
    environment: { _pairs: data.pairs, _iterate: iterator(code, data) },
    context: {
      blocks,
      ...prefixed('outer', outer),
      ...prefixed('inner', inner),
      iterationVariable: data.iterationVariable ?? '_unused',
      conditionUsesInner,
      skipIfInvalid,
      reversed,
      copies,
    },
  };
}

function prefixed(prefix: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${prefix}${key}`, value]));
}

type Iterate = (low: number, high: number, step: number, size: number, p: number, outer: number) => number[];

/** The values that `range` or `sample` gives, ascending. */
function iterator(code: OneShotCode, data: DataOf<'synapses_create_generator'>): Iterate {
  if (data.iterator === undefined) return () => [0];
  if (data.iterator === 'range') return (low, high, step) => range(low, high, step);
  const stream = streamKey(`${code.name} ${code.tick}`, SAMPLE_SITE);
  if (data.iterator === 'sample p')
    return (low, high, step, _size, p, outer) =>
      range(low, high, step).filter((_, k) => uniform(code.seed, stream, outer, k) < p);
  return (low, high, step, size, _p, outer) => {
    const values = range(low, high, step);
    const wanted = data.skipIfInvalid ? Math.min(Math.max(size, 0), values.length) : size;
    if (wanted < 0 || wanted > values.length) data.pairs.invalidSample(wanted, values.length);
    return choose(values, wanted, (k) => uniform(code.seed, stream, outer, k));
  };
}

function range(low: number, high: number, step: number): number[] {
  const count = Math.max(0, Math.ceil((high - low) / step));
  return Array.from({ length: count }, (_, k) => low + k * step);
}

/** Selection sampling (Knuth, TAOCP 3.4.2, algorithm S): each subset of that size is equally likely. */
function choose(values: readonly number[], wanted: number, draw: (k: number) => number): number[] {
  const chosen: number[] = [];
  for (let k = 0; k < values.length && chosen.length < wanted; k++)
    if ((values.length - k) * draw(k) < wanted - chosen.length) chosen.push(values[k]!);
  return chosen;
}
