import type { SpikeQueue } from '../../codegen/codeObject.ts';

/** A queue as one list: position, number of slots, then every slot's length and rows. */
export function flattenQueue(queue: SpikeQueue): Int32Array {
  const flat = [queue.position, queue.pending.length];
  for (const rows of queue.pending) {
    flat.push(rows.length);
    for (const row of rows) flat.push(row);
  }
  return Int32Array.from(flat);
}

/** Sets a queue to what `flattenQueue` wrote. */
export function restoreQueue(queue: SpikeQueue, flat: Int32Array): void {
  queue.position = flat[0]!;
  let next = 2;
  queue.pending = Array.from({ length: flat[1]! }, () => {
    const length = flat[next++]!;
    next += length;
    return [...flat.subarray(next - length, next)];
  });
}
