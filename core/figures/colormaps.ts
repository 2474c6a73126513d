/** Colour maps: numbers to colours. */
import type { ColorMapping } from './artists.ts';
import { CONTINUOUS_MAPS, LISTED_MAPS } from './colormapTables.ts';
import { type Color, fromHex, TRANSPARENT } from './colors.ts';

export const DEFAULT_COLORMAP = 'viridis';

export interface Colormap {
  readonly name: string;
  /** From 0 to 1; what lies outside takes the colour of the end. */
  color(fraction: number): Color;
  /** The colours of a map of steps, the anchors of a continuous one. */
  readonly listed: readonly Color[];
  readonly discrete: boolean;
}

/** Names of all maps, without the reversed ones (`viridis_r`). */
export function colormapNames(): string[] {
  return (CONTINUOUS_MAPS + LISTED_MAPS)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(0, line.indexOf(' ')));
}

/** Undefined where there is no map of that name. */
export function colormapByName(name: string): Colormap | undefined {
  const reversed = name.endsWith('_r');
  const base = alias(reversed ? name.slice(0, -2) : name);
  const continuous = colorsOf(CONTINUOUS_MAPS, base);
  const listed = continuous ?? colorsOf(LISTED_MAPS, base);
  if (listed === undefined) return undefined;
  if (reversed) listed.reverse();
  const color = continuous ? interpolated(listed) : stepped(listed);
  return { name, color, listed, discrete: continuous === undefined };
}

/** Colours for many numbers; NaN is transparent. */
export function mapColors(mapping: ColorMapping): (value: number) => Color {
  const map = colormapByName(mapping.colormap) ?? colormapByName(DEFAULT_COLORMAP)!;
  const toFraction = normaliser(mapping);
  // Matplotlib's maps have 256 entries; looking up keeps large images quick.
  const entries = Array.from({ length: 256 }, (_, k) => map.color(k / 255));
  return (value) => {
    const fraction = toFraction(value);
    if (Number.isNaN(fraction)) return TRANSPARENT;
    return entries[Math.min(255, Math.max(0, Math.floor(fraction * 256)))]!;
  };
}

function normaliser({ low, high, log }: ColorMapping): (value: number) => number {
  if (log) {
    const [a, b] = [Math.log10(low), Math.log10(high)];
    return (value) => (value > 0 ? (Math.log10(value) - a) / (b - a || 1) : Number.NaN);
  }
  return (value) => (high === low ? value * 0 : (value - low) / (high - low));
}

function alias(name: string): string {
  return name === 'grey' ? 'gray' : name;
}

function colorsOf(table: string, name: string): Color[] | undefined {
  const start = table.indexOf(`\n${name} `);
  if (start < 0 || !/^\w+$/.test(name)) return undefined;
  const digits = table.slice(start + name.length + 2, table.indexOf('\n', start + 1));
  return digits.match(/.{6}/g)!.map((hex) => fromHex(hex)!);
}

function interpolated(anchors: readonly Color[]): (fraction: number) => Color {
  const last = anchors.length - 1;
  return (fraction) => {
    const place = Math.min(Math.max(fraction, 0), 1) * last;
    const k = Math.min(Math.floor(place), last - 1);
    const [a, b, w] = [anchors[k]!, anchors[k + 1]!, place - k];
    return [a[0] + w * (b[0] - a[0]), a[1] + w * (b[1] - a[1]), a[2] + w * (b[2] - a[2]), 1];
  };
}

function stepped(colors: readonly Color[]): (fraction: number) => Color {
  return (fraction) =>
    colors[Math.min(colors.length - 1, Math.max(0, Math.floor(fraction * colors.length)))]!;
}
