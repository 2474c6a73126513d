import type { Interpreter } from '../interpreter.ts';
import { PyClass, PyDescriptor, PyInstance } from '../objects/classes.ts';
import { pythonError } from '../objects/errors.ts';
import { NativeFunction } from '../objects/functions.ts';
import { PyObject, type PyValue } from '../values.ts';
import { Frame } from './frame.ts';

/** What `super()` gives: the members of the classes after `cls` in the order of `self`'s class. */
export class PySuper extends PyObject {
  readonly typeName = 'super';

  constructor(
    private readonly cls: PyClass,
    private readonly self: PyValue,
  ) {
    super();
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const start = this.self instanceof PyInstance ? this.self.cls : this.self;
    if (!(start instanceof PyClass)) return undefined;
    const after = start.mro.slice(start.mro.indexOf(this.cls) + 1);
    for (const base of after) {
      const member = base.members.get(name);
      if (member instanceof PyDescriptor)
        return member.bind(this.self instanceof PyInstance ? this.self : undefined, start, ctx);
      if (member !== undefined) return member;
    }
    return this.nativeMember(name, ctx);
  }

  override repr(): string {
    return `<super: ${this.cls.repr()}>`;
  }

  /** What natives and `object` offer to every class. */
  private nativeMember(name: string, ctx: Interpreter): PyValue | undefined {
    const { self } = this;
    if (!(self instanceof PyInstance)) return name === '__new__' ? MAKER : undefined;
    if (name === '__init__')
      return new NativeFunction(name, (args) => {
        self.adopt(args, ctx);
        return null;
      });
    if (name === '__setattr__')
      return new NativeFunction(name, ({ positional: [key = null, value = null] }) => {
        self.attributes.set(ctx.str(key), value);
        return null;
      });
    return self.native instanceof PyObject ? self.native.getAttribute(name, ctx) : undefined;
  }
}

const MAKER = new NativeFunction('__new__', ({ positional: [cls = null] }) =>
  cls instanceof PyClass ? new PyInstance(cls) : null,
);

/** `super()` finds its class and `self` in the frames of the script; `super(cls, self)` is given them. */
export const SUPER = new NativeFunction('super', ({ positional: [cls, self] }, ctx) => {
  if (cls instanceof PyClass) return new PySuper(cls, self ?? null);
  for (let frame = ctx.frame(); frame instanceof Frame; frame = frame.outer) {
    const first = frame.slots[0];
    if (frame.owner && first !== undefined) return new PySuper(frame.owner, first);
    if (!frame.outer) break;
  }
  throw pythonError('RuntimeError', 'super(): no arguments');
});
