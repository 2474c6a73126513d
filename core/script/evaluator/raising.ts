/** Between Python's exceptions and the errors that natives throw. */
import type { Problem, ProblemError } from '../../problems/problem.ts';
import type { Location } from '../../text/range.ts';
import type { Interpreter } from '../interpreter.ts';
import { PyClass, type PyInstance } from '../objects/classes.ts';
import { codeOfErrorClass, typeError } from '../objects/errors.ts';
import {
  BRIAN_EXCEPTIONS,
  BUILTIN_EXCEPTIONS,
  defineException,
  exceptionOf,
  isException,
  isExceptionClass,
} from '../objects/exceptions.ts';
import { PyRaised } from '../objects/raised.ts';
import type { PyValue } from '../values.ts';

/** What `raise value` throws. Raises TypeError where the value is no exception. */
export function raisedFrom(value: PyValue, ctx: Interpreter, causes: readonly PyRaised[] = []): PyRaised {
  const exception = isExceptionClass(value)
    ? ctx.call(value, { positional: [], keywords: new Map() })
    : value;
  if (!isException(exception)) throw typeError('exceptions must derive from BaseException');
  const known = raisedBefore.get(exception);
  if (known && causes.length === 0) return known;
  const problem: Problem = known?.problem ?? {
    code: codeOfErrorClass(exception.cls.name),
    severity: 'error',
    errorClass: exception.cls.name,
    message: ctx.str(exception),
    location: ctx.location(),
  };
  return remembered(new PyRaised(exception, problem, causes));
}

/** How each exception was raised, so that raising it again keeps its traceback and the place of its problem. */
const raisedBefore = new WeakMap<PyInstance, PyRaised>();

function remembered(raised: PyRaised): PyRaised {
  raisedBefore.set(raised.exception, raised);
  return raised;
}

/** A native's error as a Python exception. `here` is where the script stands. */
export function raisedFromProblem(error: ProblemError, here: Location | undefined): PyRaised {
  if (error instanceof PyRaised) return error;
  const problem: Problem = { ...error.problem, location: error.problem.location ?? here };
  const inner = newRaised(problem, exceptionClassNamed(problem.errorClass), problem.message);
  if (problem.objectName === undefined) return inner;
  return newRaised(problem, exceptionClassNamed('BrianObjectException'), wrapperMessage(problem.objectName), [
    inner,
  ]);
}

/** The class of error that a native names. */
export function exceptionClassNamed(name: string): PyClass {
  return BUILTIN_EXCEPTIONS.get(name) ?? BRIAN_EXCEPTIONS.get(name) ?? defineException(name);
}

function newRaised(
  problem: Problem,
  cls: PyClass,
  message: string,
  causes: readonly PyRaised[] = [],
): PyRaised {
  const exception = exceptionOf(cls, message);
  const own: Problem = causes.length > 0 ? { ...problem, errorClass: cls.name, message } : problem;
  return remembered(new PyRaised(exception, own, causes));
}

function wrapperMessage(objectName: string): string {
  return `Error encountered with object named '${objectName}'.`;
}

/** Whether an `except type:` catches the exception. Raises TypeError where the type is no exception class. */
export function matches(exception: PyInstance, types: readonly PyValue[]): boolean {
  return types.some((type) => {
    if (!(type instanceof PyClass))
      throw typeError('catching classes that do not inherit from BaseException is not allowed');
    return (
      exception.cls.isSubclassOf(type) ||
      exception.cls.mro.some(
        (cls) => cls.name === type.name && cls.module === type.module && cls.module !== '__main__',
      )
    );
  });
}
