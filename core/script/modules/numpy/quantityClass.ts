/** The classes `Quantity` and `Unit` as scripts call them. */
import { NdArray } from '../../../arrays/ndarray.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import { unitRegistryOf } from '../../../units/displayUnits.ts';
import { PREFIXES } from '../../../units/registry.ts';
import { baseProduct, powerOfTen, Unit } from '../../../units/unit.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindSignature } from '../../objects/arguments.ts';
import { PyClass, StaticMethod } from '../../objects/classes.ts';
import { pythonError, typeError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../values.ts';
import { type Argument, hasUnknown, numberArgument, settledArguments } from './arguments.ts';
import { asNumeric, type UnitLike } from './conversions.ts';
import { PyDimension, statedDimension } from './dimensionObject.ts';
import { floatValue, type Numeric } from './numeric.ts';
import { NDARRAY } from './scalarTypes.ts';
import { collapsed, environment } from './wrapping.ts';

const MODULE = 'brian2.units.fundamentalunits';

/** What becomes a quantity. Raises TypeError for anything but numbers. */
function numericalData(value: Argument, ctx: Interpreter): Numeric {
  const operand = asNumeric(value ?? null, ctx);
  if (operand === undefined) throw typeError('Quantities can only be created from numerical data.');
  return operand;
}

/** `Quantity(3, volt.dim)`, `Quantity([1*mV, 2*mV])`. */
function makeQuantity(call: CallArguments, ctx: Interpreter): PyValue {
  const args = settledArguments(call, ctx);
  const [value, stated, , copy, force] = bindSignature('Quantity', args, [
    'arr',
    'dim=None',
    'dtype=None',
    'copy=False',
    'force_quantity=False',
  ]).values;
  if (value instanceof Unknown) return new Unknown(value.dimension);
  if (hasUnknown([value, stated])) return new Unknown();
  const operand = numericalData(value, ctx);
  const dimension = dimensionArgument(stated, ctx);
  const data = copy === true && operand.value instanceof NdArray ? operand.value.copy() : operand.value;
  if (dimension === DIMENSIONLESS && force !== true) return collapsed(data, dimension);
  return environment(ctx).wrapQuantity({
    value: floatValue(data),
    dimension: dimension ?? operand.dimension,
  });
}

/** A dimension, or what has one. */
function dimensionArgument(value: Argument, ctx: Interpreter): Dimension | undefined {
  if (value === undefined || value === null) return undefined;
  return value instanceof PyDimension ? value.dimension : asNumeric(value, ctx)?.dimension;
}

/** `Quantity.with_dimensions(2, volt.dim)`, `Quantity.with_dimensions(2, length=1)`. */
function withDimensions(args: CallArguments, ctx: Interpreter): PyValue {
  const [value, ...rest] = args.positional;
  if (hasUnknown([...args.positional, ...args.keywords.values()])) return new Unknown();
  return collapsed(numericalData(value, ctx).value, statedDimension(rest, args));
}

/** `Unit(10.0**-3, dim=..., scale=-3, name=..., dispname=...)`. Raises AssertionError. */
function makeUnit(args: CallArguments, ctx: Interpreter): PyValue {
  const [value, stated, scale, name, display, , compound] = bindSignature('Unit', args, [
    'value',
    'dim=None',
    'scale=0',
    'name=None',
    'dispname=None',
    "latexname=''",
    'iscompound=False',
  ]).values;
  if (hasUnknown([value, stated, scale])) return new Unknown();
  const exponent = numberArgument(scale, 0);
  const size = numberArgument(value, 1);
  if (size !== powerOfTen(exponent)) {
    const shown = `scale=${ctx.repr(scale ?? 0n)}, value=${ctx.str(value ?? null)}`;
    throw pythonError('AssertionError', `Unit value has to be 10**scale (${shown})`);
  }
  const dimension = dimensionArgument(stated, ctx) ?? DIMENSIONLESS;
  const isPlain = dimension === DIMENSIONLESS;
  const long = textOr(name, isPlain ? 'Unit(1)' : baseProduct(dimension));
  const short = textOr(display, isPlain ? '1' : dimension.toString());
  return registered(new Unit(long, short, dimension, exponent, compound === true), ctx);
}

/** `Unit.create(dim, name, dispname, latexname=None, scale=0)` */
function createUnit(args: CallArguments, ctx: Interpreter): PyValue {
  const signature = ['dim', 'name', 'dispname', 'latexname=None', 'scale=0'];
  const [stated, name, display, , scale] = bindSignature('create', args, signature).values;
  if (hasUnknown([stated, scale])) return new Unknown();
  const dimension = dimensionArgument(stated, ctx) ?? DIMENSIONLESS;
  return registered(
    new Unit(textOr(name, ''), textOr(display, ''), dimension, numberArgument(scale, 0)),
    ctx,
  );
}

/** `Unit.create_scaled_unit(volt, 'm')`. Raises KeyError for a prefix that is none. */
function createScaledUnit(args: CallArguments, ctx: Interpreter): PyValue {
  const [base, prefix] = bindSignature('create_scaled_unit', args, ['baseunit', 'scalefactor']).values;
  if (hasUnknown([base, prefix])) return new Unknown();
  const text = textOr(prefix, '');
  const scale = PREFIXES.get(text);
  if (scale === undefined) throw pythonError('KeyError', `'${text}'`);
  const { unit } = base as PyValue & UnitLike;
  const scaled = new Unit(text + unit.name, text + unit.displayName, unit.dimension, unit.scale + scale);
  return registered(scaled, ctx);
}

function textOr(value: Argument, missing: string): string {
  return value instanceof PyStr ? value.value : missing;
}

function registered(unit: Unit, ctx: Interpreter): PyValue {
  unitRegistryOf(ctx.session).add(unit);
  return environment(ctx).wrapUnit(unit);
}

function staticMethods(
  table: Readonly<Record<string, (args: CallArguments, ctx: Interpreter) => PyValue>>,
): Map<string, PyValue> {
  return new Map(
    Object.entries(table).map(([name, body]) => [name, new StaticMethod(new NativeFunction(name, body))]),
  );
}

/** `Quantity` */
export const QUANTITY = new PyClass(
  'Quantity',
  [NDARRAY],
  staticMethods({ with_dimensions: withDimensions }),
  { module: MODULE, construct: makeQuantity },
);

/** `Unit` */
export const UNIT = new PyClass(
  'Unit',
  [QUANTITY],
  staticMethods({ create: createUnit, create_scaled_unit: createScaledUnit }),
  { module: MODULE, construct: makeUnit },
);
