/** The array of axes that `subplots` answers: as much of NumPy's object array as scripts use. */
import type { Interpreter } from '../../interpreter.ts';
import { pythonError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyList, PyTuple } from '../../objects/sequences.ts';
import { PySlice, sequenceIndex, sliced } from '../../objects/slice.ts';
import { typeName } from '../../operations/numbers.ts';
import { PyObject, type PyValue } from '../../values.ts';

export class AxesArray extends PyObject {
  readonly typeName = 'numpy.ndarray';

  /** `items` row by row; `shape` has one or two lengths. */
  constructor(
    private readonly items: readonly PyValue[],
    private readonly shape: readonly number[],
  ) {
    super();
  }

  /** Without the dimensions of length one: the only item, a row, or the array itself. */
  squeezed(): PyValue {
    const shape = this.shape.filter((length) => length > 1);
    return shape.length === 0 ? this.items[0]! : new AxesArray(this.items, shape);
  }

  private row(k: number): PyValue {
    if (this.shape.length === 1) return this.items[k]!;
    const width = this.shape[1]!;
    return new AxesArray(this.items.slice(k * width, (k + 1) * width), [width]);
  }

  private rows(): PyValue[] {
    return Array.from({ length: this.shape[0]! }, (_, k) => this.row(k));
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue | undefined {
    if (key instanceof PyTuple) return this.byTuple(key.items, ctx);
    if (key instanceof PySlice) {
      const rows = sliced(this.rows(), key);
      const flat = rows.flatMap((row) => (row instanceof AxesArray ? row.items : [row]));
      return new AxesArray(flat, [rows.length, ...this.shape.slice(1)]);
    }
    return this.row(sequenceIndex(key, this.shape[0]!, 'array', typeName(key)));
  }

  private byTuple(keys: readonly PyValue[], ctx: Interpreter): PyValue | undefined {
    if (keys.length > this.shape.length) {
      throw pythonError(
        'IndexError',
        `too many indices for array: array is ${this.shape.length}-dimensional, but ${keys.length} were indexed`,
      );
    }
    const [first, second] = keys;
    const picked = this.getItem(first!, ctx);
    if (second === undefined || !(picked instanceof AxesArray)) return picked;
    if (!(first instanceof PySlice)) return picked.getItem(second, ctx);
    // A slice first: the second key picks from every row.
    return transposed(picked).getItem(second, ctx);
  }

  override iterate(): Iterable<PyValue> {
    return this.rows();
  }

  override length(): number {
    return this.shape[0]!;
  }

  override getAttribute(name: string): PyValue | undefined {
    if (name === 'flat') return new PyList([...this.items]);
    if (name === 'shape') return new PyTuple(this.shape.map(BigInt));
    if (name === 'size') return BigInt(this.items.length);
    if (name === 'ndim') return BigInt(this.shape.length);
    if (name === 'T') return transposed(this);
    if (name === 'flatten' || name === 'ravel' || name === 'reshape') {
      return new NativeFunction(name, () => new AxesArray(this.items, [this.items.length]));
    }
    return name === 'tolist' ? new NativeFunction(name, () => new PyList(this.rows())) : undefined;
  }

  /** Columns as rows. */
  transpose(): AxesArray {
    if (this.shape.length === 1) return this;
    const [rows, columns] = [this.shape[0]!, this.shape[1]!];
    const items = Array.from(
      { length: rows * columns },
      (_, k) => this.items[(k % rows) * columns + Math.floor(k / rows)]!,
    );
    return new AxesArray(items, [columns, rows]);
  }

  override repr(ctx: Interpreter): string {
    return `array([${this.items.map((item) => ctx.repr(item)).join(', ')}], dtype=object)`;
  }
}

function transposed(array: AxesArray): AxesArray {
  return array.transpose();
}
