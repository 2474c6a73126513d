/** What makes a value fit where another unit belongs, in one sentence. */
import { DIMENSIONLESS, type Dimension } from './dimension.ts';
import { unitPhrase, usualUnit, writtenUnit } from './writtenUnit.ts';

/** `Write '0*mV'.` for a number, as written, that stands where a unit belongs. */
export function withUnit(number: string, wanted: Dimension): string | undefined {
  const unit = usualUnit(wanted);
  if (unit === undefined) return undefined;
  const product = `'${number}*${/[*/]/.test(unit) ? `(${unit})` : unit}'`;
  if (number === '0') return `Write ${product}: 0 needs its unit here, too.`;
  return `A number needs its unit: write ${product}, for example.`;
}

/** What one multiplies or divides by to change a unit. */
const QUANTITIES: Readonly<Record<string, string>> = {
  second: 'a time',
  ohm: 'a resistance',
  siemens: 'a conductance',
  farad: 'a capacitance',
  volt: 'a voltage',
  amp: 'a current',
  metre: 'a length',
  'metre**2': 'an area',
  hertz: 'a rate',
};

/** By what one would multiply or divide to get another unit, where that is something with a name. */
export function conversion(text: string, dimension: Dimension, wanted: Dimension): string | undefined {
  const goal = wanted === DIMENSIONLESS ? 'a number without unit' : writtenUnit(wanted);
  const times = writtenUnit(wanted.divide(dimension)) ?? '';
  const per = writtenUnit(dimension.divide(wanted)) ?? '';
  const divides = per in QUANTITIES && (!(times in QUANTITIES) || per === 'second');
  if (goal === undefined || (!divides && !(times in QUANTITIES))) return undefined;
  return divides
    ? `Divide '${text}' by ${QUANTITIES[per]} (in ${per}) to get ${goal}.`
    : `Multiply '${text}' by ${QUANTITIES[times]} (in ${times}) to get ${goal}.`;
}

/** What to do about quantities of the script that an operation or a function does not take. */
export function quantityHint(description: string, dimensions: readonly Dimension[]): string | undefined {
  const [a, b] = dimensions;
  if (a === undefined) return undefined;
  if (b === undefined)
    return a === DIMENSIONLESS || !/dimensionless/.test(description)
      ? undefined
      : `Divide by a unit to get a plain number: 'x/${usualUnit(a) ?? a}'.`;
  const unit = usualUnit(a) ?? usualUnit(b);
  if (a !== DIMENSIONLESS && b !== DIMENSIONLESS)
    return `One is ${unitPhrase(a)}, the other ${unitPhrase(b)}.`;
  return unit && `A number needs its unit: multiply it by '${unit}', for example.`;
}
