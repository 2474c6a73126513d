/** What to do about units that don't fit: the units of the operands in words, and the nearest remedy. */
import { printForMessage } from '../../grammars/equations/index.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import type { Names } from '../namespaces/resolved.ts';
import { DIMENSIONLESS, type Dimension } from '../units/dimension.ts';
import { unitPhrase, usualUnit, writtenUnit } from '../units/writtenUnit.ts';
import { identifiersOf } from './names.ts';

/** Part of an expression with its dimension. */
export interface Operand {
  readonly expr: Expression;
  readonly dimension: Dimension;
}

/** Two things that `+`, `-`, `%` or a comparison brings together, although their units differ. */
export function explainOperands(left: Operand, right: Operand, names: Names): string {
  const units = `'${textOf(left)}' is ${unitPhrase(left.dimension)}, '${textOf(right)}' ${isOrIn(left, right)}.`;
  const bare = [left, right].find(({ expr }) => literalText(expr) !== undefined);
  const other = bare === left ? right : left;
  const remedy =
    bare === undefined || bare.dimension !== DIMENSIONLESS
      ? (otherCase(left, right, names) ?? otherCase(right, left, names) ?? conversion(right, left.dimension))
      : withUnit(bare.expr, other.dimension);
  return join(units, remedy);
}

/** A value whose unit is not the one that its place asks for. `place` says which: `'v' is in volt`. */
export function explainValue(value: Operand, wanted: Dimension, place: string): string {
  const text = literalText(value.expr);
  if (text !== undefined && value.dimension === DIMENSIONLESS)
    return join(`${place}; '${text}' has no unit.`, withUnit(value.expr, wanted));
  return join(`${place}; '${textOf(value)}' is ${unitPhrase(value.dimension)}.`, conversion(value, wanted));
}

/** `Write '0*mV'.` for a number that stands where a unit belongs. */
function withUnit(literal: Expression, wanted: Dimension): string | undefined {
  const text = literalText(literal);
  const unit = usualUnit(wanted);
  if (unit === undefined) return undefined;
  const product = `'${text}*${/[*/]/.test(unit) ? `(${unit})` : unit}'`;
  if (text === '0') return `Write ${product}: in strings, 0 needs its unit, too.`;
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

/** By what one would multiply or divide to get the other unit, where that is something with a name. */
function conversion({ expr, dimension }: Operand, wanted: Dimension): string | undefined {
  const goal = wanted === DIMENSIONLESS ? 'a number without unit' : writtenUnit(wanted);
  const times = writtenUnit(wanted.divide(dimension)) ?? '';
  const per = writtenUnit(dimension.divide(wanted)) ?? '';
  const what = `'${printForMessage(expr)}' by`;
  const divides = per in QUANTITIES && (!(times in QUANTITIES) || per === 'second');
  if (goal === undefined || (!divides && !(times in QUANTITIES))) return undefined;
  return divides
    ? `Divide ${what} ${QUANTITIES[per]} (in ${per}) to get ${goal}.`
    : `Multiply ${what} ${QUANTITIES[times]} (in ${times}) to get ${goal}.`;
}

/** `i`, the index, where `I` was meant: a name that fits but for its case. */
function otherCase(wrong: Operand, other: Operand, names: Names): string | undefined {
  for (const name of identifiersOf(wrong.expr)) {
    const twin = [...names.keys()].find(
      (known) => known !== name && known.toLowerCase() === name.toLowerCase(),
    );
    const resolved = twin === undefined ? undefined : names.get(twin);
    if (resolved?.kind === 'variable' && resolved.variable.dimension === other.dimension)
      return `Did you mean '${twin}'? ${name === 'i' ? "'i' is the index of the neuron." : ''}`.trim();
  }
  return undefined;
}

/** `-50` and `0` as written; undefined for anything but a number. */
function literalText(expr: Expression): string | undefined {
  if (expr.kind === 'number') return expr.text;
  if (expr.kind !== 'unary' || expr.op === 'not') return undefined;
  const inner = literalText(expr.operand);
  return inner && expr.op + inner;
}

function textOf({ expr }: Operand): string {
  return literalText(expr) ?? printForMessage(expr);
}

function isOrIn(left: Operand, right: Operand): string {
  const both = left.dimension !== DIMENSIONLESS && right.dimension !== DIMENSIONLESS;
  return both ? unitPhrase(right.dimension) : `is ${unitPhrase(right.dimension)}`;
}

function join(statement: string, remedy: string | undefined): string {
  return remedy === undefined ? statement : `${statement} ${remedy}`;
}
