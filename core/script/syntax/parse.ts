import { type Tree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/python';
import type { Problem } from '../../problems/problem.ts';
import type { Stmt } from './ast.ts';
import { ExpressionBuilder } from './buildExpressions.ts';
import { StatementBuilder } from './buildStatements.ts';
import { KeptStatements } from './keptStatements.ts';
import { type LexicalScan, type SyntaxProblem, scan } from './lexicalScan.ts';
import { LineIndex } from './lineIndex.ts';
import { namesBoundIn, type Unread } from './resumption.ts';

export interface ParsedScript {
  readonly document: string;
  readonly text: string;
  readonly statements: readonly Stmt[];
  /** Syntax errors, in the order of the text. */
  readonly problems: readonly Problem[];
  /** For the next parse of a changed text. */
  readonly tree: Tree;
  readonly masked: string;
  readonly kept?: KeptStatements;
}

/**
 * Reads Python. Never throws: what can't be read is a broken statement and a problem.
 * `previous` is an earlier state of the same script. What did not change is not read again but taken over, so the
 * statements of `previous` are not to be used any more.
 */
export function parseScript(text: string, document: string, previous?: ParsedScript): ParsedScript {
  const lexical = scan(text);
  const tree = parser.parse(lexical.masked, previous ? fragments(previous, lexical.masked) : []);
  const isNext = previous?.document === document;
  const kept = isNext ? new KeptStatements(text, lexical.masked, previous.kept) : undefined;
  const { statements, problems } = build(tree, text, document, lexical, kept);
  kept?.finish();
  const all = merged(text, lexical.problems, problems);
  return {
    document,
    text,
    statements,
    problems: all.map((problem) => asProblem(problem, document)),
    tree,
    masked: lexical.masked,
    kept,
  };
}

function build(
  tree: Tree,
  text: string,
  document: string,
  lexical: LexicalScan,
  kept?: KeptStatements,
): { statements: Stmt[]; problems: SyntaxProblem[] } {
  const builder = new StatementBuilder(new ExpressionBuilder(text, document), openEnds(lexical));
  try {
    const statements = [
      ...builder.script(tree.topNode, kept),
      ...lexical.unread.map((part) => unreadNames(text, part)),
    ];
    return { statements: statements.sort((a, b) => a.start - b.start), problems: builder.problems };
  } catch (error) {
    // JavaScript's stack: an expression nested thousands deep.
    if (!(error instanceof RangeError)) throw error;
    const problem: SyntaxProblem = {
      start: 0,
      end: 0,
      message: 'too many nested parentheses',
      errorClass: 'SyntaxError',
    };
    return { statements: [], problems: [problem] };
  }
}

/** Where strings and brackets start that never end, in the order of the text. */
function openEnds({ problems, unread }: LexicalScan): number[] {
  const strings = problems.filter(({ message }) => message.startsWith('unterminated'));
  return [...strings, ...unread].map(({ start }) => start).sort((a, b) => a - b);
}

/** What stands in the unread lines is not known, but that some names are bound there is. */
function unreadNames(text: string, part: Unread): Stmt {
  return { kind: 'broken', names: namesBoundIn(text, part), ...part };
}

/** The parts of an earlier tree that still hold: what lies before and after the changed characters. */
function fragments(previous: ParsedScript, masked: string): readonly TreeFragment[] {
  const old = previous.masked;
  let start = 0;
  while (start < old.length && start < masked.length && old[start] === masked[start]) start += 1;
  let oldEnd = old.length;
  let newEnd = masked.length;
  while (oldEnd > start && newEnd > start && old[oldEnd - 1] === masked[newEnd - 1]) {
    oldEnd -= 1;
    newEnd -= 1;
  }
  const change = { fromA: start, toA: oldEnd, fromB: start, toB: newEnd };
  return TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [change]);
}

/** Drops what the parser says about lines that the scanner has explained, and all but one problem per line. */
function merged(
  text: string,
  scanned: readonly SyntaxProblem[],
  parsed: readonly SyntaxProblem[],
): SyntaxProblem[] {
  if (scanned.length + parsed.length < 2) return [...scanned, ...parsed];
  const lines = new LineIndex(text);
  const explained = new Set<number>();
  for (const problem of scanned) {
    const line = lines.lineAt(problem.start);
    explained.add(line);
    if (/never closed|unterminated|^expected /.test(problem.message)) explained.add(line + 1).add(line - 1);
  }
  const result = [
    ...scanned.filter(
      (problem, i) =>
        i === 0 || lines.lineAt(problem.start) !== lines.lineAt((scanned[i - 1] as SyntaxProblem).start),
    ),
  ];
  for (const problem of parsed) {
    const line = lines.lineAt(problem.start);
    if (explained.has(line)) continue;
    explained.add(line);
    result.push(problem);
  }
  return result.sort((a, b) => a.start - b.start);
}

function asProblem(problem: SyntaxProblem, document: string): Problem {
  return {
    code: 'syntax',
    severity: 'error',
    errorClass: problem.errorClass,
    message: problem.message,
    location: { document, range: { start: problem.start, end: problem.end } },
  };
}
