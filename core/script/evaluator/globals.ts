import type { Location } from '../../text/range.ts';
import type { PyModule } from '../objects/module.ts';
import { type PyValue, Unknown } from '../values.ts';

/** One name of a module. Code that uses the name holds the cell, so that no use looks the name up. */
export interface Cell {
  readonly name: string;
  value: PyValue | undefined;
  definition: Location | undefined;
  /** `del` was the last that happened to it, so wildcard imports no longer give it a value. */
  deleted: boolean;
}

/** The names of one module. */
export class Globals {
  private readonly cells = new Map<string, Cell>();
  /** Modules whose names `from module import *` brought, oldest first. */
  private readonly wildcards: { module: PyModule; location: Location }[] = [];
  /** A wildcard import of an unknown module: any name may exist. */
  open = false;

  constructor(readonly builtins: ReadonlyMap<string, PyValue>) {}

  /** The cell of a name, whether or not it has a value yet. */
  cell(name: string): Cell {
    let cell = this.cells.get(name);
    if (cell === undefined) {
      cell = { name, value: undefined, definition: undefined, deleted: false };
      this.cells.set(name, cell);
      this.fillFromWildcards(cell);
    }
    return cell;
  }

  lookup(name: string): PyValue | undefined {
    const known = this.cells.get(name);
    if (known) return known.value;
    const wildcard = this.wildcards.findLast(({ module }) => module.starLookup(name) !== undefined);
    return wildcard?.module.starLookup(name);
  }

  definitionOf(name: string): Location | undefined {
    const cell = this.cells.get(name);
    return cell?.value === undefined ? undefined : cell.definition;
  }

  /** The value that a use of an unbound name gets: a builtin, or an unknown after an unknown wildcard import. */
  fallback(name: string): PyValue | undefined {
    return this.builtins.get(name) ?? (this.open ? new Unknown() : undefined);
  }

  /** `from module import *` */
  importAll(module: PyModule, location: Location): void {
    // What another script bound is copied now, whether or not its name has been used; it may change later.
    for (const [name] of module.starScriptEntries()) this.cell(name);
    for (const cell of this.cells.values()) {
      const value = module.starLookup(cell.name);
      if (value !== undefined) this.bind(cell, value, location);
    }
    this.wildcards.push({ module, location });
  }

  bind(cell: Cell, value: PyValue, location: Location | undefined): void {
    cell.value = value;
    cell.definition = location;
    cell.deleted = false;
  }

  /** Runs something while every name has the value that `replace` makes of its own. */
  replacing<T>(replace: (value: PyValue) => PyValue, run: () => T): T {
    const replaced: [Cell, own: PyValue, other: PyValue][] = [];
    for (const cell of this.cells.values()) {
      if (cell.value === undefined) continue;
      const other = replace(cell.value);
      if (other !== cell.value) replaced.push([cell, cell.value, other]);
    }
    for (const [cell, , other] of replaced) cell.value = other;
    try {
      return run();
    } finally {
      // What the code itself assigned stays.
      for (const [cell, own, other] of replaced) if (cell.value === other) cell.value = own;
    }
  }

  *entries(): Iterable<readonly [string, PyValue]> {
    for (const cell of this.cells.values()) if (cell.value !== undefined) yield [cell.name, cell.value];
    const seen = new Set<string>(this.cells.keys());
    for (const { module } of [...this.wildcards].reverse())
      for (const name of module.starNames()) {
        if (seen.has(name)) continue;
        seen.add(name);
        const value = module.starLookup(name);
        if (value !== undefined) yield [name, value];
      }
  }

  /** Every name that has a value, without making the values. */
  *names(): Iterable<string> {
    for (const cell of this.cells.values()) if (cell.value !== undefined) yield cell.name;
    for (const { module } of this.wildcards) yield* module.starNames();
  }

  /** The names that this script and those it imports everything from bound or used; libraries have thousands more. */
  *scriptEntries(): Iterable<readonly [string, PyValue]> {
    for (const { name, value } of this.cells.values()) if (value !== undefined) yield [name, value];
    const seen = new Set<string>();
    for (const { module } of [...this.wildcards].reverse())
      for (const entry of module.starScriptEntries()) {
        if (!this.cells.has(entry[0]) && !seen.has(entry[0])) yield entry;
        seen.add(entry[0]);
      }
  }

  private fillFromWildcards(cell: Cell): void {
    for (const { module, location } of this.wildcards) {
      const value = module.starLookup(cell.name);
      if (value !== undefined) this.bind(cell, value, location);
    }
  }
}
