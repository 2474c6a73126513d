import type { Interpreter } from '../interpreter.ts';
import { typeName } from '../operations/numbers.ts';
import { type CallArguments, PyObject, PyStr, type PyValue } from '../values.ts';
import { withSelf } from './arguments.ts';
import type { PyClass } from './classes.ts';
import { Property, PyDescriptor } from './descriptors.ts';
import { pythonError, typeError } from './errors.ts';
import { isErrorOf } from './raised.ts';
import { NOT_IMPLEMENTED } from './singletons.ts';

/** An object of a class that the script defines, or of an exception class. */
export class PyInstance extends PyObject {
  readonly attributes = new Map<string, PyValue>();
  /** Where the class derives from a native one: the native object that does its work. */
  native: PyValue | undefined;

  constructor(readonly cls: PyClass) {
    super();
  }

  get typeName(): string {
    return this.cls.name;
  }

  /** Runs `__init__`, which for a subclass of a native without one makes the native object. */
  initialise(args: CallArguments, ctx: Interpreter): void {
    const init = this.cls.lookup('__init__');
    if (init === undefined) {
      this.adopt(args, ctx);
      if (this.native === undefined && (args.positional.length > 0 || args.keywords.size > 0))
        throw typeError(`${this.cls.name}() takes no arguments`);
      return;
    }
    ctx.call(init, withSelf(this, args));
  }

  /** Makes the native object that stands behind this one, where the class derives from a native one. */
  adopt(args: CallArguments, ctx: Interpreter): void {
    const native = this.cls.mro.find((cls) => cls.construct !== undefined);
    const made = native?.construct?.(args, ctx, native);
    if (made !== undefined && !(made instanceof PyInstance)) this.native = made;
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const member = this.cls.lookup(name);
    if (member instanceof Property) return member.bind(this, this.cls, ctx);
    const own = this.attributes.get(name);
    if (own !== undefined) return own;
    if (member instanceof PyDescriptor) return member.bind(this.selfOf(name), this.cls, ctx);
    if (member !== undefined) return member;
    if (name === '__class__') return this.cls;
    const inherited = this.native instanceof PyObject ? this.native.getAttribute(name, ctx) : undefined;
    if (inherited !== undefined) return inherited;
    const fallback = this.cls.lookup('__getattr__');
    return fallback && ctx.call(fallback, plain([this, new PyStr(name)]));
  }

