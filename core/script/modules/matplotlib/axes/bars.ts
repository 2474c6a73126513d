/** Bars and histograms. */
import type { Polygons, Rectangles } from '../../../../figures/artists.ts';
import { COLOR_CYCLE, type Color, TRANSPARENT } from '../../../../figures/colors.ts';
import { artistBase } from '../../../../figures/defaults.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { bindSignature } from '../../../objects/arguments.ts';
import { valueError } from '../../../objects/errors.ts';
import type { CallArguments, PyValue } from '../../../values.ts';
import { BarContainer } from '../barContainer.ts';
import { color } from '../colorArguments.ts';
import { flatNumbers, isSequence, isText, list, number, texts, tuple } from '../convert.ts';
import { type Method, methods } from '../handle.ts';
import { arrayValue } from '../numeric.ts';
import { PATCH_PROPERTIES } from '../properties.ts';
import { applyProperties } from '../propertyTable.ts';
import type { AxesHandle } from './axesHandle.ts';
import { categories } from './categories.ts';
import { countInto, edgesOf } from './histogram.ts';

/** `bar` and `barh`: the same with the directions exchanged. */
function bars(name: 'bar' | 'barh'): Method<AxesHandle> {
  const upright = name === 'bar';
  const signature = upright
    ? ['x', 'height', 'width=0.8', 'bottom=', '*', 'align=', 'log=', 'tick_label=', '**rest']
    : ['y', 'width', 'height=0.8', 'left=', '*', 'align=', 'log=', 'tick_label=', '**rest'];
  return (self, args, ctx) => {
    const { values, keywordRest } = bindSignature(name, args, signature);
    const [places, lengths, thickness, base, align, log, labels] = values;
    const axis = upright ? self.axes.x : self.axes.y;
    const at = categories(axis, places)?.values ?? flatNumbers(places!, ctx);
    const [long, thick] = [flatNumbers(lengths!, ctx), flatNumbers(thickness!, ctx)];
    const count = Math.max(at.length, long.length);
    const all = (given: Float64Array, k: number) => matched(given, count, k);
    const start = base == null ? new Float64Array(count) : all(flatNumbers(base, ctx), 3);
    const widths = all(thick, 2);
    const edge = isText(align) && align.value === 'edge';
    const near = all(at, 0).map((value, k) => (edge ? value : value - widths[k]! / 2));
    const artist = newBars(upright, near, widths, start, all(long, 1), nextColor(self));
    applyProperties(artist, barKeywords(keywordRest), PATCH_PROPERTIES, 'Rectangle', ctx);
    if (log === true) (upright ? self.axes.y : self.axes.x).range.scale = 'log';
    if (labels != null) {
      axis.ticks = [...all(at, 0)];
      axis.tickLabels = texts(labels) ?? [];
    }
    self.add(artist, ctx);
    return new BarContainer(artist);
  };
}

/** Error bars on bars are not drawn. */
function barKeywords(keywords: ReadonlyMap<string, PyValue>): [string, PyValue][] {
  const ignored = new Set(['yerr', 'xerr', 'ecolor', 'capsize', 'error_kw']);
  return [...keywords].filter(([name]) => !ignored.has(name));
}

function matched(given: Float64Array, count: number, argument: number): Float64Array {
  if (given.length === count) return given;
  if (given.length === 1) return new Float64Array(count).fill(given[0]!);
  const [first, second] = argument === 0 ? [given.length, count] : [count, given.length];
  throw valueError(
    `shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape (${first},) and arg ${Math.max(argument, 1)} with shape (${second},).`,
  );
}

function newBars(
  upright: boolean,
  near: Float64Array,
  thickness: Float64Array,
  start: Float64Array,
  length: Float64Array,
  face: Color,
): Rectangles {
  return {
    ...artistBase(1),
    kind: 'rectangles',
    left: upright ? near : start,
    bottom: upright ? start : near,
    width: upright ? thickness : length,
    height: upright ? length : thickness,
    faces: [face],
    edge: TRANSPARENT,
    linewidth: 0,
    stickyBase: upright ? 'y' : 'x',
  };
}

function nextColor(self: AxesHandle): Color {
  return COLOR_CYCLE[self.axes.patchColors++ % COLOR_CYCLE.length]!;
}

/** Histograms share the colours of curves, not those of bars. */
function nextLineColor(self: AxesHandle): Color {
  return COLOR_CYCLE[self.axes.lineColors++ % COLOR_CYCLE.length]!;
}

