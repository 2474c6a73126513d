/** `plot` and its kin: curves and markers. */
import type { Line } from '../../../../figures/artists.ts';
import { COLOR_CYCLE } from '../../../../figures/colors.ts';
import { artistBase, dashesByName, newMarker } from '../../../../figures/defaults.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { typeError, valueError } from '../../../objects/errors.ts';
import { type CallArguments, PyStr, type PyValue } from '../../../values.ts';
import { columnsOf, isText, list, type Numbers, number, numbers, shapeText, texts } from '../convert.ts';
import { type Method, methods } from '../handle.ts';
import { LINE_PROPERTIES } from '../properties.ts';
import { applyProperties } from '../propertyTable.ts';
import type { AxesHandle } from './axesHandle.ts';
import { categories } from './categories.ts';
import { type PlotFormat, parseFormat } from './formatString.ts';

interface Group {
  readonly x: PyValue | undefined;
  readonly y: PyValue;
  readonly format: PlotFormat;
}

/** Draws curves. Raises ValueError for unequal lengths and wrong formats, AttributeError for unknown keywords. */
export function plot(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const keywords = new Map(args.keywords);
  const given = keywords.get('label');
  const labels = texts(given);
  if (labels) keywords.delete('label');
  const lines = groupsOf(args.positional).flatMap((group) => linesOf(self, group, ctx));
  return list(
    lines.map((line, k) => {
      applyProperties(line, keywords, LINE_PROPERTIES, 'Line2D', ctx);
      if (labels) line.label = labels[k] ?? '';
      return self.add(line, ctx);
    }),
  );
}

/** Splits `x, y, format, x, y, ...` into groups. */
function groupsOf(positional: readonly PyValue[]): Group[] {
  const groups: Group[] = [];
  let rest = [...positional];
  while (rest.length > 0) {
    const take = rest.length > 1 && !isText(rest[1]) ? 2 : 1;
    const data = rest.slice(0, take);
    if (isText(data[0])) throw typeError('plot got a format string without data');
    const format = isText(rest[take]) ? rest[take] : undefined;
    groups.push({
      x: take === 2 ? data[0] : undefined,
      y: data[take - 1]!,
      format: parseFormat(format instanceof PyStr ? format.value : ''),
    });
    rest = rest.slice(take + (format === undefined ? 0 : 1));
  }
  return groups;
}

function linesOf(self: AxesHandle, { x, y, format }: Group, ctx: Interpreter): Line[] {
  const ys = atLeastOneDimension(categories(self.axes.y, y) ?? numbers(y, ctx));
  const length = ys.shape[0]!;
  const xs =
    x === undefined
      ? { values: Float64Array.from({ length }, (_, k) => k), shape: [length] }
      : atLeastOneDimension(categories(self.axes.x, x) ?? numbers(x, ctx));
  checkShapes(xs, ys);
  const [xColumns, yColumns] = [columnsOf(xs), columnsOf(ys)];
  const count = Math.max(xColumns.length, yColumns.length);
  if (xColumns.length > 1 && yColumns.length > 1 && xColumns.length !== yColumns.length) {
    throw valueError(`x has ${xColumns.length} columns but y has ${yColumns.length} columns`);
  }
  return Array.from({ length: count }, (_, k) =>
    newLine(self, xColumns[k % xColumns.length]!, yColumns[k % yColumns.length]!, format, ctx),
  );
}

function atLeastOneDimension(data: Numbers): Numbers {
  return data.shape.length === 0 ? { ...data, shape: [1] } : data;
}

function checkShapes(x: Numbers, y: Numbers): void {
  if (x.shape[0] !== y.shape[0]) {
    throw valueError(
      `x and y must have same first dimension, but have shapes ${shapeText(x.shape)} and ${shapeText(y.shape)}`,
    );
  }
  if (x.shape.length > 2 || y.shape.length > 2) {
    throw valueError(
      `x and y can be no greater than 2D, but have shapes ${shapeText(x.shape)} and ${shapeText(y.shape)}`,
    );
  }
}

/** A line in the next colour of the cycle, where the format has none. */
export function newLine(
  self: AxesHandle,
  x: Float64Array,
  y: Float64Array,
  format: PlotFormat,
  ctx: Interpreter,
): Line {
  const { settings } = self.pyplot(ctx);
  const color = format.color ?? COLOR_CYCLE[self.axes.lineColors++ % COLOR_CYCLE.length]!;
  const bare = format.marker !== undefined && format.linestyle === undefined;
  const marker = format.marker ?? settings.text('lines.marker', '');
  const style = format.linestyle ?? settings.text('lines.linestyle', '-');
  return {
    ...artistBase(2),
    kind: 'line',
    x,
    y,
    color,
    linewidth: settings.number('lines.linewidth', 1.5),
    dashes: bare ? 'none' : (dashesByName(style) ?? 'solid'),
    drawstyle: 'default',
    marker: newMarker(marker === 'None' ? '' : marker, color, settings.number('lines.markersize', 6)),
  };
}

function withScales(x: boolean, y: boolean): Method<AxesHandle> {
  return (self, args, ctx) => {
    const keywords = new Map(args.keywords);
    const base = keywords.get('base');
    for (const name of ['base', 'basex', 'basey', 'subs', 'nonpositive']) keywords.delete(name);
    for (const axis of [...(x ? [self.axes.x] : []), ...(y ? [self.axes.y] : [])]) {
      axis.range.scale = 'log';
      if (base !== undefined && base !== null) axis.range.base = number(base, ctx);
    }
    return plot(self, { ...args, keywords }, ctx);
  };
}

/** `step`: `where` says at which side of a point the curve jumps. */
function step(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const keywords = new Map(args.keywords);
  const where = keywords.get('where');
  keywords.delete('where');
  keywords.set('drawstyle', new PyStr(`steps-${isText(where) ? where.value : 'pre'}`));
  return plot(self, { ...args, keywords }, ctx);
}

export const PLOT_METHODS = methods<AxesHandle>({
  plot,
  step,
  semilogx: withScales(true, false),
  semilogy: withScales(false, true),
  loglog: withScales(true, true),
});
