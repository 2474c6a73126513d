/** Expressions as text of a C-like language; the targets say how they differ. */
import type { Binary, Call, Expression, ValueType } from '../../grammars/equations/tree.ts';
import type { BinomialImplementation, BrianFunction, ScriptImplementation } from '../functions/function.ts';
import { ProblemError } from '../problems/problem.ts';
import type { DataType } from '../variables/variable.ts';
import { INTERNAL_FUNCTIONS, RANDOM_GENERATORS } from './internalFunctions.ts';
import type { CodeScope } from './scope.ts';

/** How strongly an expression's outermost operator binds. */
export const LEVEL = {
  conditional: 1,
  or: 2,
  and: 3,
  equality: 4,
  relational: 5,
  additive: 6,
  multiplicative: 7,
  unary: 8,
  primary: 9,
} as const;

export interface Piece {
  readonly text: string;
  readonly level: number;
}

/** What rendering an expression needs from the block it stands in, and what it tells it. */
export interface RenderContext {
  readonly scope: CodeScope;
  /** `_idx`, or `-1` in code that runs once. */
  readonly element: string;
  local(name: string): string;
  /** A new place where random numbers are drawn. */
  randomSite(): number;
  /** Notes that a helper of the target's support code is used. */
  needs(helper: string): void;
  /** Notes that a function that brings data or code is used, under that name. */
  needsFunction(name: string, called: BrianFunction): void;
  /** Local that holds the result of a call of the script's own Python. */
  scriptCall(implementation: ScriptImplementation, args: readonly CallArgument[], indexed: boolean): string;
  /** Local that holds into how many parts a TimedArray's dt is cut. */
  timedFraction(called: BrianFunction): string;
}

/** An argument of a call of the script's Python. */
export interface CallArgument {
  readonly text: string;
  readonly expr: Expression;
  readonly type: ValueType;
}

export function primary(text: string): Piece {
  return { text, level: LEVEL.primary };
}

export abstract class ExpressionRenderer {
  constructor(protected readonly context: RenderContext) {}

  protected abstract number(value: number, isInteger: boolean): Piece;
  protected abstract boolean(value: boolean): Piece;
  protected abstract division(expr: Binary): Piece;
  protected abstract power(expr: Binary): Piece;
  protected abstract equality(op: '==' | '!='): string;
  /** A function of Brian's; the string may call it by another name than its own. */
  protected abstract builtin(name: string, call: Call): Piece;
  /** A function of the script: its result as a number. */
  protected abstract scriptFunction(called: BrianFunction, call: Call): string;
  /** The value as the target keeps it in a local of that type. */
  abstract converted(expr: Expression, dataType: DataType): string;

  render(expr: Expression, minimum: number = LEVEL.conditional): string {
    const { text, level } = this.piece(expr);
    return level < minimum ? `(${text})` : text;
  }

  /** As `render`, with truth values as 0 and 1. */
  numeric(expr: Expression, minimum: number = LEVEL.conditional): string {
    if (expr.kind === 'boolean') return expr.value ? '1' : '0';
    if (this.typeOf(expr) !== 'boolean') return this.render(expr, minimum);
    const text = `${this.render(expr, LEVEL.or)} ? 1 : 0`;
    return minimum > LEVEL.conditional ? `(${text})` : text;
  }

  protected typeOf(expr: Expression) {
    return this.context.scope.typeOf(expr);
  }

  private piece(expr: Expression): Piece {
    switch (expr.kind) {
      case 'number':
        return this.number(expr.value, expr.isInteger);
      case 'boolean':
        return this.boolean(expr.value);
      case 'name':
        return primary(this.context.local(expr.name));
      case 'unary':
        return this.unary(expr);
      case 'binary':
        return this.binary(expr);
      case 'comparison':
        return this.comparison(expr);
      case 'logical':
        return this.logical(expr);
      case 'call':
        return this.call(expr);
    }
  }

  private unary(expr: Extract<Expression, { kind: 'unary' }>): Piece {
    if (expr.op === 'not') return { text: `!${this.render(expr.operand, LEVEL.unary)}`, level: LEVEL.unary };
    const operand = this.numeric(expr.operand, LEVEL.unary);
    if (expr.op === '+') return { text: operand, level: LEVEL.unary };
    return { text: operand.startsWith('-') ? `-(${operand})` : `-${operand}`, level: LEVEL.unary };
  }

  private binary(expr: Binary): Piece {
    switch (expr.op) {
      case '+':
      case '-':
        return this.infix(expr, LEVEL.additive);
      case '*':
        return this.infix(expr, LEVEL.multiplicative);
      case '/':
        return this.division(expr);
      case '**':
        return this.power(expr);
      default: {
        const kind = expr.op === '//' ? '_floordiv' : '_mod';
        return this.helper(this.typeOf(expr) === 'float' ? kind : `${kind}_int`, [expr.left, expr.right]);
      }
    }
  }

