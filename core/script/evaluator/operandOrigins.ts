import type { RelatedInformation } from '../../problems/problem.ts';
import type { Interpreter } from '../interpreter.ts';
import type { Expr, Span } from '../syntax/ast.ts';
import { PyObject, type PyValue } from '../values.ts';
import type { Frame } from './frame.ts';

const LONGEST = 60;

/** Where the names under an operation got their values: for errors about units, in scripts and their functions. */
export function operandOrigins(frame: Frame, ctx: Interpreter): RelatedInformation[] | undefined {
  const found: RelatedInformation[] = [];
  for (const name of new Set(namesUnder(frame.at))) {
    const location = frame.definitionOf(name);
    const value = frame.lookup(name);
    const text = value === undefined ? undefined : valueText(value, ctx);
    if (location !== undefined && text !== undefined)
      found.push({ message: `'${name}' is ${text}`, location });
  }
  return found.length === 0 ? undefined : found;
}

function namesUnder(span: Span): string[] {
  if (!('kind' in span)) return [];
  const expr = span as Expr;
  switch (expr.kind) {
    case 'name':
      return [expr.name];
    case 'unary':
      return namesUnder(expr.operand);
    case 'binary':
    case 'bool':
      return [...namesUnder(expr.left), ...namesUnder(expr.right)];
    case 'compare':
      return [expr.first, ...expr.rest.map(({ right }) => right)].flatMap(namesUnder);
    case 'call':
      return expr.args.flatMap((arg) => namesUnder(arg.value));
    case 'subscript':
      return namesUnder(expr.object);
    default:
      return [];
  }
}

/** Numbers and quantities; what other objects print is of no help here. */
function valueText(value: PyValue, ctx: Interpreter): string | undefined {
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  const isQuantity = value instanceof PyObject && /^(?:Quantity|numpy\.ndarray)$/.test(value.typeName);
  if (!isNumber && !isQuantity) return undefined;
  const text = ctx.str(value).replace(/\s+/g, ' ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}...` : text;
}
