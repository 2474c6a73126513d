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
  /** Names of functions around it that it, or a function in it, mentions: they are among its locals. */
  readonly free: Map<string, FreeName>;
  /** Names of the module that it mentions. */
  readonly globals: Set<string>;
  /** Names outside of it that it binds. */
  readonly rebound: Set<string>;
}

/** Where a free name lives: so many frames outwards, in that slot. */
export interface FreeName {
  readonly depth: number;
  readonly slot: number;
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
  /** Slots of the names of the comprehensions that run, innermost last; from Python 3.12 on they are locals. */
  readonly comprehensions: ReadonlyMap<string, number>[] = [];

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
    const place = this.placeOf(name);
    return place ? place.frame.slots[place.slot] : this.globals.lookup(name);
  }

  definitionOf(name: string): Location | undefined {
    const place = this.placeOf(name);
    return place ? place.frame.definitions[place.slot] : this.globals.definitionOf(name);
  }

  *entries(): Iterable<readonly [string, PyValue]> {
    const seen = new Set<string>();
    for (const entry of this.locals()) {
      seen.add(entry[0]);
      yield entry;
    }
    for (const entry of this.globals.entries()) if (!seen.has(entry[0])) yield entry;
  }

  *scriptEntries(): Iterable<readonly [string, PyValue]> {
    if (this.code.kind === 'module') return yield* this.globals.scriptEntries();
    const seen = new Set<string>();
    for (const entry of this.locals()) {
      seen.add(entry[0]);
      yield entry;
    }
    for (const entry of this.globals.scriptEntries()) if (!seen.has(entry[0])) yield entry;
  }

  localEntries(): Iterable<readonly [string, PyValue]> {
    return this.code.kind === 'module' ? this.entries() : this.locals();
  }

  /** The names that Python's `locals()` has in a function or class; those of a module are its globals. */
  *locals(): Iterable<readonly [string, PyValue]> {
    if (this.namespace) yield* this.namespace;
    const names = [...this.comprehensions.flatMap((own) => [...own.keys()]), ...this.code.names];
    for (const name of new Set([...names, ...this.code.free.keys()])) {
      const place = name.startsWith('.') ? undefined : this.placeOf(name);
      const value = place?.frame.slots[place.slot];
      if (value !== undefined) yield [name, value];
    }
  }

  /** Where a local or free name that has a value lives. */
  private placeOf(name: string): { frame: Frame; slot: number } | undefined {
    const hidden = this.comprehensions.findLast((names) => names.has(name))?.get(name);
    const slot = hidden ?? this.code.names.lastIndexOf(name);
    if (this.slots[slot] !== undefined) return { frame: this, slot };
    const free = this.code.free.get(name);
    const frame = free && this.outwards(free.depth);
    return frame?.slots[free!.slot] === undefined ? undefined : { frame: frame!, slot: free!.slot };
  }

  /** The frame around it in the text, so many functions further out. */
  private outwards(depth: number): Frame | undefined {
    let frame: Frame | undefined = this;
    for (let i = 0; i < depth; i++) frame = frame?.outer;
    return frame;
  }
}
