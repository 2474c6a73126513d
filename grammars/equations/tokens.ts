/** The tokens of everything Brian writes in strings: model equations, expressions, statements, generators. */
import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';

/** Any word: a name or a Python keyword. Left of `:` or `=` all are read, so that the name rules can speak. */
export const Word = createToken({ name: 'Word', pattern: Lexer.NA });
/** What may stand between the `=` and the `:` of an equation, in any order: used to skip what isn't understood. */
export const Inner = createToken({ name: 'Inner', pattern: Lexer.NA });
/** What the text of a unit is made of: letters, digits, `*`, `/`, `.` and `-`. */
export const UnitPart = createToken({ name: 'UnitPart', pattern: Lexer.NA });
/** A Python operator on bits, shifts or matrices, which Brian does not know. */
export const ForeignOperator = createToken({
  name: 'ForeignOperator',
  pattern: Lexer.NA,
  categories: [Inner],
});
export const ComparisonSign = createToken({ name: 'ComparisonSign', pattern: Lexer.NA, categories: [Inner] });

const vocabulary: TokenType[] = [];

function token(name: string, pattern: RegExp | string, categories: TokenType[] = [Inner]): TokenType {
  const type = createToken({ name, pattern, categories });
  vocabulary.push(type);
  return type;
}

export const Identifier = createToken({
  name: 'Identifier',
  // Python's identifiers are wider than ASCII; what is no letter at all is refused by the parser.
  pattern: /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/,
  categories: [Word, Inner, UnitPart],
});

function keyword(word: string, categories: TokenType[] = []): TokenType {
  const type = createToken({
    name: word,
    pattern: word,
    longer_alt: Identifier,
    categories: [Word, Inner, UnitPart, ...categories],
  });
  vocabulary.push(type);
  return type;
}

createTrivia();
/** All that starts like a number, as a whole, be it well formed or not: `readNumber` tells. */
export const NumberToken = token('Number', /0[xX]\w*|(?:\d|\.\d)(?:[eE][+-](?=\d)|[\w.])*/, [
  Inner,
  UnitPart,
]);
export const StringToken = token('String', /[rRbBfFuU]{0,2}(?:"[^"\n]*"|'[^'\n]*')/);
export const And = keyword('and');
export const Or = keyword('or');
export const Not = keyword('not');
export const If = keyword('if');
export const Else = keyword('else');
export const In = keyword('in', [ComparisonSign]);
export const Is = keyword('is', [ComparisonSign]);
export const For = keyword('for');
export const Lambda = keyword('lambda');
export const True = keyword('True');
export const False = keyword('False');
export const None = keyword('None');
export const OtherKeyword = createToken({
  name: 'Keyword',
  pattern:
    /(?:as|assert|async|await|break|class|continue|def|del|elif|except|finally|from|global|import|nonlocal|pass|raise|return|try|while|with|yield)(?![\w\u0080-\uffff])/,
  categories: [Word, Inner, UnitPart],
});
vocabulary.push(OtherKeyword, Identifier);

export const Ellipsis = token('Ellipsis', '...');
export const DefineAssign = token('DefineAssign', ':=', []);
export const Colon = token('Colon', ':', []);
export const Semicolon = token('Semicolon', ';');
export const AugmentedAssign = token('AugmentedAssign', /(?:\*\*|\/\/|>>|<<|[-+*/%&^|])=/);
export const Equal = token('Equal', '==', [ComparisonSign]);
for (const [name, sign] of [
  ['NotEqual', '!='],
  ['LessEqual', '<='],
  ['GreaterEqual', '>='],
] as const)
  token(name, sign, [ComparisonSign]);
export const ShiftLeft = token('ShiftLeft', '<<', [ForeignOperator]);
export const ShiftRight = token('ShiftRight', '>>', [ForeignOperator]);
export const Less = token('Less', '<', [ComparisonSign]);
export const Greater = token('Greater', '>', [ComparisonSign]);
export const Assign = token('Assign', '=');
export const Power = token('Power', '**', [Inner, UnitPart]);
export const Star = token('Star', '*', [Inner, UnitPart]);
export const FloorDivide = token('FloorDivide', '//', [Inner, UnitPart]);
export const Slash = token('Slash', '/', [Inner, UnitPart]);
export const Percent = token('Percent', '%');
export const Plus = token('Plus', '+');
export const Minus = token('Minus', '-', [Inner, UnitPart]);
export const At = token('At', '@', [ForeignOperator]);
export const Caret = token('Caret', '^', [ForeignOperator]);
export const Ampersand = token('Ampersand', '&', [ForeignOperator]);
export const Bar = token('Bar', '|', [ForeignOperator]);
export const Tilde = token('Tilde', '~');
export const LeftParenthesis = token('LeftParenthesis', '(');
export const RightParenthesis = token('RightParenthesis', ')');
export const LeftBracket = token('LeftBracket', '[');
export const RightBracket = token('RightBracket', ']');
export const LeftBrace = token('LeftBrace', '{');
export const RightBrace = token('RightBrace', '}');
export const Comma = token('Comma', ',');
export const Dot = token('Dot', '.', [Inner, UnitPart]);
/** All characters that no other token takes: the lexer knows no errors. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a script may hold any character
export const Stray = token('Stray', /[!"$'?\\`\x00-\x1f\x7f]/);

function createTrivia(): void {
  vocabulary.push(
    createToken({ name: 'Blank', pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true }),
    createToken({ name: 'Comment', pattern: /#[^\n]*/, group: Lexer.SKIPPED }),
  );
}

export const VOCABULARY: readonly TokenType[] = [
  ...vocabulary,
  Word,
  Inner,
  UnitPart,
  ForeignOperator,
  ComparisonSign,
];

let lexer: Lexer | undefined;

/**
 * The tokens of a text, comments and blanks left out. `base` is added to their offsets, for texts that
 * are a piece of a longer one. Never fails: what is no token comes as `Stray`.
 */
export function tokenize(text: string, base = 0): IToken[] {
  lexer ??= new Lexer([...VOCABULARY], {
    positionTracking: 'onlyOffset',
    skipValidations: true,
    safeMode: true,
  });
  const { tokens } = lexer.tokenize(text);
  if (base === 0) return tokens;
  for (const t of tokens) t.startOffset += base;
  return tokens;
}

/** The two `=` of a `==`. */
export function halves(sign: IToken): [IToken, IToken] {
  const first = { ...sign, image: '=', tokenType: Assign, tokenTypeIdx: Assign.tokenTypeIdx! };
  return [first, { ...first, startOffset: sign.startOffset + 1 }];
}

/** Offset just after a token (with `onlyOffset` tracking, tokens carry their start alone). */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}
