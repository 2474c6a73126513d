/** `Equations(text, name=replacement)`. */

import { childrenOf } from '../../grammars/equations/children.ts';
import { parseEquations } from '../../grammars/equations/index.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import { Provenance, type SourceString } from '../text/provenance.ts';
import type { TextRange } from '../text/range.ts';
import { identifierProblem } from './identifiers.ts';
import type { ReportInSource } from './report.ts';
import { type SingleEquation, singleEquation } from './singleEquation.ts';

/** What takes the place of a name: a string as it is, or a value as Python shows it, in parentheses. */
export type Replacement =
  | { readonly kind: 'text'; readonly text: SourceString }
  | { readonly kind: 'value'; readonly text: string };

interface Edit {
  readonly range: TextRange;
  readonly text: SourceString;
}

/** The equation with names replaced, in a string of its own that remembers where its characters came from. */
export function replaceNames(
  equation: SingleEquation,
  replacements: ReadonlyMap<string, Replacement>,
  model: { has(name: string): boolean },
  report: ReportInSource,
): SingleEquation {
  const edits = equation.expr === undefined ? [] : editsIn(equation.expr, replacements);
  const renaming = replacements.get(equation.name);
  if (renaming !== undefined && mayRename(equation, renaming, model, report))
    edits.push({ range: equation.nameRange, text: (renaming as { text: SourceString }).text });
  return edits.length === 0 ? equation : edited(equation, edits, report);
}

function editsIn(expr: Expression, replacements: ReadonlyMap<string, Replacement>): Edit[] {
  const inner = childrenOf(expr).flatMap((child) => editsIn(child, replacements));
  if (expr.kind !== 'name' && expr.kind !== 'call') return inner;
  const replacement = replacements.get(expr.name);
  if (replacement === undefined) return inner;
  const text = replacement.kind === 'text' ? replacement.text : { value: replacement.text };
  return [...inner, { range: expr.kind === 'call' ? expr.nameRange : expr.range, text }];
}

function mayRename(
  equation: SingleEquation,
  to: Replacement,
  model: { has(name: string): boolean },
  report: ReportInSource,
): boolean {
  const complain = (errorClass: string, message: string) => {
    report({ code: 'substitution', errorClass, message, range: equation.nameRange }, equation.source);
    return false;
  };
  const subject = `Cannot replace model variable '${equation.name}'`;
  if (to.kind === 'value') return complain('ValueError', `${subject} with a value.`);
  const name = to.text.value;
  if (model.has(name))
    return complain('EquationError', `${subject} with '${name}', duplicate definition of '${name}'.`);
  const wrong = identifierProblem(name);
  return wrong === undefined || complain('SyntaxError', wrong);
}

function edited(equation: SingleEquation, edits: readonly Edit[], report: ReportInSource): SingleEquation {
  const source = applyEdits(equation.source, equation.range, edits);
  const { tree, problems } = parseEquations(source.value);
  const [only] = tree;
  for (const problem of problems)
    report(
      problem.errorClass === 'EquationError' ? { ...problem, errorClass: 'SyntaxError' } : problem,
      source,
    );
  if (only === undefined || tree.length > 1) return equation;
  return singleEquation(only, source, equation);
}

function applyEdits(source: SourceString, range: TextRange, edits: readonly Edit[]): SourceString {
  let value = '';
  const origins: Provenance[] = [];
  const copy = (piece: SourceString, start: number, end: number) => {
    value += piece.value.slice(start, end);
    origins.push((piece.provenance ?? Provenance.unknown(piece.value.length)).slice(start, end));
  };
  let at = range.start;
  for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    copy(source, at, edit.range.start);
    copy(edit.text, 0, edit.text.value.length);
    at = edit.range.end;
  }
  copy(source, at, range.end);
  return { value, provenance: Provenance.concat(origins) };
}
