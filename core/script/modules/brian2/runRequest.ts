import type { RunRequest } from '../../../network/network.ts';
import { SECOND } from '../../../units/dimension.ts';
import type { Arguments } from './arguments.ts';
import { callNamespace } from './namespaces.ts';
import { reporterOf } from './report.ts';

/** The arguments of `run`, of a network and of the magic one. */
export const RUN_SIGNATURE = [
  'duration',
  'report=None',
  'report_period=None',
  'namespace=None',
  'profile=None',
  'level=0',
];

/** @param start seconds of simulated time at which the run begins */
export function runRequest(args: Arguments, start: number): RunRequest {
  const { ctx } = args;
  if (args.callLocation !== undefined) ctx.session.runCalls.push(args.callLocation);
  const duration = args.scalar('duration', SECOND);
  const profile = args.get('profile');
  return {
    duration,
    runNamespace: callNamespace(args),
    location: args.callLocation,
    isGuess: ctx.mode === 'analysis' && !ctx.isExact,
    profile: profile !== undefined && ctx.truth(profile),
    ...reporterOf(args, start, duration ?? 0),
    interrupted: () => ctx.host?.interrupted() ?? false,
  };
}
