import type { Interpreter } from '../../interpreter.ts';
import { type CallArguments, type PyValue, Unknown } from '../../values.ts';
import { seedNumpy } from '../numpy/index.ts';
import { Arguments } from './arguments.ts';

/** `seed(n)`: restarts all random streams; without a number, with a seed that the host makes. */
export function seed(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('seed', call, ['seed=None'], ctx);
  const value = args.get('seed');
  if (value === undefined || value instanceof Unknown) return null;
  const number = args.integer('seed');
  if (number === undefined) return null;
  ctx.session.random.reseed(number);
  // Scripts mix Brian's random numbers with NumPy's; in Brian one call seeds both.
  seedNumpy(ctx, number);
  return null;
}
