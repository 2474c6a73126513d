import { ProblemError } from '../problems/problem.ts';

export type ArrayErrorClass =
  | 'MemoryError'
  | 'ValueError'
  | 'IndexError'
  | 'TypeError'
  | 'UFuncTypeError'
  | 'AxisError'
  | 'LinAlgError';

const CODES: Readonly<Record<ArrayErrorClass, string>> = {
  MemoryError: 'memory-error',
  ValueError: 'value-error',
  IndexError: 'index-error',
  TypeError: 'type-error',
  UFuncTypeError: 'type-error',
  AxisError: 'axis-error',
  LinAlgError: 'linear-algebra',
};

/** NumPy's error, to be thrown; whoever evaluates the script adds the place. */
export function arrayError(errorClass: ArrayErrorClass, message: string): ProblemError {
  return new ProblemError({ code: CODES[errorClass], severity: 'error', errorClass, message });
}
