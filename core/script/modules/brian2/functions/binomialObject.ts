import { binomialFunction } from '../../../../functions/binomial.ts';
import { DIMENSIONLESS } from '../../../../units/dimension.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { callArguments } from '../../../objects/arguments.ts';
import { NativeFunction } from '../../../objects/functions.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../../values.ts';
import { numpySubmodule } from '../../numpy/index.ts';
import { Arguments } from '../arguments.ts';
import { BrianFunctionObject } from './functionObject.ts';

/** `BinomialFunction(n, p, approximate=True, name='_binomial*')`. */
export class BinomialObject extends BrianFunctionObject {
  override readonly typeName = 'BinomialFunction';

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    return name === 'name' ? new PyStr(this.fn.name) : super.getAttribute(name, ctx);
  }
}

export function makeBinomialFunction(call: CallArguments, ctx: Interpreter): PyValue {
  const signature = ['n', 'p', 'approximate=True', "name='_binomial*'"];
  const args = new Arguments('BinomialFunction', call, signature, ctx);
  const n = args.scalar('n', DIMENSIONLESS);
  const p = args.scalar('p', DIMENSIONLESS);
  if (n === undefined || p === undefined) return new Unknown();
  const approximate = ctx.truth(args.get('approximate') ?? false);
  const fn = binomialFunction(ctx.session.names.claim(args.text('name') ?? '_binomial*'), n, p, approximate);
  const isApproximate = fn.implementation?.kind === 'binomial' && fn.implementation.approximate;
  const sample = isApproximate
    ? numpyDraw('normal', [n * p, Math.sqrt(n * p * (1 - p))], ctx)
    : numpyDraw('binomial', [BigInt(Math.trunc(n)), p], ctx);
  return new BinomialObject(fn, sample);
}

/** A call from Python draws one number with NumPy's generator, as an array. */
function numpyDraw(distribution: string, parameters: readonly PyValue[], ctx: Interpreter): NativeFunction {
  return new NativeFunction('<lambda>', () => {
    const draw = numpySubmodule('random', ctx).lookup(distribution) ?? null;
    return ctx.call(draw, callArguments([...parameters, 1n]));
  });
}
