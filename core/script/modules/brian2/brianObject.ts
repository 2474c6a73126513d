import type { BrianObject } from '../../../network/object.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { ClockObject } from './clockObject.ts';
import { missingAttribute } from './missing.ts';

/** A Brian object as scripts see it: attributes that all share. */
export abstract class BrianPyObject<T extends BrianObject = BrianObject> extends PyObject {
  /** Attributes that the script has added. */
  protected readonly extra = new Map<string, PyValue>();

  constructor(readonly object: T) {
    super();
  }

  get typeName(): string {
    return this.object.className;
  }

  /** The elements that the object stands for in `view[object]`; undefined for what is no group. */
  asIndices(): PyValue | undefined {
    return undefined;
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { object } = this;
    switch (name) {
      case 'name':
        return new PyStr(object.name);
      case 'clock':
        return new ClockObject(object.clock);
      case 'dt':
        return new ClockObject(object.clock).getAttribute('dt', ctx);
      case 'when':
        return new PyStr(object.when);
      case 'order':
        return BigInt(object.order);
      case 'active':
        return object.active;
      case 'add_attribute':
        return new NativeFunction(name, (args) => {
          const [attribute] = args.positional;
          if (attribute instanceof PyStr) this.extra.set(attribute.value, null);
          return null;
        });
      default:
        return this.extra.get(name) ?? missingAttribute(this.typeName, name, ctx);
    }
  }

  override setAttribute(name: string, value: PyValue, ctx: Interpreter): boolean {
    if (name === 'active') {
      this.object.active = value instanceof Unknown || ctx.truth(value);
      return true;
    }
    return this.setOther(name, value);
  }

  /** Python objects take any attribute; owners of variables refuse unknown ones. */
  protected setOther(name: string, value: PyValue): boolean {
    this.extra.set(name, value);
    return true;
  }

  override repr(_ctx: Interpreter): string {
    return `<${this.typeName} '${this.object.name}'>`;
  }
}
