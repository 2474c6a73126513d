/** Colours as matplotlib writes them, and the cycle that plots go through. */
import { CSS_COLORS } from './cssColors.ts';

/** Red, green, blue and opacity, 0 to 1. */
export type Color = readonly [number, number, number, number];

export const TRANSPARENT: Color = [0, 0, 0, 0];
export const BLACK: Color = [0, 0, 0, 1];
export const WHITE: Color = [1, 1, 1, 1];

const TAB10 = '1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 17becf';
const TAB_NAMES = 'blue orange green red purple brown pink gray olive cyan';
const LETTERS: ReadonlyMap<string, Color> = new Map([
  ['b', [0, 0, 1, 1]],
  ['g', [0, 0.5, 0, 1]],
  ['r', [1, 0, 0, 1]],
  ['c', [0, 0.75, 0.75, 1]],
  ['m', [0.75, 0, 0.75, 1]],
  ['y', [0.75, 0.75, 0, 1]],
  ['k', BLACK],
  ['w', WHITE],
]);

/** The colours that successive plots take. */
export const COLOR_CYCLE: readonly Color[] = TAB10.split(' ').map((hex) => fromHex(hex)!);

const TABLEAU: ReadonlyMap<string, Color> = new Map(
  TAB_NAMES.split(' ').flatMap((name, k): [string, Color][] => {
    const color = COLOR_CYCLE[k]!;
    return name === 'gray'
      ? [
          ['tab:gray', color],
          ['tab:grey', color],
        ]
      : [[`tab:${name}`, color]];
  }),
);

export function isColorLetter(letter: string): boolean {
  return LETTERS.has(letter);
}

/** `red`, `k`, `C3`, `tab:blue`, `0.5`, `#1f77b4`, `#f00`, `none`; undefined for anything else. */
export function colorByName(name: string): Color | undefined {
  const text = name.trim();
  const lower = text.toLowerCase();
  if (lower === 'none') return TRANSPARENT;
  return LETTERS.get(text) ?? fromCycle(text) ?? fromGrey(text) ?? TABLEAU.get(lower) ?? named(lower);
}

export function withAlpha(color: Color, alpha: number): Color {
  return [color[0], color[1], color[2], color[3] * alpha];
}

/** `#rrggbb`, without the opacity. */
export function toHex(color: Color): string {
  const part = (value: number) =>
    Math.round(Math.min(Math.max(value, 0), 1) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(color[0])}${part(color[1])}${part(color[2])}`;
}

export function sameColor(a: Color, b: Color): boolean {
  return a.every((value, k) => value === b[k]);
}

function fromCycle(text: string): Color | undefined {
  const match = /^C(\d+)$/.exec(text);
  return match ? COLOR_CYCLE[Number(match[1]) % COLOR_CYCLE.length] : undefined;
}

function fromGrey(text: string): Color | undefined {
  if (!/^(\d+(\.\d*)?|\.\d+)$/.test(text)) return undefined;
  const level = Number(text);
  return level <= 1 ? [level, level, level, 1] : undefined;
}

function named(lower: string): Color | undefined {
  if (lower.startsWith('#')) return fromHex(lower.slice(1));
  const match = /^[a-z]+$/.test(lower) ? new RegExp(`\\b${lower}:([0-9a-f]{6})`).exec(CSS_COLORS) : null;
  return match ? fromHex(match[1]!) : undefined;
}

/** Three, four, six or eight hexadecimal digits. */
export function fromHex(digits: string): Color | undefined {
  if (!/^([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(digits)) return undefined;
  const long = digits.length < 6 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const part = (k: number) => Number.parseInt(long.slice(2 * k, 2 * k + 2), 16) / 255;
  return [part(0), part(1), part(2), long.length === 8 ? part(3) : 1];
}
