import type { Clock } from '../../../network/clock.ts';
import { Clock as BrianClock } from '../../../network/clock.ts';
import type { LocateArgument } from '../../../network/object.ts';
import type { SourceString } from '../../../text/provenance.ts';
import type { Location } from '../../../text/range.ts';
import { DIMENSIONLESS, type Dimension, SECOND } from '../../../units/dimension.ts';
import { mismatchMessage } from '../../../units/errors.ts';
import { conversion, withUnit } from '../../../units/remedy.ts';
import { typeOf } from '../../builtins/types.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindSignature } from '../../objects/arguments.ts';
import { PyClass } from '../../objects/classes.ts';
import { PySequence } from '../../objects/sequences.ts';
import { typeName } from '../../operations/numbers.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../values.ts';
import { asQuantity, plainScalar } from '../numpy/objects.ts';
import { ClockObject } from './clockObject.ts';

const LONGEST_TEXT = 30;

/** The arguments of a call by name, with the place of each. */
export class Arguments {
  private readonly values = new Map<string, PyValue | undefined>();

  constructor(
    readonly functionName: string,
    private readonly args: CallArguments,
    private readonly signature: readonly string[],
    readonly ctx: Interpreter,
  ) {
    const bound = bindSignature(
      isClass(functionName) ? `${functionName}.__init__` : functionName,
      args,
      signature,
    );
    const names = signature.filter((text) => !text.startsWith('*')).map((text) => text.split('=')[0]!);
    for (const [k, name] of names.entries())
      this.values.set(name, bound.values[k] === undefined ? undefined : plainScalar(bound.values[k]));
  }

  /** What Python calls the function: classes are called through their constructor. */
  get pythonName(): string {
    return isClass(this.functionName) ? '__init__' : this.functionName;
  }

  /** Undefined where the argument was left out or is None. */
  get(name: string): PyValue | undefined {
    return this.values.get(name) ?? undefined;
  }

  /** Undefined where the argument was left out only. */
  given(name: string): PyValue | undefined {
    return this.values.get(name);
  }

  isUnknown(name: string): boolean {
    return this.values.get(name) instanceof Unknown;
  }

  /** Where the argument stands; else where the call does. */
  location(name: string): Location | undefined {
    const position = this.signature.findIndex((text) => text.split('=')[0] === name);
    return (
      this.args.keywordLocations?.get(name) ?? this.args.positionalLocations?.[position] ?? this.args.location
    );
  }

  /** For objects that a call makes: where it stands, and each of its arguments. */
  get place(): { readonly location?: Location; readonly locate: LocateArgument } {
    return { location: this.callLocation, locate: (name, item) => this.itemLocation(name, item) };
  }

  private itemLocation(name: string, item: string | undefined): Location | undefined {
    const value = this.get(name);
    const items = value instanceof PySequence ? value.items : [value];
    const written = items.find((one): one is PyStr => one instanceof PyStr && one.value === item);
    return written?.provenance?.locate({ start: 0, end: written.value.length }) ?? this.location(name);
  }

  /** What the call gave by name, as it stands. */
  get keywords(): ReadonlyMap<string, PyValue> {
    return this.args.keywords;
  }

  get callLocation(): Location | undefined {
    return this.args.location;
  }

  string(name: string): SourceString | undefined {
    const value = this.get(name);
    return value instanceof PyStr ? value : undefined;
  }

  text(name: string): string | undefined {
    return this.string(name)?.value;
  }

  /** The name that an object is given; `*` in it stands for a number. Raises TypeError for what is no text. */
  objectName(fallback: string): string {
    const given = this.values.get('name');
    if (given === undefined || given instanceof Unknown) return fallback;
    if (given instanceof PyStr) return given.value;
    const message = `'name' argument has to be a string, is type ${classText(given)} instead`;
    return this.raise('TypeError', message, 'name');
  }

  /** The slot of the schedule. Raises TypeError for what is no text. */
  slot(): string | undefined {
    const given = this.get('when');
    if (given === undefined || given instanceof Unknown) return undefined;
    if (given instanceof PyStr) return given.value;
    const message = "The 'when' argument has to be a string specifying the scheduling slot (e.g. 'start').";
    return this.raise('TypeError', message, 'when');
  }

