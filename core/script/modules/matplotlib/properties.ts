/**
 * Properties of artists: what keywords of plotting functions, `artist.set(...)`, `artist.set_color(...)` and
 * `setp` change alike. Names are matplotlib's, aliases included.
 */
import type {
  Artist,
  ArtistBase,
  Dashes,
  Image,
  Line,
  Points,
  Polygons,
  Rectangles,
  Segments,
  TextArtist,
} from '../../../figures/artists.ts';
import { type Color, withAlpha } from '../../../figures/colors.ts';
import { dashesByName } from '../../../figures/defaults.ts';
import { isMarker } from '../../../figures/markers.ts';
import type { Interpreter } from '../../interpreter.ts';
import { pythonError, valueError } from '../../objects/errors.ts';
import { PyDict } from '../../objects/mappings.ts';
import { asNumber } from '../../operations/numbers.ts';
import type { PyValue } from '../../values.ts';
import { color, colormapName, colors } from './colorArguments.ts';
import { flatNumbers, fontSize, isText, itemsOf, number, refuseWord, text } from './convert.ts';
import { applySpace } from './transforms.ts';

export type Setter<A> = (artist: A, value: PyValue, ctx: Interpreter) => void;
export type PropertyTable<A> = ReadonlyMap<string, Setter<A>>;

/** Builds a table; a key such as `linewidth lw` stands for a name and its aliases. */
function table<A>(...parts: Readonly<Record<string, Setter<A>>>[]): PropertyTable<A> {
  return new Map(
    parts.flatMap((part) =>
      Object.entries(part).flatMap(([names, setter]) =>
        names.split(' ').map((name): [string, Setter<A>] => [name, setter]),
      ),
    ),
  );
}

const nothing: Setter<unknown> = () => {};

/** Accepted by every artist; those without effect concern interaction or other backends. */
const COMMON: Record<string, Setter<ArtistBase>> = {
  alpha: (artist, value, ctx) => {
    artist.alpha = value === null ? 1 : number(value, ctx);
  },
  label: (artist, value, ctx) => {
    artist.label = value === null ? '' : text(value, ctx);
  },
  visible: (artist, value, ctx) => {
    artist.visible = ctx.truth(value);
  },
  zorder: (artist, value, ctx) => {
    artist.zorder = number(value, ctx);
  },
  transform: (artist, value) => applySpace(artist, value),
  'agg_filter animated antialiased aa clip_box clip_on clip_path figure gid in_layout mouseover path_effects picker rasterized sketch_params snap url data':
    nothing,
};

export const LINE_PROPERTIES: PropertyTable<Line> = table<Line>(COMMON, {
  'color c': (line, value, ctx) => setLineColor(line, color(value, ctx)),
  'linewidth lw': (line, value, ctx) => {
    line.linewidth = number(value, ctx);
  },
  'linestyle ls': (line, value, ctx) => {
    line.dashes = dashes(value, ctx);
  },
  dashes: (line, value, ctx) => {
    const lengths = [...flatNumbers(value, ctx)];
    line.dashes = lengths.length === 0 ? 'solid' : lengths;
  },
  'drawstyle ds': (line, value, ctx) => {
    const known = ['default', 'steps-mid', 'steps-pre', 'steps-post', 'steps'] as const;
    const style = known.find((each) => each === text(value, ctx));
    if (style === undefined) refuseWord('drawstyle', text(value, ctx), known);
    line.drawstyle = style === 'steps' ? 'steps-pre' : style;
  },
  marker: (line, value, ctx) => {
    line.marker.symbol = markerSymbol(value, ctx);
  },
  'markersize ms': (line, value, ctx) => {
    line.marker.size = number(value, ctx);
  },
  'markerfacecolor mfc': (line, value, ctx) => {
    line.marker.face = color(value, ctx);
  },
  'markeredgecolor mec': (line, value, ctx) => {
    line.marker.edge = color(value, ctx);
  },
  'markeredgewidth mew': (line, value, ctx) => {
    line.marker.edgeWidth = number(value, ctx);
  },
  fillstyle: (line, value, ctx) => {
    if (text(value, ctx) === 'none') line.marker.face = withAlpha(line.marker.face, 0);
  },
  xdata: (line, value, ctx) => {
    line.x = flatNumbers(value, ctx);
  },
  ydata: (line, value, ctx) => {
    line.y = flatNumbers(value, ctx);
  },
  'solid_capstyle solid_joinstyle dash_capstyle dash_joinstyle markevery markerfacecoloralt mfcalt pickradius gapcolor scalex scaley':
    nothing,
});

