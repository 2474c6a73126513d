/** Filled areas. */
import type { Polygons } from '../../../../figures/artists.ts';
import { COLOR_CYCLE, type Color } from '../../../../figures/colors.ts';
import { artistBase } from '../../../../figures/defaults.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { bindSignature } from '../../../objects/arguments.ts';
import { valueError } from '../../../objects/errors.ts';
import type { CallArguments, PyValue } from '../../../values.ts';
import { flatNumbers, isText, list } from '../convert.ts';
import { type Method, methods } from '../handle.ts';
import { PATCH_PROPERTIES } from '../properties.ts';
import { applyProperties } from '../propertyTable.ts';
import type { AxesHandle } from './axesHandle.ts';

/** `fill_between` and `fill_betweenx`: where `where` is false, the area is interrupted. */
function between(name: string, upright: boolean): Method<AxesHandle> {
  const signature = upright
    ? ['x', 'y1', 'y2=0', 'where=', 'interpolate=', 'step=', '**rest']
    : ['y', 'x1', 'x2=0', 'where=', 'step=', 'interpolate=', '**rest'];
  return (self, args, ctx) => {
    const { values, keywordRest } = bindSignature(name, args, signature);
    const along = flatNumbers(values[0]!, ctx);
    const low = sized(flatNumbers(values[1]!, ctx), along.length);
    const high = sized(flatNumbers(values[2]!, ctx), along.length);
    const where = values[3] == null ? undefined : sized(flatNumbers(values[3], ctx), along.length);
    const outlines = runsOf(along, low, high, where).map((points) =>
      outlineOf(along, low, high, points, upright),
    );
    const artist = newArea(outlines, nextColor(self));
    applyProperties(artist, keywordRest, PATCH_PROPERTIES, 'PolyCollection', ctx);
    return self.add(artist, ctx);
  };
}

function sized(values: Float64Array, length: number): Float64Array {
  if (values.length === length) return values;
  if (values.length === 1) return new Float64Array(length).fill(values[0]!);
  throw valueError(`operands could not be broadcast together with shapes (${length},) (${values.length},) `);
}

/** First and last point of each uninterrupted stretch. */
function runsOf(
  along: Float64Array,
  low: Float64Array,
  high: Float64Array,
  where: Float64Array | undefined,
): [number, number][] {
  const runs: [number, number][] = [];
  let start = -1;
  for (let k = 0; k <= along.length; k++) {
    const inside =
      k < along.length && (where?.[k] ?? 1) !== 0 && Number.isFinite(along[k]! + low[k]! + high[k]!);
    if (inside && start < 0) start = k;
    if (!inside && start >= 0) {
      runs.push([start, k - 1]);
      start = -1;
    }
  }
  return runs;
}

function outlineOf(
  along: Float64Array,
  low: Float64Array,
  high: Float64Array,
  [first, last]: [number, number],
  upright: boolean,
): { x: Float64Array; y: Float64Array } {
  const there = along.slice(first, last + 1);
  const a = Float64Array.from([...there, ...there.toReversed()]);
  const b = Float64Array.from([...low.slice(first, last + 1), ...high.slice(first, last + 1).toReversed()]);
  return upright ? { x: a, y: b } : { x: b, y: a };
}

function newArea(outlines: { x: Float64Array; y: Float64Array }[], face: Color): Polygons {
  return {
    ...artistBase(1),
    kind: 'polygons',
    outlines,
    face,
    edge: face,
    linewidth: 0,
    dashes: 'solid',
  };
}

function nextColor(self: AxesHandle): Color {
  return COLOR_CYCLE[self.axes.patchColors++ % COLOR_CYCLE.length]!;
}

/** `fill(x, y, color, x, y, color, ...)`. */
function fill(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const made: PyValue[] = [];
  for (let rest = [...args.positional]; rest.length >= 2; ) {
    const [x, y] = [flatNumbers(rest[0]!, ctx), flatNumbers(rest[1]!, ctx)];
    const given = isText(rest[2]) ? rest[2] : undefined;
    const artist = newArea([{ x, y }], nextColor(self));
    const keywords = [...(given ? [['color', given] as const] : []), ...args.keywords];
    applyProperties(artist, keywords, PATCH_PROPERTIES, 'Polygon', ctx);
    made.push(self.add(artist, ctx));
    rest = rest.slice(given ? 3 : 2);
  }
  return list(made);
}

export const AREA_METHODS = methods<AxesHandle>({
  fill_between: between('fill_between', true),
  fill_betweenx: between('fill_betweenx', false),
  fill,
});
