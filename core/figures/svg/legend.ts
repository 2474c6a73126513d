/** The box that explains the artists, where it hides the least. */
import type { Artist } from '../artists.ts';
import { BLACK, type Color, sameColor, WHITE } from '../colors.ts';
import { newRange } from '../defaults.ts';
import type { Legend } from '../figure.ts';
import { ASCENT, DESCENT, textWidth } from '../textMetrics.ts';
import type { AxesView } from '../view.ts';
import { element, fill, stroke } from './element.ts';
import { drawLine } from './lines.ts';
import { type Definitions, drawMarkers } from './points.ts';
import { drawText } from './text.ts';

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Placed extends Rectangle {
  readonly columnWidths: readonly number[];
  readonly rows: number;
}

const EDGE: Color = [0.8, 0.8, 0.8, 1];
/** The places that `best` tries, in order; of equals, the first wins. */
const PLACES = [
  'upper right',
  'upper left',
  'lower left',
  'lower right',
  'center left',
  'center right',
  'lower center',
  'upper center',
  'center',
];

/** `area` is the axes' box, or the page for a figure's legend. */
export function drawLegend(
  legend: Legend,
  area: Rectangle,
  view: AxesView | undefined,
  definitions: Definitions,
): string {
  if (legend.entries.length === 0) return '';
  const em = legend.fontSize;
  const box = place(legend, area, view);
  const frame = element('rect', {
    x: box.left,
    y: box.top,
    width: box.width,
    height: box.height,
    rx: 0.2 * em,
    ...fill(WHITE, legend.frameAlpha),
    ...stroke(EDGE, 1, legend.frameAlpha),
  });
  const title = legend.title
    ? drawText(legend.title, box.left + box.width / 2, box.top + 0.4 * em, {
        size: em,
        color: BLACK,
        horizontal: 'center',
        vertical: 'top',
      })
    : '';
  return (legend.framed ? frame : '') + title + drawEntries(legend, box, definitions);
}

function drawEntries(legend: Legend, box: Placed, definitions: Definitions): string {
  const em = legend.fontSize;
  return legend.entries
    .map(({ artist, label }, k) => {
      const column = Math.floor(k / box.rows);
      const before = box.columnWidths.slice(0, column).reduce((sum, width) => sum + width + 2 * em, 0);
      const left = box.left + 0.4 * em + before;
      const top = box.top + 0.4 * em + ((k % box.rows) + (legend.title ? 1 : 0)) * 1.5 * em;
      const handle = { left, top: top + 0.15 * em, width: 2 * em, height: 0.7 * em };
      const style = { size: em, color: BLACK, horizontal: 'left', vertical: 'baseline' } as const;
      return (
        drawHandle(artist, handle, definitions) + drawText(label, left + 2.8 * em, top + 0.85 * em, style)
      );
    })
    .join('');
}

function drawHandle(artist: Artist, area: Rectangle, definitions: Definitions): string {
  if (artist.kind === 'line') {
    const view = sampleView(area);
    const line = { ...artist, xSpace: 'axes', ySpace: 'axes', drawstyle: 'default' } as const;
    const stretched = { ...line, x: new Float64Array([0, 1]), y: new Float64Array([0.5, 0.5]) };
    const middle = { ...line, x: new Float64Array([0.5]), y: new Float64Array([0.5]) };
    return drawLine(view, stretched) + drawMarkers(view, middle, definitions);
  }
  const at = { x: area.left, y: area.top, width: area.width, height: area.height };
  if (artist.kind === 'rectangles') {
    const style = { ...fill(artist.faces[0]!, artist.alpha), ...stroke(artist.edge, artist.linewidth) };
    return element('rect', { ...at, ...style });
  }
  if (artist.kind === 'polygons') {
    return element('rect', {
      ...at,
      ...fill(artist.face, artist.alpha),
      ...stroke(artist.edge, artist.linewidth),
    });
  }
  const [x, y] = [area.left + area.width / 2, area.top + area.height / 2];
  if (artist.kind === 'points') {
    const size = Math.sqrt(artist.areas[0] ?? 36);
    const style = fill(artist.faces[0] ?? BLACK, artist.alpha);
    return element('circle', { cx: x, cy: y, r: size / 2, ...style });
  }
  if (artist.kind !== 'segments') return '';
  const style = stroke(artist.colors[0] ?? BLACK, artist.linewidth, artist.alpha);
  return element('path', { d: `M${area.left} ${y}h${area.width}`, fill: 'none', ...style });
}

/** Axes as small as the sample beside a label; only fractions of them are used. */
function sampleView(area: Rectangle): AxesView {
  const toX = (value: number) => area.left + value * area.width;
  const toY = (value: number) => area.top + (1 - value) * area.height;
  const nothing = { positions: [], labels: [], minor: [], common: '' };
  const limits = [0, 1] as const;
  return {
    ...area,
    figure: { dpi: 100 } as AxesView['figure'],
    axes: { x: { range: newRange() }, y: { range: newRange() } } as AxesView['axes'],
    xLimits: limits,
    yLimits: limits,
    xTicks: nothing,
    yTicks: nothing,
    toX,
    toY,
  };
}

