/** `GridSpec`: a grid whose cells and ranges of cells hold axes. */
import type { Grid, Position, Span } from '../../../figures/figure.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindSignature } from '../../objects/arguments.ts';
import { pythonError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { PySlice, sequenceIndex } from '../../objects/slice.ts';
import { typeName } from '../../operations/numbers.ts';
import { type CallArguments, PyObject, type PyValue } from '../../values.ts';
import { flatNumbers, number } from './convert.ts';

const SIGNATURE = [
  'nrows=1',
  'ncols=1',
  'figure=',
  'left=',
  'bottom=',
  'right=',
  'top=',
  'wspace=',
  'hspace=',
  'width_ratios=',
  'height_ratios=',
];

export class GridSpecHandle extends PyObject {
  readonly typeName = 'GridSpec';
  constructor(private readonly grid: Grid) {
    super();
  }

  static from(args: CallArguments, ctx: Interpreter, parent?: Grid['parent']): GridSpecHandle {
    const { values } = bindSignature('GridSpec', args, SIGNATURE);
    const [rows, columns, , left, bottom, right, top, wspace, hspace, widths, heights] = values;
    const given = Object.entries({ left, bottom, right, top, wspace, hspace }).filter(
      ([, value]) => value != null,
    );
    const margins = Object.fromEntries(given.map(([name, value]) => [name, number(value!, ctx)]));
    return new GridSpecHandle({
      rows: number(rows!, ctx),
      columns: number(columns!, ctx),
      widthRatios: widths == null ? undefined : [...flatNumbers(widths, ctx)],
      heightRatios: heights == null ? undefined : [...flatNumbers(heights, ctx)],
      margins,
      parent,
    });
  }

  override getItem(key: PyValue): PyValue {
    const { rows, columns } = this.grid;
    if (key instanceof PyTuple) {
      return new SubplotSpec({
        kind: 'grid',
        grid: this.grid,
        rows: span(key.items[0] ?? null, rows),
        columns: span(key.items[1] ?? null, columns),
      });
    }
    const [first, last] = span(key, rows * columns);
    return new SubplotSpec({
      kind: 'grid',
      grid: this.grid,
      rows: [Math.floor(first / columns), Math.floor((last - 1) / columns) + 1],
      columns: [first % columns, ((last - 1) % columns) + 1],
    });
  }

  override getAttribute(name: string): PyValue | undefined {
    if (name === 'nrows') return BigInt(this.grid.rows);
    if (name === 'ncols') return BigInt(this.grid.columns);
    return name === 'update' ? new NativeFunction(name, () => null) : undefined;
  }
}

/** Some cells of a grid, ready to hold axes. */
export class SubplotSpec extends PyObject {
  readonly typeName = 'SubplotSpec';
  constructor(private readonly place: Position) {
    super();
  }

  position(): Position {
    return this.place;
  }

  override getAttribute(name: string): PyValue | undefined {
    if (name !== 'subgridspec') return undefined;
    return new NativeFunction(name, (args, ctx) => nested(this, args, ctx));
  }
}

/** A grid within cells of another. */
export function nested(spec: SubplotSpec, args: CallArguments, ctx: Interpreter): GridSpecHandle {
  const place = spec.position();
  const parent = place.kind === 'grid' ? place : undefined;
  return GridSpecHandle.from(args, ctx, parent);
}

function span(key: PyValue, length: number): Span {
  if (key instanceof PySlice) {
    const { start, count } = key.indices(length);
    if (count === 0)
      throw pythonError('IndexError', 'GridSpec slice would result in no space allocated for subplot');
    return [start, start + count];
  }
  const index = sequenceIndex(key, length, 'GridSpec', typeName(key));
  return [index, index + 1];
}
