/** What may stand at the cursor: names, units, flags, arguments, attributes; each with its documentation. */
import type { ScriptModel } from '../model.ts';
import { codeStringAt } from '../sites.ts';
import type { Candidate, Completion } from './candidate.ts';
import { scriptCandidates } from './script.ts';
import { stringCandidates } from './strings.ts';

export type { Completion, CompletionKind } from './candidate.ts';

/** Every name that may stand at a document offset; a client chooses among them by what is typed. */
export function completions(model: ScriptModel, offset: number): Completion[] {
  const before = model.text.slice(0, offset);
  const found = codeStringAt(model, offset);
  const candidates = found
    ? stringCandidates(model, found.codeString, found.codeString.source.value.slice(0, found.inside))
    : scriptCandidates(model, offset, wordBefore(before));
  const start = offset - replaced(before, candidates);
  return candidates.map((candidate) => ({ ...candidate, replace: { start, end: offset } }));
}

/** The documentation of one of the completions at an offset. */
export function completionDocumentation(
  model: ScriptModel,
  offset: number,
  name: string,
): string | undefined {
  return completions(model, offset)
    .find((completion) => completion.name === name)
    ?.documentation?.();
}

function wordBefore(before: string): string {
  return /(?<!\w)[A-Za-z_]\w*$/.exec(before)?.[0] ?? '';
}

/** Names with dots and flags with blanks are replaced as a whole. */
function replaced(before: string, candidates: readonly Candidate[]): number {
  const word = wordBefore(before);
  const separator = candidates.some(({ name }) => name.includes('.')) ? '.' : ' ';
  const names = candidates.filter(({ name }) => name.includes(separator));
  for (const { name } of names) {
    const begun = longestBegun(before, name);
    if (begun > word.length) return begun;
  }
  return word.length;
}

/** How much of a name stands before the cursor already. */
function longestBegun(before: string, name: string): number {
  for (let length = Math.min(name.length, before.length); length > 0; length--)
    if (before.endsWith(name.slice(0, length)) && !/\w/.test(before.at(-length - 1) ?? '')) return length;
  return 0;
}
