/** Floats as Python writes them. All roundings are exact and half-to-even, as CPython's. */

/** `repr` of a float. */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const [digits, exponent] = decimalParts(value);
  const sign = value < 0 ? '-' : '';
  if (exponent < -4 || exponent >= 16) return sign + scientific(digits, exponent);
  return sign + positional(digits, exponent);
}

/** `value` with `decimals` digits after the point. */
export function fixedText(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return floatRepr(value);
  const scaled = roundedScaled(value, decimals);
  const negative = value < 0 || Object.is(value, -0);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals > 0 ? `.${digits.slice(digits.length - decimals)}` : '';
  return `${negative ? '-' : ''}${whole}${fraction}`;
}

/** `value` as `d.ddde+XX` with `decimals` digits after the point. */
export function exponentText(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return floatRepr(value);
  const [digits, exponent] = roundedDigits(value, decimals + 1);
  const mantissa = decimals > 0 ? `${digits[0]}.${digits.slice(1)}` : digits;
  const negative = value < 0 || Object.is(value, -0);
  return `${negative ? '-' : ''}${mantissa}${exponentSuffix(exponent)}`;
}

/** `value` as the format code `g` writes it. `keepZeros` is the alternate form. */
export function generalText(value: number, precision: number, keepZeros = false): string {
  if (!Number.isFinite(value)) return floatRepr(value);
  const wanted = Math.max(precision, 1);
  const [, exponent] = roundedDigits(value, wanted);
  const scientificForm = exponent < -4 || exponent >= wanted;
  const text = scientificForm ? exponentText(value, wanted - 1) : fixedText(value, wanted - 1 - exponent);
  return keepZeros ? text : withoutTrailingZeros(text);
}

/** `round(value, decimals)`: the double nearest to the correctly rounded decimal. */
export function roundedFloat(value: number, decimals: number): number {
  if (!Number.isFinite(value) || decimals > 340) return value;
  if (decimals >= 0) return Number(fixedText(value, decimals));
  const unit = 10n ** BigInt(-decimals);
  const scaled = roundedQuotient(...ratioTimes(value, unit));
  const result = Number(scaled * unit);
  return result === 0 && value < 0 ? -0 : result;
}

/** The float as an exact quotient of two integers, the denominator a power of two. */
export function exactRatio(value: number): [bigint, bigint] {
  let exponent = 0;
  let mantissa = value;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent += 1;
  }
  return [BigInt(mantissa), 1n << BigInt(exponent)];
}

/** Rounds half to even. The denominator is positive. */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const quotient = magnitude / denominator;
  const twice = (magnitude % denominator) * 2n;
  const up = twice > denominator || (twice === denominator && quotient % 2n === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return numerator < 0n ? -rounded : rounded;
}

function roundedScaled(value: number, decimals: number): bigint {
  const [numerator, denominator] = exactRatio(value);
  return roundedQuotient(numerator * 10n ** BigInt(decimals), denominator);
}

function ratioTimes(value: number, divisor: bigint): [bigint, bigint] {
  const [numerator, denominator] = exactRatio(value);
  return [numerator, denominator * divisor];
}

/** `count` significant digits and the decimal exponent of the first. */
function roundedDigits(value: number, count: number): [string, number] {
  if (value === 0) return ['0'.repeat(count), 0];
  const magnitude = Math.abs(value);
  let exponent = Number(magnitude.toExponential().split('e')[1]);
  const [numerator, denominator] = exactRatio(magnitude);
  const shift = count - 1 - exponent;
  const scaled =
    shift >= 0
      ? roundedQuotient(numerator * 10n ** BigInt(shift), denominator)
      : roundedQuotient(numerator, denominator * 10n ** BigInt(-shift));
  let digits = scaled.toString();
  if (digits.length > count) {
    digits = digits.slice(0, count);
    exponent += 1;
  }
  return [digits, exponent];
}

/** The shortest digits that read back as the value, and the decimal exponent of the first. */
function decimalParts(value: number): [string, number] {
  const [mantissa, exponent] = Math.abs(value).toExponential().split('e') as [string, string];
  return [mantissa.replace('.', ''), Number(exponent)];
}

function scientific(digits: string, exponent: number): string {
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  return mantissa + exponentSuffix(exponent);
}

function exponentSuffix(exponent: number): string {
  const magnitude = String(Math.abs(exponent)).padStart(2, '0');
  return `e${exponent < 0 ? '-' : '+'}${magnitude}`;
}

function positional(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return `${digits.padEnd(exponent + 1, '0')}.0`;
  return `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

function withoutTrailingZeros(text: string): string {
  const [mantissa, exponent] = text.split('e') as [string, string | undefined];
  const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return exponent === undefined ? short : `${short}e${exponent}`;
}
