/** Straight lines and bands across the axes, error bars, events. */
import type { Line, Polygons, Segments } from '../../../../figures/artists.ts';
import { COLOR_CYCLE, type Color } from '../../../../figures/colors.ts';
import { artistBase } from '../../../../figures/defaults.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { bindSignature } from '../../../objects/arguments.ts';
import { valueError } from '../../../objects/errors.ts';
import type { CallArguments, PyValue } from '../../../values.ts';
import { color } from '../colorArguments.ts';
import {
  broadcast,
  flatNumbers,
  isSequence,
  isText,
  list,
  number,
  numbers,
  shapeText,
  tuple,
} from '../convert.ts';
import { type Method, methods } from '../handle.ts';
import { LINE_PROPERTIES, PATCH_PROPERTIES, SEGMENTS_PROPERTIES } from '../properties.ts';
import { applyProperties } from '../propertyTable.ts';
import type { AxesHandle } from './axesHandle.ts';
import { parseFormat } from './formatString.ts';
import { newLine } from './plot.ts';

/** `axhline` and `axvline`: the free coordinate runs over fractions of the axes. */
function acrossLine(name: string, horizontal: boolean): Method<AxesHandle> {
  const [at, from, to] = horizontal ? ['y=0', 'xmin=0', 'xmax=1'] : ['x=0', 'ymin=0', 'ymax=1'];
  return (self, args, ctx) => {
    const { values, keywordRest } = bindSignature(name, args, [at!, from!, to!, '**rest']);
    const [place, low, high] = values.map((value) => number(value!, ctx));
    const fixed = Float64Array.of(place!, place!);
    const free = Float64Array.of(low!, high!);
    const line = newLine(self, horizontal ? free : fixed, horizontal ? fixed : free, {}, ctx);
    // Reference lines take no colour out of the cycle.
    self.axes.lineColors--;
    line.color = COLOR_CYCLE[0]!;
    if (horizontal) line.xSpace = 'axes';
    else line.ySpace = 'axes';
    applyProperties(line, keywordRest, LINE_PROPERTIES, 'Line2D', ctx);
    return self.add(line, ctx);
  };
}

/** `axhspan` and `axvspan`. */
function acrossSpan(name: string, horizontal: boolean): Method<AxesHandle> {
  const signature = horizontal ? ['ymin', 'ymax', 'xmin=0', 'xmax=1'] : ['xmin', 'xmax', 'ymin=0', 'ymax=1'];
  return (self, args, ctx) => {
    const { values, keywordRest } = bindSignature(name, args, [...signature, '**rest']);
    const [low, high, from, to] = values.map((value) => number(value!, ctx)) as [
      number,
      number,
      number,
      number,
    ];
    const along = Float64Array.of(low, high, high, low);
    const across = Float64Array.of(from, from, to, to);
    const face = COLOR_CYCLE[0]!;
    const outline = horizontal ? { x: across, y: along } : { x: along, y: across };
    const span: Polygons = {
      ...artistBase(1),
      kind: 'polygons',
      outlines: [outline],
      face,
      edge: face,
      linewidth: 1,
      dashes: 'solid',
    };
    if (horizontal) span.xSpace = 'axes';
    else span.ySpace = 'axes';
    applyProperties(span, keywordRest, PATCH_PROPERTIES, 'Polygon', ctx);
    return self.add(span, ctx);
  };
}

/** `vlines` and `hlines`. */
function dataLines(name: string, vertical: boolean): Method<AxesHandle> {
  const [at, low, high] = vertical ? ['x', 'ymin', 'ymax'] : ['y', 'xmin', 'xmax'];
  return (self, args, ctx) => {
    const signature = [at!, low!, high!, 'colors=', 'linestyles=', 'label=', '**rest'];
    const { values, keywordRest } = bindSignature(name, args, signature);
    const [places, starts, ends] = values.slice(0, 3).map((value) => flatNumbers(value!, ctx));
    const fixed = places!;
    const [from, to] = [broadcast(starts!, fixed.length), broadcast(ends!, fixed.length)];
    const segments = vertical ? newSegments(fixed, from, fixed, to) : newSegments(from, fixed, to, fixed);
    const named = [
      ['colors', values[3]],
      ['linestyles', values[4]],
      ['label', values[5]],
    ] as const;
    const given = named.filter((pair): pair is readonly [(typeof pair)[0], PyValue] => pair[1] != null);
    applyProperties(segments, [...given, ...keywordRest], SEGMENTS_PROPERTIES, 'LineCollection', ctx);
    return self.add(segments, ctx);
  };
}

function newSegments(x0: Float64Array, y0: Float64Array, x1: Float64Array, y1: Float64Array): Segments {
  return {
    ...artistBase(2),
    kind: 'segments',
    x0,
    y0,
    x1,
    y1,
    colors: [COLOR_CYCLE[0]!],
    linewidth: 1.5,
    dashes: 'solid',
  };
}

const ERRORBAR = [
  'x',
  'y',
  'yerr=',
  'xerr=',
  'fmt=',
  'ecolor=',
  'elinewidth=',
  'capsize=',
  'barsabove=',
  'lolims=',
  'uplims=',
  'xlolims=',
  'xuplims=',
  'errorevery=',
  'capthick=',
  '**rest',
];

