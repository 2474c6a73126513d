/** Properties of lines, patches, points and images. */
import type {
  Artist,
  Dashes,
  Image,
  Line,
  Points,
  Polygons,
  Rectangles,
  Segments,
} from '../../../figures/artists.ts';
import { type Color, withAlpha } from '../../../figures/colors.ts';
import { dashesByName } from '../../../figures/defaults.ts';
import { isMarker } from '../../../figures/markers.ts';
import type { Interpreter } from '../../interpreter.ts';
import { valueError } from '../../objects/errors.ts';
import type { PyValue } from '../../values.ts';
import { color, colormapName, colors } from './colorArguments.ts';
import { flatNumbers, isText, itemsOf, number, refuseWord, text } from './convert.ts';
import { COMMON, nothing, type PropertyTable, propertyTable } from './propertyTable.ts';

export const LINE_PROPERTIES: PropertyTable<Line> = propertyTable<Line>(COMMON, {
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

export const PATCH_PROPERTIES: PropertyTable<Patch> = propertyTable<Patch>(COMMON, {
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

export const POINTS_PROPERTIES: PropertyTable<Points> = propertyTable<Points>(COMMON, {
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

export const SEGMENTS_PROPERTIES: PropertyTable<Segments> = propertyTable<Segments>(COMMON, {
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

export const IMAGE_PROPERTIES: PropertyTable<Image> = propertyTable<Image>(COMMON, {
  cmap: (image, value) => {
    if (image.mapping) image.mapping = { ...image.mapping, colormap: colormapName(value, 'viridis') };
  },
  interpolation: (image, value, ctx) => {
    image.smooth = value !== null && !['nearest', 'none', 'antialiased'].includes(text(value, ctx));
  },
  'norm filternorm filterrad resample interpolation_stage edgecolors edgecolor linewidth linewidths lw linestyle antialiased shading':
    nothing,
});

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
