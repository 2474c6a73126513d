/**
 * Which synapses an event reaches, and when. The synapses of one source with one delay form a row, in the
 * order of creation; see PathwayData.
 */
export interface Routing {
  readonly sourceRows: Int32Array;
  readonly rowStart: Int32Array;
  readonly rowDelay: Int32Array;
  readonly synapseOrder?: Int32Array;
  readonly maximalDelay: number;
  /** The source (relative) that a row belongs to. */
  rowSource(row: number): number;
}

/**
 * @param sources absolute source index of every synapse
 * @param delays seconds; one for all, or one per synapse
 * @param dt seconds per step; a delay is rounded half up to whole steps, as Brian does
 */
export function routeSynapses(
  sources: Int32Array,
  sourceStart: number,
  sourceN: number,
  delays: Float64Array,
  dt: number,
): Routing {
  const n = sources.length;
  const common = delays.length === 1 && n !== 1 ? delayInSteps(delays[0]!, dt) : commonDelay(delays, dt);
  const steps =
    common === undefined ? Int32Array.from(delays, (delay) => delayInSteps(delay, dt)) : undefined;
  const order = orderOf(sources, sourceStart, sourceN, steps);
  const rows = rowsOf(order, sources, sourceStart, sourceN, steps, common ?? 0);
  const identity = order.every((synapse, k) => synapse === k);
  return { ...rows, synapseOrder: identity ? undefined : order };
}

/** Never negative: an event cannot act before it happened. */
function delayInSteps(delay: number, dt: number): number {
  return Math.max(0, Math.floor(delay / dt + 0.5));
}

function commonDelay(delays: Float64Array, dt: number): number | undefined {
  if (delays.length === 0) return 0;
  const first = delayInSteps(delays[0]!, dt);
  for (let k = 1; k < delays.length; k++) if (delayInSteps(delays[k]!, dt) !== first) return undefined;
  return first;
}

/** Synapses by source, then delay, then number: two stable counting sorts. */
function orderOf(sources: Int32Array, sourceStart: number, sourceN: number, steps?: Int32Array): Int32Array {
  const n = sources.length;
  let order: Int32Array = new Int32Array(n);
  for (let k = 0; k < n; k++) order[k] = k;
  if (steps !== undefined) {
    let maximum = 0;
    for (const step of steps) if (step > maximum) maximum = step;
    order = countingSort(order, maximum + 1, (synapse) => steps[synapse]!);
  }
  return countingSort(order, sourceN, (synapse) => sources[synapse]! - sourceStart);
}

function countingSort(order: Int32Array, keys: number, keyOf: (synapse: number) => number): Int32Array {
  const next = new Int32Array(keys + 1);
  for (const synapse of order) next[keyOf(synapse) + 1]!++;
  for (let k = 0; k < keys; k++) next[k + 1]! += next[k]!;
  const sorted = new Int32Array(order.length);
  for (const synapse of order) sorted[next[keyOf(synapse)]!++] = synapse;
  return sorted;
}

function rowsOf(
  order: Int32Array,
  sources: Int32Array,
  sourceStart: number,
  sourceN: number,
  steps: Int32Array | undefined,
  common: number,
): Omit<Routing, 'synapseOrder'> {
  const sourceRows = new Int32Array(sourceN + 1);
  const starts: number[] = [];
  const delays: number[] = [];
  const owners: number[] = [];
  let source = -1;
  for (let k = 0; k < order.length; k++) {
    const synapse = order[k]!;
    const from = sources[synapse]! - sourceStart;
    const delay = steps === undefined ? common : steps[synapse]!;
    if (from === source && delay === delays[delays.length - 1]) continue;
    while (source < from) sourceRows[++source] = starts.length;
    starts.push(k);
    delays.push(delay);
    owners.push(from);
  }
  while (source < sourceN) sourceRows[++source] = starts.length;
  starts.push(order.length);
  const maximalDelay = delays.reduce((a, b) => Math.max(a, b), 0);
  return {
    sourceRows,
    rowStart: Int32Array.from(starts),
    rowDelay: Int32Array.from(delays),
    maximalDelay,
    rowSource: (row) => owners[row]!,
  };
}
