/** Brian's functions that ask about dimensions and units. */

import { rint } from '../../../arrays/functions.ts';
import { asArray } from '../../../arrays/ndarray.ts';
import { roundTo } from '../../../arrays/reduce.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import { type UnitRegistry, unitDisplay, unitOf } from '../../../units/displayUnits.ts';
import { dimensionMismatch } from '../../../units/errors.ts';
import { anyUnit } from '../../../units/registry.ts';
import type { Interpreter } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { typeError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { binaryOperation } from '../../operations/arithmetic.ts';
import { getAttribute } from '../../operations/attributes.ts';
import { typeName } from '../../operations/numbers.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { type Argument, hasUnknown, integerArgument } from '../numpy/arguments.ts';
import { singleOrArray, withDimension } from '../numpy/conversions.ts';
import { define, type FunctionTable } from '../numpy/define.ts';
import { dimensionObject, PyDimension, statedDimension } from '../numpy/dimensionObject.ts';
import type { NumericEnvironment } from '../numpy/environment.ts';
import { numeric, requireSameDimension, shortText } from '../numpy/numeric.ts';
import { PyUnit, unitObject } from '../numpy/objects.ts';
import { printOptionsOf } from '../numpy/printSettings.ts';

const dimensionOf = (value: Argument, env: NumericEnvironment) =>
  withDimension(value ?? null, env.ctx).dimension;

/** What `brian2.units` exports. */
export const HELPERS: FunctionTable = {
  get_dimensions: define('obj', ([value], env) => dimensionObject(dimensionOf(value, env))),
  is_dimensionless: define('obj', ([value], env) => dimensionOf(value, env) === DIMENSIONLESS),
  have_same_dimensions: define('obj1 obj2', ([a, b], env) => dimensionOf(a, env) === dimensionOf(b, env)),
  in_unit: define('x u precision=None', ([x, unit, precision], env) => {
    const [value, wanted] = [withDimension(x ?? null, env.ctx), withDimension(unit ?? null, env.ctx)];
    if (value.dimension !== DIMENSIONLESS) return callMethod(x, 'in_unit', [unit, precision], env.ctx);
    requireSameDimension(value, wanted, () => 'Non-matching unit for function "in_unit"', env.registry);
    const quotient = binaryOperation('/', x ?? null, unit ?? null, env.ctx);
    return new PyStr(env.ctx.str(env.wrapArray(asArray(env.plain(quotient).value))));
  }),
  in_best_unit: define('x precision=None', ([x, precision], env) => {
    const value = withDimension(x ?? null, env.ctx);
    if (value.dimension !== DIMENSIONLESS) return callMethod(x, 'in_best_unit', [precision], env.ctx);
    const digits = integerArgument(precision, printOptionsOf(env.ctx.session).precision ?? 8);
    return new PyStr(env.ctx.str(env.wrap(numeric(roundTo(asArray(value.value), digits, rint)))));
  }),
  get_unit: define('d', ([value], env) => {
    if (!(value instanceof PyDimension)) throw typeError(`unhashable type: '${typeName(value ?? null)}'`);
    return dimensionUnit(value.dimension, env.registry);
  }),
  register_new_unit: define('u', ([unit], env) => {
    if (unit instanceof PyUnit) env.registry.add(unit.unit);
    return null;
  }),
  is_scalar_type: define('obj', ([value], env) => {
    const operand = singleOrArray(value ?? null, env.ctx);
    return operand !== undefined && operand.dimension === DIMENSIONLESS && asArray(operand.value).ndim === 0;
  }),
};

function callMethod(value: Argument, name: string, args: readonly Argument[], ctx: Interpreter): PyValue {
  const given = args.map((argument) => argument ?? null);
  return ctx.call(getAttribute(value ?? null, name, ctx), callArguments(given));
}

/** What `brian2.units.fundamentalunits` has beside. */
export const FUNDAMENTAL: FunctionTable = {
  get_unit_for_display: define('d', ([value], env) => {
    if (value === 1n) return new PyStr('1');
    return new PyStr(unitDisplay(dimensionOf(value, env), env.registry));
  }),
  quantity_with_dimensions: define('floatval dims', ([value, dims], env) => {
    return env.collapse(env.plain(value ?? null).value, dimensionOf(dims, env));
  }),
};

/** `get_or_create_dimension(length=1)` */
export const GET_OR_CREATE_DIMENSION = new NativeFunction('get_or_create_dimension', (args) =>
  hasUnknown([...args.positional, ...args.keywords.values()])
    ? new Unknown()
    : dimensionObject(statedDimension(args.positional, args)),
);

/** `fail_for_dimension_mismatch(a, b, message, name=quantity)` gives both dimensions where they fit. */
export function failForMismatch(environment: (ctx: Interpreter) => NumericEnvironment): NativeFunction {
  return new NativeFunction('fail_for_dimension_mismatch', (args, ctx) => {
    if (hasUnknown([...args.positional, ...args.keywords.values()])) return new Unknown();
    const env = environment(ctx);
    const [first = null, second = args.keywords.get('obj2') ?? null] = args.positional;
    const a = withDimension(first, ctx);
    const b = second === null ? numeric(1) : withDimension(second, ctx);
    const isStated = second === null || second instanceof PyDimension;
    if (isStated && a.dimension !== b.dimension)
      throw dimensionMismatch(mismatchText(args, env), [a.dimension], env.registry);
    requireSameDimension(a, b, () => mismatchText(args, env), env.registry);
    return new PyTuple([dimensionObject(a.dimension), dimensionObject(b.dimension)]);
  });
}

/** The script's own message, in which `{name}` stands for the quantities that it names. */
function mismatchText({ positional, keywords }: CallArguments, env: NumericEnvironment): string {
  const text = positional[2] ?? keywords.get('error_message');
  if (!(text instanceof PyStr)) return 'Dimension mismatch';
  return text.value.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = keywords.get(name);
    return value === undefined ? whole : shortText(withDimension(value, env.ctx), env.registry);
  });
}

