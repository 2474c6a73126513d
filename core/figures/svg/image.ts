/** Matrices as pictures. */
import type { Image } from '../artists.ts';
import { mapColors } from '../colormaps.ts';
import type { Color } from '../colors.ts';
import { type Bitmap, pngDataUri } from '../png.ts';
import type { AxesView } from '../view.ts';
import { element } from './element.ts';

/** Pictures of more pixels would gain nothing on a page. */
const MOST_PIXELS = 2_000_000;
/** Pixels per point where cells of unequal size are sampled. */
const SAMPLING = 2.8;

export function drawImage(view: AxesView, image: Image): string {
  if (image.rows === 0 || image.columns === 0) return '';
  const xs = Array.from(image.xEdges, (edge) => view.toX(edge, image.xSpace));
  const ys = Array.from(image.yEdges, (edge) => view.toY(edge, image.ySpace));
  const [left, right] = [Math.min(xs[0]!, xs.at(-1)!), Math.max(xs[0]!, xs.at(-1)!)];
  const [top, bottom] = [Math.min(ys[0]!, ys.at(-1)!), Math.max(ys[0]!, ys.at(-1)!)];
  const columns = cellsOf(xs, left, right, image.columns);
  const rows = cellsOf(ys, top, bottom, image.rows);
  return element('image', {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    preserveAspectRatio: 'none',
    style: image.smooth ? undefined : 'image-rendering:pixelated',
    opacity: image.alpha === 1 ? undefined : image.alpha,
    href: pngDataUri(paint(image, rows, columns)),
  });
}

/** Which cell each pixel shows, from the left or the top: one pixel per cell where all are equally large. */
function cellsOf(edges: readonly number[], start: number, end: number, count: number): Int32Array {
  const backwards = edges[0]! > edges.at(-1)!;
  const size = (end - start) / count;
  const ascending = backwards ? [...edges].reverse() : edges;
  const even = ascending.every((edge, k) => Math.abs(edge - start - k * size) < 0.01 * size);
  const most = Math.floor(Math.sqrt(MOST_PIXELS));
  const pixels = Math.min(most, even ? count : Math.max(1, Math.ceil((end - start) * SAMPLING)));
  const cells = new Int32Array(pixels);
  for (let pixel = 0, cell = 0; pixel < pixels; pixel++) {
    const at = start + ((pixel + 0.5) * (end - start)) / pixels;
    while (cell < count - 1 && ascending[cell + 1]! <= at) cell++;
    cells[pixel] = backwards ? count - 1 - cell : cell;
  }
  return cells;
}

function paint(image: Image, rows: Int32Array, columns: Int32Array): Bitmap {
  const color = colorReader(image);
  const pixels = new Uint8Array(rows.length * columns.length * 4);
  let at = 0;
  for (const row of rows) {
    for (const column of columns) {
      for (const channel of color(row * image.columns + column)) {
        pixels[at++] = Math.round(Math.min(Math.max(channel, 0), 1) * 255);
      }
    }
  }
  return { width: columns.length, height: rows.length, pixels };
}

function colorReader({ mapping, values }: Image): (cell: number) => Color {
  if (mapping) {
    const toColor = mapColors(mapping);
    return (cell) => toColor(values[cell]!);
  }
  return (cell) => [values[4 * cell]!, values[4 * cell + 1]!, values[4 * cell + 2]!, values[4 * cell + 3]!];
}
