/** The dimension of an expression: the one place where dimensions in strings are compared. */
import { isMissing, printForMessage } from '../../grammars/equations/index.ts';
import type { Binary, Call, Comparison, Expression } from '../../grammars/equations/tree.ts';
import type { BrianFunction } from '../functions/function.ts';
import type { Names } from '../namespaces/resolved.ts';
import type { TextRange } from '../text/range.ts';
import { DIMENSIONLESS, type Dimension } from '../units/dimension.ts';
import { unitDisplay } from '../units/displayUnits.ts';
import { unitPhrase } from '../units/writtenUnit.ts';
import { explainOperands, explainValue } from './explain.ts';
import { exponentValue } from './exponent.ts';
import { origins } from './origins.ts';
import type { ReportRange } from './report.ts';
import { isBooleanExpression, typeOf } from './typeOf.ts';
import { isKnown } from './typeProblems.ts';

/**
 * The dimension of an expression; undefined where it can't be known, which is never an error by itself.
 * Reports DimensionMismatchError and SyntaxError on the smallest expression at fault; an expression with a
 * fault inside has no known dimension, so that one mistake is told once.
 */
export function dimensionOf(expr: Expression, names: Names, report: ReportRange): Dimension | undefined {
  return new Analysis(names, report).dimension(expr);
}

class Analysis {
  constructor(
    private readonly names: Names,
    private readonly report: ReportRange,
  ) {}

  dimension(expr: Expression): Dimension | undefined {
    switch (expr.kind) {
      case 'number':
        return isMissing(expr) ? undefined : DIMENSIONLESS;
      case 'boolean':
        return DIMENSIONLESS;
      case 'name':
        return this.ofName(expr.name, expr.range);
      case 'unary': {
        const operand = this.dimension(expr.operand);
        return expr.op === 'not' ? DIMENSIONLESS : operand;
      }
      case 'logical':
        this.dimension(expr.left);
        this.dimension(expr.right);
        return DIMENSIONLESS;
      case 'comparison':
        this.compare(expr);
        return DIMENSIONLESS;
      case 'binary':
        return this.ofBinary(expr);
      case 'call':
        return this.ofCall(expr);
    }
  }

  private ofName(name: string, range: TextRange): Dimension | undefined {
    const resolved = this.names.get(name);
    switch (resolved?.kind) {
      case 'variable':
        return resolved.variable.dimension;
      case 'constant':
      case 'unknown':
        return resolved.dimension;
      case 'function':
        return this.syntax(
          `${name} was used like a variable/constant, but it is a function.`,
          range,
          `Call it: '${signature(name, resolved.function)}'.`,
        );
      default:
        return undefined;
    }
  }

  private ofBinary(expr: Binary): Dimension | undefined {
    const left = this.dimension(expr.left);
    const right = this.dimension(expr.right);
    switch (expr.op) {
      case '*':
        return left && right && left.multiply(right);
      case '/':
        return left && right && left.divide(right);
      case '//':
        return this.floorDivision(expr, left, right);
      case '**':
        return this.power(expr, left, right);
      default:
        return this.sum(expr, left, right);
    }
  }

  /** `+`, `-` and `%` want equal dimensions; one that is unknown is taken to fit. */
  private sum(
    expr: Binary,
    left: Dimension | undefined,
    right: Dimension | undefined,
  ): Dimension | undefined {
    if (left === undefined || right === undefined) return left ?? right;
    if (left === right) return left;
    const [leftText, rightText] = [printForMessage(expr.left), printForMessage(expr.right)];
    const units = `('${leftText}' has unit ${unitDisplay(left)}; '${rightText}' has unit ${unitDisplay(right)})`;
    const message = `Expression '${leftText} ${expr.op} ${rightText}' uses inconsistent units ${units}.`;
    this.mismatch(message, expr, this.hint(expr, left, right));
    return undefined;
  }

  private floorDivision(expr: Binary, left?: Dimension, right?: Dimension): Dimension | undefined {
    const wrong = [
      { dimension: left, side: expr.left },
      { dimension: right, side: expr.right },
    ].find(({ dimension }) => dimension !== undefined && dimension !== DIMENSIONLESS);
    if (wrong === undefined) return DIMENSIONLESS;
    const hint = "For a quotient of quantities write '/', or divide each by a unit first: 'v/mV // 1'.";
    return this.syntax('Floor division can only be used on dimensionless values.', wrong.side.range, hint);
  }

  private power(expr: Binary, base?: Dimension, exponent?: Dimension): Dimension | undefined {
    if (base === undefined) return undefined;
    if (base === DIMENSIONLESS && (exponent === undefined || exponent === DIMENSIONLESS))
      return DIMENSIONLESS;
    const value = exponentValue(expr.right, this.names);
    if (typeof value === 'number') return Number.isFinite(value) ? base.power(value) : undefined;
    const hint =
      'The exponent of a quantity must be a number that is the same for all elements and never changes.';
    return value && this.syntax(value.message, value.range, hint);
  }

  private compare(expr: Comparison): void {
    const left = this.dimension(expr.left);
    const right = this.dimension(expr.right);
    if (left === undefined || right === undefined || left === right) return;
    const message =
      'Comparison of expressions with different units. Expression ' +
      `'${printForMessage(expr.left)}' has unit (${left}), while expression ` +
      `'${printForMessage(expr.right)}' has units (${right}).`;
    this.mismatch(message, expr, this.hint(expr, left, right));
  }

