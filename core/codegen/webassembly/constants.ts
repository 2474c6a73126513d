/** Numbers that vector functions use, kept in memory: loading one is a single instruction. */
import type { Instructions } from './instructions.ts';
import type { ModuleWriter } from './moduleWriter.ts';

/** Where they stand: device storage begins after them. */
const ADDRESS = 64;
export const KERNEL_CONSTANTS_END = 1024;

const INVERSE_FACTORIALS = Array.from({ length: 13 }, (_, k) => {
  let factorial = 1;
  for (let factor = 2; factor <= k + 1; factor++) factorial *= factor;
  return 1 / factorial;
});

const VALUES = {
  one: 1,
  two: 2,
  half: 0.5,
  log2e: Math.LOG2E,
  // log(2) in two parts: the first has so few digits that its product with a whole number is exact.
  ln2High: 0.6931471803691238,
  ln2Low: 1.9082149292705877e-10,
  // Beyond these exp is 0 and infinite.
  expLowest: -746,
  expHighest: 710,
  tanhFlat: 22,
  exprelFlat: 1e-16,
  exprelHighest: 717,
  infinity: Number.POSITIVE_INFINITY,
  /** Adding 1.5 * 2^52 leaves a whole number in the low bits. */
  wholeBits: 6755399441055744,
  thousandth: 1e-3,
  twoTo26: 67108864,
  twoToMinus53: 2 ** -53,
  twoToMinus54: 2 ** -54,
  normalCentre: 0.425,
  normalCentreSquare: 0.180625,
  /** The 32-bit integers 0 to 3. */
  offsets01: bits(0, 1),
  offsets23: bits(2, 3),
  /** Pick the first of two bytes, and the second. */
  firstByte: bits(0xff, 0),
  secondByte: bits(0xff00, 0),
} as const;

const NAMES = Object.keys(VALUES) as (keyof typeof VALUES)[];

/** Coefficients, highest power first, of the series and quotients that vector functions evaluate. */
export const SERIES = {
  /** 1/k! for k = 1 to 13. */
  inverseFactorials: INVERSE_FACTORIALS,
  /** Wichura 1988, AS 241, PPND16: numerator and denominator near the middle. */
  normalNumerator: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  normalDenominator: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
} as const;

const SERIES_NAMES = Object.keys(SERIES) as (keyof typeof SERIES)[];

export function writeConstants(module: ModuleWriter): void {
  const values = [...Object.values(VALUES), ...SERIES_NAMES.flatMap((name) => SERIES[name])];
  if (ADDRESS + 8 * values.length > KERNEL_CONSTANTS_END) throw new Error('too many constants');
  module.floats(ADDRESS, values);
}

/** Puts a constant into both lanes. */
export function constant(code: Instructions, name: keyof typeof VALUES): void {
  load(code, NAMES.indexOf(name));
}

/** Puts a constant into the first lane, the one that follows it in the table into the second. */
export function constantPair(code: Instructions, name: keyof typeof VALUES): void {
  code.integer(0).memory('v128.load', ADDRESS + 8 * NAMES.indexOf(name));
}

export function coefficient(code: Instructions, series: keyof typeof SERIES, k: number): void {
  let position = NAMES.length + k;
  for (const name of SERIES_NAMES) {
    if (name === series) break;
    position += SERIES[name].length;
  }
  load(code, position);
}

function load(code: Instructions, position: number): void {
  code.integer(0).memory('v128.load64_splat', ADDRESS + 8 * position);
}

function bits(low: number, high: number): number {
  return new Float64Array(Uint32Array.of(low, high).buffer)[0]!;
}
