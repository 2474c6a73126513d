import type { Host } from '../../devices/host.ts';
import type { Session } from '../../network/session.ts';
import { type Problem, ProblemError } from '../../problems/problem.ts';
import type { Location } from '../../text/range.ts';
import { typeOf } from '../builtins/types.ts';
import type { Interpreter } from '../interpreter.ts';
import { PyClass } from '../objects/classes.ts';
import { pythonError, typeError } from '../objects/errors.ts';
import { PyIterator } from '../objects/iterators.ts';
import type { PyModule } from '../objects/module.ts';
import { PyRaised } from '../objects/raised.ts';
import { getAttribute } from '../operations/attributes.ts';
import { reprOf, strOf } from '../operations/formatting.ts';
import { elementsOf } from '../operations/items.ts';
import { typeName } from '../operations/numbers.ts';
import type { Expr, Span } from '../syntax/ast.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../values.ts';
import { type AnalysisBudget, AnalysisState, BudgetSpent, DeadBranch } from './analysisState.ts';
import { forgetEffects } from './effects.ts';
import { endsAnalysis, exhausted } from './exhaustion.ts';
import { type Exec, Frame, RETURN } from './frame.ts';
import { bindParameters, type PyFunction } from './functions.ts';
import { PyGenerator, type Resumable } from './generatorObject.ts';
import { Globals } from './globals.ts';
import { operandOrigins } from './operandOrigins.ts';
import { raisedFromProblem } from './raising.ts';
import { wholeNumberHint } from './wholeNumbers.ts';

const DEEPEST = 1000;

export interface EvaluatorOptions {
  readonly session: Session;
  readonly mode: 'analysis' | 'run';
  readonly host?: Host;
  readonly budget: AnalysisBudget;
  readonly onProblem: (problem: Problem) => void;
  readonly builtins: ReadonlyMap<string, PyValue>;
  readonly numberAttribute?: NumberAttribute;
  readonly evaluateText: Interpreter['evaluateText'];
}

/** Gives numbers the attributes that NumPy's scalars have. */
export type NumberAttribute = (
  value: number | bigint | boolean,
  name: string,
  ctx: Interpreter,
) => PyValue | undefined;

/** One evaluation of a script: what natives call back, and what the compiled closures share. */
export class Evaluator implements Interpreter {
  readonly mode: 'analysis' | 'run';
  readonly session: Session;
  readonly host: Host | undefined;
  readonly analysis: AnalysisState;
  /** Builtins, and names that natives add to them for this evaluation. */
  readonly builtins: Map<string, PyValue>;
  readonly modules = new Map<string, PyModule>();
  /** The frame that runs. */
  current: Frame | undefined;
  /** Exceptions whose handlers run, innermost last; a bare `raise` raises the last again. */
  readonly handling: PyRaised[] = [];
  private depth = 0;
  private ticks = 0;
  readonly evaluateText: Interpreter['evaluateText'];
  private readonly attributeOfNumber: NumberAttribute | undefined;

  constructor(options: EvaluatorOptions) {
    this.attributeOfNumber = options.numberAttribute;
    this.evaluateText = options.evaluateText;
    this.mode = options.mode;
    this.session = options.session;
    this.host = options.host;
    this.builtins = new Map(options.builtins);
    this.analysis = new AnalysisState(options.budget, options.onProblem);
  }

  newGlobals(): Globals {
    return new Globals(this.builtins);
  }

  frame(level = 0): Frame {
    let frame = this.current;
    for (let i = 0; i < level && frame?.back; i++) frame = frame.back;
    if (!frame) throw pythonError('RuntimeError', 'no script is running');
    return frame;
  }

  location(): Location | undefined {
    return this.current?.location;
  }

  get isExact(): boolean {
    const { inexact, uncertain, tries } = this.analysis;
    return !inexact && uncertain === 0 && tries.length === 0;
  }

  assignedLocation(): Location | undefined {
    const frame = this.current;
    if (frame?.assignment === undefined || frame.assignment.target !== frame.at) return undefined;
    const { start, end } = frame.assignment.value;
    return { document: frame.code.document, range: { start, end } };
  }

  raise(errorClass: string, message: string, location?: Location, hint?: string): never {
    throw pythonError(errorClass, message, location, hint);
  }

  call(callee: PyValue, args: CallArguments): PyValue {
    const result = callee instanceof PyObject ? callee.call(args, this) : undefined;
    if (result === undefined) throw typeError(`'${typeName(callee)}' object is not callable`);
    return result;
  }

  tick(work = 1): void {
    this.ticks += 1;
    if (this.mode === 'analysis') {
      if (!this.analysis.affords(work)) throw new BudgetSpent();
    } else if ((this.ticks & 0xfff) === 0) this.checkInterrupt();
  }

  /** Raises KeyboardInterrupt once the user has asked to stop. */
  checkInterrupt(): void {
    if (this.host?.interrupted()) throw pythonError('KeyboardInterrupt', '');
  }

  repr(value: PyValue): string {
    return reprOf(value, this);
  }

  str(value: PyValue): string {
    return strOf(value, this);
  }

  truth(value: PyValue): boolean {
    if (typeof value === 'boolean') return value;
    if (value === null) return false;
    if (typeof value === 'bigint') return value !== 0n;
    if (typeof value === 'number') return value !== 0;
    if (value instanceof PyStr) return value.value !== '';
    return value.truth(this);
  }

  iterate(value: PyValue): Iterable<PyValue> {
    const elements = elementsOf(value, this);
    if (elements !== undefined) return elements;
    if (value instanceof PyClass || !(value instanceof PyObject)) throw notIterable(value);
    const method = typeOf(value).lookup('__iter__');
    if (method === undefined) throw notIterable(value);
    return this.iterate(
      this.call(getAttribute(value, '__iter__', this), { positional: [], keywords: new Map() }),
    );
  }

