import type { Location } from '../../text/range.ts';
import type { ScriptFrame } from '../interpreter.ts';
import type { PyClass } from '../objects/classes.ts';
import type { Span } from '../syntax/ast.ts';
import type { PyValue } from '../values.ts';
import type { Globals } from './globals.ts';

/** What all calls of one function share. */
export interface Code {
  /** `<module>`, or the function's name. */
  readonly name: string;
  /** With the classes and functions around it: `A.f.<locals>.g`. */
  readonly qualifiedName: string;
  readonly document: string;
  readonly kind: 'module' | 'function' | 'class';
  /** Name of each slot; parameters first. A name that starts with a dot is the compiler's own. */
  readonly names: string[];
}

/** How a block ended. `dead`: this path of analysis cannot go on (it would have raised). */
export const NORMAL = 0;
export const BREAK = 1;
export const CONTINUE = 2;
export const RETURN = 3;
export const DEAD = 4;
export type Completion = typeof NORMAL | typeof BREAK | typeof CONTINUE | typeof RETURN | typeof DEAD;

export type Eval = (frame: Frame) => PyValue;
export type Exec = (frame: Frame) => Completion;
export type Store = (frame: Frame, value: PyValue) => void;

/** One call under way: its names and where it stands. */
export class Frame implements ScriptFrame {
  readonly slots: (PyValue | undefined)[] = [];
  readonly definitions: (Location | undefined)[] = [];
  /** What is being evaluated; errors and problems are placed there. */
  at: Span;
  result: PyValue = null;
  /** The assignment under way, for errors that are the value's fault rather than the target's. */
  assignment: { readonly target: Span; readonly value: Span } | undefined;
  /** The class whose body defined the function: what a bare `super()` means. */
  owner: PyClass | undefined;
  /** In analysis: what branches that may or may not be taken returned. */
  possibleResults: PyValue[] | undefined;
  /** In analysis: a branch that may or may not be taken left the loop. */
  mayLeaveLoop = false;

  constructor(
    readonly code: Code,
    readonly globals: Globals,
    /** The frame around it in the text: where its free variables live. */
    readonly outer: Frame | undefined,
    /** The frame that called it. */
    public back: Frame | undefined,
    /** The names of a class body. */
    readonly namespace: Map<string, PyValue> | undefined,
    start: Span,
  ) {
    this.at = start;
  }

  get open(): boolean {
    return this.globals.open;
  }

  get location(): Location {
    return { document: this.code.document, range: { start: this.at.start, end: this.at.end } };
  }

  lookup(name: string): PyValue | undefined {
    const own = this.namespace?.get(name);
    if (own !== undefined) return own;
    const slot = this.slotOf(name);
    const local = slot < 0 ? undefined : this.slots[slot];
    if (local !== undefined) return local;
    return this.outer ? this.outer.lookup(name) : this.globals.lookup(name);
  }

  definitionOf(name: string): Location | undefined {
    const slot = this.slotOf(name);
    if (slot >= 0 && this.slots[slot] !== undefined) return this.definitions[slot];
    return this.outer ? this.outer.definitionOf(name) : this.globals.definitionOf(name);
  }

  *entries(): Iterable<readonly [string, PyValue]> {
    const seen = new Set<string>();
    for (const entry of this.locals()) {
      seen.add(entry[0]);
      yield entry;
    }
    const rest = this.outer ? this.outer.entries() : this.globals.entries();
    for (const entry of rest) if (!seen.has(entry[0])) yield entry;
  }

  *scriptEntries(): Iterable<readonly [string, PyValue]> {
    const seen = new Set<string>();
    for (const entry of this.locals()) {
      seen.add(entry[0]);
      yield entry;
    }
    const rest = (this.outer ?? this.globals).scriptEntries();
    for (const entry of rest) if (!seen.has(entry[0])) yield entry;
  }

  /** The names of this frame alone; those of a module are its globals. */
  *locals(): Iterable<readonly [string, PyValue]> {
    if (this.namespace) yield* this.namespace;
    for (const [i, name] of this.code.names.entries()) {
      const value = this.slots[i];
      if (value !== undefined && !name.startsWith('.')) yield [name, value];
    }
  }

  private slotOf(name: string): number {
    return this.code.names.lastIndexOf(name);
  }
}
