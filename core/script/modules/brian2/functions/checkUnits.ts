/** `@check_units(x=volt, result=1)`: states the units of a Python function, and checks them at every call. */
import { DIMENSIONLESS, type Dimension } from '../../../../units/dimension.ts';
import { unitDisplay, unitRegistryOf } from '../../../../units/displayUnits.ts';
import { mismatchMessage } from '../../../../units/errors.ts';
import { BOOL, typeOf } from '../../../builtins/types.ts';
import { PyFunction } from '../../../evaluator/functions.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { BoundMethod, PyDescriptor } from '../../../objects/classes.ts';
import { pythonError, typeError } from '../../../objects/errors.ts';
import { NativeFunction } from '../../../objects/functions.ts';
import { PyList, PySequence, PyTuple } from '../../../objects/sequences.ts';
import { findAttribute } from '../../../operations/attributes.ts';
import { typeName } from '../../../operations/numbers.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../../values.ts';
import { settledOperand } from '../../numpy/arguments.ts';
import { asNumeric, PyQuantity } from '../../numpy/index.ts';
import { floatValue } from '../../numpy/numeric.ts';
import { dimensionOfSpec, isCallable, resultDimension } from './unitSpecs.ts';

/** The decorator. */
export function checkUnits(call: CallArguments): PyValue {
  if (call.positional.length > 0)
    throw typeError(`check_units() takes 0 positional arguments but ${call.positional.length} were given`);
  return new NativeFunction('check_units', ({ positional: [python = null] }, ctx) =>
    python instanceof Unknown ? python : new CheckedFunction(python, call.keywords, ctx),
  );
}

/** `python.__name__`. */
export function nameOf(python: PyValue, ctx: Interpreter): string {
  const name = findAttribute(python, '__name__', ctx);
  return name instanceof PyStr ? name.value : 'function';
}

/** Names of a function's parameters as decorators see them, through other decorators. Raises AttributeError. */
export function parameterNames(python: PyValue, ctx: Interpreter): readonly string[] {
  const known = findAttribute(python, '_orig_arg_names', ctx);
  if (known instanceof PySequence) return known.items.map((name) => ctx.str(name));
  if (python instanceof PyFunction) return python.parameters;
  throw pythonError('AttributeError', `'${typeName(python)}' object has no attribute '__code__'`);
}

export function nameList(names: readonly string[]): PyTuple {
  return new PyTuple(names.map((name) => new PyStr(name)));
}

/** What a decorator says of types; the wrapper takes it over. */
const ANNOTATIONS = ['_arg_types', '_return_type'];

/** A function around another one. What Brian wants to know of it are attributes, as they are in Python. */
export class CheckedFunction extends PyDescriptor {
  readonly typeName = 'function';
  private readonly attributes = new Map<string, PyValue>();
  private readonly argNames: readonly string[];

  constructor(
    readonly original: PyValue,
    private readonly units: ReadonlyMap<string, PyValue>,
    ctx: Interpreter,
  ) {
    super();
    this.argNames = parameterNames(original, ctx);
    const result = units.get('result') ?? null;
    const { attributes } = this;
    attributes.set('_orig_func', original);
    attributes.set('_arg_names', nameList(this.argNames));
    attributes.set('_orig_arg_names', nameList(this.argNames));
    attributes.set('_arg_units', new PyList(this.argNames.map((name) => units.get(name) ?? null)));
    attributes.set('_return_unit', result);
    attributes.set('_returns_bool', result === BOOL);
    for (const name of ANNOTATIONS) {
      const value = findAttribute(original, name, ctx);
      if (value !== undefined) attributes.set(name, value);
    }
  }

  override bind(instance: PyValue | undefined): PyValue {
    return instance === undefined ? this : new BoundMethod(this, instance);
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const own = this.attributes.get(name);
    if (own !== undefined) return own;
    return name === '__name__' || name === '__doc__' || name === '__module__'
      ? findAttribute(this.original, name, ctx)
      : undefined;
  }

  override setAttribute(name: string, value: PyValue): boolean {
    this.attributes.set(name, value);
    return true;
  }

  override call(args: CallArguments, ctx: Interpreter): PyValue {
    const given = this.given(args, ctx);
    for (const [name, value] of given) this.checkArgument(name, value, given, args, ctx);
    const result = ctx.call(this.original, args);
    this.checkResult(result, args, ctx);
    return result;
  }

  /** Arguments by name; keywords first, as Brian looks at them. */
  private given(args: CallArguments, ctx: Interpreter): Map<string, PyValue> {
    const given = new Map([...args.keywords].map(([name, value]) => [name, settledOperand(value, ctx)]));
    for (const [k, name] of this.argNames.entries()) {
      const value = args.positional[k];
      if (value !== undefined) given.set(name, settledOperand(value, ctx));
    }
    return given;
  }

