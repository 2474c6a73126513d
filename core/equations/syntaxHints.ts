/** What somebody meant who wrote what Brian's strings don't take. */
import type { TextRange } from '../text/range.ts';

/** A fault in a string: what was said about it, and the text around it. */
interface Fault {
  readonly message: string;
  /** The characters at fault. */
  readonly piece: string;
  readonly before: string;
  readonly after: string;
}

interface Rule {
  readonly message: RegExp;
  /** The characters at fault; any where absent. */
  readonly piece?: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly hint: string | ((fault: Fault) => string);
}

const CONDITIONS_AS_NUMBERS = "'int(v > 0)*a + int(v <= 0)*b'";
const INVALID = /^invalid syntax/;
const MODEL = /^Parsing failed/;
const STATEMENT = /^Parsing the statement failed/;

const endsWithUnit = ({ piece }: Fault) =>
  `Every equation ends with its unit: '${short(piece)} : volt', for example, or ': 1' where it has none.`;

/** The first that fits counts. */
const RULES: readonly Rule[] = [
  // Brian has read on to the unit of the next equation.
  { message: INVALID, piece: /^(?:\w+|d\s?\w+\s*\/\s*dt)\s*=[^:]*$/, hint: endsWithUnit },
  { message: /BitXor|"\^"/, hint: "Write '**' for a power: 'v**2'." },
  { message: /BitAnd|"&"/, hint: "Write 'and' instead of '&'." },
  { message: /BitOr|"\|"/, hint: "Write 'or' instead of '|'." },
  { message: /single comparisons/, piece: /&/, hint: "Write 'and' instead of '&'." },
  { message: /single comparisons/, piece: /\|/, hint: "Write 'or' instead of '|'." },
  { message: /single comparisons/, hint: "Join two comparisons: 'a < b and b < c'." },
  { message: /Unknown syntax: IfExp/, hint: `Use conditions as numbers: ${CONDITIONS_AS_NUMBERS}.` },
  {
    message: /Unknown syntax: (?:Attribute|Call)/,
    piece: /^(?:np|numpy|math|b2?|brian2?|br|u)\.\w+/,
    hint: ({ piece }) => {
      const [, module, name] = /^(\w+)\.(\w+)/.exec(piece)!;
      return `Strings know units and functions by their plain names: '${name}' without '${module}.'.`;
    },
  },
  { message: /Unknown syntax: Attribute/, hint: 'Names in strings have no attributes.' },
  {
    message: /Unknown syntax: Subscript/,
    hint: 'Code in strings is about one element at a time: there are no indices.',
  },
  { message: /Relational cannot/, hint: "Write 'int(v > 0)' to use a condition as a number." },
  {
    message: /invalid decimal literal/,
    piece: /^[\d.]+[A-Za-z]\w*$/,
    hint: ({ piece }) => `Write '${piece.replace(/^([\d.]+)/, '$1*')}'.`,
  },
  {
    message: INVALID,
    piece: /^=$/,
    before: /[<>!]$/,
    hint: "Comparisons are '<', '<=', '>', '>=', '==', '!='.",
  },
  { message: INVALID, piece: /^=$/, after: /^[<>]/, hint: "Write '>=' or '<='." },
  { message: INVALID, piece: /^=$/, before: /=\s*$/, hint: "A single '=' assigns." },
  { message: INVALID, piece: /^=$/, hint: "Write '==' to compare." },
  { message: INVALID, piece: /^&/, hint: "Write 'and'." },
  { message: INVALID, piece: /^\|/, hint: "Write 'or'." },
  { message: INVALID, piece: /^!$/, after: /^[^=]/, hint: "Write 'not'." },
  { message: INVALID, piece: /^~$/, after: /^=/, hint: "Write '!='." },
  { message: INVALID, piece: /^>$/, before: /<$/, hint: "Write '!='." },
  { message: INVALID, piece: /^,$/, hint: "Separate statements by ';' or by lines." },
  {
    message: INVALID,
    piece: /^(?!(?:and|or|not|in|is|if|else|lambda)\b)[A-Za-z_(\d]/,
    before: /[\w)]\s+$/,
    hint: "An operator is missing: write '*' for a product.",
  },
  { message: MODEL, piece: /^;$/, hint: 'Write every equation on a line of its own.' },
  { message: MODEL, piece: /^\\/, hint: 'No backslash is needed: an equation goes on until its unit.' },
  {
    message: MODEL,
    piece: /^\(/,
    before: /\)\s*$/,
    hint: 'Put all flags into one pair of brackets: (constant, shared).',
  },
  { message: MODEL, piece: /^\s*\w+'/, hint: "Write a derivative as 'dv/dt = ...'." },
  { message: MODEL, piece: /^\s*d\d/, hint: 'Write a second derivative as two equations of first order.' },
  { message: MODEL, piece: /==/, hint: "Equations have a single '='." },
  { message: MODEL, piece: /^[^:]*$/, hint: endsWithUnit },
  {
    message: MODEL,
    piece: /:\s*$/,
    hint: "The unit is missing after the colon: ': volt', for example, or ': 1' where there is none.",
  },
  {
    message: STATEMENT,
    piece: /^\s*#/,
    hint: "A comment needs a statement before it on the same line: 'v = 0  # reset'.",
  },
  {
    message: /^Parsing the statement failed: \n\s*(?:if|for|while|return|def|import|print)\b/,
    hint: `There are assignments only; use conditions as numbers: 'v = ${CONDITIONS_AS_NUMBERS.slice(1)}.`,
  },
  { message: STATEMENT, piece: /^[+-]$/, after: /^[+-]?\s*$/, hint: "Write 'v += 1'." },
  { message: STATEMENT, piece: /^\.$/, hint: 'A statement assigns to a variable of the group.' },
  { message: STATEMENT, hint: "Every statement is an assignment: 'v = ...', 'v += ...'." },
  {
    message: /Unknown operator "(\S+)="/,
    hint: ({ message }) => {
      const [, op = ''] = /"(\S+)="/.exec(message)!;
      return /^[&|^<>]/.test(op) ? `There is no operator '${op}'.` : `Write it out: 'v = v ${op} ...'.`;
    },
  },
];

/** Undefined where nothing better can be said than what Brian says. */
export function syntaxHint(text: string, message: string, { start, end }: TextRange): string | undefined {
  const fault = {
    message,
    piece: text.slice(start, end),
    before: text.slice(0, start),
    after: text.slice(end),
  };
  const rule = RULES.find((one) => fits(one, fault));
  return typeof rule?.hint === 'function' ? rule.hint(fault) : rule?.hint;
}

function fits({ message, piece, before, after }: Rule, fault: Fault): boolean {
  return (
    message.test(fault.message) &&
    (piece?.test(fault.piece) ?? true) &&
    (before?.test(fault.before) ?? true) &&
    (after?.test(fault.after) ?? true)
  );
}

function short(text: string): string {
  const line = text
    .trim()
    .split('\n')[0]!
    .replace(/\s*#.*/, '')
    .trimEnd();
  return line.length > 40 ? '...' : line;
}
