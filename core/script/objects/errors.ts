import { ProblemError } from '../../problems/problem.ts';
import type { Location } from '../../text/range.ts';

const CODES: ReadonlyMap<string, string> = new Map([
  ['SyntaxError', 'syntax'],
  ['IndentationError', 'syntax'],
  ['TabError', 'syntax'],
  ['NameError', 'undefined-name'],
  ['UnboundLocalError', 'undefined-name'],
  ['ModuleNotFoundError', 'import'],
  ['ImportError', 'import'],
  ['DimensionMismatchError', 'dimension-mismatch'],
]);

/** The stable problem code of a class of error: `TypeError` gives `type-error`. */
export function codeOfErrorClass(errorClass: string): string {
  return CODES.get(errorClass) ?? errorClass.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/** A Python error to be thrown; without a location the evaluator says where the script stands. */
export function pythonError(
  errorClass: string,
  message: string,
  location?: Location,
  hint?: string,
): ProblemError {
  return new ProblemError({
    code: codeOfErrorClass(errorClass),
    severity: 'error',
    errorClass,
    message,
    hint,
    location,
  });
}

export function typeError(message: string): ProblemError {
  return pythonError('TypeError', message);
}

export function valueError(message: string): ProblemError {
  return pythonError('ValueError', message);
}

/** Something valid that is not supported here: an error of a run, a note of analysis. `what` is a plural. */
export function unsupportedError(what: string): ProblemError {
  const message = `Spikelens doesn't support ${what} yet.`;
  return new ProblemError({
    code: 'unsupported',
    severity: 'error',
    errorClass: 'NotImplementedError',
    message,
  });
}
