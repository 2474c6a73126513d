/** Where ticks lie and what they read. Positions at round numbers, as matplotlib's default locators place them. */
import type { Axis } from './figure.ts';

export interface Ticks {
  readonly positions: readonly number[];
  readonly labels: readonly string[];
  readonly minor: readonly number[];
  /** What stands once beside the axis: a common power of ten or offset. */
  readonly common: string;
}

/** Multiples that an interval between ticks may have within a decade. */
const STEPS = [1, 2, 2.5, 5, 10];
const MAX_TICKS = 1000;

/** `length` is that of the axis in points; `horizontal` labels need more room than vertical ones. */
export function axisTicks(
  axis: Axis,
  limits: readonly [number, number],
  length: number,
  horizontal: boolean,
): Ticks {
  const [low, high] = [Math.min(...limits), Math.max(...limits)];
  if (axis.ticks !== undefined) return fixedTicks(axis, axis.ticks, low, high);
  if (axis.range.scale === 'log') return logTicks(axis, low, high, length, horizontal);
  const room = Math.floor(length / (axis.tickLabelSize * (horizontal ? 3 : 2)));
  const intervals = axis.maxIntervals ?? Math.min(Math.max(room, 1), 9);
  const all = axis.tickStep
    ? multiples(low, high, axis.tickStep)
    : niceTicks(low, high, intervals, axis.integerTicks);
  return label(axis, within(all, low, high), low, high);
}

/** Round numbers that cover the range in at most `intervals` steps of equal size. */
export function niceTicks(low: number, high: number, intervals: number, integer = false): number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [low];
  const decade = powerOfTen(Math.floor(Math.log10(span / intervals)));
  const candidates = [1, 10].flatMap((power) => STEPS.slice(0, 4).map((step) => step * power * decade));
  const wanted = span / intervals;
  const usable = candidates.filter((step) => !integer || (step >= 1 && Number.isInteger(step)));
  if (integer && usable.length === 0) usable.push(1);
  const first = usable.findIndex((step) => step >= wanted);
  // A step that leaves fewer than two ticks in view gives way to the next smaller one.
  for (let k = first < 0 ? usable.length - 1 : first; k > 0; k--) {
    const ticks = multiples(low, high, usable[k]!);
    if (within(ticks, low, high).length >= 2) return ticks;
  }
  return multiples(low, high, usable[0]!);
}

function multiples(low: number, high: number, step: number): number[] {
  const first = Math.floor(low / step + 1e-9);
  const count = Math.min(Math.ceil(high / step - 1e-9) - first + 1, MAX_TICKS);
  const digits = Math.max(0, Math.min(20, 3 - Math.floor(Math.log10(step))));
  // Through text, so that 3 * 0.1 is the 0.3 that a reader expects.
  return Array.from({ length: Math.max(count, 0) }, (_, k) => {
    const value = (first + k) * step;
    return Math.abs(value) < 1e15 ? Number(value.toFixed(digits)) : value;
  });
}

function within(ticks: readonly number[], low: number, high: number): number[] {
  const slack = (high - low) * 1e-10;
  return ticks.filter((tick) => tick >= low - slack && tick <= high + slack);
}

function fixedTicks(axis: Axis, ticks: readonly number[], low: number, high: number): Ticks {
  const kept = ticks
    .map((tick, k) => ({ tick, k }))
    .filter(({ tick }) => within([tick], low, high).length > 0);
  const positions = kept.map(({ tick }) => tick);
  if (axis.tickLabels === undefined) return label(axis, positions, low, high);
  return { positions, labels: kept.map(({ k }) => axis.tickLabels![k] ?? ''), minor: [], common: '' };
}

function label(axis: Axis, positions: readonly number[], low: number, high: number): Ticks {
  if (axis.tickLabels) {
    return { positions, labels: positions.map((_, k) => axis.tickLabels![k] ?? ''), minor: [], common: '' };
  }
  if (axis.tickFormat !== undefined) {
    return { positions, labels: positions.map((v) => printf(axis.tickFormat!, v)), minor: [], common: '' };
  }
  if (axis.range.scale === 'log') return { positions, labels: positions.map(plain), minor: [], common: '' };
  return { positions, ...formatTicks(positions, low, high, axis.plainNumbers), minor: [] };
}

/**
 * Labels with just the decimals that tell the ticks apart. Numbers from a million up or below 1e-4 get a
 * power of ten in common; numbers that differ only after many digits get an offset in common.
 */
export function formatTicks(
  ticks: readonly number[],
  low: number,
  high: number,
  noCommon = false,
): { labels: string[]; common: string } {
  if (ticks.length === 0) return { labels: [], common: '' };
  const offset = noCommon ? 0 : commonOffset(ticks, low, high);
  const shifted = ticks.map((tick) => tick - offset);
  const span = ticks.length < 5 ? high - low : shifted.at(-1)! - shifted[0]!;
  const power = noCommon ? 0 : commonPower(shifted, offset === 0 ? 0 : span);
  const scaled = shifted.map((tick) => tick / powerOfTen(power));
  const digits = decimals(scaled, (span || Math.max(...shifted.map(Math.abs)) || 1) / powerOfTen(power));
  const common = (power === 0 ? '' : `1e${power}`.replace('-', '−')) + offsetText(offset);
  return { labels: scaled.map((tick) => withMinus(fixed(tick, digits))), common };
}

function commonPower(ticks: readonly number[], span: number): number {
  const largest = span || Math.max(...ticks.map(Math.abs));
  if (!(largest > 0)) return 0;
  const magnitude = Math.floor(Math.log10(largest) + 1e-12);
  return magnitude <= -5 || magnitude >= 6 ? magnitude : 0;
}