/** A marker without a colour of its own follows its line. */
export function setLineColor(line: Line, value: Color): void {
  const follows = (own: Color) => own === line.color;
  if (follows(line.marker.face)) line.marker.face = value;
  if (follows(line.marker.edge)) line.marker.edge = value;
  line.color = value;
}

type Patch = Rectangles | Polygons;

function setFace(patch: Patch, faces: Color[]): void {
  if (patch.kind === 'rectangles') patch.faces = faces;
  else patch.face = faces[0] ?? patch.face;
}

export const PATCH_PROPERTIES: PropertyTable<Patch> = table<Patch>(COMMON, {
  color: (patch, value, ctx) => {
    const given = colors(value, ctx);
    setFace(patch, given);
    patch.edge = given[0] ?? patch.edge;
  },
  'facecolor fc facecolors': (patch, value, ctx) => setFace(patch, colors(value, ctx)),
  'edgecolor ec edgecolors': (patch, value, ctx) => {
    if (value !== null) patch.edge = colors(value, ctx)[0] ?? patch.edge;
    if (patch.linewidth === 0) patch.linewidth = 1;
  },
  'linewidth lw linewidths': (patch, value, ctx) => {
    patch.linewidth = flatNumbers(value, ctx)[0] ?? 1;
  },
  'linestyle ls linestyles': (patch, value, ctx) => {
    if (patch.kind === 'polygons') patch.dashes = dashes(value, ctx);
  },
  fill: (patch, value, ctx) => {
    if (ctx.truth(value)) return;
    setFace(patch, [[0, 0, 0, 0]]);
  },
  'hatch capstyle joinstyle interpolate': nothing,
});

export const POINTS_PROPERTIES: PropertyTable<Points> = table<Points>(COMMON, {
  color: (points, value, ctx) => {
    points.faces = colors(value, ctx);
    points.edges = 'face';
  },
  'facecolor facecolors fc': (points, value, ctx) => {
    points.faces = colors(value, ctx);
  },
  'edgecolor edgecolors ec': (points, value, ctx) => {
    points.edges = isText(value) && value.value === 'face' ? 'face' : colors(value, ctx);
  },
  'linewidth linewidths lw': (points, value, ctx) => {
    if (value !== null) points.linewidth = flatNumbers(value, ctx)[0] ?? 1;
  },
  sizes: (points, value, ctx) => {
    points.areas = flatNumbers(value, ctx);
  },
  'linestyle linestyles ls plotnonfinite hatch': nothing,
});

export const SEGMENTS_PROPERTIES: PropertyTable<Segments> = table<Segments>(COMMON, {
  'color colors edgecolor ec': (segments, value, ctx) => {
    segments.colors = colors(value, ctx);
  },
  'linewidth linewidths lw': (segments, value, ctx) => {
    segments.linewidth = flatNumbers(value, ctx)[0] ?? 1.5;
  },
  'linestyle linestyles ls': (segments, value, ctx) => {
    segments.dashes = dashes(itemsOf(value)[0] ?? value, ctx);
  },
  'capstyle joinstyle hatch': nothing,
});

export const IMAGE_PROPERTIES: PropertyTable<Image> = table<Image>(COMMON, {
  cmap: (image, value, ctx) => {
    void ctx;
    if (image.mapping) image.mapping = { ...image.mapping, colormap: colormapName(value, 'viridis') };
  },
  interpolation: (image, value, ctx) => {
    image.smooth = value !== null && !['nearest', 'none', 'antialiased'].includes(text(value, ctx));
  },
  'norm filternorm filterrad resample interpolation_stage edgecolors edgecolor linewidth linewidths lw linestyle antialiased shading':
    nothing,
});

const HORIZONTAL = ['center', 'right', 'left'] as const;
const VERTICAL = ['top', 'bottom', 'center', 'baseline', 'center_baseline'] as const;

