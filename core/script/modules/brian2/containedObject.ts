import type { CodeRunner, Operation } from '../../../network/object.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyObject, PyStr, type PyValue } from '../../values.ts';
import { ClockObject } from './clockObject.ts';
import { missingAttribute } from './missing.ts';

/** A part of an object, such as its thresholder, as networks list it. */
export class ContainedObject extends PyObject {
  constructor(private readonly part: CodeRunner | Operation) {
    super();
  }

  get typeName(): string {
    return this.part.className;
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { part } = this;
    switch (name) {
      case 'name':
        return new PyStr(part.name);
      case 'when':
        return new PyStr(part.when);
      case 'order':
        return BigInt(part.order);
      case 'active':
        return part.owner.active;
      case 'clock':
        return new ClockObject(part.clock);
      case 'dt':
      case 'dt_':
        return new ClockObject(part.clock).getAttribute(name, ctx);
      default:
        return missingAttribute(this.typeName, name, ctx);
    }
  }

  override repr(ctx: Interpreter): string {
    const { name, clock, when, order } = this.part;
    return `${this.typeName}(clock=${new ClockObject(clock).repr(ctx)}, when=${when}, order=${order}, name='${name}')`;
  }
}
