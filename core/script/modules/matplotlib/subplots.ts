/** `subplot`, `add_subplot`, `subplots`, `subplot2grid`: axes in grids. */
import { gridCell } from '../../../figures/defaults.ts';
import type { Axes, Axis, Figure, Grid, Position, SubplotMargins } from '../../../figures/figure.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindSignature } from '../../objects/arguments.ts';
import { typeError, valueError } from '../../objects/errors.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { type CallArguments, PyStr, type PyValue } from '../../values.ts';
import { AxesHandle } from './axes/axesHandle.ts';
import { axesHandle } from './axes/index.ts';
import { AxesArray } from './axesArray.ts';
import { flatNumbers, isSequence, isText, number } from './convert.ts';
import { SubplotSpec } from './gridspec.ts';
import { pyplotOf } from './state.ts';

/** Keywords such as `title='...'` that axes take when they are made. */
export function setEach(
  handle: { getAttribute(name: string, ctx: Interpreter): PyValue | undefined },
  keywords: ReadonlyMap<string, PyValue>,
  ctx: Interpreter,
): void {
  const known = new Map(
    [...keywords].filter(([name]) => !['projection', 'polar', 'label', 'frameon'].includes(name)),
  );
  if (known.size === 0) return;
  const set = handle.getAttribute('set', ctx);
  if (set !== undefined) ctx.call(set, { positional: [], keywords: known });
}

/** Adds axes at `(rows, columns, index)`, a three-digit number or a cell of a GridSpec. */
export function addSubplot(figure: Figure, args: CallArguments, ctx: Interpreter): Axes {
  const keywords = new Map(args.keywords);
  const shared = { x: keywords.get('sharex'), y: keywords.get('sharey') };
  keywords.delete('sharex');
  keywords.delete('sharey');
  const axes = newSubplot(figure, positionOf(args.positional, ctx), ctx);
  for (const direction of ['x', 'y'] as const) {
    const other = shared[direction];
    if (other instanceof AxesHandle) axes[direction].range = other.axes[direction].range;
  }
  const projection = keywords.get('projection') ?? keywords.get('polar');
  if (projection != null && projection !== false) pyplotOf(ctx).note(ctx, 'projection');
  setEach(axesHandle(figure, axes, ctx), keywords, ctx);
  return axes;
}

/** Axes have hundreds of settings. */
const WORK_OF_AXES = 20;

function newSubplot(figure: Figure, position: Position, ctx: Interpreter): Axes {
  const { settings, figures } = pyplotOf(ctx);
  ctx.tick(WORK_OF_AXES);
  const axes = settings.newAxes(position);
  figure.axes.push(axes);
  figures.setCurrent(figure, axes);
  return axes;
}

/** pyplot's `subplot`: an existing subplot in the same place becomes the current one. */
export function selectSubplot(figure: Figure, args: CallArguments, ctx: Interpreter): Axes {
  const first = args.positional[0];
  if (first instanceof AxesHandle) {
    pyplotOf(ctx).figures.setCurrent(figure, first.axes);
    return first.axes;
  }
  const position = positionOf(args.positional, ctx);
  const existing = figure.axes.find((axes) => samePlace(axes.position, position));
  if (!existing) return addSubplot(figure, args, ctx);
  pyplotOf(ctx).figures.setCurrent(figure, existing);
  return existing;
}

function samePlace(a: Position, b: Position): boolean {
  if (a.kind !== 'grid' || b.kind !== 'grid') return false;
  const sameGrid = a.grid === b.grid || (a.grid.rows === b.grid.rows && a.grid.columns === b.grid.columns);
  return sameGrid && a.rows.join() === b.rows.join() && a.columns.join() === b.columns.join();
}

/** Raises TypeError for a wrong number of arguments, ValueError for a cell outside the grid. */
function positionOf(positional: readonly PyValue[], ctx: Interpreter): Position {
  const [first, second, third] = positional;
  if (first === undefined) return gridCell(1, 1, 1);
  if (first instanceof SubplotSpec) return first.position();
  if (positional.length === 1) {
    const digits = String(Math.trunc(number(first, ctx)));
    if (!/^\d{3}$/.test(digits)) {
      throw valueError(`Single argument to subplot must be a three-digit integer, not ${ctx.repr(first)}`);
    }
    return cell(Number(digits[0]), Number(digits[1]), Number(digits[2]), Number(digits[2]));
  }
  if (positional.length !== 3) {
    throw typeError(`subplot() takes 1 or 3 positional arguments but ${positional.length} were given`);
  }
  const [rows, columns] = [number(first, ctx), number(second!, ctx)];
  const [from, to] = isSequence(third)
    ? [...flatNumbers(third, ctx)]
    : [number(third!, ctx), number(third!, ctx)];
  return cell(rows, columns, from!, to!);
}

function cell(rows: number, columns: number, first: number, last: number): Position {
  for (const [name, count] of [
    ['rows', rows],
    ['columns', columns],
  ] as const) {
    if (!Number.isInteger(count) || count < 1) {
      throw valueError(`Number of ${name} must be a positive integer, not ${count}`);
    }
  }
  if (first < 1 || last > rows * columns) {
    throw valueError(`num must be 1 <= num <= ${rows * columns}, not ${first < 1 ? first : last}`);
  }
  return gridCell(rows, columns, first, last);
}

const SUBPLOTS = [
  'nrows=1',
  'ncols=1',
  '*',
  'sharex=False',
  'sharey=False',
  'squeeze=True',
  'width_ratios=',
  'height_ratios=',
  'subplot_kw=',
  'gridspec_kw=',
];

