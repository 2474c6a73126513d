import type { Fix, PlacedProblem } from './index.ts';

/** `Did you mean 'tau'?`: the misspelt name is one that the message quotes and the text holds. */
export function spellingFixes({ problem, range, text }: PlacedProblem): readonly Fix[] {
  const said = `${problem.message} ${problem.hint ?? ''}`;
  const question = /Did you mean:?(?: to write)? ([^?]*)\?/.exec(said)?.[1];
  const meant = [...(question ?? '').matchAll(/["'`]([^"'`]+)["'`]/g)].map((match) => match[1]!);
  const wrong = quoted(problem.message)
    .filter((name) => !meant.includes(name))
    .find((name) => wordIn(text, name) !== undefined);
  const at = wrong === undefined ? undefined : wordIn(text, wrong);
  if (at === undefined || wrong === undefined) return [];
  const start = range.start + at;
  return meant.map((name) => ({
    title: `Change to '${name}'`,
    edits: [{ range: { start, end: start + wrong.length }, newText: name }],
  }));
}

function quoted(message: string): string[] {
  return [...message.matchAll(/["'`]([^"'`]+)["'`]/g)].map((match) => match[1]!);
}

/** Where a name stands as a word of its own; the last place, for names behind a dot. */
function wordIn(text: string, name: string): number | undefined {
  const pattern = new RegExp(`(?<![\\w])${name.replace(/[^\w]/g, '\\$&')}(?![\\w])`, 'g');
  return [...text.matchAll(pattern)].at(-1)?.index;
}

/** Operators of other languages, by the sign that a message names. */
const OPERATORS: readonly { readonly message: RegExp; readonly sign: RegExp; readonly word: string }[] = [
  { message: /BitXor|"\^"/, sign: /\s*\^\s*/g, word: '**' },
  { message: /BitAnd|"&"/, sign: /\s*&&?\s*/g, word: ' and ' },
  { message: /BitOr|"\|"/, sign: /\s*\|\|?\s*/g, word: ' or ' },
];

/** Operators, and units that stand for another: `Use 'volt' instead`. */
export function wordFixes({ problem, range, text }: PlacedProblem): readonly Fix[] {
  const said = `${problem.message} ${problem.hint ?? ''}`;
  const fixes: Fix[] = [];
  for (const { message, sign, word } of OPERATORS) {
    if (!message.test(said)) continue;
    const edits = [...text.matchAll(sign)].map((match) => ({
      range: { start: range.start + match.index, end: range.start + match.index + match[0].length },
      newText: word,
    }));
    if (edits.length > 0) fixes.push({ title: `Write '${word.trim()}'`, edits });
  }
  const instead = /refers to '(\w+)'.*Use '(\w+)' instead/s.exec(problem.message);
  const at = instead ? wordIn(text, instead[1]!) : undefined;
  if (instead && at !== undefined) {
    const start = range.start + at;
    const edit = { range: { start, end: start + instead[1]!.length }, newText: instead[2]! };
    fixes.push({ title: `Write '${instead[2]}'`, edits: [edit] });
  }
  return fixes;
}
