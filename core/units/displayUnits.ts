/** Which unit a quantity is shown in. */
import { DIMENSIONLESS, type Dimension } from './dimension.ts';
import { anyUnit, standardUnits } from './registry.ts';
import { type Unit, unnamedUnit } from './unit.ts';

/**
 * Compound units that a script has made (`mV/ms`): Brian shows later quantities of that dimension in them.
 * One registry belongs to one script evaluation.
 */
export class UnitRegistry {
  private readonly byDimension = new Map<Dimension, Map<number, Unit>>();

  add(unit: Unit): void {
    const byScale = this.byDimension.get(unit.dimension) ?? new Map<number, Unit>();
    this.byDimension.set(unit.dimension, byScale);
    byScale.set(unit.scale, unit);
  }

  clear(): void {
    this.byDimension.clear();
  }

  unitsOf(dimension: Dimension): readonly Unit[] {
    return [...(this.byDimension.get(dimension)?.values() ?? [])];
  }
}

const registries = new WeakMap<object, UnitRegistry>();

/** The registry that belongs to a session. */
export function unitRegistryOf(session: object): UnitRegistry {
  let registry = registries.get(session);
  if (registry === undefined) {
    registry = new UnitRegistry();
    registries.set(session, registry);
  }
  return registry;
}

/** The unit of scale 1 for a dimension: `volt`, else a compound one, else the bare product of base units. */
export function unitOf(dimension: Dimension, registry?: UnitRegistry): Unit {
  if (dimension === DIMENSIONLESS) return unnamedUnit(dimension);
  for (const units of candidates(dimension, registry)) {
    const unscaled = units.find((unit) => unit.scale === 0);
    if (unscaled !== undefined) return unscaled;
  }
  return unnamedUnit(dimension);
}

/** Whether any register has units of that dimension, so that the bare base units are not shown. */
export function isRegistered(dimension: Dimension, registry?: UnitRegistry): boolean {
  return dimension === DIMENSIONLESS || candidates(dimension, registry).some((units) => units.length > 0);
}

/** How messages show a dimension: `V`, `m^2 kg s^-4 A^-1`, or `1`. */
export function unitDisplay(dimension: Dimension, registry?: UnitRegistry): string {
  return unitOf(dimension, registry).displayName;
}

/** Long form: `volt`, `metre ** 2 * kilogram * second ** -4 * amp ** -1`. */
export function dimensionName(dimension: Dimension, registry?: UnitRegistry): string {
  return unitOf(dimension, registry).name;
}

/**
 * The unit in which all of `values` (in SI base units) have sizes nearest to 10, as Brian chooses it. Zeros
 * count nothing; with nothing else the unit of scale 1 is taken.
 */
export function bestUnit(values: ArrayLike<number>, dimension: Dimension, registry?: UnitRegistry): Unit {
  const units = candidates(dimension, registry).find((list) => list.length > 0);
  if (dimension === DIMENSIONLESS || units === undefined) return unnamedUnit(dimension);
  const counted = Array.prototype.filter.call(values, (x: number) => x !== 0 && !Number.isNaN(x)) as number[];
  if (counted.length === 0) return units.find((unit) => unit.scale === 0) ?? unnamedUnit(dimension);
  let best = units[0]!;
  let smallest = Number.POSITIVE_INFINITY;
  for (const unit of units) {
    const size = unit.value;
    let deviation = 0;
    for (const x of counted) deviation += (Math.log10(Math.abs(x) / size) - 1) ** 2;
    if (deviation < smallest) {
      smallest = deviation;
      best = unit;
    }
  }
  // Infinity is equally far from all units; Brian then names the largest.
  return smallest === Number.POSITIVE_INFINITY ? units.reduce((a, b) => (a.scale > b.scale ? a : b)) : best;
}

function candidates(dimension: Dimension, registry?: UnitRegistry): readonly (readonly Unit[])[] {
  return [
    standardUnits().get(dimension) ?? [],
    registry?.unitsOf(dimension) ?? [],
    additionalUnits().get(dimension) ?? [],
  ];
}

/** Brian's additional compound units: numerator / denominator, factors separated by blanks, `^` for powers. */
const ADDITIONAL: readonly string[] = [
  'pascal second',
  'newton metre',
  'watt / metre^2',
  'joule / kelvin',
  'joule / kilogram kelvin',
  'joule / kilogram',
  'watt / metre kelvin',
  'joule / metre^3',
  'volt / metre^3',
  'coulomb / metre^3',
  'coulomb / metre^2',
  'farad / metre',
  'henry / metre',
  'joule / mole',
  'joule / mole kelvin',
  'coulomb / kilogram',
  'gray / second',
  'katal / metre^3',
];

let additional: ReadonlyMap<Dimension, readonly Unit[]> | undefined;

function additionalUnits(): ReadonlyMap<Dimension, readonly Unit[]> {
  additional ??= new Map(
    ADDITIONAL.map((text) => {
      const [numerator, denominator] = text.split(' / ').map(productOf);
      const unit = denominator === undefined ? numerator! : numerator!.divide(denominator);
      return [unit.dimension, [unit]];
    }),
  );
  return additional;
}

function productOf(text: string): Unit {
  const factors = text.split(' ').map((factor) => {
    const [name, power] = factor.split('^');
    const unit = anyUnit(name!)!;
    return power === undefined ? unit : unit.power(Number(power), power);
  });
  return factors.reduce((product, unit) => product.multiply(unit));
}