/** Fills a figure with a grid of axes; answers them as `subplots` does: one, a row or a matrix. */
export function makeSubplots(figure: Figure, args: CallArguments, ctx: Interpreter): PyValue {
  const { values } = bindSignature('subplots', args, SUBPLOTS);
  const [nrows, ncols, sharex, sharey, squeeze, widths, heights, subplotOptions, gridOptions] = values;
  const [rows, columns] = [number(nrows!, ctx), number(ncols!, ctx)];
  const grid = gridOf(rows, columns, gridOptions, widths, heights, ctx);
  const all = Array.from({ length: rows * columns }, (_, k) => {
    const [row, column] = [Math.floor(k / columns), k % columns];
    return newSubplot(
      figure,
      { kind: 'grid', grid, rows: [row, row + 1], columns: [column, column + 1] },
      ctx,
    );
  });
  shareRanges(all, rows, columns, 'x', sharing(sharex!));
  shareRanges(all, rows, columns, 'y', sharing(sharey!));
  const handles = all.map((axes) => axesHandle(figure, axes, ctx));
  if (subplotOptions instanceof PyDict) {
    const options = new Map(
      [...subplotOptions.keys()].map((key) => [text(key, ctx), subplotOptions.get(key)!]),
    );
    for (const handle of handles) setEach(handle, options, ctx);
  }
  const array = new AxesArray(handles, [rows, columns]);
  return squeeze === false ? array : array.squeezed();
}

function text(value: PyValue, ctx: Interpreter): string {
  return value instanceof PyStr ? value.value : ctx.str(value);
}

function gridOf(
  rows: number,
  columns: number,
  options: PyValue | undefined,
  widths: PyValue | undefined,
  heights: PyValue | undefined,
  ctx: Interpreter,
): Grid {
  for (const [name, count] of [
    ['rows', rows],
    ['columns', columns],
  ] as const) {
    if (!Number.isInteger(count) || count < 1) {
      throw valueError(`Number of ${name} must be a positive integer, not ${count}`);
    }
  }
  const option = (name: string) =>
    options instanceof PyDict ? (options.get(new PyStr(name)) ?? null) : null;
  const ratios = (given: PyValue | undefined, name: string) => {
    const value = given ?? option(name);
    return value === null ? undefined : [...flatNumbers(value, ctx)];
  };
  return {
    rows,
    columns,
    widthRatios: ratios(widths, 'width_ratios'),
    heightRatios: ratios(heights, 'height_ratios'),
    margins: options instanceof PyDict ? marginsFrom(option, ctx) : undefined,
  };
}

const MARGINS = ['left', 'right', 'bottom', 'top', 'wspace', 'hspace'] as const;

export function marginsFrom(option: (name: string) => PyValue, ctx: Interpreter): Partial<SubplotMargins> {
  const margins: Partial<SubplotMargins> = {};
  for (const name of MARGINS) {
    const value = option(name);
    if (value !== null) margins[name] = number(value, ctx);
  }
  return margins;
}

/** `subplots_adjust`. */
export function setMargins(figure: Figure, args: CallArguments, ctx: Interpreter): PyValue {
  const { values } = bindSignature('subplots_adjust', args, [
    'left=',
    'bottom=',
    'right=',
    'top=',
    'wspace=',
    'hspace=',
  ]);
  const names = ['left', 'bottom', 'right', 'top', 'wspace', 'hspace'] as const;
  names.forEach((name, k) => {
    const value = values[k];
    if (value != null) figure.margins[name] = number(value, ctx);
  });
  figure.tight = false;
  return null;
}

type Sharing = 'none' | 'all' | 'row' | 'col';

function sharing(value: PyValue): Sharing {
  if (value === true) return 'all';
  const word = isText(value) ? value.value : 'none';
  return word === 'all' || word === 'row' || word === 'col' ? word : 'none';
}

/** Shared directions have one range, and labels at the outer edge only. */
function shareRanges(
  all: readonly Axes[],
  rows: number,
  columns: number,
  direction: 'x' | 'y',
  how: Sharing,
): void {
  if (how === 'none') return;
  all.forEach((axes, k) => {
    const [row, column] = [Math.floor(k / columns), k % columns];
    const first = how === 'all' ? 0 : how === 'row' ? row * columns : column;
    axes[direction].range = all[first]![direction].range;
    const inner = direction === 'x' ? row < rows - 1 && how !== 'row' : column > 0 && how !== 'col';
    if (inner) hideLabels(axes[direction]);
  });
}

function hideLabels(axis: Axis): void {
  axis.showTickLabels = false;
}

/** `subplot2grid((rows, columns), (row, column), rowspan, colspan)`. */
export function subplotInGrid(figure: Figure, args: CallArguments, ctx: Interpreter): Axes {
  const signature = ['shape', 'loc', 'rowspan=1', 'colspan=1', 'fig=', '**rest'];
  const { values, keywordRest } = bindSignature('subplot2grid', args, signature);
  const [rows, columns] = flatNumbers(values[0]!, ctx);
  const [row, column] = flatNumbers(values[1]!, ctx);
  const [down, across] = [number(values[2]!, ctx), number(values[3]!, ctx)];
  const position: Position = {
    kind: 'grid',
    grid: { rows: rows!, columns: columns! },
    rows: [row!, row! + down],
    columns: [column!, column! + across],
  };
  return addSubplot(figure, { positional: [new SubplotSpec(position)], keywords: keywordRest }, ctx);
}

/** The pair that `plt.subplots` answers. */
export function pairWithFigure(figure: PyValue, axes: PyValue): PyValue {
  return new PyTuple([figure, axes]);
}