  private hint(expr: Binary | Comparison, left: Dimension, right: Dimension): string {
    const [a, b] = [
      { expr: expr.left, dimension: left },
      { expr: expr.right, dimension: right },
    ] as const;
    return explainOperands(a, b, this.names);
  }

  private ofCall(expr: Call): Dimension | undefined {
    const resolved = this.names.get(expr.name);
    const dimensions = expr.args.map((arg) => this.dimension(arg));
    if (resolved === undefined || resolved.kind === 'unknown') return undefined;
    if (resolved.kind !== 'function') return this.calledVariable(expr);
    const fn = resolved.function;
    if (fn.argUnits.length !== expr.args.length) {
      const counts = `${expr.args.length} parameters, needs ${fn.argUnits.length}`;
      const message = `Function '${expr.name}' was called with ${counts}.`;
      return this.syntax(message, expr.range, `It is called as '${signature(expr.name, fn)}'.`);
    }
    const fitting = expr.args.every((_, k) => this.argumentFits(fn, expr, k, dimensions));
    if (!fitting || !this.typesFit(fn, expr)) return undefined;
    return returned(fn, dimensions);
  }

  /** The message is that of newer versions; 2.5.1 fails to make one, which is why it is an AttributeError. */
  private calledVariable({ name, nameRange }: Call): undefined {
    const message = `'${name}' is a variable, but it was used like a function.`;
    const hint = `For a product write '${name}*(...)'.`;
    this.report({ code: 'not-a-function', errorClass: 'AttributeError', message, hint, range: nameRange });
  }

  /** Types are compared as they are: a whole number is no float. */
  private typesFit(fn: BrianFunction, { name, args }: Call): boolean {
    const types = args.map((arg) => (isKnown(arg, this.names) ? typeOf(arg, this.names) : undefined));
    const wrong = types.findIndex((type, k) => {
      const wanted = fn.argTypes[k];
      return type !== undefined && wanted !== undefined && wanted !== 'any' && wanted !== type;
    });
    if (wrong < 0) return true;
    const list = (names: readonly (string | undefined)[]) =>
      `[${names.map((one) => `'${one ?? '?'}'`).join(', ')}]`;
    const message = `Function '${name}' takes arguments with types ${list(fn.argTypes)} but received ${list(types)}.`;
    this.report({ code: 'type-mismatch', errorClass: 'TypeError', message, range: args[wrong]!.range });
    return false;
  }

  private argumentFits(
    fn: BrianFunction,
    expr: Call,
    k: number,
    dimensions: readonly (Dimension | undefined)[],
  ): boolean {
    const expected = fn.argUnits[k]!;
    const arg = expr.args[k]!;
    const dimension = dimensions[k];
    if (expected === 'any') return true;
    if (expected === 'boolean') return this.isBoolean(arg, expr, k);
    const wanted = 'sameAs' in expected ? dimensions[expected.sameAs] : expected;
    if (dimension === undefined || wanted === undefined || dimension === wanted) return true;
    const text = printForMessage(arg);
    if ('sameAs' in expected) {
      const other = printForMessage(expr.args[expected.sameAs]!);
      this.mismatch(
        `Argument number ${k + 1} for function ${expr.name} was supposed to have the same units as argument number ` +
          `${expected.sameAs + 1}, but '${text}' has unit ${unitDisplay(dimension)}, while '${other}' has unit ` +
          unitDisplay(wanted),
        arg,
        explainValue({ expr: arg, dimension }, wanted, `'${other}' is ${unitPhrase(wanted)}`),
      );
    } else {
      this.mismatch(
        `Argument number ${k + 1} for function ${expr.name} does not have the correct units. Expression '${text}' ` +
          `has units (${dimension}), but should be (${wanted}).`,
        arg,
        explainValue({ expr: arg, dimension }, wanted, `${expr.name} takes ${argumentPhrase(wanted)}`),
      );
    }
    return false;
  }

  private isBoolean(arg: Expression, expr: Call, k: number): boolean {
    if (isBooleanExpression(arg, this.names)) return true;
    const expected = `Argument number ${k + 1} for function '${expr.name}' was expected to be a boolean value`;
    const message = `${expected}, but is '${printForMessage(arg)}'.`;
    this.report({ code: 'not-boolean', errorClass: 'TypeError', message, range: arg.range });
    return false;
  }

  private mismatch(message: string, at: Expression, hint: string): void {
    const related = origins(at, this.names);
    const code = 'dimension-mismatch';
    this.report({ code, errorClass: 'DimensionMismatchError', message, hint, range: at.range, related });
  }

  private syntax(message: string, range: TextRange, hint: string): undefined {
    this.report({ code: 'syntax', errorClass: 'SyntaxError', message, hint, range });
    return undefined;
  }
}

/** `clip(a, a_min, a_max)`. */
function signature(name: string, { argNames }: BrianFunction): string {
  return `${name}(${argNames.join(', ')})`;
}

function argumentPhrase(wanted: Dimension): string {
  return wanted === DIMENSIONLESS ? 'a number without unit' : `something ${unitPhrase(wanted)}`;
}

function returned(fn: BrianFunction, dimensions: readonly (Dimension | undefined)[]): Dimension | undefined {
  if (fn.returnUnit === 'boolean') return DIMENSIONLESS;
  if (typeof fn.returnUnit !== 'function') return fn.returnUnit;
  const known = dimensions.filter((dimension) => dimension !== undefined);
  return known.length === dimensions.length ? fn.returnUnit(known) : undefined;
}
