import type { ArgumentUnit, BrianFunction, ReturnUnit } from '../../../functions/function.ts';
import { timedArrayFunction } from '../../../functions/timedArray.ts';
import { DIMENSIONLESS, SECOND } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindSignature, callArguments } from '../../objects/arguments.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { asQuantity, fromQuantity } from '../numpy/objects.ts';
import { Arguments } from './arguments.ts';
import { BrianFunctionObject } from './brianFunction.ts';

/** `TimedArray(values, dt, name=None)`. */
export class TimedArrayObject extends BrianFunctionObject {
  override readonly typeName = 'TimedArray';

  constructor(
    fn: BrianFunction,
    private readonly values: PyValue,
    private readonly dt: number,
  ) {
    super(fn);
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    if (name === 'values') return this.values;
    // Both without units.
    if (name === 'dt') return this.dt;
    if (name === 'name') return new PyStr(this.fn.name);
    return super.getAttribute(name, ctx);
  }
}

export function makeTimedArray(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('TimedArray', call, ['values', 'dt', 'name=None'], ctx);
  const values = args.get('values');
  const dt = args.scalar('dt', SECOND);
  if (values === undefined || values instanceof Unknown || dt === undefined) return new Unknown();
  const quantity = asQuantity(values, ctx);
  if (quantity === undefined || typeof quantity.value === 'number' || quantity.value.ndim > 2)
    return args.raise('NotImplementedError', 'Only 1d and 2d arrays are supported for TimedArray', 'values');
  const { value, dimension } = quantity;
  const name = ctx.session.names.claim(args.text('name') ?? '_timedarray*');
  const [rows, columns] = [value.shape[0] ?? 0, value.shape[1] ?? 1];
  const fn = timedArrayFunction(
    name,
    value.toFloat64().slice(),
    rows,
    columns,
    dimension,
    dt,
    value.ndim === 2,
  );
  return new TimedArrayObject(fn, fromQuantity({ value, dimension: DIMENSIONLESS }), dt);
}

/** `@check_units(x=volt, result=1)`: states and checks the units of a function. */
export function checkUnits(call: CallArguments, _ctx: Interpreter): PyValue {
  const units = call.keywords;
  return new NativeFunction('check_units', (args, ctx) => {
    const python = args.positional[0] ?? null;
    const name = nameOf(python, ctx);
    const argNames = [...units.keys()].filter((key) => key !== 'result');
    const fn: BrianFunction = {
      name,
      argNames,
      argUnits: argNames.map((key) => unitOf(units.get(key) ?? null, argNames, ctx)),
      argTypes: argNames.map(() => 'any'),
      returnUnit: (unitOf(units.get('result') ?? 1n, argNames, ctx) as ReturnUnit) ?? DIMENSIONLESS,
      returnType: 'float',
      // Brian cannot know that the function forgets nothing between calls.
      stateless: false,
      implementation: {
        kind: 'script',
        call: caller(
          python,
          ctx,
          argNames.map((key) => units.get(key) ?? null),
        ),
      },
    };
    return new BrianFunctionObject(fn, python);
  });
}

function nameOf(python: PyValue, ctx: Interpreter): string {
  const name = python instanceof PyObject ? python.getAttribute('__name__', ctx) : undefined;
  return name instanceof PyStr ? name.value : 'function';
}

function unitOf(value: PyValue, argNames: readonly string[], ctx: Interpreter): ArgumentUnit {
  if (value === null) return 'any';
  if (value instanceof PyStr) return { sameAs: argNames.indexOf(value.value) };
  const quantity = asQuantity(value, ctx);
  return quantity?.dimension ?? 'any';
}

/** Python functions get quantities and give one back. */
function caller(python: PyValue, ctx: Interpreter, units: readonly PyValue[]): (...args: number[]) => number {
  const dimensions = units.map((unit) =>
    unit === null ? DIMENSIONLESS : (asQuantity(unit, ctx)?.dimension ?? DIMENSIONLESS),
  );
  return (...values) => {
    const quantities = values.map((value, k) =>
      fromQuantity({ value, dimension: dimensions[k] ?? DIMENSIONLESS }),
    );
    const result = asQuantity(ctx.call(python, callArguments(quantities)), ctx);
    return Number(result?.value ?? Number.NaN);
  };
}

/** `@implementation(target, code, ...)`: code for one target; only C++ is of use here. */
export function implementation(call: CallArguments, ctx: Interpreter): PyValue {
  const { values } = bindSignature('implementation', call, [
    'target',
    'code=None',
    'namespace=None',
    'dependencies=None',
    'discard_units=None',
    'name=None',
    '**compiler',
  ]);
  const [target, code] = values;
  return new NativeFunction('implementation', (args) => {
    const given = args.positional[0] ?? null;
    if (!(given instanceof BrianFunctionObject)) {
      const message = `The Python function '${nameOf(given, ctx)}' does not specify how it deals with units, need to specify 'arg_units' or use the '@check_units' decorator.`;
      return ctx.raise('ValueError', message);
    }
    const { implementation: known, ...rest } = given.fn;
    if (known?.kind !== 'script') return given;
    const cpp =
      target instanceof PyStr && target.value === 'cpp' && code instanceof PyStr
        ? code.value
        : known.code?.cpp;
    return new BrianFunctionObject(
      { ...rest, stateless: true, implementation: { ...known, code: { cpp } } },
      given,
    );
  });
}
