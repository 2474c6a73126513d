/** Objects of NumPy that are used by indexing them. */
import { broadcastTo } from '../../../arrays/broadcast.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import { atLeast, concatenate, reshape, stack, transpose } from '../../../arrays/shape.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyList, PyTuple } from '../../objects/sequences.ts';
import { PySlice } from '../../objects/slice.ts';
import { toNumber } from '../../operations/numbers.ts';
import { PyObject, type PyValue, Unknown } from '../../values.ts';
import { hasUnknown } from './arguments.ts';
import { environment } from './objects.ts';

class IndexJoiner extends PyObject {
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

/** `np.s_`, which gives the index itself. */
class IndexMaker extends PyObject {
  readonly typeName = 'numpy.lib.index_tricks.IndexExpression';

  override getItem(key: PyValue): PyValue {
    return key;
  }
}

/** `np.mgrid` and `np.ogrid`: coordinates for each of several slices. */
class GridMaker extends PyObject {
  readonly typeName = 'numpy.lib.index_tricks.nd_grid';

  /** `open`: each axis has a length of its own only. */
  constructor(private readonly open: boolean) {
    super();
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    const parts = key instanceof PyTuple ? key.items : [key];
    if (hasUnknown(parts)) return new Unknown();
    const env = environment(ctx);
    const axes = parts.filter((part) => part instanceof PySlice).map(range);
    if (!(key instanceof PyTuple)) return env.wrapArray(axes[0] ?? NdArray.zeros([0]));
    const grids = axes.map((axis, k) =>
      reshape(
        axis,
        axes.map((_, other) => (other === k ? axis.size : 1)),
      ),
    );
    if (this.open) return new PyList(grids.map((grid) => env.wrapArray(grid)));
    const shape = axes.map((axis) => axis.size);
    return env.wrapArray(stack(grids.map((grid) => broadcastTo(grid, shape)!.copy())));
  }
}

/** Objects that are indexed, by their names in NumPy. */
export const INDEX_TRICKS: ReadonlyMap<string, PyObject> = new Map<string, PyObject>([
  ['r_', new IndexJoiner(false)],
  ['c_', new IndexJoiner(true)],
  ['s_', new IndexMaker()],
  ['index_exp', new IndexMaker()],
  ['mgrid', new GridMaker(false)],
  ['ogrid', new GridMaker(true)],
]);

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
