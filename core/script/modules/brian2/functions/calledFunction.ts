import { noImplementation } from '../../../../codegen/expressionRenderer.ts';
import type { BrianFunction } from '../../../../functions/function.ts';
import type { ExternalFault } from '../../../../namespaces/externals.ts';
import type { ResolvedFunction } from '../../../../namespaces/resolved.ts';
import { ProblemError } from '../../../../problems/problem.ts';
import { PyFunction } from '../../../evaluator/functions.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { findAttribute } from '../../../operations/attributes.ts';
import type { PyObject, PyValue } from '../../../values.ts';
import { annotatedFunction } from './annotated.ts';
import { CheckedFunction } from './checkUnits.ts';
import { BrianFunctionObject, wrappedFunction } from './functionObject.ts';

/**
 * What a value of the script is where a string calls it: a Function, or a Python function that says what its units
 * are. Undefined for all else, which Brian does not find.
 */
export function calledFunction(
  name: string,
  value: PyValue,
  ctx: Interpreter,
): ResolvedFunction | ExternalFault | undefined {
  try {
    const called = functionOf(value, ctx);
    if (called === undefined) return undefined;
    if (ctx.session.standalone?.lacks(called)) throw noImplementation(name, 'cpp', targetsOf(called));
    return { kind: 'function', function: called };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { errorClass, message } = error.problem;
    return { kind: 'fault', name, errorClass, message };
  }
}

function functionOf(value: PyValue, ctx: Interpreter): BrianFunction | undefined {
  if (value instanceof BrianFunctionObject) {
    ctx.mayHaveRun(originalOf(value.python));
    return value.fn;
  }
  if (!(value instanceof PyFunction || value instanceof CheckedFunction)) return annotatedFunction(value);
  const says = (attribute: string) => findAttribute(value, attribute, ctx) !== undefined;
  if (!says('_arg_units') || !says('_return_unit')) return undefined;
  ctx.mayHaveRun(originalOf(value));
  return wrappedOnce(value, ctx).fn;
}

function targetsOf({ implementation }: BrianFunction): readonly string[] {
  return implementation?.kind === 'script' ? implementation.targets() : [];
}

function originalOf(python: PyValue): PyValue {
  return python instanceof CheckedFunction ? python.original : python;
}

/** A name is looked up often; one function of the script is one function of Brian's. */
const WRAPPED = new WeakMap<PyObject, BrianFunctionObject>();

function wrappedOnce(value: PyObject, ctx: Interpreter): BrianFunctionObject {
  const known = WRAPPED.get(value) ?? wrappedFunction(value, false, ctx);
  WRAPPED.set(value, known);
  return known;
}
