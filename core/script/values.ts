/**
 * Python values. `null` is None, a JavaScript number is a Python float, a bigint is a Python int; all else
 * is a PyObject. Natives (Brian's classes, arrays, modules) are subclasses that answer the protocol below.
 */
import type { Provenance, SourceString } from '../text/provenance.ts';
import type { Location } from '../text/range.ts';
import type { Dimension } from '../units/dimension.ts';
import type { Interpreter } from './interpreter.ts';

export type PyValue = null | boolean | bigint | number | PyObject;

export type BinaryOp = '+' | '-' | '*' | '/' | '//' | '%' | '**' | '@' | '<<' | '>>' | '&' | '|' | '^';
export type CompareOp = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type UnaryOp = '+' | '-' | '~';

export interface CallArguments {
  readonly positional: readonly PyValue[];
  readonly keywords: ReadonlyMap<string, PyValue>;
  /** Where the call stands, and where its arguments stand; for problems with a place. */
  readonly location?: Location;
  readonly positionalLocations?: readonly (Location | undefined)[];
  readonly keywordLocations?: ReadonlyMap<string, Location>;
  /** Where a keyword itself stands. */
  readonly locateKeyword?: (name: string) => Location | undefined;
}

/**
 * Base of all objects. A method that returns undefined says "not supported", and the interpreter raises
 * Python's error for that.
 */
export abstract class PyObject {
  /** Python's name of the class. */
  abstract readonly typeName: string;

  getAttribute(_name: string, _ctx: Interpreter): PyValue | undefined {
    return undefined;
  }
  /** True where the attribute was set. */
  setAttribute(_name: string, _value: PyValue, _ctx: Interpreter): boolean {
    return false;
  }
  getItem(_key: PyValue, _ctx: Interpreter): PyValue | undefined {
    return undefined;
  }
  setItem(_key: PyValue, _value: PyValue, _ctx: Interpreter): boolean {
    return false;
  }
  deleteItem(_key: PyValue, _ctx: Interpreter): boolean {
    return false;
  }
  call(_args: CallArguments, _ctx: Interpreter): PyValue | undefined {
    return undefined;
  }
  /** `reflected`: this object is the right operand. */
  binary(_op: BinaryOp, _other: PyValue, _reflected: boolean, _ctx: Interpreter): PyValue | undefined {
    return undefined;
  }
  /** `self op= other`; undefined: as `self = self op other`. */
  inplace(_op: BinaryOp, _other: PyValue, _ctx: Interpreter): PyValue | undefined {
    return undefined;
  }
  unary(_op: UnaryOp, _ctx: Interpreter): PyValue | undefined {
    return undefined;
  }
  /** Undefined falls back to identity for == and != and to TypeError for the rest. */
  compare(_op: CompareOp, _other: PyValue, _ctx: Interpreter): PyValue | undefined {
    return undefined;
  }
  contains(_value: PyValue, _ctx: Interpreter): boolean | undefined {
    return undefined;
  }
  iterate(_ctx: Interpreter): Iterable<PyValue> | undefined {
    return undefined;
  }
  /** NaN where analysis cannot know. */
  length(_ctx: Interpreter): number | undefined {
    return undefined;
  }
  truth(ctx: Interpreter): boolean {
    const length = this.length(ctx);
    return length === undefined ? true : length !== 0;
  }
  repr(_ctx: Interpreter): string {
    return `<${this.typeName} object>`;
  }
  str(ctx: Interpreter): string {
    return this.repr(ctx);
  }
  /** `format(self, spec)`; undefined: only the empty spec is supported. */
  format(_spec: string, _ctx: Interpreter): string | undefined {
    return undefined;
  }
  /** Key under which dict and set find the value; undefined: unhashable; default: identity. */
  hashKey(): unknown {
    return this;
  }
}

export class PyStr extends PyObject implements SourceString {
  readonly typeName = 'str';
  constructor(
    readonly value: string,
    readonly provenance?: Provenance,
  ) {
    super();
  }
  override hashKey(): unknown {
    return `s${this.value}`;
  }
  // Attribute access, items, operators and formatting of strings live in core/script/builtins.
}

/** A value that analysis cannot know. Whatever is done with it gives another unknown, never an error. */
export class Unknown extends PyObject {
  readonly typeName: string = 'unknown';
  constructor(readonly dimension?: Dimension) {
    super();
  }
  override getAttribute(_name: string): PyValue | undefined {
    return new Unknown();
  }
  override setAttribute(): boolean {
    return true;
  }
  override getItem(): PyValue {
    return new Unknown(this.dimension);
  }
  override setItem(): boolean {
    return true;
  }
  override deleteItem(): boolean {
    return true;
  }
  override call(): PyValue {
    return new Unknown();
  }
  override binary(): PyValue {
    return new Unknown();
  }
  override unary(): PyValue {
    return new Unknown(this.dimension);
  }
  override compare(): PyValue {
    return new Unknown();
  }
  override iterate(): Iterable<PyValue> {
    return [new Unknown(this.dimension)];
  }
  override repr(): string {
    return '<unknown>';
  }
  override format(): string {
    return '<unknown>';
  }
}

/** What a view of a variable has besides its values: the methods of arrays are not among it. */
const VIEW_ATTRIBUTES = new Set(
  'dim dtype group group_name index_var index_var_name indexing name ndim shape unit variable'.split(' '),
);

/**
 * The values of a variable before a run has computed them. Functions of NumPy see no quantity in a view, so
 * many of them lose its unit: what they make of it is of unknown dimension.
 */
export class UnknownView extends Unknown {
  override readonly typeName = 'VariableView';

  override getAttribute(name: string): PyValue | undefined {
    return VIEW_ATTRIBUTES.has(name) || /^_|^[gs]et_/.test(name) ? new Unknown() : undefined;
  }
}
