/** Figures, axes and artists with matplotlib's default style. */
import type { ArtistBase, Dashes, Marker, TextArtist } from './artists.ts';
import { BLACK, type Color, TRANSPARENT, WHITE } from './colors.ts';
import type { Axes, Axis, AxisRange, Figure, Grid, Position, Side } from './figure.ts';

export const FONT_SIZE = 10;
export const LINE_WIDTH = 1.5;
export const MARKER_SIZE = 6;

const LIGHT_SPINE: Color = BLACK;

export function newFigure(number: number, size: [number, number] = [6.4, 4.8], dpi = 100): Figure {
  return {
    number,
    size,
    dpi,
    face: WHITE,
    axes: [],
    margins: { left: 0.125, right: 0.9, bottom: 0.11, top: 0.88, wspace: 0.2, hspace: 0.2 },
    tight: false,
    texts: [],
  };
}

export function newAxes(position: Position): Axes {
  return {
    position,
    x: newAxis('bottom'),
    y: newAxis('left'),
    artists: [],
    face: WHITE,
    framed: true,
    visible: true,
    spines: { left: spine(), right: spine(), bottom: spine(), top: spine() },
    margins: [0.05, 0.05],
    lineColors: 0,
    patchColors: 0,
    zorder: 0,
  };
}

/** One cell of a grid, as `subplot(rows, columns, index)` counts: from 1, row by row. */
export function gridCell(rows: number, columns: number, first: number, last = first): Position {
  const grid: Grid = { rows, columns };
  const [a, b] = [first - 1, last - 1];
  return {
    kind: 'grid',
    grid,
    rows: [Math.floor(a / columns), Math.floor(b / columns) + 1],
    columns: [Math.min(a % columns, b % columns), Math.max(a % columns, b % columns) + 1],
  };
}

export function newAxis(side: Side): Axis {
  return {
    range: newRange(),
    side,
    tickSides: [side],
    showTickLabels: true,
    tickLength: 3.5,
    tickWidth: 0.8,
    tickDirection: 'out',
    tickLabelSize: FONT_SIZE,
    tickLabelRotation: 0,
    tickColor: BLACK,
    tickLabelColor: BLACK,
    tickPad: 3.5,
  };
}

export function newRange(): AxisRange {
  return { scale: 'linear', base: 10, inverted: false };
}

function spine() {
  return { visible: true, color: LIGHT_SPINE, linewidth: 0.8 };
}

export function artistBase(zorder: number): ArtistBase {
  return { label: '', zorder, visible: true, alpha: 1, scales: true, xSpace: 'data', ySpace: 'data' };
}

export function newText(text: string, x: number, y: number): TextArtist {
  return {
    ...artistBase(3),
    kind: 'text',
    scales: false,
    x,
    y,
    text,
    size: FONT_SIZE,
    color: BLACK,
    bold: false,
    italic: false,
    horizontal: 'left',
    vertical: 'baseline',
    rotation: 0,
  };
}

export function newMarker(symbol: string, color: Color, size = MARKER_SIZE): Marker {
  return { symbol, size, face: color, edge: color, edgeWidth: 1 };
}

export const NO_MARKER: Marker = {
  symbol: '',
  size: MARKER_SIZE,
  face: TRANSPARENT,
  edge: TRANSPARENT,
  edgeWidth: 1,
};

/** Dash patterns by matplotlib's names; undefined for a name that it does not know. */
export function dashesByName(style: string): Dashes | undefined {
  return LINE_STYLES.get(style);
}

const LINE_STYLES: ReadonlyMap<string, Dashes> = new Map<string, Dashes>([
  ['-', 'solid'],
  ['solid', 'solid'],
  ['--', [3.7, 1.6]],
  ['dashed', [3.7, 1.6]],
  ['-.', [6.4, 1.6, 1, 1.6]],
  ['dashdot', [6.4, 1.6, 1, 1.6]],
  [':', [1, 1.65]],
  ['dotted', [1, 1.65]],
  ['None', 'none'],
  ['none', 'none'],
  [' ', 'none'],
  ['', 'none'],
]);
