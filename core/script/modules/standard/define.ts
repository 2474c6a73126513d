/** How functions and classes of the standard library are written down and become Python's. */
import { raisedFrom } from '../../evaluator/raising.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindSignature, callArguments } from '../../objects/arguments.ts';
import { type PyClass, PyInstance } from '../../objects/classes.ts';
import { typeError } from '../../objects/errors.ts';
import { NativeFunction, NativeMethod } from '../../objects/functions.ts';
import { PyModule } from '../../objects/module.ts';
import type { PyRaised } from '../../objects/raised.ts';
import { typeName } from '../../operations/numbers.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';

export type Argument = PyValue | undefined;

export interface Call {
  readonly rest: readonly PyValue[];
  readonly keywordRest: ReadonlyMap<string, PyValue>;
}

export type Body = (values: readonly Argument[], ctx: Interpreter, call: Call) => PyValue;
export type MethodBody<T> = (self: T, values: readonly Argument[], ctx: Interpreter, call: Call) => PyValue;

export interface FunctionOptions {
  /** What is known of the result where an argument is unknown. */
  readonly unknown?: Unknown;
  /** The body copes with unknown arguments itself. */
  readonly takesUnknown?: boolean;
}

/** A Python function. Parameters are separated by blanks: `a b=None *rest`; see `bindSignature`. */
export function fn(
  name: string,
  signature: string,
  body: Body,
  options: FunctionOptions = {},
): NativeFunction {
  const parameters = signature === '' ? [] : signature.split(' ');
  return new NativeFunction(name, (args, ctx) => {
    if (!options.takesUnknown && anyUnknown(args.positional, args.keywords))
      return options.unknown ?? new Unknown();
    const bound = bindSignature(name, args, parameters);
    return body(bound.values, ctx, bound);
  });
}

/** Functions by name, as the members of a module. */
export function members(...functions: readonly NativeFunction[]): Map<string, PyValue> {
  return new Map(functions.map((f) => [f.name, f]));
}

/** A module with these members; analysis takes the names that it lacks as unknown. */
export function moduleOf(name: string, ...tables: readonly ReadonlyMap<string, PyValue>[]): PyModule {
  return new PyModule(name, new Map(tables.flatMap((table) => [...table])));
}

type Constructor<T> = abstract new (...args: never[]) => T;

/** A method of a native class, for its own objects and for those of a script's class that derives from it. */
export function method<T extends PyObject>(
  cls: Constructor<T>,
  name: string,
  signature: string,
  body: MethodBody<T>,
  options: FunctionOptions = {},
): NativeMethod {
  const parameters = signature === '' ? [] : signature.split(' ');
  return new NativeMethod(name, (self, args, ctx) => {
    const native = self instanceof PyInstance && self.native !== undefined ? self.native : self;
    if (!(native instanceof cls)) throw wrongSelf(name, self);
    if (!options.takesUnknown && anyUnknown(args.positional, args.keywords))
      return options.unknown ?? new Unknown();
    const bound = bindSignature(name, args, parameters);
    return body(native, bound.values, ctx, bound);
  });
}

/** The methods of a native class, by name. A row: name, signature, body. */
export function methods<T extends PyObject>(
  cls: Constructor<T>,
  rows: readonly (readonly [string, string, MethodBody<T>, FunctionOptions?])[],
): Map<string, PyValue> {
  return new Map(rows.map(([name, ...row]) => [name, method(cls, name, ...row)]));
}

/** The text of an argument. Raises TypeError. */
export function textOf(value: Argument, name: string): PyStr {
  if (value instanceof PyStr) return value;
  throw typeError(`${name}: expected str, not ${typeName(value ?? null)}`);
}

export function isUnknown(value: Argument): boolean {
  return value instanceof Unknown;
}

function anyUnknown(positional: readonly PyValue[], keywords: ReadonlyMap<string, PyValue>): boolean {
  if (positional.some(isUnknown)) return true;
  for (const value of keywords.values()) if (isUnknown(value)) return true;
  return false;
}

function wrongSelf(name: string, self: PyValue): Error {
  return typeError(`descriptor '${name}' doesn't apply to a '${typeName(self)}' object`);
}

/** What `raise cls(*args)` throws. */
export function raised(cls: PyClass, args: readonly PyValue[], ctx: Interpreter): PyRaised {
  return raisedFrom(ctx.call(cls, callArguments(args)), ctx);
}

/** A plain object of which only attributes are known. */
export class Namespace extends PyObject {
  constructor(
    readonly typeName: string,
    readonly attributes: Map<string, PyValue>,
  ) {
    super();
  }
  override getAttribute(name: string): PyValue | undefined {
    return this.attributes.get(name);
  }
  override setAttribute(name: string, value: PyValue): boolean {
    this.attributes.set(name, value);
    return true;
  }
}
