import type { Binary, Call, Expression } from '../../grammars/equations/tree.ts';
import type { BrianFunction } from '../functions/function.ts';
import { type DataType, valueTypeOf } from '../variables/variable.ts';
import { ExpressionRenderer, LEVEL, noImplementation, type Piece, primary } from './expressionRenderer.ts';

/** Functions that JavaScript's Math has. */
const MATH: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sin: 'sin',
    cos: 'cos',
    tan: 'tan',
    sinh: 'sinh',
    cosh: 'cosh',
    tanh: 'tanh',
    arcsin: 'asin',
    arccos: 'acos',
    arctan: 'atan',
    exp: 'exp',
    expm1: 'expm1',
    log: 'log',
    log10: 'log10',
    log1p: 'log1p',
    sqrt: 'sqrt',
    abs: 'abs',
    floor: 'floor',
    ceil: 'ceil',
    sign: 'sign',
  }),
);

/** Truth values are JavaScript's own in locals, and 0 or 1 in arrays and arithmetic. */
export class JavascriptRenderer extends ExpressionRenderer {
  protected number(value: number): Piece {
    return value < 0 ? { text: String(value), level: LEVEL.unary } : primary(String(value));
  }

  protected boolean(value: boolean): Piece {
    return primary(String(value));
  }

  protected division(expr: Binary): Piece {
    return this.infix(expr, LEVEL.multiplicative);
  }

  protected power({ left, right }: Binary): Piece {
    const power = `Math.pow(${this.numeric(left)}, ${this.numeric(right)})`;
    const isFloat = this.typeOf(left) === 'float' || this.typeOf(right) === 'float';
    return primary(isFloat ? power : `Math.trunc(${power})`);
  }

  protected equality(op: '==' | '!='): string {
    return `${op}=`;
  }

  protected builtin(name: string, { args }: Call): Piece {
    const method = MATH.get(name);
    if (method !== undefined) {
      const value = `Math.${method}(${args.map((arg) => this.numeric(arg)).join(', ')})`;
      // Integers know no negative zero.
      return primary(method === 'ceil' ? `(${value} + 0)` : value);
    }
    if (name === 'int') return this.truncated(args[0]!);
    if (name === 'clip') {
      const [value, low, high] = args.map((arg) => this.numeric(arg));
      return primary(`Math.min(Math.max(${value}, ${low}), ${high})`);
    }
    if (name === 'exprel' || name === 'timestep') return this.helper(`_${name}`, args);
    throw noImplementation(name, 'javascript', []);
  }

  protected scriptFunction({ implementation, autoVectorise }: BrianFunction, { name, args }: Call): string {
    if (implementation?.kind !== 'script') throw noImplementation(name, 'javascript', []);
    const given = args.map((expr) => ({ text: this.numeric(expr), expr, type: this.typeOf(expr) }));
    return this.context.scriptCall(implementation, given, autoVectorise ?? false);
  }

  converted(expr: Expression, dataType: DataType): string {
    const from = this.typeOf(expr);
    const to = valueTypeOf(dataType);
    if (to === 'boolean')
      return from === 'boolean' ? this.render(expr) : `${this.render(expr, LEVEL.equality)} !== 0`;
    if (to === 'integer' && from === 'float') return `Math.trunc(${this.render(expr)})`;
    return this.numeric(expr);
  }

  private truncated(arg: Expression): Piece {
    if (this.typeOf(arg) !== 'float') return primary(this.numeric(arg, LEVEL.primary));
    return primary(`(Math.trunc(${this.render(arg)}) + 0)`);
  }
}
