/** Shortest decimal forms of floating point numbers, as Python and NumPy write them. */
import type { DType } from './dtype.ts';

/** `repr` of a Python float: `0.1`, `1e-05`, `1e+16`, `inf`, `nan`. */
export function floatRepr(x: number, dtype: DType = 'float64'): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  if (x === 0) return Object.is(x, -0) ? '-0.0' : '0.0';
  const { digits, exponent } = decimalOf(x, dtype);
  const sign = x < 0 ? '-' : '';
  if (exponent < -4 || exponent >= 16) return sign + scientific(digits, exponent, '');
  const text = positional(digits, exponent);
  return sign + (text.endsWith('.') ? `${text}0` : text);
}

/** Shortest digits that read back as the same number, and the exponent of the first of them. */
export function decimalOf(x: number, dtype: DType): { digits: string; exponent: number } {
  const text = dtype === 'float32' ? shortestFloat32(Math.abs(x)) : Math.abs(x).toExponential();
  const [mantissa, exponent] = text.split('e');
  return { digits: mantissa!.replace('.', '').replace(/0+$/, '') || '0', exponent: Number(exponent) };
}

function shortestFloat32(x: number): string {
  for (let digits = 0; digits < 9; digits++) {
    const text = x.toExponential(digits);
    if (Math.fround(Number(text)) === x) return text;
  }
  return x.toExponential(9);
}

/** Digits around a decimal point that is always there: `12.`, `0.05`. */
export function positional(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.padEnd(exponent + 1, '0');
  return `${whole.slice(0, exponent + 1)}.${whole.slice(exponent + 1)}`;
}

/** `1.5e-05`, at least two digits of exponent; `point` is written where one digit has no fraction. */
export function scientific(digits: string, exponent: number, point: string): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : point;
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${size}`;
}

/** Digits rounded so that no more than `places` of them follow the decimal point; ties go to even. */
export function roundFixed(x: number, places: number, dtype: DType): { digits: string; exponent: number } {
  const exact = decimalOf(x, dtype);
  if (exact.digits.length - 1 - exact.exponent <= places) return exact;
  const text = fixedTieToEven(Math.abs(x), places);
  const digits = text.replace('.', '').replace(/^0+/, '');
  if (digits === '') return { digits: '0', exponent: 0 };
  return { digits: digits.replace(/0+$/, ''), exponent: digits.length - 1 - places };
}

/** Digits rounded to `places` after the first. */
export function roundScientific(
  x: number,
  places: number,
  dtype: DType,
): { digits: string; exponent: number } {
  const exact = decimalOf(x, dtype);
  if (exact.digits.length - 1 <= places) return exact;
  const [mantissa, exponent] = Math.abs(x).toExponential(places).split('e');
  return { digits: mantissa!.replace('.', '').replace(/0+$/, '') || '0', exponent: Number(exponent) };
}

/** JavaScript rounds a tie up; only a number with exactly one digit more can be one. */
function fixedTieToEven(x: number, places: number): string {
  const text = x.toFixed(Math.min(places, 100));
  if (x >= 1e21) return text;
  const tail = x.toFixed(Math.min(places + 30, 100)).slice(-30);
  const lastDigit = Number(text.at(-1));
  if (!/^50*$/.test(tail) || Number.isNaN(lastDigit) || lastDigit % 2 === 0) return text;
  return text.slice(0, -1) + String(lastDigit - 1);
}
