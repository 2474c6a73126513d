import type { Binary, Call, ComparisonOperator, Expression } from '../../../grammars/equations/tree.ts';
import { INTERNAL_FUNCTIONS, RANDOM_GENERATORS } from '../internalFunctions.ts';
import type { CodeScope } from '../scope.ts';
import { constant } from './constants.ts';
import { type ImportName, importArity, isImportName } from './imports.ts';
import type { Instructions } from './instructions.ts';
import type { ModuleWriter } from './moduleWriter.ts';
import { NotVectorisable, type RandomSites } from './vectorisable.ts';
import { VectorMath } from './vectorMath.ts';
import { VectorRandom } from './vectorRandom.ts';

export interface VectorContext {
  readonly scope: CodeScope;
  local(name: string): number;
  readonly random: RandomSites;
  /** Locals (i32); the first two only where random numbers are drawn. */
  readonly seed: number | undefined;
  readonly tick: number | undefined;
  readonly element: number;
}

const COMPARISONS = {
  '==': 'f64x2.eq',
  '!=': 'f64x2.ne',
  '<': 'f64x2.lt',
  '<=': 'f64x2.le',
  '>': 'f64x2.gt',
  '>=': 'f64x2.ge',
} as const satisfies Readonly<Record<ComparisonOperator, string>>;

const ARITHMETIC = { '+': 'f64x2.add', '-': 'f64x2.sub', '*': 'f64x2.mul', '/': 'f64x2.div' } as const;

/** Leaves the values of expressions on the stack: numbers as f64x2, truth values as masks. */
export class VectorExpressions {
  private readonly math: VectorMath;
  private readonly draws: VectorRandom;
  private sites: number;

  constructor(
    module: ModuleWriter,
    private readonly code: Instructions,
    private readonly imports: ReadonlyMap<ImportName, number>,
    private readonly context: VectorContext,
  ) {
    this.math = new VectorMath(module);
    this.draws = new VectorRandom(module, imports.get('normal quantile')!);
    this.sites = context.random.first;
  }

  /** Truth values count 0 and 1. */
  number(expr: Expression): void {
    this.value(expr);
    if (!this.isBoolean(expr)) return;
    constant(this.code, 'one');
    this.code.emit('v128.and');
  }

  /** Whatever isn't 0 is true. */
  truth(expr: Expression): void {
    this.value(expr);
    if (!this.isBoolean(expr)) this.code.float(0).emit('f64x2.splat', 'f64x2.ne');
  }

  private isBoolean(expr: Expression): boolean {
    return this.context.scope.typeOf(expr) === 'boolean';
  }

  private value(expr: Expression): void {
    switch (expr.kind) {
      case 'number':
        this.code.float(expr.value).emit('f64x2.splat');
        return;
      case 'boolean':
        this.code.integer(expr.value ? -1 : 0).emit('i32x4.splat');
        return;
      case 'name':
        this.name(expr.name);
        return;
      case 'unary':
        this.unary(expr);
        return;
      case 'binary':
        this.binary(expr);
        return;
      case 'comparison':
        this.number(expr.left);
        this.number(expr.right);
        this.code.emit(COMPARISONS[expr.op]);
        return;
      case 'logical':
        this.truth(expr.left);
        this.truth(expr.right);
        this.code.emit(expr.op === 'and' ? 'v128.and' : 'v128.or');
        return;
      case 'call':
        this.call(expr);
    }
  }

  private name(name: string): void {
    const { scope } = this.context;
    const constantOnly = !scope.temporaries.has(name) && scope.arrayOf(name) === undefined;
    // Constants have become numbers; what is left is nothing that a kernel knows.
    if (constantOnly) throw new NotVectorisable();
    this.code.get(this.context.local(name));
  }

  private unary(expr: Extract<Expression, { kind: 'unary' }>): void {
    if (expr.op === 'not') {
      this.truth(expr.operand);
      this.code.emit('v128.not');
      return;
    }
    this.number(expr.operand);
    if (expr.op === '-') this.code.emit('f64x2.neg');
  }

  private binary(expr: Binary): void {
    const { op, left, right } = expr;
    const isInteger = this.context.scope.typeOf(expr) !== 'float';
    if (op === '//' || op === '%') {
      this.imported(isInteger ? `${op} int` : op, [left, right]);
      return;
    }
    if (op === '**') {
      this.imported('**', [left, right]);
      if (isInteger) this.code.emit('f64x2.trunc');
      return;
    }
    this.number(left);
    this.number(right);
    this.code.emit(ARITHMETIC[op]);
  }

  private call(expr: Call): void {
    const called = this.context.scope.functionOf(expr.name);
    const isOwn = called === undefined || called.implementation === undefined;
    const generator = isOwn ? RANDOM_GENERATORS.get(called?.name ?? expr.name) : undefined;
    if (expr.name === '_where') this.where(expr);
    else if (generator !== undefined) this.random(generator, expr.args);
    else if (INTERNAL_FUNCTIONS.has(expr.name) || called === undefined || called.implementation !== undefined)
      throw new NotVectorisable();
    else this.builtin(called.name, expr.args);
  }

