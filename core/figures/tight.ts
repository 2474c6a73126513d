/** Margins that just hold the labels, as `tight_layout` finds them. */

import type { Figure, SubplotMargins } from './figure.ts';
import { gridBox } from './layout.ts';
import { type Overhang, overhangOf } from './svg/frame.ts';
import { textHeight } from './textMetrics.ts';
import { type AxesView, pageSize, viewsOf } from './view.ts';

const PAD = 10.8;

/** The figure's own margins where it isn't tight. */
export function marginsOf(figure: Figure): SubplotMargins {
  if (!figure.tight) return figure.margins;
  // Tick labels depend on the size of the axes: a second round settles them.
  return fitted(figure, fitted(figure, figure.margins));
}

function fitted(figure: Figure, margins: SubplotMargins): SubplotMargins {
  const views = viewsOf(figure, margins);
  const cells = views.filter((view) => view.axes.position.kind === 'grid');
  if (cells.length === 0) return margins;
  const [width, height] = pageSize(figure);
  const reach = cells.map((view) => reachOf(views, view, margins));
  const sideways = pairGap(cells, reach, 'columns');
  const downwards = pairGap(cells, reach, 'rows');
  const most = (side: keyof Overhang, edge: (view: AxesView) => boolean) =>
    Math.max(0, ...cells.map((view, k) => (edge(view) ? reach[k]![side] : 0)));
  const title = figure.title ? textHeight(figure.title.text, figure.title.size) : 0;
  const left = (PAD + most('left', (view) => span(view, 'columns')[0] === 0)) / width;
  const right =
    1 - (PAD + most('right', (view) => span(view, 'columns')[1] === count(view, 'columns'))) / width;
  const bottom = (PAD + most('bottom', (view) => span(view, 'rows')[1] === count(view, 'rows'))) / height;
  const top = 1 - (PAD + title + most('top', (view) => span(view, 'rows')[0] === 0)) / height;
  if (right - left < 0.1 || top - bottom < 0.1) return margins;
  const across = Math.max(...cells.map((view) => count(view, 'columns')));
  const down = Math.max(...cells.map((view) => count(view, 'rows')));
  return {
    left,
    right,
    bottom,
    top,
    wspace: spaceFor(sideways / width, right - left, across),
    hspace: spaceFor(downwards / height, top - bottom, down),
  };
}

/** The gap as a fraction of the mean cell. */
function spaceFor(gap: number, total: number, cells: number): number {
  if (cells === 1) return 0;
  const cell = (total - gap * (cells - 1)) / cells;
  return cell > 0 ? gap / cell : 0.2;
}

function pairGap(cells: readonly AxesView[], reach: readonly Overhang[], along: 'rows' | 'columns'): number {
  const [before, after] = along === 'columns' ? (['right', 'left'] as const) : (['bottom', 'top'] as const);
  let gap = 0;
  cells.forEach((a, i) => {
    cells.forEach((b, j) => {
      if (span(a, along)[1] === span(b, along)[0]) gap = Math.max(gap, reach[i]![before] + reach[j]![after]);
    });
  });
  return gap + PAD;
}

/**
 * How far axes, with their labels, twins and colour bars, stick out of the cells of the grid that they stand
 * in; negative where an aspect ratio keeps them away from the edge.
 */
function reachOf(views: readonly AxesView[], view: AxesView, margins: SubplotMargins): Overhang {
  const { position } = view.axes;
  const reach: Overhang = { left: -1e6, right: -1e6, bottom: -1e6, top: -1e6 };
  if (position.kind !== 'grid') return reach;
  const [pageWidth, pageHeight] = pageSize(view.figure);
  const [left, bottom, width, height] = gridBox(position.grid, position.rows, position.columns, margins);
  for (const other of views) {
    if (other !== view && !belongsTo(other, view)) continue;
    const labels = overhangOf(other);
    const extend = (side: keyof Overhang, distance: number) => {
      reach[side] = Math.max(reach[side], distance + labels[side]);
    };
    extend('left', left * pageWidth - other.left);
    extend('right', other.left + other.width - (left + width) * pageWidth);
    extend('top', (1 - bottom - height) * pageHeight - other.top);
    extend('bottom', other.top + other.height - (1 - bottom) * pageHeight);
  }
  return reach;
}

function belongsTo(other: AxesView, view: AxesView): boolean {
  const { position } = other.axes;
  if (position.kind === 'twin') return position.of === view.axes;
  return position.kind === 'colorbar' && position.of.includes(view.axes);
}

function span(view: AxesView, along: 'rows' | 'columns') {
  const { position } = view.axes;
  return position.kind === 'grid' ? position[along] : ([0, 1] as const);
}

function count(view: AxesView, along: 'rows' | 'columns'): number {
  const { position } = view.axes;
  return position.kind === 'grid' ? position.grid[along] : 1;
}
