/**
 * Markers. Up to some ten thousand are shapes (many alike share one path); more become a picture, so that a
 * raster of a million spikes stays a file of some hundred kilobytes that opens at once.
 */
import type { Line, Points } from '../artists.ts';
import { type Color, sameColor } from '../colors.ts';
import { discDiameter, isOpenMarker, markerPath } from '../markers.ts';
import { pngDataUri } from '../png.ts';
import { Canvas, type Stamp } from '../raster.ts';
import type { AxesView } from '../view.ts';
import { element, fill, num, stroke } from './element.ts';

/** More markers than this are drawn as a picture. */
export const DENSE_FROM = 20_000;
/** Pixels of such pictures for each dot of the figure. */
const OVERSAMPLING = 2;
/** From this number on, equal markers are written as one path. */
const JOIN_FROM = 50;

const CRISP = { 'shape-rendering': 'crispEdges' };

/** Names shapes that are used again within one document. */
export interface Definitions {
  /** Answers the name of the shape. */
  define(markup: (id: string) => string): string;
}

export function drawMarkers(view: AxesView, line: Line, definitions: Definitions): string {
  const { marker } = line;
  if (marker.symbol === '') return '';
  const places = visiblePlaces(view, line);
  const count = places.length / 2;
  if (count > DENSE_FROM) return drawDense(view, places, stampOf(line, view), () => marker.edge, line.alpha);
  if (isOpenMarker(marker.symbol)) return drawOpen(places, line);
  const diameter = marker.symbol === ',' ? 0.72 : discDiameter(marker.symbol, marker.size);
  const plain =
    marker.symbol === ',' || (sameColor(marker.face, marker.edge) && line.alpha * marker.face[3] === 1);
  if (diameter !== undefined && plain && count >= JOIN_FROM) {
    if (marker.symbol === ',') return drawPixels(view, places, line);
    return drawDots(places, diameter + marker.edgeWidth, line);
  }
  return drawShapes(places, line, definitions);
}

/** The page coordinates x, y, x, y, ... of the points in view. */
function visiblePlaces(view: AxesView, artist: Line | Points): Float64Array {
  const { left, top, width, height } = view;
  const places = new Float64Array(2 * artist.x.length);
  let count = 0;
  for (let k = 0; k < artist.x.length; k++) {
    const x = view.toX(artist.x[k]!, artist.xSpace);
    const y = view.toY(artist.y[k]!, artist.ySpace);
    if (!(x >= left - 20 && x <= left + width + 20 && y >= top - 20 && y <= top + height + 20)) continue;
    places[count++] = x;
    places[count++] = y;
  }
  return places.subarray(0, count);
}

/** Strokes without length, whose caps are the dots. */
function drawDots(places: Float64Array, diameter: number, { marker, alpha }: Line): string {
  const parts: string[] = [];
  for (let k = 0; k < places.length; k += 2) parts.push(`M${num(places[k]!)} ${num(places[k + 1]!)}h0`);
  return element('path', {
    d: parts.join(''),
    fill: 'none',
    ...stroke(marker.face, diameter, alpha),
    'stroke-linecap': 'round',
  });
}

/** One dot of the picture for each place, on the raster of dots: between them, it would be smeared over four. */
function drawPixels(view: AxesView, places: Float64Array, { marker, alpha }: Line): string {
  const dot = 72 / view.figure.dpi;
  const snapped = (value: number) => Math.floor(value / dot) * dot;
  const parts: string[] = [];
  for (let k = 0; k < places.length; k += 2) {
    parts.push(`M${num(snapped(places[k]!))} ${num(snapped(places[k + 1]!) + dot / 2)}h${num(dot)}`);
  }
  return element('path', { d: parts.join(''), fill: 'none', ...stroke(marker.face, dot, alpha), ...CRISP });
}

function drawOpen(places: Float64Array, { marker, alpha }: Line): string {
  const shape = markerPath(marker.symbol, marker.size);
  const corners = [...shape.matchAll(/([ML])(\S+?) ([^MLZ]+)/g)].map(
    ([, command, x, y]) => [command!, Number(x), Number(y)] as const,
  );
  const parts: string[] = [];
  for (let k = 0; k < places.length; k += 2) {
    for (const [command, x, y] of corners)
      parts.push(`${command}${num(places[k]! + x)} ${num(places[k + 1]! + y)}`);
  }
  return element('path', {
    d: parts.join(''),
    fill: 'none',
    ...stroke(marker.edge, marker.edgeWidth, alpha),
  });
}

