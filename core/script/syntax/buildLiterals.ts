/** Numbers and strings of the parser's tree, with the holes of f-strings. */
import { digitsToInteger } from '../operations/numbers.ts';
import { concatenated } from '../text/strings.ts';
import { PyStr, type PyValue } from '../values.ts';
import type { Expr, FormatHole, FormatPart } from './ast.ts';
import type { ExpressionBuilder } from './buildExpressions.ts';
import { decodeLiteral, literalParts } from './stringLiteral.ts';
import { childrenOf, inner, isError, type SyntaxNode, span, Unreadable } from './treeNodes.ts';

export function numberLiteral(b: ExpressionBuilder, node: SyntaxNode): Expr {
  const text = b.source(node).replaceAll('_', '').toLowerCase();
  if (text.endsWith('j')) return { kind: 'unsupported', what: 'complex numbers are', ...span(node) };
  const based = /^0([xob])([0-9a-f]+)$/.exec(text);
  if (based) {
    const radix = { x: 16, o: 8, b: 2 }[based[1] as 'x' | 'o' | 'b'];
    return constant(digitsToInteger(based[2] ?? '', radix) ?? 0n, node);
  }
  if (/^\d+$/.test(text)) {
    if (/^0\d*[1-9]/.test(text))
      throw new Unreadable(
        'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
        span(node),
      );
    return constant(BigInt(text), node);
  }
  const value = Number(text);
  // The parser's numbers may have two dots.
  if (Number.isNaN(value)) throw new Unreadable('invalid syntax', span(node));
  return constant(value, node);
}

export function stringLiteral(b: ExpressionBuilder, node: SyntaxNode): Expr {
  const pieces = node.name === 'ContinuedString' ? childrenOf(node) : [node];
  if (pieces.some((piece) => literalParts(b.text, piece.from, piece.to).bytes))
    return { kind: 'unsupported', what: 'bytes are', ...span(node) };
  const parts = pieces.flatMap((piece) => stringParts(b, piece));
  const texts = parts.filter((part) => part instanceof PyStr);
  if (texts.length === parts.length) {
    const value = texts.length === 0 ? new PyStr('') : concatenated(texts);
    return { kind: 'constant', value, ...span(node) };
  }
  return { kind: 'format', parts, ...span(node) };
}

function stringParts(b: ExpressionBuilder, node: SyntaxNode): FormatPart[] {
  const literal = literalParts(b.text, node.from, node.to);
  if (!literal.format) return [decodeLiteral(b.text, b.document, literal.start, literal.end, literal.raw)];
  return formatParts(b, childrenOf(node), literal.start, literal.end, literal.raw);
}

/** The text between the holes, and the holes. */
function formatParts(
  b: ExpressionBuilder,
  children: readonly SyntaxNode[],
  start: number,
  end: number,
  raw: boolean,
): FormatPart[] {
  const parts: FormatPart[] = [];
  let position = start;
  for (const child of children) {
    if (child.name !== 'FormatReplacement') continue;
    parts.push(formatText(b, position, child.from, raw), ...formatHole(b, child, raw));
    position = child.to;
  }
  parts.push(formatText(b, position, end, raw));
  return parts.filter((part) => !(part instanceof PyStr) || part.value !== '');
}

function formatText(b: ExpressionBuilder, start: number, end: number, raw: boolean): PyStr {
  const single = b.text
    .slice(start, end)
    .replace(/\{\{|\}\}/g, '  ')
    .indexOf('}');
  if (single >= 0) {
    const place = { start: start + single, end: start + single + 1 };
    throw new Unreadable("f-string: single '}' is not allowed", place);
  }
  return decodeLiteral(b.text, b.document, start, end, raw, true);
}

function formatHole(b: ExpressionBuilder, node: SyntaxNode, raw: boolean): FormatPart[] {
  const children = inner(node);
  const special = (child: SyntaxNode) => /^Format(Conversion|Spec|SelfDoc)$/.test(child.name);
  const exprNodes = children.filter((child) => !special(child) && !isError(child));
  if (exprNodes.length === 0) throw new Unreadable('f-string: empty expression not allowed', span(node));
  const expr =
    exprNodes[0]?.name === 'YieldExpression' ? b.expression(exprNodes[0]) : b.expressions(exprNodes);
  const find = (name: string) => children.find((child) => child.name === name);
  const conversionNode = find('FormatConversion');
  const specNode = find('FormatSpec');
  const selfDoc = find('FormatSelfDoc');
  const spec = specNode ? formatParts(b, childrenOf(specNode), specNode.from + 1, specNode.to, raw) : [];
  const given = conversionNode ? b.text.charAt(conversionNode.from + 1) : '';
  const conversion = (given || (selfDoc && spec.length === 0 ? 'r' : '')) as FormatHole['conversion'];
  const hole: FormatHole = { expr, conversion, spec, start: expr.start, end: expr.end };
  if (!selfDoc) return [hole];
  const shownEnd = conversionNode?.from ?? specNode?.from ?? node.to - 1;
  return [decodeLiteral(b.text, b.document, node.from + 1, shownEnd, true), hole];
}

export function constant(value: PyValue, node: SyntaxNode): Expr {
  return { kind: 'constant', value, ...span(node) };
}