const HIST = [
  'x',
  'bins=10',
  'range=',
  'density=False',
  'weights=',
  'cumulative=False',
  'bottom=',
  'histtype=bar',
  'align=mid',
  'orientation=vertical',
  'rwidth=',
  'log=False',
  'color=',
  'label=',
  'stacked=False',
  '**rest',
];

/** Counts values into bins and draws them; answers counts, edges and the bars. */
function hist(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const { values, keywordRest } = bindSignature('hist', args, withText(HIST));
  const [x, bins, range, density, weights, cumulative, , type, , orientation, rwidth, log, given, label] =
    values;
  const sets = dataSets(x!, ctx);
  const limits = range == null ? undefined : flatNumbers(range, ctx);
  const edges = edgesOf(sets, bins ?? 10n, limits, ctx);
  const weighted = weights == null ? undefined : flatNumbers(weights, ctx);
  const counts = sets.map((set) => countInto(set, edges, weighted, density === true, cumulative === true));
  const upright = !(isText(orientation) && orientation.value === 'horizontal');
  const labels = texts(label);
  const artists = counts.map((count, k) => {
    const own = isSequence(given) && sets.length > 1 ? given.items[k]! : given;
    const face = own == null ? nextLineColor(self) : color(own, ctx);
    const kind = isText(type) ? type.value : 'bar';
    const width = rwidth == null ? (sets.length > 1 ? 0.8 : 1) : number(rwidth, ctx);
    const artist = kind.startsWith('step')
      ? outline(edges, count, face, kind === 'stepfilled', upright)
      : barsOf(edges, count, face, width, k, sets.length, upright);
    if (labels) artist.label = labels[k] ?? '';
    else if (isText(label) && k === 0) artist.label = label.value;
    applyProperties(artist, keywordRest, PATCH_PROPERTIES, 'Rectangle', ctx);
    self.add(artist, ctx);
    return artist;
  });
  if (log === true) (upright ? self.axes.y : self.axes.x).range.scale = 'log';
  const handles = artists.map((artist) => new BarContainer(artist));
  const single = sets.length === 1;
  return tuple(
    single ? arrayValue(counts[0]!) : list(counts.map((count) => arrayValue(count))),
    arrayValue(edges),
    single ? handles[0]! : list(handles),
  );
}

/** Defaults that are words are written bare in the table above. */
function withText(signature: readonly string[]): string[] {
  return signature.map((entry) => entry.replace(/=([a-z]+)$/, "='$1'"));
}

function dataSets(x: PyValue, ctx: Interpreter): Float64Array[] {
  const several = isSequence(x) && x.items.length > 0 && x.items.every((item) => typeof item === 'object');
  if (!several) return [flatNumbers(x, ctx)];
  const parts = x.items.map((item) => flatNumbers(item, ctx));
  // A list of single quantities is one set of data.
  return parts.every((part, k) => part.length === 1 && !isSequence(x.items[k]))
    ? [Float64Array.from(parts, (part) => part[0]!)]
    : parts;
}

function barsOf(
  edges: Float64Array,
  counts: Float64Array,
  face: Color,
  width: number,
  k: number,
  sets: number,
  upright: boolean,
): Rectangles {
  const near = counts.map((_, bin) => {
    const size = edges[bin + 1]! - edges[bin]!;
    return edges[bin]! + size * ((1 - width) / 2 + (width / sets) * k);
  });
  const thick = counts.map((_, bin) => ((edges[bin + 1]! - edges[bin]!) * width) / sets);
  return newBars(upright, near, thick, new Float64Array(counts.length), counts, face);
}

/** The contour of a histogram. */
function outline(
  edges: Float64Array,
  counts: Float64Array,
  face: Color,
  filled: boolean,
  upright: boolean,
): Polygons {
  const along = [edges[0]!];
  const height = [0];
  counts.forEach((count, bin) => {
    along.push(edges[bin]!, edges[bin + 1]!);
    height.push(count, count);
  });
  along.push(edges[counts.length]!);
  height.push(0);
  const [a, b] = [Float64Array.from(along), Float64Array.from(height)];
  return {
    ...artistBase(1),
    kind: 'polygons',
    outlines: [upright ? { x: a, y: b } : { x: b, y: a }],
    face: filled ? face : TRANSPARENT,
    edge: filled ? TRANSPARENT : face,
    linewidth: filled ? 0 : 1,
    dashes: 'solid',
  };
}

export const BAR_METHODS = methods<AxesHandle>({ bar: bars('bar'), barh: bars('barh'), hist });
