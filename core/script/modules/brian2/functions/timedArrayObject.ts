import { getItems } from '../../../../arrays/indexing.ts';
import { asArray, NdArray } from '../../../../arrays/ndarray.ts';
import type { BrianFunction } from '../../../../functions/function.ts';
import { isLocallyConstant, timedArrayFunction, timedArrayRow } from '../../../../functions/timedArray.ts';
import { type Dimension, SECOND } from '../../../../units/dimension.ts';
import { unitOf, unitRegistryOf } from '../../../../units/displayUnits.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { bindArguments } from '../../../objects/arguments.ts';
import { NativeFunction } from '../../../objects/functions.ts';
import { toNumber } from '../../../operations/numbers.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../../values.ts';
import { hasUnknown, settledOperand } from '../../numpy/arguments.ts';
import { asNumeric, asQuantity, fromQuantity, PyArray, PyDimension, PyUnit } from '../../numpy/index.ts';
import { Arguments } from '../arguments.ts';
import { CheckedFunction, nameList, resultOperand } from './checkUnits.ts';
import { BrianFunctionObject } from './functionObject.ts';

/** `TimedArray(values, dt, name=None)`. */
export class TimedArrayObject extends BrianFunctionObject {
  override readonly typeName = 'TimedArray';
  /** Of numbers in SI base units. */
  private values: PyValue;

  constructor(
    fn: BrianFunction,
    table: NdArray,
    private readonly given: { readonly name: string; readonly dimension: Dimension; readonly dt: number },
    ctx: Interpreter,
  ) {
    super(fn, pythonFunction(table, given.dimension, given.dt, ctx));
    this.values = new PyArray(table);
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    switch (name) {
      case 'values':
        return this.values;
      case 'dt':
        return this.given.dt;
      case 'dim':
        return new PyDimension(this.given.dimension);
      case 'name':
        return new PyStr(this.given.name);
      case 'is_locally_constant':
        return new NativeFunction(name, (call) => {
          const [dt = null] = bindArguments(name, call, ['dt']);
          return dt instanceof Unknown ? new Unknown() : isLocallyConstant(this.fn, toNumber(dt));
        });
      default:
        return super.getAttribute(name, ctx);
    }
  }

  /** What a table is made of does not change any more: other values have no effect on it. */
  override setAttribute(name: string, value: PyValue): boolean {
    if (name !== 'values') return false;
    this.values = value;
    return true;
  }
}

export function makeTimedArray(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('TimedArray', call, ['values', 'dt', 'name=None'], ctx);
  const values = settledOperand(args.get('values') ?? null, ctx);
  const dt = args.scalar('dt', SECOND);
  if (values instanceof Unknown || hasUnknown([values]) || dt === undefined) return new Unknown();
  const dimension = resultOperand(values, ctx);
  const table = asArray(asQuantity(values, ctx)!.value).astype('float64');
  if (table.ndim !== 1 && table.ndim !== 2)
    return args.raise('NotImplementedError', 'Only 1d and 2d arrays are supported for TimedArray', 'values');
  const given = args.text('name');
  // Several may have one name; in code each must have its own.
  const name = ctx.session.names.claim(given === undefined ? '_timedarray*' : `${given}*`);
  const [rows = 0, columns = 1] = table.shape;
  const fn = timedArrayFunction(name, table.toFloat64(), rows, columns, dimension, dt, table.ndim === 2);
  return new TimedArrayObject(fn, table, { name: given ?? name, dimension, dt }, ctx);
}

/** What a call from Python runs: with units, and with the step of the default clock. */
function pythonFunction(table: NdArray, dimension: Dimension, dt: number, ctx: Interpreter): PyValue {
  const names = table.ndim === 2 ? ['t', 'i'] : ['t'];
  const units = new Map<string, PyValue>([
    ['t', new PyUnit(unitOf(SECOND, unitRegistryOf(ctx.session)))],
    ['i', 1n],
    ['result', new PyDimension(dimension)],
  ]);
  const attributes = new Map<string, PyValue>([['_orig_arg_names', nameList(names)]]);
  const body = new NativeFunction(
    'timed_array_func',
    (call, inner) => {
      const args = bindArguments('timed_array_func', call, names).map((arg) =>
        settledOperand(arg ?? null, inner),
      );
      if (hasUnknown(args)) return new Unknown(dimension);
      return valuesAt(table, dimension, dt, args, inner);
    },
    attributes,
  );
  return new CheckedFunction(body, units, ctx);
}

function valuesAt(
  table: NdArray,
  dimension: Dimension,
  dt: number,
  args: readonly PyValue[],
  ctx: Interpreter,
): PyValue {
  const [t, ...columns] = args.map((arg) => asArray(asNumeric(arg, ctx)?.value ?? 0));
  const rows = table.shape[0] ?? 0;
  const groupDt = ctx.session.defaultClock.dt;
  const steps = Float64Array.from(t!.flat(), (time) => timedArrayRow(time, rows, dt, groupDt));
  const keys = [new NdArray(steps, t!.shape, 'int64'), ...columns];
  const found = getItems(
    table,
    keys.map((array) => ({ kind: 'array', array })),
  );
  return fromQuantity({ value: found.ndim === 0 ? found.flat()[0]! : found, dimension });
}
