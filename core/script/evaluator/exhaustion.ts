/** Running out of something: of the analysis' budget, of JavaScript's stack, of memory. */
import { ProblemError } from '../../problems/problem.ts';
import { BudgetSpent } from './analysisState.ts';

/** What Python would raise where this program has come to a limit of JavaScript. */
export function exhausted(error: unknown): 'RecursionError' | 'MemoryError' | undefined {
  if (!(error instanceof RangeError)) return undefined;
  if (error.message.includes('call stack')) return 'RecursionError';
  return /invalid .*length|allocation failed|BigInt size|out of memory/i.test(error.message)
    ? 'MemoryError'
    : undefined;
}

/** Whether analysis stops following the script here, and says nothing against it. */
export function endsAnalysis(error: unknown): boolean {
  if (error instanceof BudgetSpent || exhausted(error) !== undefined) return true;
  return error instanceof ProblemError && error.problem.errorClass === 'MemoryError';
}
