import { surelyMeant } from '../../namespaces/nearest.ts';
import { PyObject, PyStr, type PyValue } from '../values.ts';

/** Where a module's names come from when they are asked for, so that thousands cost nothing. */
export interface NameProvider {
  lookup(name: string): PyValue | undefined;
  names(): Iterable<string>;
  /** Of a module that is a script: the names that scripts bound in it. */
  scriptEntries?(): Iterable<readonly [string, PyValue]>;
}

export interface ModuleOptions {
  readonly provider?: NameProvider;
  /** What `from module import *` brings; default: every name without leading underscore. */
  readonly exports?: Iterable<string>;
  /** What it leaves out all the same. */
  readonly kept?: ReadonlySet<string>;
  /** False where the real module has names that this one lacks; analysis then takes a missing name as unknown. */
  readonly complete?: boolean;
  /**
   * The names that an incomplete module is known to lack (of releases old and new). Any other missing name
   * that looks like a misspelt one of the module's is taken for that.
   */
  readonly lacks?: readonly string[];
}

/** A module. Its names are its members, then what its provider knows. */
export class PyModule extends PyObject {
  readonly typeName = 'module';
  readonly complete: boolean;
  private readonly lacks: ReadonlySet<string> | undefined;
  private readonly exported: ReadonlySet<string> | undefined;
  private readonly kept: ReadonlySet<string>;
  private readonly provider: NameProvider | undefined;

  constructor(
    readonly name: string,
    readonly members: Map<string, PyValue> = new Map(),
    options: ModuleOptions = {},
  ) {
    super();
    this.provider = options.provider;
    this.exported = options.exports && new Set(options.exports);
    this.kept = options.kept ?? new Set();
    this.complete = options.complete ?? false;
    this.lacks = options.lacks && new Set(options.lacks);
  }

  /** Whether a name that is not found may be one that the real module has. */
  mayHave(name: string): boolean {
    if (this.complete) return false;
    if (this.lacks === undefined || this.lacks.has(name)) return true;
    return surelyMeant(name, this.names()) === undefined;
  }

  lookup(name: string): PyValue | undefined {
    const own = this.members.get(name);
    return own === undefined ? this.provider?.lookup(name) : own;
  }

  /** The value of a name that `from module import *` brings. */
  starLookup(name: string): PyValue | undefined {
    if (this.exported ? !this.exported.has(name) : name.startsWith('_')) return undefined;
    return this.kept.has(name) ? undefined : this.lookup(name);
  }

  *starNames(): Iterable<string> {
    if (this.exported) yield* this.exported;
    else for (const name of this.names()) if (!name.startsWith('_') && !this.kept.has(name)) yield name;
  }

  /** Those of the names that `from module import *` brings which scripts have bound. */
  *starScriptEntries(): Iterable<readonly [string, PyValue]> {
    for (const entry of this.provider?.scriptEntries?.() ?? [])
      if (this.starLookup(entry[0]) !== undefined) yield entry;
  }

  *names(): Iterable<string> {
    yield* this.members.keys();
    if (this.provider) for (const name of this.provider.names()) if (!this.members.has(name)) yield name;
  }

  override getAttribute(name: string): PyValue | undefined {
    const value = this.lookup(name);
    if (value === undefined && name === '__name__') return new PyStr(this.name);
    return value;
  }

  override setAttribute(name: string, value: PyValue): boolean {
    this.members.set(name, value);
    return true;
  }

  override repr(): string {
    return `<module '${this.name}'>`;
  }
}
