/** `@declare_types(n='integer', result='highest')`: states the types of a Python function. */
import type { ArgumentType, ReturnType } from '../../../../functions/function.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { valueError } from '../../../objects/errors.ts';
import { NativeFunction } from '../../../objects/functions.ts';
import { PyList } from '../../../objects/sequences.ts';
import { setAttribute } from '../../../operations/attributes.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../../values.ts';
import { nameList, parameterNames } from './checkUnits.ts';

export const ARGUMENT_TYPES: readonly ArgumentType[] = ['boolean', 'integer', 'float', 'any'];
export const RETURN_TYPES: readonly ReturnType[] = ['boolean', 'integer', 'float', 'highest'];

/** The decorator. Raises ValueError for unknown names and types. */
export function declareTypes(call: CallArguments): PyValue {
  return new NativeFunction('declare_types', ({ positional: [python = null] }, ctx) => {
    if (!(python instanceof Unknown)) annotate(python, call.keywords, ctx);
    return python;
  });
}

function annotate(python: PyValue, types: ReadonlyMap<string, PyValue>, ctx: Interpreter): void {
  const names = parameterNames(python, ctx);
  const argTypes = names.map((name) => types.get(name) ?? new PyStr('any'));
  for (const [k, type] of argTypes.entries())
    requireType(type, ARGUMENT_TYPES, `, for argument ${names[k]}`, ctx);
  for (const name of types.keys())
    if (name !== 'result' && !names.includes(name))
      throw valueError(`Type specified for unknown argument ${name}`);
  const result = types.get('result') ?? new PyStr('float');
  requireType(result, RETURN_TYPES, '', ctx);
  setAttribute(python, '_arg_types', new PyList(argTypes), ctx);
  setAttribute(python, '_return_type', result, ctx);
  setAttribute(python, '_orig_arg_names', nameList(names), ctx);
}

function requireType(type: PyValue, valid: readonly string[], where: string, ctx: Interpreter): void {
  if (type instanceof Unknown || (type instanceof PyStr && valid.includes(type.value))) return;
  const kind = valid.includes('any') ? 'Argument' : 'Result';
  const list = valid.map((name) => `'${name}'`).join(', ');
  throw valueError(`${kind} type ${ctx.str(type)} is not valid, must be one of [${list}]${where}`);
}