export const TEXT_PROPERTIES: PropertyTable<TextArtist> = table<TextArtist>(COMMON, {
  text: (artist, value, ctx) => {
    artist.text = value === null ? '' : text(value, ctx);
  },
  x: (artist, value, ctx) => {
    artist.x = number(value, ctx);
  },
  y: (artist, value, ctx) => {
    artist.y = number(value, ctx);
  },
  position: (artist, value, ctx) => {
    const [x, y] = flatNumbers(value, ctx);
    [artist.x, artist.y] = [x ?? artist.x, y ?? artist.y];
  },
  'fontsize size': (artist, value) => {
    artist.size = fontSize(value) ?? artist.size;
  },
  'color c': (artist, value, ctx) => {
    artist.color = color(value, ctx);
  },
  'horizontalalignment ha': (artist, value, ctx) => {
    const known = HORIZONTAL.find((each) => each === text(value, ctx));
    artist.horizontal = known ?? refuseWord('align', text(value, ctx), HORIZONTAL);
  },
  'verticalalignment va': (artist, value, ctx) => {
    const known = VERTICAL.find((each) => each === text(value, ctx));
    const found = known ?? refuseWord('align', text(value, ctx), VERTICAL);
    artist.vertical = found === 'center_baseline' ? 'center' : found;
  },
  rotation: (artist, value, ctx) => {
    const word = isText(value) ? value.value : undefined;
    artist.rotation =
      word === 'vertical' ? 90 : word !== undefined || value === null ? 0 : number(value, ctx);
  },
  'fontweight weight': (artist, value) => {
    const weight = asNumber(value) ?? (isText(value) && /bold|heavy|black/.test(value.value) ? 700 : 400);
    artist.bold = weight >= 600;
  },
  'fontstyle style': (artist, value) => {
    artist.italic = isText(value) && value.value !== 'normal';
  },
  bbox: (artist, value, ctx) => {
    if (value instanceof PyDict) artist.box = textBox(value, ctx);
  },
  backgroundcolor: (artist, value, ctx) => {
    const face = color(value, ctx);
    artist.box = { face, edge: face, pad: 0.3 };
  },
  fontdict: (artist, value, ctx) => {
    if (value instanceof PyDict) applyEntries(artist, value, TEXT_PROPERTIES, 'Text', ctx);
  },
  'family fontfamily fontname fontproperties font font_properties fontstretch fontvariant linespacing ma multialignment math_fontfamily parse_math rotation_mode stretch transform_rotates_text usetex variant wrap name':
    nothing,
});

function textBox(options: PyDict, ctx: Interpreter): TextArtist['box'] {
  let [face, edge]: [Color, Color] = [
    [0, 0, 1, 1],
    [0, 0, 0, 1],
  ];
  for (const key of options.keys()) {
    const value = options.get(key) ?? null;
    const name = text(key, ctx);
    if (name === 'color') face = edge = color(value, ctx);
    if (name === 'facecolor' || name === 'fc') face = color(value, ctx);
    if (name === 'edgecolor' || name === 'ec') edge = color(value, ctx);
    if (name === 'alpha' && value !== null) face = withAlpha(face, number(value, ctx));
  }
  return { face, edge, pad: 0.4 };
}

/** Sets each keyword. `describe` makes the message for a name that isn't a property. */
export function applyProperties<A>(
  artist: A,
  keywords: Iterable<readonly [string, PyValue]>,
  properties: PropertyTable<A>,
  describe: string | ((name: string) => string),
  ctx: Interpreter,
): void {
  for (const [name, value] of keywords) {
    const setter = properties.get(name);
    if (setter === undefined) throw pythonError('AttributeError', unknownProperty(describe, name));
    setter(artist, value, ctx);
  }
}

export function applyEntries<A>(
  artist: A,
  entries: PyDict,
  properties: PropertyTable<A>,
  className: string,
  ctx: Interpreter,
): void {
  const pairs = [...entries.keys()].map((key) => [text(key, ctx), entries.get(key) ?? null] as const);
  applyProperties(artist, pairs, properties, className, ctx);
}

function unknownProperty(describe: string | ((name: string) => string), name: string): string {
  return typeof describe === 'string'
    ? `${describe}.set() got an unexpected keyword argument '${name}'`
    : describe(name);
}

export function dashes(value: PyValue, ctx: Interpreter): Dashes {
  if (value === null) return 'solid';
  const items = itemsOf(value);
  if (items.length === 2) {
    const lengths = items[1] === null ? [] : [...flatNumbers(items[1]!, ctx)];
    return lengths.length === 0 ? 'solid' : lengths;
  }
  const name = text(value, ctx);
  const known = ['-', '--', '-.', ':', 'None', ' ', '', 'solid', 'dashed', 'dashdot', 'dotted'];
  return dashesByName(name) ?? refuseWord('ls', name, known);
}

/** Raises ValueError for what isn't a marker. Numbers are matplotlib's tick and caret markers. */
export function markerSymbol(value: PyValue, ctx: Interpreter): string {
  if (value === null) return '';
  const named = isText(value) ? value.value : undefined;
  if (named === undefined) return '|';
  if (['', ' ', 'none', 'None'].includes(named)) return '';
  if (named.startsWith('$')) return 'o';
  if (!isMarker(named)) throw valueError(`Unrecognized marker style ${ctx.repr(value)}`);
  return named;
}

export const CLASS_NAMES: Readonly<Record<Artist['kind'], string>> = {
  line: 'Line2D',
  points: 'PathCollection',
  rectangles: 'Rectangle',
  polygons: 'PolyCollection',
  segments: 'LineCollection',
  image: 'AxesImage',
  text: 'Text',
};
