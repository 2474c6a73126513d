import type { Interpreter } from '../../../interpreter.ts';
import { bindSignature } from '../../../objects/arguments.ts';
import { typeError } from '../../../objects/errors.ts';
import { NativeFunction } from '../../../objects/functions.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../../values.ts';
import { BrianFunctionObject, wrappedFunction } from './functionObject.ts';

const SIGNATURE = [
  'target',
  'code=None',
  'namespace=None',
  'dependencies=None',
  'discard_units=None',
  'name=None',
  '**compiler_kwds',
];

/** `@implementation(target, code, ...)`: makes a Function, or adds to the one that a decorator below made. */
export function implementation(call: CallArguments, _ctx: Interpreter): PyValue {
  const { values, keywordRest } = bindSignature('implementation', call, SIGNATURE);
  const [target = null, code = null, namespace = null, dependencies = null, discard = null, name = null] =
    values;
  return new NativeFunction('implementation', ({ positional: [python = null] }, ctx) => {
    if (python instanceof Unknown || target instanceof Unknown) return new Unknown();
    const wrapped = python instanceof BrianFunctionObject ? python : wrappedFunction(python, true, ctx);
    const { implementations } = wrapped;
    const key = ctx.str(target);
    if (discard === null || !ctx.truth(discard)) {
      implementations.add(key, { code, namespace, dependencies, name, compiler: keywordRest });
      return wrapped;
    }
    if (!(target instanceof PyStr && key === 'numpy' && code === null))
      throw typeError(
        "'discard_units' can only be set for code generation target 'numpy', without providing any code.",
      );
    const original = python instanceof BrianFunctionObject ? python.python : python;
    implementations.add('numpy', { code: original, dependencies, discard: true });
    return wrapped;
  });
}