/** What is left of units where a wrapped function is called, and what its result gets. */
type Rewrap = (result: PyValue, first: PyValue, env: NumericEnvironment) => PyValue;

/** `wrap_function_keep_dimensions(func)` and its relatives. */
export function wrapFunction(
  name: string,
  environment: (ctx: Interpreter) => NumericEnvironment,
): NativeFunction {
  return new NativeFunction(name, ({ positional: [inner = null, change = null] }) => {
    const rewrap = REWRAPS[name]!(change);
    return new NativeFunction(nameOf(inner), (args, ctx) => {
      const env = environment(ctx);
      const [first = null, ...rest] = args.positional;
      if (hasUnknown([first])) return new Unknown();
      if (name === 'wrap_function_dimensionless') requireNone(first, nameOf(inner), env);
      const plain = env.wrapArray(asArray(withDimension(first, ctx).value));
      return rewrap(ctx.call(inner, { ...args, positional: [plain, ...rest] }), first, env);
    });
  });
}

const REWRAPS: Readonly<Record<string, (change: PyValue) => Rewrap>> = {
  wrap_function_dimensionless: () => (result) => result,
  wrap_function_remove_dimensions: () => (result) => result,
  wrap_function_keep_dimensions: () => (result, first, env) =>
    env.collapse(env.plain(result).value, dimensionOf(first, env)),
  wrap_function_change_dimensions: (change) => (result, first, env) => {
    const { value, dimension } = withDimension(first, env.ctx);
    const changed = env.ctx.call(
      change,
      callArguments([env.wrapArray(asArray(value)), dimensionObject(dimension)]),
    );
    return env.collapse(env.plain(result).value, dimensionOf(changed, env));
  },
};

export const WRAPPERS = Object.keys(REWRAPS);

function requireNone(value: PyValue, name: string, env: NumericEnvironment): void {
  const operand = withDimension(value, env.ctx);
  if (operand.dimension === DIMENSIONLESS) return;
  const text = `${name} expects a dimensionless argument but got ${shortText(operand, env.registry)}`;
  throw dimensionMismatch(text, [operand.dimension], env.registry);
}

function nameOf(value: PyValue): string {
  return value instanceof PyObject && 'name' in value && typeof value.name === 'string' ? value.name : 'f';
}

/** The unit by which Brian calls a dimension. Of all units without one it finds the radian first. */
export function dimensionUnit(dimension: Dimension, registry: UnitRegistry): PyUnit {
  if (dimension === DIMENSIONLESS) return unitObject(anyUnit('radian')!);
  return unitObject(unitOf(dimension, registry));
}
