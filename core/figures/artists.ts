/** What axes hold: plain data, in data units where not said otherwise. */
import type { Color } from './colors.ts';

export type Artist = Line | Points | Rectangles | Polygons | Segments | Image | TextArtist;

export interface ArtistBase {
  /** Those with a label that starts with `_` stay out of the legend. */
  label: string;
  zorder: number;
  visible: boolean;
  /** Multiplies the opacity of the colours. */
  alpha: number;
  /** False where the artist does not count for automatic limits. */
  scales: boolean;
  /** What the coordinates mean: data units, or fractions of the axes (or the figure). */
  xSpace: Space;
  ySpace: Space;
}

export type Space = 'data' | 'axes' | 'figure';

/** Lengths of dashes and gaps as multiples of the line width; `none` draws no line. */
export type Dashes = 'solid' | 'none' | readonly number[];

export type DrawStyle = 'default' | 'steps-pre' | 'steps-mid' | 'steps-post';

export interface Line extends ArtistBase {
  kind: 'line';
  x: Float64Array;
  y: Float64Array;
  color: Color;
  linewidth: number;
  dashes: Dashes;
  drawstyle: DrawStyle;
  marker: Marker;
}

export interface Marker {
  /** A symbol of matplotlib's, `''` for none. */
  symbol: string;
  size: number;
  face: Color;
  edge: Color;
  edgeWidth: number;
}

/** What `scatter` draws: each point with a size and colour of its own. */
export interface Points extends ArtistBase {
  kind: 'points';
  x: Float64Array;
  y: Float64Array;
  /** Squared diameters in square points; cycled. */
  areas: Float64Array;
  /** Cycled. */
  faces: readonly Color[];
  edges: readonly Color[] | 'face';
  linewidth: number;
  symbol: string;
  mapping?: ColorMapping;
}

/** How numbers become colours; what a colour bar shows. */
export interface ColorMapping {
  colormap: string;
  low: number;
  high: number;
  log: boolean;
}

/** Bars and spans. */
export interface Rectangles extends ArtistBase {
  kind: 'rectangles';
  left: Float64Array;
  bottom: Float64Array;
  width: Float64Array;
  height: Float64Array;
  /** Cycled. */
  faces: readonly Color[];
  edge: Color;
  linewidth: number;
  /** Automatic limits leave no free room beyond the base of the bars. */
  stickyBase?: 'x' | 'y';
}

export interface Polygons extends ArtistBase {
  kind: 'polygons';
  outlines: readonly { readonly x: Float64Array; readonly y: Float64Array }[];
  face: Color;
  edge: Color;
  linewidth: number;
  dashes: Dashes;
}

/** Separate straight lines. */
export interface Segments extends ArtistBase {
  kind: 'segments';
  x0: Float64Array;
  y0: Float64Array;
  x1: Float64Array;
  y1: Float64Array;
  /** Cycled. */
  colors: readonly Color[];
  linewidth: number;
  dashes: Dashes;
}

/** A matrix of numbers or of colours, drawn as cells. */
export interface Image extends ArtistBase {
  kind: 'image';
  rows: number;
  columns: number;
  /** Row by row: one number per cell, or four (0 to 1) where `mapping` is absent. */
  values: Float64Array;
  mapping?: ColorMapping;
  /** Edges of the columns and rows, in data units, one more than cells; the first row lies at the first edge. */
  xEdges: Float64Array;
  yEdges: Float64Array;
  smooth: boolean;
}

export interface TextArtist extends ArtistBase {
  kind: 'text';
  x: number;
  y: number;
  text: string;
  size: number;
  color: Color;
  bold: boolean;
  italic: boolean;
  horizontal: 'left' | 'center' | 'right';
  vertical: 'top' | 'center' | 'baseline' | 'bottom';
  /** Degrees, counter-clockwise. */
  rotation: number;
  /** Points by which the text is moved from its place. */
  offset?: readonly [number, number];
  box?: { readonly face: Color; readonly edge: Color; readonly pad: number };
  /** Tip of the arrow that an annotation draws from the text. */
  arrow?: { readonly x: number; readonly y: number; readonly color: Color; readonly head: boolean };
}
