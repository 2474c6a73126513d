/** `brian2.units`: units, physical constants, and the functions that ask about units. */
import { PHYSICAL_CONSTANTS } from '../../../units/constants.ts';
import { DIMENSIONLESS, Dimension } from '../../../units/dimension.ts';
import { unitOf, unitRegistryOf } from '../../../units/displayUnits.ts';
import { allUnits, anyUnit, pythonUnits } from '../../../units/registry.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindSignature } from '../../objects/arguments.ts';
import { PyClass, StaticMethod } from '../../objects/classes.ts';
import { typeError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { type NameProvider, PyModule } from '../../objects/module.ts';
import { PySequence } from '../../objects/sequences.ts';
import { toNumber } from '../../operations/numbers.ts';
import { type CallArguments, PyObject, type PyValue, Unknown } from '../../values.ts';
import { hasUnknown, settledArguments } from '../numpy/arguments.ts';
import { inBestUnit, inGivenUnit, PyDimension } from '../numpy/attributes.ts';
import { define, type FunctionTable, pythonFunction } from '../numpy/define.ts';
import { remembering } from '../numpy/module.ts';
import { floatValue, type Numeric } from '../numpy/numeric.ts';
import { environment, isPlainNumber, PyQuantity, PyUnit } from '../numpy/objects.ts';

const FUNCTIONS: FunctionTable = {
  get_dimensions: define('obj', ([value], env) => new PyDimension(dimensionOf(value ?? null, env.ctx))),
  is_dimensionless: define('obj', ([value], env) => dimensionOf(value ?? null, env.ctx) === DIMENSIONLESS),
  have_same_dimensions: define('obj1 obj2', ([a, b], env) => {
    return dimensionOf(a ?? null, env.ctx) === dimensionOf(b ?? null, env.ctx);
  }),
  in_unit: define('x u precision=None', ([x, unit, precision], env) =>
    inGivenUnit(env.numeric(x ?? null), env.numeric(unit ?? null), precision ?? null, env),
  ),
  in_best_unit: define('x precision=None', ([x, precision], env) =>
    inBestUnit(env.numeric(x ?? null), precision ?? null, env),
  ),
  get_unit: define(
    'd',
    ([value], env) => new PyUnit(unitOf(dimensionOf(value ?? null, env.ctx), env.registry)),
  ),
  register_new_unit: define('u', ([unit], env) => {
    if (unit instanceof PyUnit) unitRegistryOf(env.ctx.session).add(unit.unit);
    return null;
  }),
  is_scalar_type: define('obj', ([value]) => isPlainNumber(value ?? null)),
};

function exponentsOf(values: readonly PyValue[]): number[] {
  const [first] = values;
  return (first instanceof PySequence ? first.items : values).map(toNumber);
}

function operandOf(value: PyValue, ctx: Interpreter): Numeric {
  if (value instanceof PyDimension) return { value: 1, dimension: value.dimension };
  return environment(ctx).numeric(value);
}

function dimensionOf(value: PyValue, ctx: Interpreter): Dimension {
  return operandOf(value, ctx).dimension;
}

/** `Quantity(3, volt.dim)`, `Quantity([1*mV, 2*mV])`. */
function makeQuantity(call: CallArguments, ctx: Interpreter): PyValue {
  const args = settledArguments(call, ctx);
  const [value, dimension] = bindSignature('Quantity', args, [
    'arr',
    'dim=None',
    'dtype=None',
    'copy=False',
    'force_quantity=False',
  ]).values;
  if (value instanceof Unknown) return new Unknown(value.dimension);
  if (hasUnknown([value])) return new Unknown();
  const operand = environment(ctx).numeric(value ?? null);
  const wanted = dimension instanceof PyDimension ? dimension.dimension : operand.dimension;
  if (dimension instanceof PyDimension && wanted === DIMENSIONLESS)
    return environment(ctx).wrap({ ...operand, dimension: wanted });
  return new PyQuantity(floatValue(operand.value), wanted);
}

/** Dimensions from seven exponents, from their sequence, or from exponents by name. */
function givenDimension(values: readonly PyValue[], { keywords }: CallArguments): Dimension {
  if (keywords.size === 0)
    return values[0] instanceof PyDimension ? values[0].dimension : Dimension.of(exponentsOf(values));
  const names = ['length', 'mass', 'time', 'current', 'temperature', 'substance', 'luminosity'];
  return Dimension.of(names.map((name) => toNumber(keywords.get(name) ?? 0)));
}

function withDimensions(args: CallArguments, ctx: Interpreter): PyValue {
  const [value, ...rest] = args.positional;
  const dimension = givenDimension(rest, args);
  return environment(ctx).wrap({ value: environment(ctx).numeric(value ?? null).value, dimension });
}

function quantityClass(): PyClass {
  const members = new Map<string, PyValue>([
    ['with_dimensions', new StaticMethod(new NativeFunction('with_dimensions', withDimensions))],
  ]);
  return new PyClass('Quantity', [], members, {
    module: 'brian2.units.fundamentalunits',
    construct: makeQuantity,
    isInstance: (value) => value instanceof PyQuantity,
  });
}

function unitClass(): PyClass {
  return new PyClass('Unit', [], new Map(), {
    module: 'brian2.units.fundamentalunits',
    construct: (args, ctx) => {
      const [, dimension] = bindSignature('Unit', args, [
        'value',
        'dim=None',
        'scale=0',
        'name=None',
        'dispname=None',
      ]).values;
      const of = dimension instanceof PyDimension ? dimension.dimension : DIMENSIONLESS;
      return new PyUnit(unitOf(of, unitRegistryOf(ctx.session)));
    },
    isInstance: (value) => value instanceof PyUnit,
  });
}

/** Stands in for the unit that would confuse temperatures with their differences. */
class Celsius extends PyObject {
  readonly typeName = '_Celsius';
  override binary(): never {
    throw typeError(
      'The unit "celsius" is no longer supported to avoid ambiguities when mixed with absolute temperatures defined in Kelvin. Directly use "kelvin" when you are only interested in temperature differences, and add the "zero_celsius" constant from the brian2.units.constants module if you want to convert a temperature from Celsius to Kelvin.',
    );
  }
}

const OTHER_NAMES = ['Quantity', 'Unit', 'celsius', 'get_or_create_dimension'];

function helper(name: string): PyValue | undefined {
  if (Object.hasOwn(FUNCTIONS, name)) return pythonFunction(name, FUNCTIONS[name]!);
  if (name === 'Quantity') return quantityClass();
  if (name === 'Unit') return unitClass();
  if (name === 'get_or_create_dimension')
    return new NativeFunction(name, (args) => new PyDimension(givenDimension(args.positional, args)));
  return name === 'celsius' ? new Celsius() : undefined;
}

/** The units and unit helpers that `from brian2 import *` brings. */
export function pythonUnitNames(_ctx?: Interpreter): NameProvider {
  return remembering(
    (name) => {
      const unit = pythonUnits().get(name);
      return unit === undefined ? helper(name) : new PyUnit(unit);
    },
    () => [...pythonUnits().keys(), ...Object.keys(FUNCTIONS), ...OTHER_NAMES],
  );
}

/** `brian2.units`. */
export function unitsModule(ctx?: Interpreter): PyModule {
  const members = new Map<string, PyValue>([
    ['allunits', allUnitsModule()],
    ['constants', constantsModule()],
  ]);
  return new PyModule('brian2.units', members, {
    provider: pythonUnitNames(ctx),
    exports: pythonUnitNames().names(),
  });
}

/** `brian2.units.allunits`, every unit there is; `brian2.units.stdunits` offers the same by abbreviation. */
export function allUnitsModule(name = 'brian2.units.allunits'): PyModule {
  const lookup = (key: string) => {
    if (key === 'celsius') return new Celsius();
    const unit = anyUnit(key);
    return unit && new PyUnit(unit);
  };
  return new PyModule(name, new Map(), { provider: remembering(lookup, () => allUnits().keys()) });
}

/** `brian2.units.constants`. */
export function constantsModule(): PyModule {
  const members = new Map<string, PyValue>();
  for (const [name, { value, dimension }] of PHYSICAL_CONSTANTS)
    members.set(name, new PyQuantity(value, dimension));
  return new PyModule('brian2.units.constants', members);
}
