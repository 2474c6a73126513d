/** What to do about units that don't fit: the units of the operands in words, and the nearest remedy. */
import { printExpression } from '../../grammars/equations/index.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import type { Names } from '../namespaces/resolved.ts';
import { DIMENSIONLESS, type Dimension } from '../units/dimension.ts';
import { conversion, withUnit } from '../units/remedy.ts';
import { unitPhrase } from '../units/writtenUnit.ts';
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
      ? (otherCase(left, right, names) ?? otherCase(right, left, names) ?? sameUnit(left, right))
      : withUnit(textOf(bare), other.dimension);
  return join(units, remedy);
}

/** What has no unit is given one; else the right operand follows the left one. */
function sameUnit(left: Operand, right: Operand): string | undefined {
  const [changed, kept] = left.dimension === DIMENSIONLESS ? [left, right] : [right, left];
  return conversion(textOf(changed), changed.dimension, kept.dimension);
}

/** A value whose unit is not the one that its place asks for. `place` says which: `'v' is in volt`. */
export function explainValue(value: Operand, wanted: Dimension, place: string): string {
  const text = literalText(value.expr);
  if (text !== undefined && value.dimension === DIMENSIONLESS)
    return join(`${place}; '${text}' has no unit.`, withUnit(text, wanted));
  return join(
    `${place}; '${textOf(value)}' is ${unitPhrase(value.dimension)}.`,
    conversion(textOf(value), value.dimension, wanted),
  );
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
  return literalText(expr) ?? printExpression(expr);
}

function isOrIn(left: Operand, right: Operand): string {
  const both = left.dimension !== DIMENSIONLESS && right.dimension !== DIMENSIONLESS;
  return both ? unitPhrase(right.dimension) : `is ${unitPhrase(right.dimension)}`;
}

function join(statement: string, remedy: string | undefined): string {
  return remedy === undefined ? statement : `${statement} ${remedy}`;
}
