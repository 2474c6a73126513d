/** Automatic limits: what range of data an axis shows. */
import type { Artist } from './artists.ts';
import type { Axes, AxisRange, Figure } from './figure.ts';

export type Direction = 'x' | 'y';

/** The limits in force, in drawing order (the first at the left or bottom). */
export function axisLimits(figure: Figure, axes: Axes, direction: Direction): [number, number] {
  const { range } = axes[direction];
  const limits = range.limits ?? automaticLimits(sharing(figure, axes, range, direction), range, direction);
  const safe = usable(limits, range);
  return range.inverted ? [safe[1], safe[0]] : safe;
}

/** What the data of axes that share a range span: enough for both of them. */
interface Extent {
  low: number;
  high: number;
  /** Smallest positive value, for logarithmic axes. */
  positive: number;
  /** Values beyond which no free room is left. */
  sticky: Set<number>;
}

function sharing(figure: Figure, axes: Axes, range: AxisRange, direction: Direction): Axes[] {
  const all = figure.axes.filter((each) => each[direction].range === range);
  return all.length > 0 ? all : [axes];
}

function automaticLimits(group: readonly Axes[], range: AxisRange, direction: Direction): [number, number] {
  const extent: Extent = {
    low: Number.POSITIVE_INFINITY,
    high: Number.NEGATIVE_INFINITY,
    positive: Number.POSITIVE_INFINITY,
    sticky: new Set(),
  };
  for (const axes of group) {
    for (const artist of axes.artists) if (artist.scales) extend(extent, artist, direction);
  }
  const margin = Math.max(0, ...group.map((axes) => axes.margins[direction === 'x' ? 0 : 1]));
  if (range.scale === 'log') return logLimits(extent, margin);
  if (!(extent.low <= extent.high)) return [0, 1];
  return widened(extent, margin);
}

function widened({ low, high, sticky }: Extent, margin: number): [number, number] {
  const [a, b] = apart(low, high);
  const room = (b - a) * margin;
  return [sticky.has(a) ? a : a - room, sticky.has(b) ? b : b + room];
}

function logLimits({ high, positive }: Extent, margin: number): [number, number] {
  if (!(positive <= high)) return [1, 10];
  if (positive === high) return [positive / 10, positive * 10];
  const room = (Math.log10(high) - Math.log10(positive)) * margin;
  return [10 ** (Math.log10(positive) - room), 10 ** (Math.log10(high) + room)];
}

/** Two limits that differ, around a single value if need be. */
function apart(low: number, high: number): [number, number] {
  if (high - low > Math.max(Math.abs(low), Math.abs(high)) * 1e-15) return [low, high];
  const room = low === 0 && high === 0 ? 0.05 : Math.max(Math.abs(low), Math.abs(high)) * 0.05;
  return [low - room, high + room];
}

function usable([a, b]: readonly [number, number], range: AxisRange): [number, number] {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return range.scale === 'log' ? [1, 10] : [0, 1];
  if (range.scale === 'log' && !(Math.min(a, b) > 0)) {
    const top = Math.max(a, b) > 0 ? Math.max(a, b) : 10;
    return a <= b ? [top / 1e3, top] : [top, top / 1e3];
  }
  return a === b ? apart(a, b) : [a, b];
}

function extend(extent: Extent, artist: Artist, direction: Direction): void {
  if ((direction === 'x' ? artist.xSpace : artist.ySpace) !== 'data') return;
  for (const values of coordinates(artist, direction)) include(extent, values);
  if (artist.kind === 'image') {
    const edges = direction === 'x' ? artist.xEdges : artist.yEdges;
    for (const edge of [edges[0], edges.at(-1)]) if (edge !== undefined) extent.sticky.add(edge);
  }
  if (artist.kind === 'rectangles' && artist.stickyBase === direction) {
    for (const base of direction === 'y' ? artist.bottom : artist.left) extent.sticky.add(base);
  }
}

function include(extent: Extent, values: Float64Array): void {
  let { low, high, positive } = extent;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
    if (value > 0 && value < positive) positive = value;
  }
  Object.assign(extent, { low, high, positive });
}

function coordinates(artist: Artist, direction: Direction): Float64Array[] {
  const horizontal = direction === 'x';
  switch (artist.kind) {
    case 'line':
    case 'points':
      return [artist[direction]];
    case 'polygons':
      return artist.outlines.map((outline) => outline[direction]);
    case 'segments':
      return horizontal ? [artist.x0, artist.x1] : [artist.y0, artist.y1];
    case 'image':
      return [horizontal ? artist.xEdges : artist.yEdges];
    case 'rectangles': {
      const start = horizontal ? artist.left : artist.bottom;
      const size = horizontal ? artist.width : artist.height;
      return [start, start.map((value, k) => value + size[k]!)];
    }
    default:
      return [];
  }
}
