/** How Brian (and Python under it) word what a grammar does not accept. */
import type { TextRange } from '../../core/text/range.ts';
import type { ForeignSyntax, GrammarProblem } from './tree.ts';

export function syntaxProblem(message: string, range: TextRange): GrammarProblem {
  return { code: 'syntax', errorClass: 'SyntaxError', message, range };
}

/**
 * The report of a parser that stopped at `offset` of `text`: line, caret, and what was expected and found.
 * Positions count as Brian's parser counts them, with tabs expanded to columns of eight.
 */
export function parseFailure(heading: string, expected: string, text: string, offset: number): string {
  const before = expandTabs(text.slice(0, offset));
  const full = before + expandTabs(text.slice(offset), before);
  const at = before.length;
  const lineStart = full.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = full.indexOf('\n', at);
  const line = full.slice(lineStart, lineEnd < 0 ? full.length : lineEnd);
  const column = at - lineStart + 1;
  const lineNumber = full.slice(0, at).split('\n').length;
  const place = `(at char ${at}), (line:${lineNumber}, col:${column})`;
  return `${heading}\n${line}\n${' '.repeat(column - 1)}^\nExpected ${expected}, found ${found(full, at)}  ${place}`;
}

function found(text: string, offset: number): string {
  const word = /[\p{L}\p{N}_]{1,16}|[\s\S]/uy;
  word.lastIndex = offset;
  const match = word.exec(text);
  return match === null ? 'end of text' : `'${match[0]}'`;
}

function expandTabs(text: string, before = ''): string {
  if (!text.includes('\t')) return text;
  let column = before.length - (before.lastIndexOf('\n') + 1);
  let expanded = '';
  for (const character of text) {
    const piece = character === '\t' ? ' '.repeat(8 - (column % 8)) : character;
    column = character === '\n' ? 0 : column + piece.length;
    expanded += piece;
  }
  return expanded;
}

/**
 * What reads an expression in Brian: the symbolic form of equations and assignments, the check of units, or
 * the one that writes out parts of a generator again.
 */
export type Reader = 'symbolic' | 'units' | 'rendering';

const OPERATORS = new Set('BitXor BitAnd BitOr LShift RShift MatMult In NotIn Is IsNot'.split(' '));
const SUBSTITUTES: ReadonlyMap<string, readonly [sign: string, substitute: string]> = new Map([
  ['BitXor', ['^', '**']],
  ['BitAnd', ['&', 'and']],
  ['BitOr', ['|', 'or']],
]);

/** The problem in the words of a reader; one that has nothing to do with foreign syntax stays as it is. */
export function asReadBy(problem: GrammarProblem, reader: Reader): GrammarProblem {
  const { foreign } = problem;
  return foreign === undefined ? problem : { ...problem, ...WORDS[reader](foreign, problem) };
}

/** True for operators, false for other syntax: Brian meets them at different moments. */
export function isForeignOperator({ construct }: ForeignSyntax): boolean {
  return OPERATORS.has(construct);
}

type Said = Pick<GrammarProblem, 'errorClass' | 'message'>;

const WORDS: Readonly<Record<Reader, (foreign: ForeignSyntax, problem: Said) => Said>> = {
  symbolic: ({ construct, refusal }, { message }) => {
    if (refusal !== undefined) return syntaxError(message);
    if (isForeignOperator({ construct })) return { errorClass: 'KeyError', message: construct };
    return syntaxError(`Unknown syntax: ${construct}`);
  },
  units: ({ construct, refusal }) => {
    if (construct === 'keyword') return { errorClass: 'ValueError', message: refusal! };
    if (construct === 'Constant')
      return { errorClass: 'TypeError', message: `Unknown dtype for value ${refusal!.split(' ').at(-1)}` };
    if (construct === 'Invert') return { errorClass: 'KeyError', message: construct };
    return syntaxError(`Unsupported operation ${construct}`);
  },
  rendering: (foreign, problem) => {
    const substitute = SUBSTITUTES.get(foreign.construct);
    if (substitute === undefined)
      return foreign.construct === 'keyword' || foreign.construct === 'Invert'
        ? WORDS.units(foreign, problem)
        : WORDS.symbolic(foreign, problem);
    const [sign, instead] = substitute;
    return syntaxError(`The operator "${sign}" is not supported, use "${instead}" instead.`);
  },
};

function syntaxError(message: string): Said {
  return { errorClass: 'SyntaxError', message };
}
