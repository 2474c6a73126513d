import type { Interpreter } from '../interpreter.ts';
import { PyObject, type PyValue, Unknown } from '../values.ts';

/** A name that the real library has and this one lacks: unknown in analysis, in a run an error to use. */
export function unsupported(name: string, ctx: Interpreter): PyValue {
  return ctx.mode === 'analysis' ? new Unknown() : new UnsupportedName(name);
}

/** Fine to import and to hold. Raises NotImplementedError where it is called or looked into. */
class UnsupportedName extends PyObject {
  readonly typeName = 'type';

  constructor(private readonly name: string) {
    super();
  }

  override call(_args: unknown, ctx: Interpreter): PyValue {
    return this.refuse(ctx);
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    return name.startsWith('__') ? undefined : this.refuse(ctx);
  }

  override setAttribute(_name: string, _value: PyValue, ctx: Interpreter): boolean {
    return this.refuse(ctx);
  }

  override getItem(_key: PyValue, ctx: Interpreter): PyValue {
    return this.refuse(ctx);
  }

  private refuse(ctx: Interpreter): never {
    ctx.raise('NotImplementedError', `Spikelens doesn't support ${this.name} yet.`);
  }
}
