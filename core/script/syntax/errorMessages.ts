/** What to say at a place where the parser found no way to go on: CPython's words where they are simple. */
import { endOfLine } from './lexicalParts.ts';
import type { SyntaxProblem } from './lexicalScan.ts';
import type { SyntaxNode } from './treeNodes.ts';

const COMPOUND = /^(If|While|For|Try|With|Match)Statement$|^(Function|Class)Definition$/;

/** `error` is the first error in `statement`. */
export function messageOfError(text: string, error: SyntaxNode, statement: SyntaxNode): SyntaxProblem {
  const colon = missingColon(text, error, statement);
  if (colon) return colon;
  const forgotten = forgottenComma(text, error);
  if (forgotten) return forgotten;
  const token = tokenAt(text, error.from === error.to ? error.from : firstInk(text, error.from));
  const message = printMessage(statement, text) ?? equalsMessage(text, error, statement) ?? 'invalid syntax';
  return { ...token, message, errorClass: 'SyntaxError' };
}

function missingColon(text: string, error: SyntaxNode, statement: SyntaxNode): SyntaxProblem | undefined {
  if (!COMPOUND.test(statement.name)) return undefined;
  const lineEnd = endOfLine(text, error.from);
  const rest = text.slice(error.from, lineEnd).trim();
  const header = text.slice(statement.from, lineEnd);
  if (
    error.parent?.name !== statement.name ||
    !(rest === '' || rest.startsWith('#')) ||
    /:\s*(#.*)?$/.test(header)
  )
    return undefined;
  const end = error.from - (/\s*$/.exec(text.slice(statement.from, error.from))?.[0].length ?? 0);
  return { start: end, end: end + 1, message: "expected ':'", errorClass: 'SyntaxError' };
}

/** Two expressions side by side within brackets. */
function forgottenComma(text: string, error: SyntaxNode): SyntaxProblem | undefined {
  const before = error.prevSibling;
  const inside = /^(ArgList|ArrayExpression|TupleExpression|ParenthesizedExpression|SetExpression)$/.test(
    error.parent?.name ?? '',
  );
  if (!inside || !before || /^[([{,]$/.test(before.name) || error.from === error.to) return undefined;
  if (!/^[\p{L}\p{N}_'"]/u.test(text.slice(error.from, error.from + 2))) return undefined;
  return {
    start: before.from,
    end: error.to,
    message: 'invalid syntax. Perhaps you forgot a comma?',
    errorClass: 'SyntaxError',
  };
}

function printMessage(statement: SyntaxNode, text: string): string | undefined {
  const isPrint = /^print\s+[\w'"]/.test(text.slice(statement.from, statement.from + 100));
  return isPrint ? "Missing parentheses in call to 'print'. Did you mean print(...)?" : undefined;
}

function equalsMessage(text: string, error: SyntaxNode, statement: SyntaxNode): string | undefined {
  const isHeader = /^(If|While)Statement$/.test(statement.name);
  const nearby = text.slice(error.from, error.to + 2).trimStart();
  return isHeader && /^=[^=]/.test(nearby)
    ? "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
    : undefined;
}

function tokenAt(text: string, offset: number): { start: number; end: number } {
  const ink = offset + (/^[ \t]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
  const token = /^([\p{L}\p{N}_]+|[^\s])/u.exec(text.slice(ink, ink + 200));
  if (token) return { start: ink, end: ink + token[0].length };
  return { start: offset, end: offset + (offset < text.length ? 1 : 0) };
}

function firstInk(text: string, from: number): number {
  return from + (/^\s*/.exec(text.slice(from, from + 500))?.[0].length ?? 0);
}