/** A part that all ticks share, where splitting it off saves at least four digits; else 0. */
function commonOffset(ticks: readonly number[], low: number, high: number): number {
  const inside = within(ticks, low, high);
  const [least, most] = [Math.min(...inside), Math.max(...inside)];
  if (inside.length < 2 || least === most || least * most <= 0) return 0;
  const [small, large] = [
    Math.min(Math.abs(least), Math.abs(most)),
    Math.max(Math.abs(least), Math.abs(most)),
  ];
  const sign = Math.sign(least);
  let power = Math.floor(Math.log10(large));
  while (power > -300 && Math.floor(small / powerOfTen(power)) === Math.floor(large / powerOfTen(power)))
    power--;
  power++;
  if ((large - small) / powerOfTen(power) <= 0.01) {
    while (Math.floor(large / powerOfTen(power)) - Math.floor(small / powerOfTen(power)) <= 1 && power > -300)
      power--;
    power++;
  }
  if (Math.floor(large / powerOfTen(power)) < 1000) return 0;
  return Number((sign * Math.floor(large / powerOfTen(power)) * powerOfTen(power)).toPrecision(15));
}

function offsetText(offset: number): string {
  if (offset === 0) return '';
  const power = Math.floor(Math.log10(Math.abs(offset)));
  const digits = Number((offset / powerOfTen(power)).toPrecision(10));
  const text = power === 0 ? String(digits) : `${digits}e${power}`;
  return (offset > 0 ? '+' : '') + text.replaceAll('-', '−');
}

function decimals(ticks: readonly number[], span: number): number {
  const magnitude = Math.floor(Math.log10(span) + 1e-12);
  let digits = Math.max(0, 3 - magnitude);
  const tolerance = 1e-3 * powerOfTen(magnitude);
  while (digits > 0 && ticks.every((tick) => Math.abs(tick - Number(fixed(tick, digits - 1))) < tolerance)) {
    digits--;
  }
  return digits;
}

function fixed(value: number, digits: number): string {
  const text = value.toFixed(Math.min(digits, 20));
  return Number(text) === 0 ? (0).toFixed(Math.min(digits, 20)) : text;
}

function logTicks(axis: Axis, low: number, high: number, length: number, horizontal: boolean): Ticks {
  const { base } = axis.range;
  if (!(low > 0) || !(high > low)) return { positions: [], labels: [], minor: [], common: '' };
  const log = (value: number) => Math.log(value) / Math.log(base);
  const [first, last] = [Math.ceil(log(low) - 1e-9), Math.floor(log(high) + 1e-9)];
  const room = Math.max(2, Math.min(9, Math.floor(length / (axis.tickLabelSize * (horizontal ? 3 : 2)))));
  const stride = Math.max(1, Math.ceil((last - first + 1) / room));
  const positions: number[] = [];
  const start = Math.ceil(first / stride) * stride;
  for (let power = start; power <= last; power += stride) positions.push(base ** power);
  const minor = stride === 1 ? minorLogTicks(low, high, base) : [];
  if (axis.tickFormat !== undefined) return { ...label(axis, positions, low, high), minor };
  // Less than a decade in view: the ticks in between carry the labels.
  if (positions.length < 2 && base === 10) return labelMinor(positions, minor);
  return { positions, labels: positions.map((v) => powerText(base, Math.round(log(v)))), minor, common: '' };
}

function minorLogTicks(low: number, high: number, base: number): number[] {
  const ticks: number[] = [];
  const [first, last] = [
    Math.floor(Math.log(low) / Math.log(base)),
    Math.ceil(Math.log(high) / Math.log(base)),
  ];
  if (last - first > 20) return [];
  for (let power = first; power <= last; power++) {
    for (let k = 2; k < base; k++) ticks.push(k * base ** power);
  }
  return within(ticks, low, high);
}

function labelMinor(major: readonly number[], minor: readonly number[]): Ticks {
  const positions = [...major, ...minor].sort((a, b) => a - b);
  const labels = positions.map((value) => {
    const power = Math.floor(Math.log10(value) + 1e-9);
    const factor = Number((value / powerOfTen(power)).toPrecision(3));
    return factor === 1 ? powerText(10, power) : `$${factor}\\times10^{${power}}$`;
  });
  return { positions, labels, minor: [], common: '' };
}

function powerText(base: number, power: number): string {
  return `$\\mathdefault{${Number(base.toPrecision(4))}^{${power}}}$`;
}

function plain(value: number): string {
  return withMinus(String(Number(value.toPrecision(6))));
}

/** Through text: `10 ** -4` is not always the 0.0001 that a reader expects. */
function powerOfTen(power: number): number {
  return Number(`1e${power}`);
}

function withMinus(text: string): string {
  return text.replace('-', '−');
}

/** `%d`, `%i`, `%.2f`, `%e`, `%g` within other text; what else stands there is kept. */
export function printf(format: string, value: number): string {
  return format.replace(/%(?:[-+ 0#]*)(?:\d+)?(?:\.(\d+))?([dieEfFgGs%])/g, (_, digits, kind: string) => {
    const precision = digits === undefined ? 6 : Number(digits);
    if (kind === '%') return '%';
    if (kind === 'd' || kind === 'i') return withMinus(String(Math.trunc(value)));
    if (kind === 'f' || kind === 'F') return withMinus(value.toFixed(Math.min(precision, 20)));
    if (kind === 'e' || kind === 'E') return exponential(value, precision);
    return plain(value);
  });
}

function exponential(value: number, precision: number): string {
  return value
    .toExponential(Math.min(precision, 20))
    .replace(/e([+-])(\d)$/, 'e$10$2')
    .replaceAll('-', '−');
}
