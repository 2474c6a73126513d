/** Which expression a selection in a script means, and how its names are resolved. */
import { childrenOf } from '../../../grammars/equations/children.ts';
import { parseExpression } from '../../../grammars/equations/index.ts';
import type { EquationTree, Expression, Statement } from '../../../grammars/equations/tree.ts';
import type { Resolved } from '../../namespaces/resolved.ts';
import type { TextRange } from '../../text/range.ts';
import { type Dimension, SECOND } from '../../units/dimension.ts';
import { parseEquationUnit } from '../../units/equationUnit.ts';
import type { CodeString, ScriptModel } from '../model.ts';
import { resolveInScript } from '../python/resolve.ts';
import { around, nodesAt, rangeOf } from '../python/syntax.ts';
import { codeStringAt, expressionsOf } from '../sites.ts';

export interface SelectedExpression {
  readonly expr: Expression;
  /** Where it stands in the script. */
  readonly range: TextRange;
  resolve(name: string): Resolved | undefined;
  /** Where a part of it stands in the script; undefined for what the script computes. */
  locate(part: TextRange): TextRange | undefined;
  /** The unit that its place asks for, where the whole of a right-hand side is selected. */
  readonly expected?: Dimension;
}

/** The smallest expression that covers a range of the script; with an empty range the one around the cursor. */
export function selectedExpression(model: ScriptModel, range: TextRange): SelectedExpression | undefined {
  return selectedInString(model, range) ?? selectedInScript(model, range);
}

function selectedInString(model: ScriptModel, range: TextRange): SelectedExpression | undefined {
  const found = codeStringAt(model, range.start);
  const provenance = found?.codeString.source.provenance;
  const end = provenance?.offsetOf(model.document, range.end);
  if (found === undefined || provenance === undefined || end === undefined) return undefined;
  const { codeString, inside } = found;
  const wanted = withoutParentheses(codeString.source.value, { start: inside, end });
  const whole = expressionsOf(codeString.tree).find((expr) => covers(expr.range, wanted));
  if (whole === undefined) return undefined;
  const expr = wanted.start === wanted.end ? whole : smallest(whole, wanted);
  const location = provenance.locate(expr.range);
  if (location?.document !== model.document) return undefined;
  const expected = expr === whole ? expectedDimension(codeString, expr) : undefined;
  const resolve = (name: string) => codeString.resolve(name);
  const locate = (part: TextRange) => provenance.locateExactly(part)?.range;
  return { expr, range: location.range, resolve, locate, ...(expected && { expected }) };
}

/** Arithmetic of the script reads like that of strings; what does not is left alone. */
function selectedInScript(model: ScriptModel, range: TextRange): SelectedExpression | undefined {
  const [node] = nodesAt(model, range.start);
  const outer = node && around(node, 'BinaryExpression', 'ParenthesizedExpression', 'CallExpression');
  const wanted = range.start === range.end && outer ? rangeOf(outer) : trimmed(model.text, range);
  if (wanted.start === wanted.end) return undefined;
  const { tree: expr, problems } = parseExpression(model.text.slice(wanted.start, wanted.end));
  if (problems.length > 0) return undefined;
  return {
    expr,
    range: wanted,
    resolve: (name) => resolveInScript(model, name, wanted.start),
    locate: ({ start, end }) => ({ start: start + wanted.start, end: end + wanted.start }),
  };
}

function smallest(expr: Expression, wanted: TextRange): Expression {
  const inner = childrenOf(expr).find((operand) => covers(operand.range, wanted));
  return inner === undefined ? expr : smallest(inner, wanted);
}

function covers(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Blanks and pairs of parentheses around a selection belong to no expression. */
function withoutParentheses(text: string, range: TextRange): TextRange {
  const inner = trimmed(text, range);
  const selected = text.slice(inner.start, inner.end);
  if (!/^\(.*\)$/s.test(selected) || !isBalanced(selected.slice(1, -1))) return inner;
  return withoutParentheses(text, { start: inner.start + 1, end: inner.end - 1 });
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  const selected = text.slice(start, end);
  const from = start + (selected.length - selected.trimStart().length);
  return { start: from, end: Math.max(from, end - (selected.length - selected.trimEnd().length)) };
}

function isBalanced(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

function expectedDimension(codeString: CodeString, expr: Expression): Dimension | undefined {
  const { tree } = codeString;
  if (tree.kind === 'equations') {
    const equation = tree.equations.find((one) => one.expr === expr);
    return equation && dimensionOfEquation(equation);
  }
  if (tree.kind !== 'statements') return undefined;
  const statement = tree.statements.find((one) => one.expr === expr);
  return statement && dimensionOfTarget(codeString, statement);
}

function dimensionOfEquation({ type, unit }: EquationTree): Dimension | undefined {
  const parsed = parseEquationUnit(unit.text);
  if (!('dimension' in parsed)) return undefined;
  return type === 'differential equation' ? parsed.dimension.divide(SECOND) : parsed.dimension;
}

/** What `*=` and `/=` take says nothing of the target. */
function dimensionOfTarget(codeString: CodeString, { target, op }: Statement): Dimension | undefined {
  if (op !== '=' && op !== '+=' && op !== '-=') return undefined;
  const resolved = codeString.resolve(target.name);
  return resolved?.kind === 'variable' ? resolved.variable.dimension : undefined;
}
