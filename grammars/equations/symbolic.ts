import { childrenOf } from './children.ts';
import { syntaxProblem } from './problems.ts';
import type { BinaryOperator, Expression, GrammarProblem } from './tree.ts';

const NAMES: Readonly<Record<BinaryOperator, string>> = {
  '+': 'Add',
  '-': 'Add',
  '*': 'Mul',
  '/': 'Mul',
  '//': 'Mul',
  '%': 'Mod',
  '**': 'Pow',
};

/**
 * What Brian's symbolic form of an expression refuses although Python reads it: numbers made of
 * comparisons (`(a<b)*3`), comparisons of comparisons, and numbers as truth values. `text` is how it reads.
 */
export function symbolicProblems(expr: Expression, text: string): GrammarProblem[] {
  return refused(refusal(expr), text);
}

function refused(reason: Refusal | undefined, text: string): GrammarProblem[] {
  if (reason === undefined) return [];
  const message = `Error during evaluation of sympy expression '${text}': ${reason.text}`;
  return [syntaxProblem(message, reason.at.range)];
}

interface Refusal {
  readonly text: string;
  readonly at: Expression;
}

function refusal(expr: Expression): Refusal | undefined {
  const inner = childrenOf(expr)
    .map(refusal)
    .find((r) => r !== undefined);
  return inner ?? ownRefusal(expr);
}

function ownRefusal(expr: Expression): Refusal | undefined {
  if (expr.kind === 'binary' && (isRelation(expr.left) || isRelation(expr.right)))
    return { text: `Relational cannot be used in ${NAMES[expr.op]}`, at: expr };
  if (expr.kind === 'unary' && expr.op === '-' && isRelation(expr.operand))
    return { text: `bad operand type for unary -: '${relationClass(expr.operand)}'`, at: expr };
  if (expr.kind === 'comparison' && !/^[=!]=$/.test(expr.op) && (isTruth(expr.left) || isTruth(expr.right)))
    return { text: 'Can only compare inequalities with Expr', at: expr };
  if (expr.kind === 'logical') {
    const number = [expr.left, expr.right].find((e) => e.kind === 'number');
    if (number?.kind === 'number')
      return { text: `expecting bool or Boolean, not \`${number.text}\`.`, at: number };
  }
  return undefined;
}

/** Comparisons of mere numbers have a value at once and are no relations any more. */
function isRelation(expr: Expression): boolean {
  return expr.kind === 'comparison' && !(isNumeric(expr.left) && isNumeric(expr.right));
}

function isTruth(expr: Expression): boolean {
  return isRelation(expr) || expr.kind === 'boolean' || expr.kind === 'logical';
}

function isNumeric(expr: Expression): boolean {
  if (expr.kind === 'number') return true;
  return (
    expr.kind !== 'name' &&
    expr.kind !== 'call' &&
    childrenOf(expr).length > 0 &&
    childrenOf(expr).every(isNumeric)
  );
}

function relationClass(expr: Expression): string {
  if (expr.kind !== 'comparison') return '';
  const classes = { '<': 'StrictLessThan', '<=': 'LessThan', '>': 'StrictGreaterThan', '>=': 'GreaterThan' };
  return { ...classes, '==': 'Equality', '!=': 'Unequality' }[expr.op];
}