  /** What Python says where Brian takes an argument for a group and looks into it. AttributeError. */
  raiseNoGroup(name: string, attribute: string, hint: string): never {
    const value = this.get(name) ?? null;
    const holder = value instanceof PyClass ? `type object '${value.name}'` : `'${typeName(value)}' object`;
    this.raise('AttributeError', `${holder} has no attribute '${attribute}'`, name, hint);
  }

  /** A whole number; undefined where unknown or absent. Raises TypeError for what `int()` refuses. */
  integer(name: string): number | undefined {
    const value = this.get(name);
    if (value === undefined || value instanceof Unknown) return undefined;
    const quantity = asQuantity(value, this.ctx);
    if (quantity === undefined || typeof quantity.value !== 'number')
      this.raise('TypeError', `${name} has to be a number`, name);
    return Math.trunc(quantity.value);
  }

  /** A number of that dimension, in SI units. Raises DimensionMismatchError. */
  scalar(name: string, dimension: Dimension): number | undefined {
    const value = this.get(name);
    if (value === undefined || value instanceof Unknown) return undefined;
    const quantity = asQuantity(value, this.ctx);
    if (quantity === undefined)
      this.raise('TypeError', `${this.functionName}: '${name}' has to be a single number`, name);
    if (quantity.dimension !== dimension) this.raiseUnit(name, value, quantity.dimension, dimension);
    if (typeof quantity.value === 'number') return quantity.value;
    const [single, ...more] = quantity.value.toFloat64();
    if (single === undefined || more.length > 0)
      this.raise('TypeError', 'only size-1 arrays can be converted to Python scalars', name);
    return single;
  }

  /** The clock that `dt=` or `clock=` asks for; undefined for the default one. */
  clock(owner: string): Clock | undefined {
    const clock = this.get('clock');
    const dt = this.scalar('dt', SECOND);
    if (clock !== undefined && this.get('dt') !== undefined)
      this.raise('ValueError', 'Can only specify either a dt or a clock, not both.', 'clock');
    if (clock instanceof ClockObject) return clock.clock;
    const isKnown = !this.isUnknown('dt') && !this.isUnknown('clock');
    if (dt === undefined && isKnown) return undefined;
    const { session } = this.ctx;
    const name = session.names.claim(`${owner.replace('*', '')}_clock*`);
    return Object.assign(new BrianClock(name, dt ?? session.defaultClock.dt, session.storage), { isKnown });
  }

  raise(errorClass: string, message: string, name?: string, hint?: string): never {
    this.ctx.raise(errorClass, message, name === undefined ? this.callLocation : this.location(name), hint);
  }

  private raiseUnit(name: string, value: PyValue, found: Dimension, wanted: Dimension): never {
    const unit = wanted === SECOND ? 'second' : wanted === DIMENSIONLESS ? '1' : wanted.toString();
    const text = `Function '${this.pythonName}' expected a quantitity with unit ${unit} for argument '${name}' but got '${this.ctx.str(shown(value))}'`;
    this.raise(
      'DimensionMismatchError',
      mismatchMessage(text, [found]),
      name,
      this.remedy(name, found, wanted),
    );
  }

  /** What to do about an argument of the wrong unit. */
  remedy(name: string, found: Dimension, wanted: Dimension): string | undefined {
    const value = this.get(name);
    if (value === undefined || found !== DIMENSIONLESS) return conversion(name, found, wanted);
    const text = this.ctx.str(value);
    return withUnit(text.length > LONGEST_TEXT ? name : text, wanted);
  }
}

/** Brian shows numbers as arrays do: `100.`. */
function shown(value: PyValue): PyValue {
  if (typeof value === 'bigint' || typeof value === 'number')
    return new PyStr(Number.isInteger(Number(value)) ? `${value}.` : String(value));
  return value;
}

function isClass(name: string): boolean {
  return /^[A-Z]/.test(name);
}

/** `<class 'str'>`, as Python shows the class of a value. */
export function classText(value: PyValue): string {
  return `<class '${typeOf(value).qualifiedName}'>`;
}