  private checkArgument(
    name: string,
    value: PyValue,
    given: ReadonlyMap<string, PyValue>,
    args: CallArguments,
    ctx: Interpreter,
  ): void {
    const wanted = this.units.get(name) ?? null;
    const exempt = value === null || value instanceof PyStr || value instanceof Unknown;
    if (exempt || wanted === null || wanted instanceof Unknown) return;
    const k = this.argNames.indexOf(name);
    const location = args.keywordLocations?.get(name) ?? args.positionalLocations?.[k];
    const fail = (errorClass: string, message: string) => ctx.raise(errorClass, message, location);
    if (wanted === BOOL) {
      if (typeof value === 'boolean') return;
      const text = shownAsQuantity(value, ctx);
      fail('TypeError', `${this.expected(ctx)} a boolean value for argument '${name}' but got '${text}'`);
    } else if (wanted instanceof PyStr) this.checkSame(name, value, wanted.value, given, fail, ctx);
    else {
      const dimension = this.dimensionOf(name, value, wanted, fail, ctx);
      if (dimension === dimensionOfSpec(wanted, ctx)) return;
      const got = `argument '${name}' but got '${shownAsQuantity(value, ctx)}'`;
      const text = `${this.expected(ctx)} a quantitity with unit ${ctx.repr(wanted)} for ${got}`;
      fail('DimensionMismatchError', mismatchMessage(text, [dimension], unitRegistryOf(ctx.session)));
    }
  }

  private checkSame(
    name: string,
    value: PyValue,
    otherName: string,
    given: ReadonlyMap<string, PyValue>,
    fail: (errorClass: string, message: string) => never,
    ctx: Interpreter,
  ): void {
    const other = given.get(otherName);
    if (other === undefined)
      fail(
        'TypeError',
        `${this.expected(ctx)} its argument to have the same units as argument '${otherName}', but there is no argument of that name`,
      );
    if (other instanceof Unknown) return;
    const [found, wanted] = [asNumeric(value, ctx)?.dimension, asNumeric(other, ctx)?.dimension];
    if (found === undefined || wanted === undefined || found === wanted) return;
    const registry = unitRegistryOf(ctx.session);
    fail(
      'DimensionMismatchError',
      `${this.expected(ctx)} the argument '${name}' to have the same units as argument '${otherName}', but argument ` +
        `'${name}' has unit ${unitDisplay(found, registry)}, while argument '${otherName}' has unit ` +
        `${unitDisplay(wanted, registry)}.`,
    );
  }

  private dimensionOf(
    name: string,
    value: PyValue,
    wanted: PyValue,
    fail: (errorClass: string, message: string) => never,
    ctx: Interpreter,
  ): Dimension {
    const found = asNumeric(value, ctx)?.dimension;
    if (found !== undefined) return found;
    if (dimensionOfSpec(wanted, ctx) === DIMENSIONLESS)
      fail('TypeError', `Argument ${name} is not a unitless value/array.`);
    const text = `Argument '${name}' is not a quantity, expected a quantity with dimensions ${ctx.str(wanted)}`;
    return fail('TypeError', text);
  }

  private checkResult(result: PyValue, args: CallArguments, ctx: Interpreter): void {
    const wanted = this.units.get('result') ?? null;
    const value = settledOperand(result, ctx);
    if (wanted === null || wanted instanceof Unknown || value instanceof Unknown) return;
    const subject = `The return value of function '${nameOf(this, ctx)}' was expected`;
    if (wanted === BOOL) {
      if (typeof value === 'boolean') return;
      ctx.raise('TypeError', `${subject} to be a boolean value, but was of type ${ctx.repr(typeOf(value))}`);
    }
    const found = resultOperand(value, ctx);
    const expected = isCallable(wanted) ? this.resultUnit(wanted, args, ctx) : dimensionOfSpec(wanted, ctx);
    if (expected === undefined || found === expected) return;
    const registry = unitRegistryOf(ctx.session);
    const text = `${subject} to have unit ${unitDisplay(expected, registry)} but was '${ctx.str(result)}'`;
    ctx.raise('DimensionMismatchError', mismatchMessage(text, [found], registry));
  }

  private resultUnit(spec: PyValue, args: CallArguments, ctx: Interpreter): Dimension | undefined {
    const dimensions = args.positional.map((value) => asNumeric(settledOperand(value, ctx), ctx)?.dimension);
    const known = dimensions.filter((dimension) => dimension !== undefined);
    return known.length < dimensions.length ? undefined : resultDimension(spec, known, ctx);
  }

  private expected(ctx: Interpreter): string {
    return `Function '${nameOf(this, ctx)}' expected`;
  }
}

/** The dimension of what a function returned. Raises TypeError for what can't have one. */
export function resultOperand(value: PyValue, ctx: Interpreter): Dimension {
  const numeric = asNumeric(value, ctx);
  if (numeric !== undefined) return numeric.dimension;
  throw typeError(`Object of type ${ctx.repr(typeOf(value))} does not have dimensions`);
}

/** Brian shows numbers as quantities: `3.` */
function shownAsQuantity(value: PyValue, ctx: Interpreter): string {
  const numeric = asNumeric(value, ctx);
  if (numeric === undefined || typeof value === 'boolean') return ctx.str(value);
  return new PyQuantity(floatValue(numeric.value), numeric.dimension).str(ctx);
}