/** Points with bars for their uncertainty; `fmt='none'` draws the bars alone. */
function errorbar(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const { values, keywordRest } = bindSignature('errorbar', args, ERRORBAR);
  const [xGiven, yGiven, yerr, xerr, fmt, ecolor, elinewidth, capsize] = values;
  const [x, y] = [flatNumbers(xGiven!, ctx), flatNumbers(yGiven!, ctx)];
  if (x.length !== y.length) throw valueError("'x' and 'y' must have the same size");
  const bare = isText(fmt) && fmt.value.toLowerCase() === 'none';
  const line = newLine(self, x, y, bare || !isText(fmt) ? {} : parseFormat(fmt.value), ctx);
  applyProperties(line, keywordRest, LINE_PROPERTIES, 'Line2D', ctx);
  const style = {
    color: ecolor == null ? line.color : color(ecolor, ctx, 'ecolor'),
    linewidth: elinewidth == null ? line.linewidth : number(elinewidth, ctx),
    cap: capsize == null ? 0 : number(capsize, ctx),
    alpha: line.alpha,
  };
  if (!bare) self.add(line, ctx);
  if (yerr != null) addBars(self, line, yerr, 'y', style, ctx);
  if (xerr != null) addBars(self, line, xerr, 'x', style, ctx);
  return tuple(bare ? null : self.pyplot(ctx).handle(line, () => self), tuple(), tuple());
}

interface BarStyle {
  readonly color: Color;
  readonly linewidth: number;
  readonly cap: number;
  readonly alpha: number;
}

function addBars(
  self: AxesHandle,
  line: Line,
  errors: PyValue,
  along: 'x' | 'y',
  style: BarStyle,
  ctx: Interpreter,
): void {
  const [below, above] = errorSizes(errors, line, along, ctx);
  const center = line[along];
  const low = center.map((value, k) => value - below[k]!);
  const high = center.map((value, k) => value + above[k]!);
  const bars =
    along === 'y' ? newSegments(line.x, low, line.x, high) : newSegments(low, line.y, high, line.y);
  Object.assign(bars, { colors: [style.color], linewidth: style.linewidth, alpha: style.alpha });
  self.add(bars, ctx);
  if (style.cap === 0) return;
  for (const ends of [low, high]) {
    const marker = {
      symbol: along === 'y' ? '_' : '|',
      size: 2 * style.cap,
      face: style.color,
      edge: style.color,
      edgeWidth: 1,
    };
    const places = along === 'y' ? { x: line.x, y: ends } : { x: ends, y: line.y };
    self.add({ ...line, ...places, label: '', dashes: 'none', color: style.color, marker }, ctx);
  }
}

/** Lower and upper sizes: one for all, one for each, or two rows. */
function errorSizes(
  errors: PyValue,
  line: Line,
  along: 'x' | 'y',
  ctx: Interpreter,
): [Float64Array, Float64Array] {
  const { values, shape } = numbers(errors, ctx);
  const count = line.x.length;
  if (shape.length === 2 && shape[0] === 2 && shape[1] === count) {
    return [values.slice(0, count), values.slice(count)];
  }
  if (values.length !== 1 && values.length !== count) {
    throw valueError(
      `'${along}err' (shape: ${shapeText(shape)}) must be a scalar or a 1D or (2, n) array-like whose shape matches '${along}' (shape: (${count},))`,
    );
  }
  const each = broadcast(values, count);
  return [each, each];
}

/** One row of ticks for each list of positions. */
function eventplot(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const signature = [
    'positions',
    'orientation=',
    'lineoffsets=',
    'linelengths=',
    'linewidths=',
    'colors=',
    '**rest',
  ];
  const { values, keywordRest } = bindSignature('eventplot', args, signature);
  const [positions, , offsets, lengths, linewidths, given] = values;
  const rows =
    isSequence(positions) && positions.items.some((item) => isSequence(item) || !isPlain(item))
      ? positions.items.map((item) => flatNumbers(item, ctx))
      : [flatNumbers(positions!, ctx)];
  const each = (value: PyValue | undefined, k: number, fallback: number) => {
    if (value == null) return fallback;
    const list = flatNumbers(value, ctx);
    return list[k % list.length] ?? fallback;
  };
  return list(
    rows.map((row, k) => {
      const [middle, half] = [each(offsets, k, rows.length === 1 ? 1 : k), each(lengths, k, 1) / 2];
      const segments = newSegments(
        row,
        row.map(() => middle - half),
        row,
        row.map(() => middle + half),
      );
      segments.linewidth = each(linewidths, k, 1.5);
      const extra = given == null ? [] : [['colors', given] as const];
      applyProperties(segments, [...extra, ...keywordRest], SEGMENTS_PROPERTIES, 'EventCollection', ctx);
      return self.add(segments, ctx);
    }),
  );
}

function isPlain(value: PyValue): boolean {
  return typeof value !== 'object' || value === null;
}

export const REFERENCE_METHODS = methods<AxesHandle>({
  axhline: acrossLine('axhline', true),
  axvline: acrossLine('axvline', false),
  axhspan: acrossSpan('axhspan', true),
  axvspan: acrossSpan('axvspan', false),
  vlines: dataLines('vlines', true),
  hlines: dataLines('hlines', false),
  errorbar,
  eventplot,
});
