/** `np.r_` and `np.c_`, which join arrays written as an index. */
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import { atLeast, concatenate, transpose } from '../../../arrays/shape.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { PySlice } from '../../objects/slice.ts';
import { toNumber } from '../../operations/numbers.ts';
import { PyObject, type PyValue, Unknown } from '../../values.ts';
import { hasUnknown } from './arguments.ts';
import { environment } from './objects.ts';

export class IndexJoiner extends PyObject {
  readonly typeName = 'numpy.lib.index_tricks.RClass';

  /** `columns`: one-dimensional parts become columns. */
  constructor(private readonly columns: boolean) {
    super();
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    const parts = key instanceof PyTuple ? key.items : [key];
    if (hasUnknown(parts)) return new Unknown();
    const env = environment(ctx);
    const arrays = parts.map((part) =>
      part instanceof PySlice ? range(part) : atLeast(asArray(env.plain(part).value), 1),
    );
    const joined = this.columns
      ? concatenate(
          arrays.map((array) => (array.ndim === 1 ? transpose(atLeast(array, 2)) : array)),
          1,
        )
      : concatenate(arrays, 0);
    return env.wrapArray(joined);
  }
}

function range(slice: PySlice): NdArray {
  const bounds = [slice.start ?? 0n, slice.stop ?? 0n, slice.step ?? 1n];
  const [start, stop, step] = bounds.map(toNumber) as [number, number, number];
  const result = NdArray.zeros(
    [Math.max(0, Math.ceil((stop - start) / step))],
    bounds.some((bound) => typeof bound === 'number') ? 'float64' : 'int64',
  );
  for (let k = 0; k < result.data.length; k++) result.data[k] = start + k * step;
  return result;
}
