import type { Interpreter } from '../interpreter.ts';
import { missingError, takesError, unexpectedKeyword } from '../objects/arguments.ts';
import { BoundMethod, type PyClass, PyDescriptor } from '../objects/classes.ts';
import { typeError } from '../objects/errors.ts';
import { PyDict } from '../objects/mappings.ts';
import { PyTuple } from '../objects/sequences.ts';
import type { Span } from '../syntax/ast.ts';
import { type CallArguments, PyStr, type PyValue } from '../values.ts';
import type { Code, Frame } from './frame.ts';
import type { Globals } from './globals.ts';

/** What the text of a function says; shared by all functions made from it. */
export interface FunctionBody {
  readonly code: Code;
  readonly span: Span;
  /** Names of parameters that take positions; they have the first slots. */
  readonly positional: readonly string[];
  readonly keywordOnly: readonly string[];
  readonly rest: boolean;
  readonly keywordRest: boolean;
  readonly globals: Globals;
  readonly doc: PyStr | undefined;
  /** Runs the body in a frame whose parameters are bound. */
  run(frame: Frame): PyValue;
}

/** A function of the script. */
export class PyFunction extends PyDescriptor {
  readonly typeName = 'function';
  /** The class whose body it was defined in. */
  owner: PyClass | undefined;
  private readonly attributes = new Map<string, PyValue>();

  constructor(
    readonly body: FunctionBody,
    readonly outer: Frame | undefined,
    /** By name of the parameter. */
    readonly defaults: ReadonlyMap<string, PyValue>,
    private readonly enter: (fn: PyFunction, args: CallArguments) => PyValue,
  ) {
    super();
  }

  get name(): string {
    return this.body.code.name;
  }

  /** Names of the parameters that a call by position can give. */
  get parameters(): readonly string[] {
    return this.body.positional;
  }

  override call(args: CallArguments): PyValue {
    return this.enter(this, args);
  }

  override bind(instance: PyValue | undefined): PyValue {
    return instance === undefined ? this : new BoundMethod(this, instance);
  }

  override getAttribute(name: string): PyValue | undefined {
    const own = this.attributes.get(name);
    if (own !== undefined) return own;
    if (name === '__name__') return new PyStr(this.name);
    if (name === '__qualname__') return new PyStr(this.body.code.qualifiedName);
    if (name === '__doc__') return this.body.doc ?? null;
    if (name === '__defaults__')
      return this.defaults.size > 0 ? new PyTuple([...this.defaults.values()]) : null;
    if (name === '__module__') return new PyStr('__main__');
    if (name === '__dict__')
      return new PyDict([...this.attributes].map(([k, v]) => [new PyStr(k), v] as const));
    return undefined;
  }

  override setAttribute(name: string, value: PyValue): boolean {
    this.attributes.set(name, value);
    return true;
  }

  override repr(ctx: Interpreter): string {
    return `<function ${ctx.str(this.getAttribute('__qualname__') ?? null)}>`;
  }
}

/** Puts the arguments of a call into the slots of its frame. Raises Python's TypeErrors. */
export function bindParameters(fn: PyFunction, frame: Frame, args: CallArguments): void {
  const { positional, keywordOnly, rest, keywordRest } = fn.body;
  const { slots } = frame;
  const given = args.positional;
  const count = Math.min(given.length, positional.length);
  for (let i = 0; i < count; i++) slots[i] = given[i];
  const named = positional.length + keywordOnly.length;
  if (rest) slots[named] = new PyTuple(given.slice(positional.length));
  if (args.keywords.size > 0 || keywordRest) bindKeywords(fn, frame, args);
  if (given.length > positional.length && !rest) throw surplus(fn, given.length);
  for (let i = count; i < named; i++) {
    if (slots[i] !== undefined) continue;
    const name = i < positional.length ? positional[i] : keywordOnly[i - positional.length];
    slots[i] = fn.defaults.get(name ?? '');
  }
  checkMissing(fn, frame);
}

function bindKeywords(fn: PyFunction, frame: Frame, args: CallArguments): void {
  const { positional, keywordOnly, rest, keywordRest } = fn.body;
  const extra = new PyDict();
  for (const [name, value] of args.keywords) {
    const position = positional.indexOf(name);
    const slot = position >= 0 ? position : keywordOnly.indexOf(name) + positional.length;
    if (position < 0 && slot < positional.length) {
      if (!keywordRest) throw unexpectedKeyword(shownName(fn), name, [...positional, ...keywordOnly]);
      extra.set(new PyStr(name), value);
      continue;
    }
    if (frame.slots[slot] !== undefined)
      throw typeError(`${shownName(fn)}() got multiple values for argument '${name}'`);
    frame.slots[slot] = value;
  }
  if (keywordRest) frame.slots[positional.length + keywordOnly.length + (rest ? 1 : 0)] = extra;
}

function checkMissing(fn: PyFunction, frame: Frame): void {
  const { positional, keywordOnly } = fn.body;
  for (let i = 0; i < positional.length + keywordOnly.length; i++) {
    if (frame.slots[i] !== undefined) continue;
    const isPositional = i < positional.length;
    const names = isPositional ? positional : keywordOnly;
    const base = isPositional ? 0 : positional.length;
    const missing = names.filter((_, k) => frame.slots[base + k] === undefined);
    throw missingError(shownName(fn), isPositional ? 'positional' : 'keyword-only', missing);
  }
}

function surplus(fn: PyFunction, given: number): Error {
  const { positional } = fn.body;
  const required = positional.filter((name) => !fn.defaults.has(name)).length;
  return takesError(shownName(fn), required, positional.length, given);
}

function shownName(fn: PyFunction): string {
  return fn.body.code.qualifiedName;
}
