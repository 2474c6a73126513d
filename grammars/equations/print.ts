/** Trees back to text. */
import type { TextRange } from '../../core/text/range.ts';
import type { EquationTree, Expression, Statement } from './tree.ts';

/** Python's precedence, low to high. */
const PRECEDENCE: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '//': 6,
  '%': 6,
  sign: 7,
  '**': 8,
};
const ATOM = 9;

/** An expression with as few parentheses as reading it back allows. */
export function printExpression(expr: Expression): string {
  switch (expr.kind) {
    case 'number':
      return expr.text;
    case 'boolean':
      return expr.value ? 'True' : 'False';
    case 'name':
      return expr.name;
    case 'call':
      return `${expr.name}(${expr.args.map(printExpression).join(', ')})`;
    case 'unary':
      return expr.op === 'not' ? `not ${atLeast(expr.operand, 3)}` : `${expr.op}${atLeast(expr.operand, 7)}`;
    case 'binary':
      return printBinary(expr);
    case 'comparison':
      return `${atLeast(expr.left, 5)} ${expr.op} ${atLeast(expr.right, 5)}`;
    case 'logical':
      return `${atLeast(expr.left, precedenceOf(expr))} ${expr.op} ${atLeast(expr.right, precedenceOf(expr) + 1)}`;
  }
}

function printBinary(expr: Expression & { kind: 'binary' }): string {
  const own = precedenceOf(expr);
  // The power binds to the right, and a sign may stand in its exponent.
  if (expr.op === '**') return `${atLeast(expr.left, ATOM)}**${atLeast(expr.right, 7)}`;
  const blank = own === 5 ? ' ' : '';
  return `${atLeast(expr.left, own)}${blank}${expr.op}${blank}${atLeast(expr.right, own + 1)}`;
}

function atLeast(expr: Expression, precedence: number): string {
  const text = printExpression(expr);
  return precedenceOf(expr) < precedence ? `(${text})` : text;
}

function precedenceOf(expr: Expression): number {
  switch (expr.kind) {
    case 'logical':
    case 'binary':
      return PRECEDENCE[expr.op]!;
    case 'comparison':
      return PRECEDENCE.comparison!;
    case 'unary':
      return expr.op === 'not' ? PRECEDENCE.not! : PRECEDENCE.sign!;
    default:
      return ATOM;
  }
}

/** As Brian shows a part of an expression in its messages: every operand in parentheses that is not atomic. */
export function printForMessage(expr: Expression): string {
  switch (expr.kind) {
    case 'number':
      return printNumber(expr.value, expr.isInteger);
    case 'call':
      return `${expr.name}(${expr.args.map(printForMessage).join(', ')})`;
    case 'unary':
      return `${expr.op} ${operand(expr.operand)}`;
    case 'logical':
      return sameChain(expr, expr.op).map(operand).join(` ${expr.op} `);
    case 'binary':
    case 'comparison':
      return `${operand(expr.left)} ${expr.op} ${operand(expr.right)}`;
    default:
      return printExpression(expr);
  }
}

function operand(expr: Expression): string {
  const text = printForMessage(expr);
  return precedenceOf(expr) === ATOM ? text : `(${text})`;
}

/** `a and b and c` is one operation of three for Python. */
function sameChain(expr: Expression, op: string): Expression[] {
  if (expr.kind !== 'logical' || expr.op !== op) return [expr];
  return [...sameChain(expr.left, op), expr.right];
}

/** Python's repr of a number. */
export function printNumber(value: number, isInteger: boolean): string {
  if (isInteger) return Number.isSafeInteger(value) ? String(value) : BigInt(value).toString();
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  const magnitude = Math.abs(value);
  if (value !== 0 && (magnitude < 1e-4 || magnitude >= 1e16))
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

export function printEquation(tree: EquationTree): string {
  const left = tree.type === 'differential equation' ? `d${tree.name.name}/dt` : tree.name.name;
  const right = tree.expr === undefined ? '' : ` = ${printExpression(tree.expr)}`;
  const flags = tree.flags.length === 0 ? '' : ` (${tree.flags.map((f) => f.name).join(', ')})`;
  return `${left}${right} : ${tree.unit.text.trim()}${flags}`;
}

export function printEquations(trees: readonly EquationTree[]): string {
  return trees.map(printEquation).join('\n');
}

export function printStatement(statement: Statement): string {
  return `${statement.target.name} ${statement.op} ${printExpression(statement.expr)}`;
}

/** The text of a range as Brian keeps it: comments dropped, runs of blanks and newlines joined. */
export function printSource(text: string, range: TextRange): string {
  return text
    .slice(range.start, range.end)
    .replace(/#[^\n]*/g, '')
    .replace(/\n/g, ' ')
    .replace(/\s{2,}/g, ' ')
    .trim();
}
