/** Class members that give something else than themselves when they are read through an instance. */
import type { Interpreter } from '../interpreter.ts';
import { type CallArguments, PyObject, type PyValue } from '../values.ts';
import { withSelf } from './arguments.ts';
import type { PyClass } from './classes.ts';

/** A class member that gives something else than itself when read through an instance. */
export abstract class PyDescriptor extends PyObject {
  abstract bind(instance: PyValue | undefined, cls: PyClass, ctx: Interpreter): PyValue;
}

/** A function and the object it is a method of. */
export class BoundMethod extends PyObject {
  readonly typeName = 'method';
  constructor(
    readonly callee: PyValue,
    readonly self: PyValue,
  ) {
    super();
  }
  override call(args: CallArguments, ctx: Interpreter): PyValue {
    return ctx.call(this.callee, withSelf(this.self, args));
  }
  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    if (name === '__self__') return this.self;
    if (name === '__func__') return this.callee;
    return this.callee instanceof PyObject ? this.callee.getAttribute(name, ctx) : undefined;
  }
  override compare(op: string, other: PyValue): PyValue | undefined {
    if (!(other instanceof BoundMethod) || (op !== '==' && op !== '!=')) return undefined;
    return (other.callee === this.callee && other.self === this.self) === (op === '==');
  }
  override repr(ctx: Interpreter): string {
    const name = this.getAttribute('__qualname__', ctx) ?? this.getAttribute('__name__', ctx);
    return `<bound method ${name === undefined ? '?' : ctx.str(name)} of ${ctx.repr(this.self)}>`;
  }
}

export class StaticMethod extends PyDescriptor {
  readonly typeName = 'staticmethod';
  constructor(readonly inner: PyValue) {
    super();
  }
  override bind(): PyValue {
    return this.inner;
  }
  override call(args: CallArguments, ctx: Interpreter): PyValue {
    return ctx.call(this.inner, args);
  }
}

export class ClassMethod extends PyDescriptor {
  readonly typeName = 'classmethod';
  constructor(readonly inner: PyValue) {
    super();
  }
  override bind(_instance: PyValue | undefined, cls: PyClass): PyValue {
    return new BoundMethod(this.inner, cls);
  }
}

export class Property extends PyDescriptor {
  readonly typeName = 'property';
  constructor(
    readonly getter: PyValue,
    readonly setter: PyValue = null,
    readonly deleter: PyValue = null,
  ) {
    super();
  }
  override bind(instance: PyValue | undefined, _cls: PyClass, ctx: Interpreter): PyValue {
    if (instance === undefined) return this;
    return ctx.call(this.getter, { positional: [instance], keywords: new Map() });
  }
  override getAttribute(name: string): PyValue | undefined {
    if (name === 'setter') return new PropertyDecorator((f) => new Property(this.getter, f, this.deleter));
    if (name === 'getter') return new PropertyDecorator((f) => new Property(f, this.setter, this.deleter));
    if (name === 'deleter') return new PropertyDecorator((f) => new Property(this.getter, this.setter, f));
    if (name === 'fget') return this.getter;
    return undefined;
  }
}

class PropertyDecorator extends PyObject {
  readonly typeName = 'builtin_function_or_method';
  constructor(private readonly make: (f: PyValue) => Property) {
    super();
  }
  override call(args: CallArguments): PyValue {
    return this.make(args.positional[0] ?? null);
  }
}
