import type { TextRange } from '../../core/text/range.ts';
import { Choices } from './random.ts';

/** One change of a script in one place. */
export interface Mutation {
  readonly kind: string;
  /** What is replaced, in the original script. */
  readonly range: TextRange;
  readonly replacement: string;
  /** Names whose meaning changes: what goes wrong may show where they are used. */
  readonly names: readonly string[];
}

/** The script with the change. */
export function mutated(text: string, { range, replacement }: Mutation): string {
  return text.slice(0, range.start) + replacement + text.slice(range.end);
}

/** Collects the changes of one script; drops what changes nothing and what was there before. */
export class MutationList {
  readonly mutations: Mutation[] = [];
  /** Names that all changes concern that are added now: what the statement around it defines. */
  around: readonly string[] = [];
  private readonly seen = new Set<string>();

  constructor(
    readonly text: string,
    private readonly seed: number,
  ) {}

  add(kind: string, { start, end }: TextRange, replacement: string, names: readonly string[] = []): void {
    const mutation = { kind, range: { start, end }, replacement, names: [...names, ...this.around] };
    const changed = mutated(this.text, mutation);
    if (changed === this.text || this.seen.has(changed)) return;
    this.seen.add(changed);
    this.mutations.push(mutation);
  }

  /** Choices for one place; the same at each run. */
  choices(kind: string, range: TextRange): Choices {
    return new Choices(this.seed, kind, range.start, range.end, this.text.length);
  }

  /** Adds one of the possible replacements. */
  addOne(
    kind: string,
    range: TextRange,
    replacements: readonly string[],
    names: readonly string[] = [],
  ): void {
    const current = this.text.slice(range.start, range.end);
    const others = replacements.filter((replacement) => replacement !== current);
    const chosen = this.choices(kind, range).one(others);
    if (chosen !== undefined) this.add(kind, range, chosen, names);
  }
}

/** A name as a slip of the finger leaves it. */
export function misspelt(name: string, choices: Choices): string {
  const at = choices.below(name.length);
  const forms = [
    name.slice(0, at) + name.slice(at, at + 1) + name.slice(at),
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + name.slice(at + 1, at + 2) + name.slice(at, at + 1) + name.slice(at + 2),
    name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase(),
    `${name}x`,
  ];
  const usable = forms.filter((form) => form !== name && /^[A-Za-z_]\w*$/.test(form));
  return choices.one(usable) ?? `${name}x`;
}