  numberAttribute(value: number | bigint | boolean, name: string): PyValue | undefined {
    return this.attributeOfNumber?.(value, name, this);
  }

  /** Runs a function of the script with the arguments of a call. */
  enter(fn: PyFunction, args: CallArguments): PyValue {
    const { body } = fn;
    // A function that calls itself where a run might not would never come to its end.
    if (this.mode === 'analysis' && this.analysis.uncertain > 0 && this.isRunning(fn)) return new Unknown();
    const frame = new Frame(body.code, body.globals, fn.outer, this.current, undefined, body.span);
    frame.owner = fn.owner;
    bindParameters(fn, frame, args);
    return this.inFrame(frame, () => body.run(frame));
  }

  mayHaveRun(callee: PyValue): void {
    if (this.mode === 'analysis') forgetEffects(callee);
  }

  private isRunning(fn: PyFunction): boolean {
    for (let frame = this.current; frame; frame = frame.back) if (frame.code === fn.body.code) return true;
    return false;
  }

  /** Makes a frame current while `run` runs, and notes it in the traceback of what it raises. */
  inFrame<T>(frame: Frame, run: () => T): T {
    if (this.depth >= DEEPEST) throw pythonError('RecursionError', 'maximum recursion depth exceeded');
    const caller = this.current;
    frame.back = caller;
    this.current = frame;
    this.depth += 1;
    try {
      return run();
    } catch (error) {
      throw this.unwinding(error, frame);
    } finally {
      this.depth -= 1;
      this.current = caller;
    }
  }

  /** The generator that a call of a generator function gives; its frame has the parameters bound. */
  generator(frame: Frame, start: (frame: Frame) => Generator<PyValue, unknown, PyValue>): PyGenerator {
    let running: Generator<PyValue, unknown, PyValue> | undefined;
    const begun = () => {
      running ??= start(frame);
      return running;
    };
    const step = (run: (g: Generator<PyValue, unknown, PyValue>) => IteratorResult<PyValue, unknown>) =>
      this.inFrame(frame, (): IteratorResult<PyValue, PyValue> => {
        const result = run(begun());
        return result.done ? { done: true, value: frame.result } : { done: false, value: result.value };
      });
    const body: Resumable = {
      resume: (sent) => step((g) => g.next(sent)),
      throwIn: (error) => step((g) => g.throw(error)),
      close: () => {
        step((g) => g.return(undefined));
      },
    };
    return new PyGenerator(body);
  }

  /** A caught JavaScript value as a Python exception; undefined for the evaluator's own signals. */
  asRaised(error: unknown, frame: Frame | undefined = this.current): PyRaised | undefined {
    if (error instanceof PyRaised) return error;
    if (error instanceof DeadBranch || (this.mode === 'analysis' && endsAnalysis(error))) return undefined;
    const problem = error instanceof ProblemError ? error : internalError(error);
    const raised = raisedFromProblem(frame ? this.explained(problem, frame) : problem, frame?.location);
    raised.context ??= this.handling[this.handling.length - 1];
    return raised;
  }

  /** Says where values with wrong units come from, and what to do about floats where whole numbers belong. */
  private explained(error: ProblemError, frame: Frame): ProblemError {
    const { problem } = error;
    if (problem.location !== undefined || problem.related !== undefined) return error;
    if (problem.code === 'dimension-mismatch')
      return new ProblemError({ ...problem, related: operandOrigins(frame, this) });
    const hint = problem.hint ?? wholeNumberHint(problem, frame.at);
    return hint === undefined ? error : new ProblemError({ ...problem, hint });
  }

  private unwinding(error: unknown, frame: Frame): unknown {
    const raised = this.asRaised(error, frame);
    if (raised === undefined) return error;
    this.noteFrame(raised, frame);
    return raised;
  }

  /** Adds a frame to the traceback, once: an exception that is caught and raised again has passed it before. */
  noteFrame(raised: PyRaised, frame: Frame): void {
    if (raised.lastFrame === frame) return;
    raised.lastFrame = frame;
    raised.traceback.push({ location: frame.location, name: frame.code.name, anchor: anchorOf(frame.at) });
  }

  /** Runs the body of a plain function in its frame. */
  runBody(exec: Exec, frame: Frame): PyValue {
    return exec(frame) === RETURN ? frame.result : null;
  }

  /** `iter(value)` */
  iterator(value: PyValue): PyIterator {
    if (value instanceof PyIterator) return value;
    return new PyIterator(this.iterate(value)[Symbol.iterator](), `${typeName(value)}_iterator`);
  }
}

/** The operator of a binary operation, the brackets of a subscript. */
function anchorOf(span: Span): Span | undefined {
  if (!('kind' in span)) return undefined;
  const expr = span as Expr;
  if (expr.kind === 'binary') return { start: expr.opStart, end: expr.opStart + expr.op.length };
  return expr.kind === 'subscript' ? { start: expr.object.end, end: expr.end } : undefined;
}

function notIterable(value: PyValue): Error {
  return typeError(`'${typeName(value)}' object is not iterable`);
}

/** An error of this program, or a limit of JavaScript, as the script sees it. The cause is kept for debugging. */
function internalError(error: unknown): ProblemError {
  const limit = exhausted(error);
  const text = error instanceof Error ? error.message : String(error);
  const problem = limit
    ? pythonError(limit, limit === 'RecursionError' ? 'maximum recursion depth exceeded' : '')
    : new ProblemError({
        code: 'internal-error',
        severity: 'error',
        errorClass: 'SystemError',
        message: `internal error: ${text}`,
      });
  problem.cause = error;
  return problem;
}
