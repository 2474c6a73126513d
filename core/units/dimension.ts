/** Labels of the seven SI base dimensions, in Brian's order. */
const LABELS = ['m', 'kg', 's', 'A', 'K', 'mol', 'cd'] as const;

type Exponents = readonly [number, number, number, number, number, number, number];

/**
 * A physical dimension: seven exponents (length, mass, time, current, temperature, substance, luminosity),
 * possibly fractional. Equal dimensions are the same object, so `===` compares them.
 */
export class Dimension {
  private static readonly known = new Map<string, Dimension>();

  private constructor(readonly exponents: Exponents) {}

  static of(exponents: readonly number[]): Dimension {
    const clean = LABELS.map((_, k) => simple(exponents[k] ?? 0));
    const key = clean.join();
    let dimension = Dimension.known.get(key);
    if (dimension === undefined) {
      dimension = new Dimension(clean as unknown as Exponents);
      Dimension.known.set(key, dimension);
    }
    return dimension;
  }

  get isDimensionless(): boolean {
    return this === DIMENSIONLESS;
  }

  multiply(other: Dimension): Dimension {
    return Dimension.of(this.exponents.map((e, k) => e + other.exponents[k]!));
  }

  divide(other: Dimension): Dimension {
    return Dimension.of(this.exponents.map((e, k) => e - other.exponents[k]!));
  }

  power(exponent: number): Dimension {
    return Dimension.of(this.exponents.map((e) => e * exponent));
  }

  /** The bare product of base units, as `m^2 kg s^-3 A^-1`; `1` without dimension. */
  toString(): string {
    const parts = LABELS.flatMap((label, k) => {
      const exponent = this.exponents[k]!;
      if (exponent === 0) return [];
      return [exponent === 1 ? label : `${label}^${exponent}`];
    });
    return parts.length === 0 ? '1' : parts.join(' ');
  }
}

/** The fraction that is meant: powers and roots come together again (x**(1/3) cubed). */
function simple(exponent: number): number {
  for (let denominator = 1; denominator <= 12; denominator++) {
    const numerator = Math.round(exponent * denominator);
    if (Math.abs(exponent - numerator / denominator) < 1e-9) return numerator / denominator + 0;
  }
  return Math.round(exponent * 1e9) / 1e9;
}

export const DIMENSIONLESS = Dimension.of([]);
export const SECOND = Dimension.of([0, 0, 1]);
export const HERTZ = Dimension.of([0, 0, -1]);
export const VOLT = Dimension.of([2, 1, -3, -1]);
export const AMP = Dimension.of([0, 0, 0, 1]);
