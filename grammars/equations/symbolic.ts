import { childrenOf } from './children.ts';
import { printExpression } from './print.ts';
import { syntaxProblem } from './problems.ts';
import type { Binary, BinaryOperator, Expression, GrammarProblem, NumberLiteral } from './tree.ts';

const NAMES: Readonly<Record<BinaryOperator, string>> = {
  '+': 'Add',
  '-': 'Add',
  '*': 'Mul',
  '/': 'Mul',
  '//': 'Mul',
  '%': 'Mod',
  '**': 'Pow',
};

/** Functions that have a symbolic form, and take one argument there. */
const ONE_ARGUMENT = new Set('sin cos tan sinh cosh tanh exp'.split(' '));

/**
 * What Brian's symbolic form of an expression refuses although Python reads it: numbers made of
 * comparisons (`(a<b)*3`), comparisons of comparisons, and numbers as truth values. `text` is how it reads.
 */
export function symbolicProblems(expr: Expression, text: string): GrammarProblem[] {
  return refused(refusal(expr), text);
}

function refused(reason: Refusal | undefined, text: string): GrammarProblem[] {
  if (reason === undefined) return [];
  const { at, errorClass = 'SyntaxError', isWhole } = reason;
  const message = isWhole
    ? reason.text
    : `Error during evaluation of sympy expression '${text}': ${reason.text}`;
  return [{ ...syntaxProblem(message, at.range), errorClass }];
}

interface Refusal {
  readonly text: string;
  readonly at: Expression;
  readonly errorClass?: string;
  /** True where the text is all that Brian says. */
  readonly isWhole?: boolean;
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
  if (expr.kind === 'binary') return arithmeticRefusal(expr);
  if (expr.kind === 'unary' && expr.op === '-' && (isRelation(expr.operand) || isJunction(expr.operand)))
    return { text: noSign(expr.operand), at: expr };
  if (expr.kind === 'call' && expr.args.length > 1 && ONE_ARGUMENT.has(expr.name))
    return { text: `${expr.name} takes exactly 1 argument (${expr.args.length} given)`, at: expr };
  if (expr.kind === 'comparison' && !/^[=!]=$/.test(expr.op) && (isTruth(expr.left) || isTruth(expr.right)))
    return { text: 'Can only compare inequalities with Expr', at: expr };
  if (expr.kind === 'logical') {
    const number = [expr.left, expr.right].find((e) => e.kind === 'number' && !isBit(e));
    if (number?.kind === 'number') {
      const shown = number.isInteger ? number.value : number.value.toPrecision(15);
      return { text: `expecting bool or Boolean, not \`${shown}\`.`, at: number };
    }
  }
  return undefined;
}

/** 0 and 1 pass for truth values. */
function isBit({ isInteger, value }: NumberLiteral): boolean {
  return isInteger && value <= 1;
}

/** What arithmetic on `and`, `or`, `not` and truth values comes to in the symbolic form: mostly nothing. */
function arithmeticRefusal(expr: Binary): Refusal | undefined {
  const { op, left, right } = expr;
  const isJoined = [left, right].some((side) => side.kind === 'logical' && isJunction(side));
  if (op === '-' && isJunction(right)) return { text: noSign(right), at: expr };
  if (isJoined && (op === '+' || op === '-')) {
    const text = `'${className(isJunction(left) ? left : right)}' object has no attribute 'as_coeff_Mul'`;
    return { text, at: expr, errorClass: 'AttributeError', isWhole: true };
  }
  const isProduct = op === '*' || op === '/';
  const numeric = left.kind === 'number' || right.kind === 'number';
  const isTruthTimesNumber =
    numeric && [left, right].some((side) => isJunction(side) || /^(?:boolean|comparison)$/.test(side.kind));
  if ((isJoined && op !== '%') || (isProduct && isTruthTimesNumber))
    return { text: 'Unknown syntax: BinOp', at: expr, isWhole: true };
  return undefined;
}

function noSign(operand: Expression): string {
  return `bad operand type for unary -: '${className(operand)}'`;
}

/** `and`, `or` and `not`, where they stay what they are: `b and b` is but `b`. */
function isJunction(expr: Expression): boolean {
  if (expr.kind === 'unary') return expr.op === 'not' && !isRelation(expr);
  if (expr.kind !== 'logical') return false;
  const sides = childrenOf(expr);
  return (
    sides.every((side) => side.kind !== 'boolean') &&
    printExpression(expr.left) !== printExpression(expr.right)
  );
}

/** Comparisons of mere numbers have a value at once and are no relations any more. */
function isRelation(expr: Expression): boolean {
  if (expr.kind === 'unary' && expr.op === 'not') return isRelation(expr.operand);
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

/** The class of the symbolic form. */
function className(expr: Expression): string {
  if (expr.kind === 'logical') return expr.op === 'and' ? 'And' : 'Or';
  if (expr.kind !== 'comparison') return 'Not';
  const classes = { '<': 'StrictLessThan', '<=': 'LessThan', '>': 'StrictGreaterThan', '>=': 'GreaterThan' };
  return { ...classes, '==': 'Equality', '!=': 'Unequality' }[expr.op];
}
