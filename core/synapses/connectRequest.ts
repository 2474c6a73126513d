import type { Expression } from '../../grammars/equations/tree.ts';
import { reportIn } from '../groups/prepareCode.ts';
import type { Externals } from '../namespaces/externals.ts';
import { namesOf, type ResolveContext } from '../namespaces/resolve.ts';
import type { LocateArgument } from '../network/object.ts';
import { type Problem, ProblemError } from '../problems/problem.ts';
import type { SourceString } from '../text/provenance.ts';
import type { Location, TextRange } from '../text/range.ts';
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

/** All of a string, to blame where no part of it can be. */
export function wholeOf({ value }: SourceString): TextRange {
  return { start: 0, end: value.length };
}

/** What Python says of the list that Brian makes of a generator, where a comment swallows its end. */
export function unclosedGenerator(text: string): string {
  const example = "Expression must have generator syntax, for example 'k for k in range(i-10, i+10)'.";
  return `Error parsing expression '${text}'. ${example} Error encountered was '[' was never closed`;
}

/** Which synapses there are can't depend on how many there are: ValueError. */
export function refuseCounts(
  source: SourceString,
  expressions: readonly Expression[],
  context: ResolveContext,
): void {
  const used = expressions
    .flatMap((expr) => namesOf(expr))
    .find(({ name }) => name === 'N_incoming' || name === 'N_outgoing');
  if (used === undefined) return;
  const message = `The connect statement cannot refer to '${used.name}'.`;
  const range = used.range ?? wholeOf(source);
  reportIn(source, context)({ code: 'connect', errorClass: 'ValueError', message, range });
}