function drawShapes(places: Float64Array, { marker, alpha }: Line, definitions: Definitions): string {
  if (places.length === 0) return '';
  const id = definitions.define((id) => element('path', { id, d: markerPath(marker.symbol, marker.size) }));
  const uses: string[] = [];
  for (let k = 0; k < places.length; k += 2) {
    uses.push(element('use', { href: `#${id}`, x: places[k]!, y: places[k + 1]! }));
  }
  return element(
    'g',
    { ...fill(marker.face, alpha), ...stroke(marker.edge, marker.edgeWidth, alpha) },
    ...uses,
  );
}

export function drawPoints(view: AxesView, points: Points, definitions: Definitions): string {
  const count = Math.min(points.x.length, points.y.length);
  if (count > DENSE_FROM) return drawDensePoints(view, points);
  const shape = definitions.define((id) => element('path', { id, d: markerPath(points.symbol, 1) }));
  const open = isOpenMarker(points.symbol);
  const drawn: string[] = [];
  for (let k = 0; k < count; k++) {
    const x = view.toX(points.x[k]!, points.xSpace);
    const y = view.toY(points.y[k]!, points.ySpace);
    const size = Math.sqrt(points.areas[k % points.areas.length]!);
    if (!(size > 0) || Number.isNaN(x) || Number.isNaN(y)) continue;
    const face = points.faces[k % points.faces.length]!;
    const edge = open || points.edges === 'face' ? face : points.edges[k % points.edges.length]!;
    const transform = `translate(${num(x)} ${num(y)}) scale(${Math.round(size * 1000) / 1000})`;
    // The shape is scaled with its stroke, so the width is given in its units.
    const edgeStyle = stroke(edge, Math.round((points.linewidth / size) * 1e4) / 1e4, points.alpha);
    const faceStyle = open ? { fill: 'none' } : fill(face, points.alpha);
    const width = edgeStyle['stroke-width'] === undefined ? undefined : String(edgeStyle['stroke-width']);
    drawn.push(
      element('use', { href: `#${shape}`, transform, ...faceStyle, ...edgeStyle, 'stroke-width': width }),
    );
  }
  return drawn.join('');
}

function drawDensePoints(view: AxesView, points: Points): string {
  const scale = (view.figure.dpi / 72) * OVERSAMPLING;
  const radius = (Math.sqrt(points.areas[0] ?? 36) / 2) * scale;
  const stamp: Stamp = { shape: 'disc', halfWidth: radius, halfHeight: radius };
  const places = new Float64Array(2 * points.x.length);
  for (let k = 0; k < points.x.length; k++) {
    places[2 * k] = view.toX(points.x[k]!, points.xSpace);
    places[2 * k + 1] = view.toY(points.y[k]!, points.ySpace);
  }
  return drawDense(view, places, stamp, (k) => points.faces[k % points.faces.length]!, points.alpha);
}

function stampOf({ marker }: Line, view: AxesView): Stamp {
  const dots = (view.figure.dpi / 72) * OVERSAMPLING;
  const half = (marker.size / 2) * dots;
  const line = (marker.edgeWidth / 2) * dots;
  if (marker.symbol === ',') {
    return { shape: 'box', halfWidth: OVERSAMPLING / 2, halfHeight: OVERSAMPLING / 2, raster: OVERSAMPLING };
  }
  if (marker.symbol === '|') return { shape: 'box', halfWidth: line, halfHeight: half };
  if (marker.symbol === '_') return { shape: 'box', halfWidth: half, halfHeight: line };
  if (marker.symbol === 's') return { shape: 'box', halfWidth: half + line, halfHeight: half + line };
  const radius = ((discDiameter(marker.symbol, marker.size) ?? marker.size) / 2) * dots + line;
  return { shape: 'disc', halfWidth: radius, halfHeight: radius };
}

function drawDense(
  view: AxesView,
  places: Float64Array,
  stamp: Stamp,
  color: (k: number) => Color,
  alpha: number,
): string {
  const scale = (view.figure.dpi / 72) * OVERSAMPLING;
  // The picture starts at a whole dot, so that its pixels are not smeared.
  const left = Math.floor((view.left * scale) / OVERSAMPLING) * OVERSAMPLING;
  const top = Math.floor((view.top * scale) / OVERSAMPLING) * OVERSAMPLING;
  const size = (length: number) => Math.ceil(length * scale) + 2 * OVERSAMPLING;
  const canvas = new Canvas(size(view.width), size(view.height));
  const { raster } = stamp;
  const placed = (at: number) => (raster ? (Math.floor(at / raster) + 0.5) * raster : at);
  for (let k = 0; k < places.length; k += 2) {
    const x = placed(places[k]! * scale - left);
    const y = placed(places[k + 1]! * scale - top);
    canvas.stamp(x, y, stamp, color(k / 2), alpha);
  }
  return element('image', {
    x: left / scale,
    y: top / scale,
    width: canvas.width / scale,
    height: canvas.height / scale,
    href: pngDataUri(canvas),
  });
}
