/** What scripts hold for figures, axes and artists: objects whose methods stand in tables. */

import { surelyMeant } from '../../../namespaces/nearest.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { type CallArguments, PyObject, type PyValue, Unknown } from '../../values.ts';
import { checkedCall, isFrame } from './analysisCalls.ts';
import { pyplotOf } from './state.ts';

export type Method<H> = (self: H, args: CallArguments, ctx: Interpreter) => PyValue;
export type MethodTable<H> = ReadonlyMap<string, Method<H>>;

export function methods<H>(table: Readonly<Record<string, Method<H>>>): MethodTable<H> {
  return new Map(Object.entries(table));
}

/** Answers attributes from what the script set, then from `find`, then as something that isn't drawn. */
export abstract class Handle extends PyObject {
  private readonly own = new Map<string, PyValue>();

  /** A method or property of the object. */
  protected abstract find(name: string, ctx: Interpreter): Method<this> | PyValue | undefined;

  /** All attributes of the real object, where they are known. */
  protected names(): ReadonlySet<string> | undefined {
    return undefined;
  }

  /** True for names that matplotlib has and that do nothing here. */
  protected undrawn(_name: string): boolean {
    return false;
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const own = this.own.get(name);
    if (own !== undefined) return own;
    const found = this.find(name, ctx);
    if (ctx.mode === 'analysis') return this.analysed(name, found, ctx);
    if (typeof found === 'function') return new NativeFunction(name, (args) => found(this, args, ctx));
    if (found !== undefined) return found;
    return this.undrawn(name) ? new NotDrawn(`${this.typeName}.${name}`) : undefined;
  }

  /** Only names that look like misspelt ones are absent: releases of matplotlib differ. */
  private analysed(
    name: string,
    found: Method<this> | PyValue | undefined,
    ctx: Interpreter,
  ): PyValue | undefined {
    if (typeof found === 'function')
      return new NativeFunction(name, (given) =>
        checkedCall(name, (args) => found(this, args, ctx), given, ctx),
      );
    if (found !== undefined && isFrame(found)) return found;
    const names = found === undefined && !this.undrawn(name) ? this.names() : undefined;
    const isMisspelt = names !== undefined && !names.has(name) && surelyMeant(name, names) !== undefined;
    return isMisspelt ? undefined : new Unknown();
  }

  override setAttribute(name: string, value: PyValue): boolean {
    this.own.set(name, value);
    return true;
  }

  override repr(_ctx: Interpreter): string {
    return `<${this.typeName}>`;
  }
}

/** Something of matplotlib's without effect here: takes every call, and says so once. */
export class NotDrawn extends PyObject {
  readonly typeName: string = 'object';
  constructor(
    private readonly name: string,
    private readonly called = false,
  ) {
    super();
  }

  override getAttribute(name: string): PyValue | undefined {
    // Python looks for special methods on everything; those must stay absent.
    return name.startsWith('__') ? undefined : new NotDrawn(`${this.name}.${name}`, this.called);
  }

  override setAttribute(): boolean {
    return true;
  }

  override call(_args: CallArguments, ctx: Interpreter): PyValue {
    if (!this.called && !/\.(get_|set_)?(url|gid|snap|animated|clip|picker)/.test(this.name)) {
      pyplotOf(ctx).note(ctx, this.name);
    }
    return new NotDrawn(this.name, true);
  }

  override getItem(): PyValue {
    return this;
  }

  override setItem(): boolean {
    return true;
  }

  override iterate(): Iterable<PyValue> {
    return [this];
  }

  override length(): number {
    return 1;
  }
}
