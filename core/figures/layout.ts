/** Where each axes of a figure lies: grids, boxes beside and within others, colour bars. */
import type { Axes, Box, ColorbarPosition, Figure, Grid, Span, SubplotMargins } from './figure.ts';

/** Boxes in fractions of the figure, before an aspect ratio narrows them. */
export type Layout = ReadonlyMap<Axes, Box>;

export function layOut(figure: Figure, margins: SubplotMargins = figure.margins): Layout {
  const boxes = new Map<Axes, Box>();
  for (const axes of figure.axes) {
    const { position } = axes;
    if (position.kind === 'grid')
      boxes.set(axes, gridBox(position.grid, position.rows, position.columns, margins));
    if (position.kind === 'box') boxes.set(axes, position.box);
  }
  for (const axes of figure.axes) {
    if (axes.position.kind === 'colorbar') boxes.set(axes, takeRoom(boxes, axes.position));
  }
  for (const axes of figure.axes) {
    const { position } = axes;
    if (position.kind === 'twin') boxes.set(axes, boxes.get(position.of) ?? [0.125, 0.11, 0.775, 0.77]);
    if (position.kind === 'inset')
      boxes.set(axes, inside(boxes.get(position.of) ?? [0, 0, 1, 1], position.box));
  }
  return boxes;
}

/** The cells of a grid, before anything takes room from them. */
export function gridBox(grid: Grid, rows: Span, columns: Span, margins: SubplotMargins): Box {
  const around = { ...margins, ...grid.margins };
  if (grid.parent) {
    const [left, bottom, width, height] = gridBox(
      grid.parent.grid,
      grid.parent.rows,
      grid.parent.columns,
      margins,
    );
    Object.assign(around, { left, bottom, right: left + width, top: bottom + height });
  }
  const [x0, x1] = spanOf(
    columns,
    grid.columns,
    around.left,
    around.right - around.left,
    around.wspace,
    grid.widthRatios,
  );
  const [y0, y1] = spanOf(rows, grid.rows, 0, around.top - around.bottom, around.hspace, grid.heightRatios);
  return [x0, around.top - y1, x1 - x0, y1 - y0];
}

/** Start and end of some of the cells that divide a length. `space` is a fraction of the mean cell. */
function spanOf(
  [first, last]: Span,
  count: number,
  start: number,
  total: number,
  space: number,
  ratios?: readonly number[],
): [number, number] {
  const mean = total / (count + space * (count - 1));
  const sum = ratios?.reduce((a, b) => a + b, 0) ?? count;
  const size = (k: number) => ((ratios?.[k] ?? 1) * mean * count) / sum;
  let at = start;
  let begin = start;
  for (let k = 0; k < count; k++) {
    if (k === first) begin = at;
    at += size(k);
    if (k === last - 1) return [begin, at];
    at += space * mean;
  }
  return [begin, at];
}

/** Narrows the axes that the bar belongs to, and answers the bar's own box. */
function takeRoom(boxes: Map<Axes, Box>, position: ColorbarPosition): Box {
  const parents = position.of.filter((axes) => boxes.has(axes));
  const [left, bottom, width, height] = union(parents.map((axes) => boxes.get(axes)!));
  const upright = position.side === 'left' || position.side === 'right';
  const before = position.side === 'left' || position.side === 'bottom';
  const kept = 1 - position.fraction - position.pad;
  for (const axes of parents) {
    const [l, b, w, h] = boxes.get(axes)!;
    const from = before ? 1 - kept : 0;
    boxes.set(
      axes,
      upright
        ? [left + (l - left) * kept + from * width, b, w * kept, h]
        : [l, bottom + (b - bottom) * kept + from * height, w, h * kept],
    );
  }
  const start = before ? 0 : 1 - position.fraction;
  const free = (1 - position.shrink) / 2;
  if (upright)
    return [
      left + width * start,
      bottom + height * free,
      width * position.fraction,
      height * position.shrink,
    ];
  return [left + width * free, bottom + height * start, width * position.shrink, height * position.fraction];
}

function union(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return [0.125, 0.11, 0.775, 0.77];
  const left = Math.min(...boxes.map((box) => box[0]));
  const bottom = Math.min(...boxes.map((box) => box[1]));
  const right = Math.max(...boxes.map((box) => box[0] + box[2]));
  const top = Math.max(...boxes.map((box) => box[1] + box[3]));
  return [left, bottom, right - left, top - bottom];
}

function inside([left, bottom, width, height]: Box, [l, b, w, h]: Box): Box {
  return [left + l * width, bottom + b * height, w * width, h * height];
}