  protected infix(expr: Binary, level: number): Piece {
    return {
      text: `${this.numeric(expr.left, level)} ${expr.op} ${this.numeric(expr.right, level + 1)}`,
      level,
    };
  }

  private comparison(expr: Extract<Expression, { kind: 'comparison' }>): Piece {
    const isEquality = expr.op === '==' || expr.op === '!=';
    const level = isEquality ? LEVEL.equality : LEVEL.relational;
    const op = expr.op === '==' || expr.op === '!=' ? this.equality(expr.op) : expr.op;
    return {
      text: `${this.numeric(expr.left, level + 1)} ${op} ${this.numeric(expr.right, level + 1)}`,
      level,
    };
  }

  private logical(expr: Extract<Expression, { kind: 'logical' }>): Piece {
    const level = expr.op === 'and' ? LEVEL.and : LEVEL.or;
    const op = expr.op === 'and' ? '&&' : '||';
    return { text: `${this.truth(expr.left, level)} ${op} ${this.truth(expr.right, level + 1)}`, level };
  }

  private truth(expr: Expression, level: number): string {
    return this.typeOf(expr) === 'boolean'
      ? this.render(expr, level)
      : `(${this.render(expr, LEVEL.equality)} != 0)`;
  }

  private call(expr: Call): Piece {
    if (expr.name === '_where') return this.where(expr);
    const called = this.context.scope.functionOf(expr.name);
    if (called?.implementation === undefined) return this.internal(called?.name ?? expr.name, expr);
    if (called.implementation.kind === 'timed array') return this.timedArray(called, expr);
    if (called.implementation.kind === 'binomial') return this.binomial(called.implementation);
    const text = this.scriptFunction(called, expr);
    return called.returnType === 'boolean' ? { text: `${text} != 0`, level: LEVEL.equality } : primary(text);
  }

  /** A function that is Brian's or generated code's own. */
  private internal(name: string, expr: Call): Piece {
    const generator = RANDOM_GENERATORS.get(name);
    if (generator !== undefined) return this.random(generator, expr.args);
    return INTERNAL_FUNCTIONS.has(name) ? this.helper(name, expr.args) : this.builtin(name, expr);
  }

  private where({ args }: Call): Piece {
    const [condition, yes, no] = args as [Expression, Expression, Expression];
    const keepsTruth = this.typeOf(yes) === 'boolean' && this.typeOf(no) === 'boolean';
    const branch = (expr: Expression) =>
      keepsTruth ? this.render(expr, LEVEL.or) : this.numeric(expr, LEVEL.or);
    return {
      text: `${this.render(condition, LEVEL.or)} ? ${branch(yes)} : ${branch(no)}`,
      level: LEVEL.conditional,
    };
  }

  private random(generator: string, args: readonly Expression[]): Piece {
    return this.draw(
      generator,
      args.map((arg) => this.numeric(arg)),
    );
  }

  private binomial({ n, p, approximate }: BinomialImplementation): Piece {
    const numbers = [n, p].map((value) => this.number(value, false).text);
    return this.draw(approximate ? '_binomial' : '_binomial_exact', numbers);
  }

  private draw(generator: string, parameters: readonly string[]): Piece {
    const stream = `_stream${this.context.randomSite()}`;
    const args = ['_seed', stream, '_tick', this.context.element, ...parameters];
    return primary(`${generator}(${args.join(', ')})`);
  }

  private timedArray(called: BrianFunction, expr: Call): Piece {
    const table = called.implementation;
    if (table?.kind !== 'timed array') throw new Error(`${called.name} is no timed array`);
    this.context.needsFunction(called.name, called);
    const fraction = this.context.timedFraction(called);
    const twoDimensional = called.argNames.length > 1;
    const sizes = twoDimensional ? [table.rows, table.columns] : [table.rows];
    const dt = this.number(table.dt, false).text;
    const helper = twoDimensional ? '_timed_2d' : '_timed';
    this.context.needs(helper);
    const args = expr.args.map((arg) => this.numeric(arg));
    return primary(`${helper}(${[`_values_${called.name}`, ...sizes, dt, fraction, ...args].join(', ')})`);
  }

  /** A call of a function of the support code. */
  protected helper(name: string, args: readonly Expression[]): Piece {
    this.context.needs(name);
    return primary(`${name}(${args.map((arg) => this.numeric(arg)).join(', ')})`);
  }
}

/** Brian's error for a function that a target can't call. */
export function noImplementation(name: string, target: string, available: readonly string[]): ProblemError {
  return new ProblemError({
    code: 'not-implemented',
    severity: 'error',
    errorClass: 'NotImplementedError',
    message: `Cannot use function '${name}': "No implementation available for target '${target}'. Available implementations: ${available.join(', ')}"`,
  });
}
