/** Axes as they will be drawn: their place on the page, their limits, their ticks. Lengths in points, y down. */
import type { Space } from './artists.ts';
import type { Axes, AxisRange, Box, Figure, SubplotMargins } from './figure.ts';
import { layOut } from './layout.ts';
import { axisLimits } from './limits.ts';
import { axisTicks, type Ticks } from './ticks.ts';

export interface AxesView {
  readonly figure: Figure;
  readonly axes: Axes;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly xLimits: readonly [number, number];
  readonly yLimits: readonly [number, number];
  readonly xTicks: Ticks;
  readonly yTicks: Ticks;
  /** From data units, or fractions of the axes or figure, to the page. */
  toX(value: number, space?: Space): number;
  toY(value: number, space?: Space): number;
}

/** No coordinate on the page is larger: renderers compute in single precision. */
const FARTHEST = 1e5;

export function pageSize(figure: Figure): [number, number] {
  return [figure.size[0] * 72, figure.size[1] * 72];
}

export function viewsOf(figure: Figure, margins: SubplotMargins = figure.margins): AxesView[] {
  return [...layOut(figure, margins)].map(([axes, box]) => viewOf(figure, axes, box));
}

function viewOf(figure: Figure, axes: Axes, fractions: Box): AxesView {
  let [xLimits, yLimits] = [axisLimits(figure, axes, 'x'), axisLimits(figure, axes, 'y')];
  const [pageWidth, pageHeight] = pageSize(figure);
  const place = { left: fractions[0] * pageWidth, width: fractions[2] * pageWidth, top: 0, height: 0 };
  place.height = fractions[3] * pageHeight;
  place.top = (1 - fractions[1]) * pageHeight - place.height;
  if (axes.position.kind === 'colorbar') narrowBar(place, axes.position.side, axes.position.aspect);
  else if (axes.aspect !== undefined) keepAspect(place, axes.aspect, xLimits, yLimits);
  const toFraction = { x: scaleOf(axes.x.range, xLimits), y: scaleOf(axes.y.range, yLimits) };
  xLimits = [...xLimits];
  yLimits = [...yLimits];
  return {
    figure,
    axes,
    ...place,
    xLimits,
    yLimits,
    xTicks: axisTicks(axes.x, xLimits, place.width, true),
    yTicks: axisTicks(axes.y, yLimits, place.height, false),
    toX: (value, space = 'data') =>
      space === 'figure'
        ? value * pageWidth
        : bounded(place.left + (space === 'data' ? toFraction.x(value) : value) * place.width),
    toY: (value, space = 'data') =>
      space === 'figure'
        ? (1 - value) * pageHeight
        : bounded(place.top + (1 - (space === 'data' ? toFraction.y(value) : value)) * place.height),
  };
}

type Place = { left: number; top: number; width: number; height: number };

/** A colour bar is as wide as its length allows, and stays at the side of the axes that it belongs to. */
function narrowBar(place: Place, side: string, aspect: number): void {
  if (side === 'left' || side === 'right') {
    const width = Math.min(place.width, place.height / aspect);
    if (side === 'left') place.left += place.width - width;
    place.width = width;
  } else {
    const height = Math.min(place.height, place.width / aspect);
    if (side === 'top') place.top += place.height - height;
    place.height = height;
  }
}

/** The largest centred box within the place in which units of x and y have the wanted proportion. */
function keepAspect(
  place: Place,
  aspect: number,
  x: readonly [number, number],
  y: readonly [number, number],
): void {
  const wanted = (aspect * Math.abs(y[1] - y[0])) / Math.abs(x[1] - x[0]);
  if (!(wanted > 0) || !Number.isFinite(wanted)) return;
  if (place.height > place.width * wanted) {
    const height = place.width * wanted;
    place.top += (place.height - height) / 2;
    place.height = height;
  } else {
    const width = place.height / wanted;
    place.left += (place.width - width) / 2;
    place.width = width;
  }
}

function bounded(value: number): number {
  return Math.min(Math.max(value, -FARTHEST), FARTHEST);
}

/** Fraction of the axis at which a value lies. */
function scaleOf(range: AxisRange, [low, high]: readonly [number, number]): (value: number) => number {
  if (range.scale === 'linear') return (value) => (value - low) / (high - low);
  const transform = range.scale === 'log' ? logarithm : symmetricLogarithm;
  const [a, b] = [transform(low), transform(high)];
  return (value) => (transform(value) - a) / (b - a);
}

/** What isn't positive lies far below everything, as matplotlib clips it. */
function logarithm(value: number): number {
  return value > 0 ? Math.log10(value) : value <= 0 ? -1000 : Number.NaN;
}

/** Linear between -2 and 2, in matplotlib's default proportions. */
function symmetricLogarithm(value: number): number {
  const threshold = 2;
  const size = Math.abs(value);
  const linear = 10 / 9;
  if (size <= threshold) return value * linear;
  return Math.sign(value) * threshold * (linear + Math.log10(size / threshold));
}
