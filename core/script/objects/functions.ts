import type { Interpreter } from '../interpreter.ts';
import { type CallArguments, PyObject, PyStr, type PyValue } from '../values.ts';
import { BoundMethod, type PyClass, PyDescriptor } from './classes.ts';

export type NativeCall = (args: CallArguments, ctx: Interpreter) => PyValue;
export type NativeMethodCall = (self: PyValue, args: CallArguments, ctx: Interpreter) => PyValue;

/** A function written in TypeScript, as scripts see it. */
export class NativeFunction extends PyObject {
  readonly typeName = 'builtin_function_or_method';
  constructor(
    readonly name: string,
    private readonly body: NativeCall,
    private readonly attributes: ReadonlyMap<string, PyValue> = new Map(),
  ) {
    super();
  }
  override call(args: CallArguments, ctx: Interpreter): PyValue {
    return this.body(args, ctx);
  }
  override getAttribute(name: string): PyValue | undefined {
    if (name === '__name__' || name === '__qualname__') return new PyStr(this.name);
    if (name === '__doc__') return this.attributes.get(name) ?? null;
    return this.attributes.get(name);
  }
  override repr(): string {
    return `<built-in function ${this.name}>`;
  }
}

/** A method of a builtin class. */
export class NativeMethod extends PyDescriptor {
  readonly typeName = 'method_descriptor';
  constructor(
    readonly name: string,
    readonly body: NativeMethodCall,
  ) {
    super();
  }
  override bind(instance: PyValue | undefined, _cls: PyClass): PyValue {
    return instance === undefined ? this : new BoundMethod(this, instance);
  }
  override call(args: CallArguments, ctx: Interpreter): PyValue {
    const [self, ...positional] = args.positional;
    const positionalLocations = args.positionalLocations?.slice(1);
    return this.body(self ?? null, { ...args, positional, positionalLocations }, ctx);
  }
  override getAttribute(name: string): PyValue | undefined {
    return name === '__name__' || name === '__qualname__' ? new PyStr(this.name) : undefined;
  }
  override repr(): string {
    return `<method '${this.name}'>`;
  }
}

/** A table of methods, as the `members` of a builtin class. */
export function methodTable(methods: Readonly<Record<string, NativeMethodCall>>): Map<string, PyValue> {
  return new Map(Object.entries(methods).map(([name, body]) => [name, new NativeMethod(name, body)]));
}
