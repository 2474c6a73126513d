/** What an analysis keeps track of besides the script's own state. */
import type { Problem } from '../../problems/problem.ts';

export interface AnalysisBudget {
  /** Units of work: loop turns, calls, elements produced. */
  readonly steps: number;
  readonly milliseconds: number;
  /** Milliseconds, monotonic; without a clock only steps count. */
  readonly now?: () => number;
}

export const DEFAULT_BUDGET: AnalysisBudget = { steps: 200_000, milliseconds: 1500 };

/** Thrown through natives when the budget ends inside them; the statement at fault catches it. */
export class BudgetSpent extends Error {}

/** Thrown out of a function whose every path, in a branch that may not be taken, ends in an exception. */
export class DeadBranch extends Error {}

export class AnalysisState {
  readonly problems: Problem[] = [];
  private readonly seen = new Set<string>();
  /** How many branches that may or may not be taken are open. */
  uncertain = 0;
  /** Open `try` bodies with handlers, each with the value of `uncertain` where it began. */
  readonly tries: number[] = [];
  /** A loop or branch ran otherwise than in a run, so what it built may lack elements, keys and sums. */
  inexact = false;
  /** The one note that analysis gave up has been made. */
  budgetReported = false;
  /** Some branch was left aside, so a name may have no value. */
  mayBeUnbound = false;
  private steps = 0;
  private readonly deadline: number;

  constructor(
    private readonly budget: AnalysisBudget,
    private readonly onProblem: (problem: Problem) => void,
  ) {
    this.deadline = (budget.now?.() ?? 0) + budget.milliseconds;
  }

  /** Counts one unit of work. */
  step(): void {
    this.steps += 1;
  }

  /** Counts some work that is to be done at one go, unless it alone is too much. False where the budget ends. */
  affords(work: number): boolean {
    if (work > 1 && work > this.budget.steps - this.steps) return false;
    this.steps += work;
    return !this.spent;
  }

  get spent(): boolean {
    if (this.steps >= this.budget.steps) return true;
    if ((this.steps & 15) === 0 && this.budget.now && this.budget.now() >= this.deadline)
      this.steps = this.budget.steps;
    return this.steps >= this.budget.steps;
  }

  /** What a loop that begins now may use: half of what is left, so that the text after it is read, too. */
  loopAllowance(): () => boolean {
    const steps = this.steps + (this.budget.steps - this.steps) / 2;
    const now = this.budget.now?.() ?? 0;
    const time = now + (this.deadline - now) / 2;
    let turns = 0;
    return () => {
      turns += 1;
      if (this.spent || this.steps >= steps) return false;
      return (turns & 7) !== 0 || this.budget.now === undefined || this.budget.now() < time;
    };
  }

  /** Keeps a problem once, however often the statement is reached. */
  report(problem: Problem): void {
    const { code, message, location } = problem;
    // The values that an operator was given differ from turn to turn of a loop; their units tell faults apart.
    const text =
      code === 'dimension-mismatch' ? message.replace(/^Cannot (?:calculate|perform) .*?, /s, '') : message;
    const key = `${code} ${text} ${location?.document} ${location?.range.start} ${location?.range.end}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.problems.push(problem);
    this.onProblem(problem);
  }

  /** Whether an exception raised here would reach a handler for certain. */
  get insideTry(): boolean {
    return this.tries.length > 0;
  }

  /** Whether an exception raised here ends only a branch that may not be taken at all. */
  get raisesOnlyPerhaps(): boolean {
    const innermost = this.tries[this.tries.length - 1] ?? 0;
    return this.uncertain > innermost;
  }
}
