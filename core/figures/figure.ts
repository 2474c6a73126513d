/**
 * The figure model that pyplot calls build and one renderer draws. Plain data all through, so that a figure
 * can be posted to another thread. Sizes are in points (1/72 inch) unless said otherwise; fractions of the
 * figure and of axes run from the lower left corner, as matplotlib's.
 */
import type { Artist, Segments, TextArtist } from './artists.ts';
import type { Color } from './colors.ts';

export interface Figure {
  readonly number: number;
  /** Name of a figure made as `figure('name')`. */
  name?: string;
  /** Width and height in inches. */
  size: [number, number];
  /** Dots per inch: only says how large the picture is shown. */
  dpi: number;
  face: Color;
  axes: Axes[];
  margins: SubplotMargins;
  /** Margins are fitted to the labels when the figure is drawn. */
  tight: boolean;
  title?: TextArtist;
  texts: TextArtist[];
  legend?: Legend;
}

/** Fractions of the figure; `wspace` and `hspace` are fractions of the mean axes width and height. */
export interface SubplotMargins {
  left: number;
  right: number;
  bottom: number;
  top: number;
  wspace: number;
  hspace: number;
}

export interface Axes {
  position: Position;
  x: Axis;
  y: Axis;
  artists: Artist[];
  title?: TextArtist;
  legend?: Legend;
  face: Color;
  /** False hides spines, ticks, labels and background. */
  framed: boolean;
  visible: boolean;
  spines: Record<Side, Spine>;
  /** Height of one unit of y over width of one unit of x; undefined lets both follow the box. */
  aspect?: number;
  /** Fraction of the data range left free at both ends, for x and y. */
  margins: [number, number];
  /** Number of colours of the cycle that lines and patches have used up. */
  lineColors: number;
  patchColors: number;
  zorder: number;
}

export type Side = 'left' | 'right' | 'bottom' | 'top';

export interface Spine {
  visible: boolean;
  color: Color;
  linewidth: number;
}

export interface Axis {
  /** Shared axes hold the same range object. */
  range: AxisRange;
  label?: TextArtist;
  /** Where labels stand. */
  side: Side;
  /** Which sides carry ticks. */
  tickSides: Side[];
  showTickLabels: boolean;
  tickLength: number;
  tickWidth: number;
  tickDirection: 'in' | 'out' | 'inout';
  tickLabelSize: number;
  tickLabelRotation: number;
  tickColor: Color;
  tickLabelColor: Color;
  tickPad: number;
  /** Fixed positions, in data units. */
  ticks?: readonly number[];
  tickLabels?: readonly string[];
  /** At most so many intervals between automatic ticks. */
  maxIntervals?: number;
  /** Ticks at whole numbers only. */
  integerTicks?: boolean;
  /** Distance of ticks that a MultipleLocator sets. */
  tickStep?: number;
  /** A printf format such as `%.2f`. */
  tickFormat?: string;
  /** Never an offset or a power of ten beside the axis. */
  plainNumbers?: boolean;
  grid?: GridStyle;
}

export interface AxisRange {
  scale: 'linear' | 'log' | 'symlog';
  base: number;
  /** As the user set them; without, they follow the data. The first may be the larger. */
  limits?: [number, number];
  inverted: boolean;
}

export interface GridStyle {
  color: Color;
  linewidth: number;
  dashes: Segments['dashes'];
  which: 'major' | 'minor' | 'both';
}

/** Where axes stand in their figure. */
export type Position =
  | { readonly kind: 'grid'; readonly grid: Grid; readonly rows: Span; readonly columns: Span }
  | { readonly kind: 'box'; readonly box: Box }
  | { readonly kind: 'twin'; readonly of: Axes }
  | { readonly kind: 'inset'; readonly of: Axes; readonly box: Box }
  | ColorbarPosition;

export interface ColorbarPosition {
  readonly kind: 'colorbar';
  readonly of: readonly Axes[];
  readonly side: Side;
  /** Fractions of the axes that the bar takes room from. */
  readonly fraction: number;
  readonly pad: number;
  readonly shrink: number;
  /** Length over width. */
  readonly aspect: number;
}

/** First and, exclusively, last cell. */
export type Span = readonly [number, number];

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly heightRatios?: readonly number[];
  readonly widthRatios?: readonly number[];
  /** What overrides the figure's own margins. */
  readonly margins?: Partial<SubplotMargins>;
  /** The cells of another grid that this one divides. */
  readonly parent?: { readonly grid: Grid; readonly rows: Span; readonly columns: Span };
}

/** Left, bottom, width and height. */
export type Box = readonly [number, number, number, number];

export interface Legend {
  entries: LegendEntry[];
  /** `best`, `upper right`, ... */
  location: string;
  title?: string;
  columns: number;
  fontSize: number;
  framed: boolean;
  frameAlpha: number;
  /** The point (or box), in fractions of the axes, that `location` refers to. */
  anchor?: readonly number[];
}

export interface LegendEntry {
  readonly artist: Artist;
  readonly label: string;
}
