/** `scatter`: points with sizes and colours of their own. */
import type { Points } from '../../../../figures/artists.ts';
import { mapColors } from '../../../../figures/colormaps.ts';
import { COLOR_CYCLE, type Color } from '../../../../figures/colors.ts';
import { artistBase } from '../../../../figures/defaults.ts';
import { isOpenMarker } from '../../../../figures/markers.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { bindSignature } from '../../../objects/arguments.ts';
import { valueError } from '../../../objects/errors.ts';
import type { CallArguments, PyValue } from '../../../values.ts';
import { colormapName, colorOf, colors, mappingOf } from '../colorArguments.ts';
import { flatNumbers, number, numbers } from '../convert.ts';
import { methods } from '../handle.ts';
import { markerSymbol, POINTS_PROPERTIES } from '../properties.ts';
import { applyProperties } from '../propertyTable.ts';
import type { AxesHandle } from './axesHandle.ts';
import { categories } from './categories.ts';

const SIGNATURE = ['x', 'y', 's=', 'c=', 'marker=', 'cmap=', 'norm=', 'vmin=', 'vmax=', '**rest'];

function scatter(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const { values, keywordRest } = bindSignature('scatter', args, SIGNATURE);
  const [x, y, s, c, marker, cmap, , vmin, vmax] = values;
  const xs = (categories(self.axes.x, x) ?? numbers(x!, ctx)).values;
  const ys = (categories(self.axes.y, y) ?? numbers(y!, ctx)).values;
  if (xs.length !== ys.length) throw valueError('x and y must be the same size');
  const symbol = marker === undefined || marker === null ? 'o' : markerSymbol(marker, ctx);
  const points: Points = {
    ...artistBase(1),
    kind: 'points',
    x: xs,
    y: ys,
    areas: s === undefined || s === null ? Float64Array.of(36) : flatNumbers(s, ctx),
    faces: [],
    edges: 'face',
    linewidth: isOpenMarker(symbol) ? 1.5 : 1,
    symbol,
  };
  const limits = [vmin, vmax].map((limit) => (limit == null ? undefined : number(limit, ctx)));
  setColors(self, points, c, { cmap, low: limits[0], high: limits[1] }, keywordRest, ctx);
  applyProperties(points, keywordRest, POINTS_PROPERTIES, 'PathCollection', ctx);
  return self.add(points, ctx);
}

/** `c` is a colour, a list of colours, or numbers for the colour map. */
function setColors(
  self: AxesHandle,
  points: Points,
  c: PyValue | undefined,
  map: { cmap: PyValue | undefined; low: number | undefined; high: number | undefined },
  keywords: ReadonlyMap<string, PyValue>,
  ctx: Interpreter,
): void {
  if (c === undefined || c === null) {
    const named = keywords.has('color') || keywords.has('facecolor') || keywords.has('facecolors');
    points.faces = named ? [] : [nextColor(self)];
    return;
  }
  const data = colorOf(c) === undefined ? numbersOf(c, ctx) : undefined;
  if (data === undefined || (data.length !== points.x.length && data.length <= 4)) {
    points.faces = colors(c, ctx);
    return;
  }
  if (data.length !== points.x.length) {
    throw valueError(
      `'c' argument has ${data.length} elements, which is inconsistent with 'x' and 'y' with size ${points.x.length}.`,
    );
  }
  const name = colormapName(map.cmap, self.pyplot(ctx).settings.text('image.cmap', 'viridis'));
  points.mapping = mappingOf(data, name, map.low, map.high, false);
  points.faces = Array.from(data, mapColors(points.mapping));
}

function nextColor(self: AxesHandle): Color {
  return COLOR_CYCLE[self.axes.patchColors++ % COLOR_CYCLE.length]!;
}

/** One number per point; undefined where `c` holds names of colours or rows of channels. */
function numbersOf(c: PyValue, ctx: Interpreter): Float64Array | undefined {
  try {
    const { values, shape } = numbers(c, ctx);
    return shape.length <= 1 ? values : undefined;
  } catch {
    return undefined;
  }
}

export const SCATTER_METHODS = methods<AxesHandle>({ scatter });
