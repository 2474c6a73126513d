import type { Interpreter } from '../interpreter.ts';
import { type CallArguments, PyObject, type PyValue } from '../values.ts';
import { withSelf } from './arguments.ts';
import { PyDescriptor, StaticMethod } from './descriptors.ts';
import { typeError } from './errors.ts';
import { PyInstance } from './instance.ts';

export { BoundMethod, ClassMethod, Property, PyDescriptor, StaticMethod } from './descriptors.ts';
export { PyInstance } from './instance.ts';
export { ELLIPSIS, NOT_IMPLEMENTED, Singleton } from './singletons.ts';

/** Makes an instance of a native class (`cls` may be a script's subclass of it). */
export type Construct = (args: CallArguments, ctx: Interpreter, cls: PyClass) => PyValue;

export interface ClassOptions {
  readonly construct?: Construct;
  /** Further values that count as instances: natives that are no PyInstance. */
  readonly isInstance?: (value: PyValue) => boolean;
  /** Shown in `<class 'module.Name'>`; builtins have none. */
  readonly module?: string;
  /** The interpreter of the script that defines the class. */
  readonly interpreter?: Interpreter;
}

/** A class: of the script, a builtin one, or one that natives stand behind. */
export class PyClass extends PyObject {
  readonly typeName = 'type';
  readonly mro: readonly PyClass[];
  readonly construct: Construct | undefined;
  readonly module: string | undefined;
  readonly interpreter: Interpreter | undefined;
  private readonly accepts: ((value: PyValue) => boolean) | undefined;

  constructor(
    readonly name: string,
    readonly bases: readonly PyClass[] = [],
    readonly members: Map<string, PyValue> = new Map(),
    options: ClassOptions = {},
  ) {
    super();
    this.mro = [this, ...linearized(bases)];
    this.construct = options.construct;
    this.accepts = options.isInstance;
    this.module = options.module;
    this.interpreter = options.interpreter;
  }

  /** The member of that name of the class or its bases. */
  lookup(name: string): PyValue | undefined {
    for (const cls of this.mro) {
      const member = cls.members.get(name);
      if (member !== undefined) return member;
    }
    return undefined;
  }

  isSubclassOf(other: PyClass): boolean {
    return this.mro.includes(other);
  }

  /** Instances that no class object of theirs tells of; `isinstance` looks at the value's own class first. */
  acceptsInstance(value: PyValue): boolean {
    return this.accepts?.(value) ?? false;
  }

  get qualifiedName(): string {
    return this.module === undefined ? this.name : `${this.module}.${this.name}`;
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const member = this.lookup(name);
    return member instanceof PyDescriptor ? member.bind(undefined, this, ctx) : member;
  }

  override setAttribute(name: string, value: PyValue): boolean {
    if (this.interpreter === undefined)
      throw typeError(`cannot set '${name}' attribute of immutable type '${this.name}'`);
    this.members.set(name, value);
    return true;
  }

  override call(args: CallArguments, ctx: Interpreter): PyValue {
    if (this.interpreter === undefined && this.construct) return this.construct(args, ctx, this);
    const maker = this.lookup('__new__');
    const instance =
      maker instanceof StaticMethod ? ctx.call(maker.inner, withSelf(this, args)) : this.allocate(args, ctx);
    if (!(instance instanceof PyInstance) || !instance.cls.isSubclassOf(this)) return instance;
    instance.initialise(args, ctx);
    return instance;
  }

  override repr(): string {
    return `<class '${this.qualifiedName}'>`;
  }

  private allocate(args: CallArguments, ctx: Interpreter): PyValue {
    const native = this.mro.find((cls) => cls.construct !== undefined);
    const made = native?.construct?.(args, ctx, this);
    return made instanceof PyInstance ? made : new PyInstance(this);
  }
}

/** Python's C3 order, in the plain form that single inheritance and mixins need. */
function linearized(bases: readonly PyClass[]): PyClass[] {
  const sequences = [...bases.map((base) => [...base.mro]), [...bases]];
  const result: PyClass[] = [];
  for (;;) {
    const open = sequences.filter((sequence) => sequence.length > 0);
    if (open.length === 0) return result;
    const head = open
      .map((sequence) => sequence[0])
      .find((cls) => cls !== undefined && !open.some((other) => other.indexOf(cls) > 0));
    if (head === undefined)
      throw typeError(
        `Cannot create a consistent method resolution\norder (MRO) for bases ${bases.map((b) => b.name).join(', ')}`,
      );
    result.push(head);
    for (const sequence of open) if (sequence[0] === head) sequence.shift();
  }
}
