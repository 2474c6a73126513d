import type { NdArray } from '../../../arrays/ndarray.ts';
import type { BrianFunction } from '../../../functions/function.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { asQuantity, fromQuantity } from '../numpy/objects.ts';

/** Anything that strings may call: a function of the script with units, or a TimedArray. */
export class BrianFunctionObject extends PyObject {
  readonly typeName: string = 'Function';

  constructor(
    readonly fn: BrianFunction,
    private readonly python?: PyValue,
  ) {
    super();
  }

  override call(args: CallArguments, ctx: Interpreter): PyValue | undefined {
    if (this.python !== undefined) return ctx.call(this.python, args);
    return this.evaluate(args, ctx);
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    if (name === '__name__') return new PyStr(this.fn.name);
    return this.python instanceof PyObject ? this.python.getAttribute(name, ctx) : undefined;
  }

  protected evaluate(args: CallArguments, ctx: Interpreter): PyValue {
    const { evaluate, returnUnit } = this.fn;
    const quantities = args.positional.map((value) => asQuantity(value, ctx));
    if (evaluate === undefined || quantities.some((q) => q === undefined)) return new Unknown();
    const dimension = typeof returnUnit === 'object' ? returnUnit : DIMENSIONLESS;
    const [first] = quantities;
    if (first !== undefined && typeof first.value !== 'number') {
      const rest = quantities.slice(1).map((q) => Number(q!.value));
      return fromQuantity({ value: mapped(first.value, (x) => evaluate(x, ...rest)), dimension });
    }
    return fromQuantity({ value: evaluate(...quantities.map((q) => Number(q!.value))), dimension });
  }
}

function mapped(array: NdArray, f: (x: number) => number): NdArray {
  const result = array.astype('float64');
  result.data.forEach((value, k) => {
    result.data[k] = f(value);
  });
  return result;
}