function place(legend: Legend, area: Rectangle, view: AxesView | undefined): Placed {
  const em = legend.fontSize;
  const columns = Math.max(1, Math.min(legend.columns, legend.entries.length));
  const rows = Math.ceil(legend.entries.length / columns);
  const columnWidths = Array.from({ length: Math.ceil(legend.entries.length / rows) }, (_, column) =>
    Math.max(
      ...legend.entries
        .slice(column * rows, (column + 1) * rows)
        .map(({ label }) => 2.8 * em + textWidth(label, em)),
    ),
  );
  const inner = columnWidths.reduce((a, b) => a + b, 0) + 2 * em * (columnWidths.length - 1);
  const width = Math.max(inner, legend.title ? textWidth(legend.title, em) : 0) + 0.8 * em;
  const lines = rows + (legend.title ? 1 : 0);
  const height = (lines * (ASCENT + DESCENT) + (lines - 1) * 0.5 + 0.8) * em;
  const { anchor } = legend;
  const bounds = anchor ? anchored(anchor, area) : area;
  const corner = (location: string) => corners(location, bounds, width, height, 0.5 * em);
  const [left, top] =
    legend.location === 'best' ? emptiest(view, width, height, corner) : corner(legend.location);
  return { left, top, width, height, columnWidths, rows };
}

/** The part of the area that `bbox_to_anchor` names. */
function anchored(anchor: readonly number[], area: Rectangle): Rectangle {
  const [x = 0, y = 0, width = 0, height = 0] = anchor;
  return {
    left: area.left + x * area.width,
    top: area.top + (1 - y - height) * area.height,
    width: width * area.width,
    height: height * area.height,
  };
}

function corners(
  location: string,
  area: Rectangle,
  width: number,
  height: number,
  pad: number,
): [number, number] {
  const horizontal = /left/.test(location) ? 0 : /right/.test(location) ? 1 : 0.5;
  const vertical = /upper/.test(location) ? 0 : /lower/.test(location) ? 1 : 0.5;
  const between = (start: number, room: number, fraction: number) =>
    start + pad + (room - 2 * pad) * fraction;
  return [
    between(area.left, area.width - width, horizontal),
    between(area.top, area.height - height, vertical),
  ];
}

/** The place where the box covers the fewest points and lines. */
function emptiest(
  view: AxesView | undefined,
  width: number,
  height: number,
  corner: (location: string) => [number, number],
): [number, number] {
  const candidates = PLACES.map(corner);
  if (!view) return candidates[0]!;
  const covered = candidates.map(() => 0);
  for (const artist of view.axes.artists) {
    for (const [x, y] of outlinePoints(view, artist)) {
      candidates.forEach(([left, top], k) => {
        if (x >= left && x <= left + width && y >= top && y <= top + height) covered[k]! += 1;
      });
    }
  }
  return candidates[covered.indexOf(Math.min(...covered))]!;
}

/** Points along an artist, dense enough to notice what a box of some size would cover. */
function* outlinePoints(view: AxesView, artist: Artist): Generator<[number, number]> {
  if (artist.kind === 'line' || artist.kind === 'points') {
    const joined = artist.kind === 'line' && artist.dashes !== 'none';
    let [lastX, lastY] = [Number.NaN, Number.NaN];
    for (let k = 0; k < artist.x.length; k++) {
      const [x, y] = [view.toX(artist.x[k]!, artist.xSpace), view.toY(artist.y[k]!, artist.ySpace)];
      if (joined) yield* between(lastX, lastY, x, y);
      yield [x, y];
      [lastX, lastY] = [x, y];
    }
  } else if (artist.kind === 'rectangles') {
    for (let k = 0; k < artist.left.length; k++) {
      const [x0, y0] = [view.toX(artist.left[k]!, artist.xSpace), view.toY(artist.bottom[k]!, artist.ySpace)];
      const x1 = view.toX(artist.left[k]! + artist.width[k]!, artist.xSpace);
      const y1 = view.toY(artist.bottom[k]! + artist.height[k]!, artist.ySpace);
      yield* between((x0 + x1) / 2, y0, (x0 + x1) / 2, y1);
    }
  } else if (artist.kind === 'polygons') {
    for (const { x, y } of artist.outlines) {
      for (let k = 0; k < x.length; k++)
        yield [view.toX(x[k]!, artist.xSpace), view.toY(y[k]!, artist.ySpace)];
    }
  }
}

function* between(x0: number, y0: number, x1: number, y1: number): Generator<[number, number]> {
  const steps = Math.min(50, Math.floor(Math.hypot(x1 - x0, y1 - y0) / 8));
  for (let k = 1; k <= steps; k++)
    yield [x0 + ((x1 - x0) * k) / (steps + 1), y0 + ((y1 - y0) * k) / (steps + 1)];
}

/** True where a legend would show nothing of the artist. */
export function isInvisible(artist: Artist): boolean {
  return artist.kind === 'polygons' && sameColor(artist.face, artist.edge) && artist.face[3] === 0;
}
