/** Colours, colour lists and colour maps given as Python values. */
import type { ColorMapping } from '../../../figures/artists.ts';
import { type Colormap, colormapByName, colormapNames } from '../../../figures/colormaps.ts';
import { type Color, colorByName } from '../../../figures/colors.ts';
import type { Interpreter } from '../../interpreter.ts';
import { valueError } from '../../objects/errors.ts';
import { asNumber } from '../../operations/numbers.ts';
import { PyObject, PyStr, type PyValue } from '../../values.ts';
import { isText, itemsOf, numbers, refuseWord, typeName } from './convert.ts';

/** A name, `(r, g, b)`, `(r, g, b, a)` or `(color, alpha)`; undefined where it is no colour. */
export function colorOf(value: PyValue | undefined): Color | undefined {
  if (isText(value)) return colorByName(value.value);
  if (value === null) return undefined;
  const items = itemsOf(value);
  if (items.length === 2 && isText(items[0])) {
    const base = colorOf(items[0]);
    const alpha = asNumber(items[1]!);
    return base && alpha !== undefined ? [base[0], base[1], base[2], alpha] : undefined;
  }
  if (items.length !== 3 && items.length !== 4) return undefined;
  const parts = items.map(asNumber);
  if (parts.some((part) => part === undefined || !(part >= 0 && part <= 1))) return undefined;
  const [r, g, b, a = 1] = parts as number[];
  return [r!, g!, b!, a];
}

/** Raises matplotlib's ValueError for anything that is no colour. */
export function color(value: PyValue, ctx: Interpreter, name = 'color'): Color {
  const known = colorOf(value) ?? arrayColor(value, ctx);
  if (known === undefined) throw valueError(`${ctx.repr(value)} is not a valid value for ${name}`);
  return known;
}

/** One colour, or one for each element. */
export function colors(value: PyValue, ctx: Interpreter, name = 'color'): Color[] {
  const single = colorOf(value);
  if (single) return [single];
  const items = itemsOf(value);
  if (items.length > 0) return items.map((item) => color(item, ctx, name));
  const rows = value instanceof PyObject && !isText(value) ? numbers(value, ctx) : undefined;
  if (rows?.shape.length !== 2) return [color(value, ctx, name)];
  const [count, channels] = [rows.shape[0]!, rows.shape[1]!];
  return Array.from({ length: count }, (_, k) => channel(rows.values, k * channels, channels));
}

/** An array of three or four numbers, such as what a colour map answers. */
function arrayColor(value: PyValue, ctx: Interpreter): Color | undefined {
  if (!(value instanceof PyObject) || isText(value)) return undefined;
  const { values, shape } = numbers(value, ctx);
  return shape.length === 1 && (values.length === 3 || values.length === 4)
    ? channel(values, 0, values.length)
    : undefined;
}

function channel(values: Float64Array, at: number, channels: number): Color {
  return [values[at]!, values[at + 1]!, values[at + 2]!, channels === 4 ? values[at + 3]! : 1];
}

/** Name of a colour map given by name or as an object of `cm`. Raises ValueError for an unknown name. */
export function colormapName(value: PyValue | undefined, fallback: string): string {
  if (value === undefined || value === null) return fallback;
  if (value instanceof ColormapValue) return value.name;
  if (!isText(value)) throw valueError(`${typeName(value)} is not a valid value for cmap`);
  if (colormapByName(value.value) === undefined) {
    refuseWord(
      'cmap',
      value.value,
      colormapNames().flatMap((name) => [name, `${name}_r`]),
    );
  }
  return value.value;
}

/** A colour map as scripts hold it; calling it with a number from 0 to 1 (or an int below 256) gives a colour. */
export class ColormapValue extends PyObject {
  readonly typeName = 'Colormap';
  constructor(
    readonly name: string,
    private readonly answer: (colors: readonly Color[], single: boolean) => PyValue,
  ) {
    super();
  }

  override getAttribute(name: string): PyValue | undefined {
    if (name === 'name') return new PyStr(this.name);
    return name === 'N' ? 256n : undefined;
  }

  override call(args: { positional: readonly PyValue[] }, ctx: Interpreter): PyValue {
    const map = colormapByName(this.name)!;
    const given = args.positional[0] ?? 0;
    const { values, shape } = numbers(given, ctx);
    const whole = typeof given === 'bigint';
    const found = Array.from(values, (value) => (whole ? indexed(map, value) : map.color(value)));
    return this.answer(found, shape.length === 0);
  }

  override repr(): string {
    return `<matplotlib.colors.Colormap '${this.name}'>`;
  }
}

function indexed(map: Colormap, k: number): Color {
  return map.discrete ? map.listed[Math.min(Math.max(k, 0), map.listed.length - 1)]! : map.color(k / 255);
}

/** Limits of a colour mapping: as given, else those of the data. */
export function mappingOf(
  values: Float64Array,
  colormap: string,
  low: number | undefined,
  high: number | undefined,
  log: boolean,
): ColorMapping {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (!Number.isFinite(value) || (log && value <= 0)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (!(least <= most)) [least, most] = [0, 1];
  return { colormap, low: low ?? least, high: high ?? most, log };
}
