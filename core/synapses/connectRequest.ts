import type { Externals } from '../namespaces/externals.ts';
import type { LocateArgument } from '../network/object.ts';
import { type Problem, ProblemError } from '../problems/problem.ts';
import type { SourceString } from '../text/provenance.ts';
import type { Location } from '../text/range.ts';
import type { Synapses } from './synapses.ts';

export type Indices = Int32Array | SourceString;

/** What one call of `connect` asks for. */
export interface ConnectRequest {
  readonly condition?: SourceString | boolean;
  readonly i?: Indices;
  readonly j?: Indices;
  /** Probability of each pair. */
  readonly p: number | SourceString;
  /** Synapses per pair. */
  readonly n: number | SourceString;
  readonly skipIfInvalid: boolean;
  /** Names of the frame that calls `connect`, or its `namespace=`. */
  readonly externals: Externals;
  readonly location?: Location;
  readonly locate?: LocateArgument;
}

export function report(
  synapses: Synapses,
  request: ConnectRequest,
  errorClass: string,
  message: string,
  place = request.location,
): void {
  const location = place ?? synapses.location;
  synapses.session.problems.report({ code: 'connect', severity: 'error', errorClass, message, location });
}

export function connectError(request: ConnectRequest, errorClass: string, message: string): ProblemError {
  const problem: Problem = {
    code: 'connect',
    severity: 'error',
    errorClass,
    message,
    location: request.location,
  };
  return new ProblemError(problem);
}
