import { type Problem, ProblemError, warning } from '../problems/problem.ts';
import type { Location } from '../text/range.ts';
import type { BrianObject } from './object.ts';

export const ONE_NETWORK = 'Make one Network of all objects, and run that.';

export function networkProblem(
  code: string,
  errorClass: string,
  message: string,
  location?: Location,
): Problem {
  return { code, severity: 'error', errorClass, message, location };
}

export function missingObject(object: BrianObject, needed: BrianObject, location?: Location): Problem {
  const message = `'${object.name}' has been included in the network but not the object on which it depends.`;
  return {
    ...networkProblem('missing-object', 'ValueError', message, location),
    hint: `Add '${needed.name}' to the network, too.`,
    related: object.location && [{ message: `'${object.name}' is made here`, location: object.location }],
  };
}

/** A visible monitor of a group that is not visible cannot run; Brian warns and goes on. */
export function leftOut({ name }: BrianObject, location?: Location): Problem {
  const message =
    `'${name}' has been included in the network but not the object on which it depends.` +
    `Setting '${name}' to inactive.`;
  return warning('dependency-warning', message, location);
}

export function alreadySimulated(object: BrianObject): ProblemError {
  const message =
    `${object.name} has already been simulated, cannot add it to the network. If you were trying to remove and add ` +
    'an object to temporarily stop it from being run, set its active flag to False instead.';
  const problem = networkProblem('already-simulated', 'RuntimeError', message);
  return new ProblemError({ ...problem, hint: ONE_NETWORK });
}