  private where({ args }: Call): void {
    const [condition, yes, no] = args as [Expression, Expression, Expression];
    const asTruth = this.isBoolean(yes) && this.isBoolean(no);
    const write = (expr: Expression) => (asTruth ? this.truth(expr) : this.number(expr));
    // In the order of the JavaScript, which numbers the random streams.
    this.truth(condition);
    const mask = this.code.declare('v128');
    this.code.set(mask);
    write(yes);
    write(no);
    this.code.get(mask).emit('v128.bitselect');
  }

  private random(generator: string, args: readonly Expression[]): void {
    const { code, context } = this;
    if (generator === '_rand' || generator === '_randn') {
      const stream = context.random.streamOf(this.sites++);
      this.draws.uniform(code, context.element, { seed: context.seed!, stream, tick: context.tick! });
      if (generator === '_randn') code.call(this.draws.normal());
      return;
    }
    const [mean] = args;
    if (generator !== '_poisson' || mean === undefined) throw new NotVectorisable();
    this.number(mean);
    const stream = context.random.streamOf(this.sites++);
    this.lanes('poisson', 1, (lane) => {
      code.get(context.seed!).emit('f64.convert_i32_s').float(stream);
      code.get(context.tick!).emit('f64.convert_i32_s');
      code.get(context.element).integer(lane).emit('i32.add', 'f64.convert_i32_s');
    });
  }

  private builtin(name: string, args: readonly Expression[]): void {
    const { code } = this;
    switch (name) {
      case 'exp':
      case 'expm1':
      case 'exprel':
      case 'tanh':
        this.number(args[0]!);
        code.call(this.math.index(name));
        return;
      case 'sqrt':
      case 'abs':
      case 'floor':
        this.number(args[0]!);
        code.emit(`f64x2.${name}`);
        return;
      case 'ceil':
        this.number(args[0]!);
        this.withoutNegativeZero('f64x2.ceil');
        return;
      case 'int':
        this.number(args[0]!);
        if (this.context.scope.typeOf(args[0]!) === 'float') this.withoutNegativeZero('f64x2.trunc');
        return;
      case 'clip':
        for (const arg of args.slice(0, 2)) this.number(arg);
        code.emit('f64x2.max');
        this.number(args[2]!);
        code.emit('f64x2.min');
        return;
      case 'sign':
        this.sign(args[0]!);
        return;
      case 'timestep':
        this.timestep(args[0]!, args[1]!);
        return;
      default:
        if (!isImportName(name)) throw new NotVectorisable();
        this.imported(name, args);
    }
  }

  /** Integers know none. */
  private withoutNegativeZero(rounding: 'f64x2.ceil' | 'f64x2.trunc'): void {
    this.code.emit(rounding).float(0).emit('f64x2.splat', 'f64x2.add');
  }

  /** (x > 0) - (x < 0), or x itself where it is 0 or NaN. */
  private sign(arg: Expression): void {
    const { code } = this;
    const x = code.declare('v128');
    const zero = () => code.float(0).emit('f64x2.splat');
    this.number(arg);
    code.set(x);
    constant(code, 'one');
    code.get(x).get(x).emit('f64x2.abs', 'v128.xor', 'v128.or').get(x).get(x);
    zero();
    code.emit('f64x2.lt').get(x);
    zero();
    code.emit('f64x2.gt', 'v128.or', 'v128.bitselect');
  }

  private timestep(t: Expression, dt: Expression): void {
    const { code } = this;
    const step = code.declare('v128');
    this.number(t);
    this.number(dt);
    code.tee(step);
    constant(code, 'thousandth');
    code.emit('f64x2.mul', 'f64x2.add').get(step).emit('f64x2.div', 'f64x2.trunc');
  }

  /** A function that knows one number at a time. */
  private imported(name: ImportName, args: readonly Expression[]): void {
    for (const arg of args) this.number(arg);
    if (args.length !== importArity(name)) throw new NotVectorisable();
    this.lanes(name, args.length, () => {});
  }

  /** Calls an import for each lane of the `count` vectors on the stack; `before` puts leading arguments. */
  private lanes(name: ImportName, count: number, before: (lane: number) => void): void {
    const { code } = this;
    const values = Array.from({ length: count }, () => code.declare('v128'));
    for (const value of [...values].reverse()) code.set(value);
    const oneLane = (lane: number) => {
      before(lane);
      for (const value of values) code.get(value).lane('f64x2.extract_lane', lane);
      code.call(this.imports.get(name)!);
    };
    oneLane(0);
    code.emit('f64x2.splat');
    oneLane(1);
    code.lane('f64x2.replace_lane', 1);
  }
}