  override setAttribute(name: string, value: PyValue, ctx: Interpreter): boolean {
    const member = this.cls.lookup(name);
    if (member instanceof Property) {
      if (member.setter === null)
        throw pythonError('AttributeError', `property '${name}' of '${this.cls.name}' object has no setter`);
      ctx.call(member.setter, plain([this, value]));
      return true;
    }
    const custom = this.cls.lookup('__setattr__');
    if (custom instanceof PyDescriptor && this.cls.interpreter !== undefined) {
      ctx.call(custom, plain([this, new PyStr(name), value]));
      return true;
    }
    if (
      this.native instanceof PyObject &&
      this.native.getAttribute(name, ctx) !== undefined &&
      this.native.setAttribute(name, value, ctx)
    )
      return true;
    this.attributes.set(name, value);
    return true;
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue | undefined {
    const item = this.special('__getitem__', ctx, key);
    return item === undefined ? this.delegate()?.getItem(key, ctx) : item;
  }
  override setItem(key: PyValue, value: PyValue, ctx: Interpreter): boolean {
    if (this.special('__setitem__', ctx, key, value) !== undefined) return true;
    return this.delegate()?.setItem(key, value, ctx) ?? false;
  }
  override deleteItem(key: PyValue, ctx: Interpreter): boolean {
    if (this.special('__delitem__', ctx, key) !== undefined) return true;
    return this.delegate()?.deleteItem(key, ctx) ?? false;
  }
  override call(args: CallArguments, ctx: Interpreter): PyValue | undefined {
    const method = this.cls.lookup('__call__');
    if (method !== undefined) return ctx.call(method, withSelf(this, args));
    return this.delegate()?.call(args, ctx);
  }
  override binary(
    op: keyof typeof BINARY_METHODS,
    other: PyValue,
    reflected: boolean,
    ctx: Interpreter,
  ): PyValue | undefined {
    const name = BINARY_METHODS[op];
    const result = this.special(`__${reflected ? 'r' : ''}${name}__`, ctx, other);
    if (result !== undefined && !isNotImplemented(result)) return result;
    return this.delegate()?.binary(op, other, reflected, ctx);
  }
  override inplace(op: keyof typeof BINARY_METHODS, other: PyValue, ctx: Interpreter): PyValue | undefined {
    const result = this.special(`__i${BINARY_METHODS[op]}__`, ctx, other);
    return result !== undefined && !isNotImplemented(result) ? result : undefined;
  }
  override unary(op: '+' | '-' | '~', ctx: Interpreter): PyValue | undefined {
    const name = { '+': '__pos__', '-': '__neg__', '~': '__invert__' }[op];
    const result = this.special(name, ctx);
    return result === undefined ? this.delegate()?.unary(op, ctx) : result;
  }
  override compare(op: keyof typeof COMPARE_METHODS, other: PyValue, ctx: Interpreter): PyValue | undefined {
    const result = this.special(COMPARE_METHODS[op], ctx, other);
    if (result !== undefined && !isNotImplemented(result)) return result;
    if (op === '!=') {
      const equal = this.special('__eq__', ctx, other);
      if (equal !== undefined && !isNotImplemented(equal)) return !ctx.truth(equal);
    }
    return this.delegate()?.compare(op, other, ctx);
  }
  override contains(value: PyValue, ctx: Interpreter): boolean | undefined {
    const result = this.special('__contains__', ctx, value);
    return result !== undefined ? ctx.truth(result) : this.delegate()?.contains(value, ctx);
  }
  override iterate(ctx: Interpreter): Iterable<PyValue> | undefined {
    const iterator = this.special('__iter__', ctx);
    if (iterator === undefined) {
      if (this.cls.lookup('__getitem__') !== undefined) return this.iterateByIndex(ctx);
      return this.delegate()?.iterate(ctx);
    }
    return iterator === this ? this.iterateByNext(ctx) : ctx.iterate(iterator);
  }
  override length(ctx: Interpreter): number | undefined {
    const result = this.special('__len__', ctx);
    if (result === undefined) return this.delegate()?.length(ctx);
    if (typeof result !== 'bigint')
      throw typeError(`'${typeName(result)}' object cannot be interpreted as an integer`);
    if (result < 0n) throw pythonError('ValueError', '__len__() should return >= 0');
    return Number(result);
  }
  override truth(ctx: Interpreter): boolean {
    const result = this.special('__bool__', ctx);
    return result !== undefined ? result === true : super.truth(ctx);
  }
  override repr(ctx: Interpreter): string {
    const result = this.special('__repr__', ctx);
    if (result !== undefined) return ctx.str(result);
    if (this.native instanceof PyObject) return this.native.repr(ctx);
    return `<${this.cls.qualifiedName} object>`;
  }
  override str(ctx: Interpreter): string {
    const result = this.special('__str__', ctx);
    return result !== undefined ? ctx.str(result) : this.repr(ctx);
  }
  override format(spec: string, ctx: Interpreter): string | undefined {
    const result = this.special('__format__', ctx, new PyStr(spec));
    return result !== undefined ? ctx.str(result) : this.delegate()?.format(spec, ctx);
  }
  override hashKey(): unknown {
    const hash = this.cls.lookup('__hash__');
    const ctx = this.cls.interpreter;
    if (hash instanceof PyObject && ctx) return `hash ${ctx.repr(ctx.call(hash, plain([this])))}`;
    if (this.native instanceof PyObject) return this.native.hashKey();
    return this.cls.lookup('__eq__') !== undefined && hash === undefined ? undefined : this;
  }

  /** Calls a special method of the class; undefined where it has none. */
  private special(name: string, ctx: Interpreter, ...args: readonly PyValue[]): PyValue | undefined {
    const method = this.cls.lookup(name);
    return method === undefined ? undefined : ctx.call(method, plain([this, ...args]));
  }

  /** Methods of a builtin base work on the native object. */
  private selfOf(name: string): PyValue {
    const owner = this.cls.mro.find((cls) => cls.members.has(name));
    return this.native !== undefined && owner?.interpreter === undefined ? this.native : this;
  }

  private delegate(): PyObject | undefined {
    return this.native instanceof PyObject ? this.native : undefined;
  }

  private *iterateByIndex(ctx: Interpreter): Iterable<PyValue> {
    for (let i = 0n; ; i += 1n) {
      let value: PyValue | undefined;
      try {
        value = this.special('__getitem__', ctx, i);
      } catch (error) {
        if (isErrorOf(error, 'IndexError')) return;
        throw error;
      }
      if (value === undefined) return;
      yield value;
    }
  }

  private *iterateByNext(ctx: Interpreter): Iterable<PyValue> {
    for (;;) {
      let value: PyValue | undefined;
      try {
        value = this.special('__next__', ctx);
      } catch (error) {
        if (isErrorOf(error, 'StopIteration')) return;
        throw error;
      }
      if (value === undefined) return;
      ctx.tick();
      yield value;
    }
  }
}

const BINARY_METHODS = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '@': 'matmul',
  '<<': 'lshift',
  '>>': 'rshift',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
} as const;

const COMPARE_METHODS = {
  '==': '__eq__',
  '!=': '__ne__',
  '<': '__lt__',
  '<=': '__le__',
  '>': '__gt__',
  '>=': '__ge__',
} as const;

function plain(positional: readonly PyValue[]): CallArguments {
  return { positional, keywords: new Map() };
}

function isNotImplemented(value: PyValue): boolean {
  return value === NOT_IMPLEMENTED;
}
