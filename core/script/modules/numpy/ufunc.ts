/** NumPy's universal functions as objects: functions with methods such as `reduce`. */
import { binary, writeInto } from '../../../arrays/elementwise.ts';
import { BINARY, UNARY } from '../../../arrays/functions.ts';
import { getItems, setItems } from '../../../arrays/indexing.ts';
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import { accumulateWith, foldAlong, reduce } from '../../../arrays/reduce.ts';
import { reshape } from '../../../arrays/shape.ts';
import type { Interpreter } from '../../interpreter.ts';
import { typeError, unsupportedError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { type Argument, axisArgument, hasUnknown, orUnknown, settledArguments } from './arguments.ts';
import { PyComplexArray } from './complexObject.ts';
import { NumericObject } from './conversions.ts';
import type { NumericEnvironment } from './environment.ts';
import { indexOf } from './indexExpression.ts';
import { type Numeric, numeric } from './numeric.ts';
import { bindOptions } from './options.ts';
import { applyBinary, applyUnary } from './rules.ts';
import { environment } from './wrapping.ts';

type Method = (args: CallArguments, env: NumericEnvironment) => PyValue;

/** `np.add` and the like. */
export class PyUfunc extends PyObject {
  readonly typeName = 'numpy.ufunc';

  constructor(
    readonly name: string,
    /** The name of the function in NumPy's own words: `abs` is `absolute`. */
    private readonly ufunc: string,
  ) {
    super();
  }

  private get isUnary(): boolean {
    return UNARY.has(this.ufunc);
  }

  override call(call: CallArguments, ctx: Interpreter): PyValue {
    const [complex] = call.positional;
    if (complex instanceof PyComplexArray) return orUnknown(ctx, () => complex.apply(this.ufunc));
    return this.settled(call, ctx, (args, env) => {
      const inputs = this.isUnary ? ['x'] : ['x1', 'x2'];
      const signature = [...inputs, 'out=None', 'where=True', 'dtype=None', 'casting=None'];
      const { values } = bindOptions(this.name, args, signature);
      const operands = inputs.map((_, k) => env.plain(values[k] ?? null));
      const [out, where] = values.slice(inputs.length);
      if (where !== true) throw unsupportedError(`the argument 'where' of ${this.name}`);
      const [a, b] = operands as [Numeric, Numeric];
      const result = this.isUnary
        ? applyUnary(this.ufunc, a, env.registry)
        : applyBinary(this.ufunc, a, b, env.registry);
      return out === undefined || out === null ? env.wrap(result) : stored(result, out);
    });
  }

  private settled(call: CallArguments, ctx: Interpreter, body: Method): PyValue {
    const args = settledArguments(call, ctx);
    if (hasUnknown([...args.positional, ...args.keywords.values()])) return new Unknown();
    return orUnknown(ctx, () => body(args, environment(ctx)));
  }

  override getAttribute(name: string): PyValue | undefined {
    if (name === '__name__') return new PyStr(this.ufunc);
    if (name === 'nin') return this.isUnary ? 1n : 2n;
    if (name === 'nout') return 1n;
    const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
    if (method === undefined || this.isUnary) return undefined;
    return new NativeFunction(name, (call, ctx) => this.settled(call, ctx, method(this.ufunc)));
  }

  override repr(): string {
    return `<ufunc '${this.ufunc}'>`;
  }
}

/** Writes into an array that the call gives, which is the result then. */
function stored(result: Numeric, out: PyValue): PyValue {
  const target = out instanceof NumericObject ? out.toNumeric().value : undefined;
  if (!(target instanceof NdArray)) throw typeError('return arrays must be of ArrayType');
  setItems(target, [{ kind: 'ellipsis' }], asArray(result.value));
  return out;
}

/** Ways to reduce that have a function of their own, which is quicker. */
const REDUCTIONS: ReadonlyMap<string, string> = new Map([
  ['add', 'sum'],
  ['multiply', 'prod'],
  ['maximum', 'max'],
  ['minimum', 'min'],
  ['logical_and', 'all'],
  ['logical_or', 'any'],
]);

const METHODS: Readonly<Record<string, (ufunc: string) => Method>> = {
  reduce: (ufunc) => (args, env) => {
    const signature = ['array', 'axis=0', 'dtype=None', 'out=None', 'keepdims=False'];
    const [given, axis, , , keepDims] = bindOptions('reduce', args, signature).values;
    const array = asArray(env.plain(given ?? null).value);
    const known = REDUCTIONS.get(ufunc);
    if (known !== undefined)
      return env.wrap(numeric(reduce(known, array, axisArgument(axis), keepDims === true)));
    return env.wrap(numeric(foldAlong(ufunc, array, Number(axis ?? 0))));
  },
  accumulate: (ufunc) => (args, env) => {
    const [given, axis] = bindOptions('accumulate', args, ['array', 'axis=0']).values;
    const array = asArray(env.plain(given ?? null).value);
    return env.wrap(numeric(accumulateWith(ufunc, array, Number(axis ?? 0))));
  },
  outer: (ufunc) => (args, env) => {
    const [first, second] = bindOptions('outer', args, ['A', 'B']).values;
    const [a, b] = [env.plain(first ?? null), env.plain(second ?? null)];
    const [left, right] = [asArray(a.value), asArray(b.value)];
    const column = reshape(left, [...left.shape, ...right.shape.map(() => 1)]);
    return env.wrap(applyBinary(ufunc, { ...a, value: column }, b, env.registry));
  },
  at: (ufunc) => (args, env) => {
    const [target, indices, values] = bindOptions('at', args, ['a', 'indices', 'b=None']).values;
    addAt(ufunc, target, indices, values, env);
    return null;
  },
};

/** One element after the other, so that indices that repeat count as often. */
function addAt(
  ufunc: string,
  target: Argument,
  indices: Argument,
  values: Argument,
  env: NumericEnvironment,
): void {
  const array = target instanceof NumericObject ? target.toNumeric().value : undefined;
  const keys = indexOf(indices ?? null, (part) => env.plain(part).value);
  if (!(array instanceof NdArray) || keys === undefined) throw typeError('first operand must be array');
  const positions = getItems(
    new NdArray(
      Float64Array.from({ length: array.size }, (_, k) => k),
      array.shape,
      'int64',
    ),
    keys,
  ).flat();
  const given = asArray(env.plain(values ?? null).value).flat();
  const flat = array.copy();
  positions.forEach((position: number, k: number) => {
    const old = NdArray.of([flat.data[position]!], array.dtype);
    flat.data[position] = binary(ufunc, old, given[k % given.length]!).flat()[0]!;
  });
  writeInto(array, flat.data);
}

export function isUfunc(name: string): boolean {
  return UNARY.has(name) || BINARY.has(name);
}
