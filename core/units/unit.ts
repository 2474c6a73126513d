import { DIMENSIONLESS, type Dimension } from './dimension.ts';

/**
 * A physical unit: a power of ten with a dimension and two spellings. Immutable.
 * `name` is what Python prints with repr (`mvolt`), `displayName` what it prints with str (`mV`).
 */
export class Unit {
  constructor(
    readonly name: string,
    readonly displayName: string,
    readonly dimension: Dimension,
    /** Decimal exponent of the size in SI base units; fractional for roots. */
    readonly scale: number,
    /** Made of other units, so that it needs parentheses inside a quotient or a power. */
    readonly compound = false,
  ) {}

  /** Size in SI base units. */
  get value(): number {
    return powerOfTen(this.scale);
  }

  multiply(other: Unit): Unit {
    return new Unit(
      `${this.name} * ${other.name}`,
      `${this.displayName} ${other.displayName}`,
      this.dimension.multiply(other.dimension),
      this.scale + other.scale,
      true,
    );
  }

  divide(other: Unit): Unit {
    return new Unit(
      `${this.nameInside} / ${other.nameInside}`,
      `${this.displayNameInside}/${other.displayNameInside}`,
      this.dimension.divide(other.dimension),
      this.scale - other.scale,
      true,
    );
  }

  /** `exponentText` is the exponent as the script's language prints it (`2`, `-1`, `0.5`). */
  power(exponent: number, exponentText: string): Unit {
    return new Unit(
      `${this.nameInside} ** ${exponentText}`,
      `${this.displayNameInside}^${exponentText}`,
      this.dimension.power(exponent),
      this.scale * exponent,
      true,
    );
  }

  private get nameInside(): string {
    return this.compound ? `(${this.name})` : this.name;
  }

  private get displayNameInside(): string {
    return this.compound ? `(${this.displayName})` : this.displayName;
  }
}

/** 10**scale, correctly rounded for whole scales (`10 ** -5` is not). */
export function powerOfTen(scale: number): number {
  return Number.isInteger(scale) ? Number(`1e${scale}`) : 10 ** scale;
}

const LONG_LABELS = ['metre', 'kilogram', 'second', 'amp', 'kelvin', 'mole', 'candle'];

/** The bare product of base units in long form, as `metre ** 2 * kilogram * second ** -3`. */
export function baseProduct(dimension: Dimension): string {
  const parts = dimension.exponents.flatMap((exponent, k) => {
    if (exponent === 0) return [];
    return [exponent === 1 ? LONG_LABELS[k]! : `${LONG_LABELS[k]!} ** ${exponent}`];
  });
  return parts.length === 0 ? 'Dimension()' : parts.join(' * ');
}

/** The unit of scale 1 that has no name of its own. */
export function unnamedUnit(dimension: Dimension): Unit {
  if (dimension === DIMENSIONLESS) return new Unit('Unit(1)', '1', dimension, 0);
  return new Unit(baseProduct(dimension), dimension.toString(), dimension, 0);
}
