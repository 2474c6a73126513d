import type { Interpreter } from '../interpreter.ts';
import { toInteger } from '../operations/numbers.ts';
import { PyObject, type PyValue } from '../values.ts';
import { pythonError, typeError, valueError } from './errors.ts';

/** A slice as numbers for a sequence of a known length. */
export interface SliceIndices {
  readonly start: number;
  readonly step: number;
  /** How many elements the slice has. */
  readonly count: number;
}

export class PySlice extends PyObject {
  readonly typeName = 'slice';
  constructor(
    readonly start: PyValue,
    readonly stop: PyValue,
    readonly step: PyValue,
  ) {
    super();
  }

  /** Raises ValueError for step 0 and TypeError for bounds that are no integers. */
  indices(length: number): SliceIndices {
    const step = this.step === null ? 1 : bound(this.step);
    if (step === 0) throw valueError('slice step cannot be zero');
    const low = step > 0 ? 0 : -1;
    const high = step > 0 ? length : length - 1;
    const clip = (value: PyValue, missing: number): number => {
      if (value === null) return missing;
      const given = bound(value);
      return Math.min(Math.max(given < 0 ? given + length : given, low), high);
    };
    const start = clip(this.start, step > 0 ? low : high);
    const stop = clip(this.stop, step > 0 ? high : low);
    return { start, step, count: Math.max(0, Math.ceil((stop - start) / step)) };
  }

  override getAttribute(name: string): PyValue | undefined {
    if (name === 'start') return this.start;
    if (name === 'stop') return this.stop;
    return name === 'step' ? this.step : undefined;
  }
  override hashKey(): unknown {
    return undefined;
  }
  override repr(ctx: Interpreter): string {
    return `slice(${ctx.repr(this.start)}, ${ctx.repr(this.stop)}, ${ctx.repr(this.step)})`;
  }
}

function bound(value: PyValue): number {
  try {
    return toInteger(value);
  } catch {
    throw typeError('slice indices must be integers or None or have an __index__ method');
  }
}

/** The elements that a slice picks. */
export function sliced<T>(items: readonly T[], slice: PySlice): T[] {
  const { start, step, count } = slice.indices(items.length);
  if (step === 1) return items.slice(start, start + count);
  return Array.from({ length: count }, (_, i) => items[start + i * step] as T);
}

/** A sequence index counted from the front. Raises IndexError, and TypeError for anything but an integer. */
export function sequenceIndex(key: PyValue, length: number, kind: string, typeText: string): number {
  let index: number;
  try {
    index = toInteger(key);
  } catch {
    throw typeError(
      `${kind} indices must be integers${kind === 'string' ? '' : ' or slices'}, not ${typeText}`,
    );
  }
  const position = index < 0 ? index + length : index;
  if (position < 0 || position >= length) throw pythonError('IndexError', `${kind} index out of range`);
  return position;
}
