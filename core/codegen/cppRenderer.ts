import type { Binary, Call, Expression } from '../../grammars/equations/tree.ts';
import type { BrianFunction } from '../functions/function.ts';
import { type DataType, valueTypeOf } from '../variables/variable.ts';
import { ExpressionRenderer, LEVEL, noImplementation, type Piece, primary } from './expressionRenderer.ts';

/** Functions of a double in C's maths library. */
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
    floor: 'floor',
    ceil: 'ceil',
  }),
);

/** Integers are int64_t in locals, so that they hold what JavaScript's numbers hold. */
export class CppRenderer extends ExpressionRenderer {
  protected number(value: number, isInteger: boolean): Piece {
    if (Number.isNaN(value)) return primary('NAN');
    if (!Number.isFinite(value))
      return value < 0 ? { text: '-INFINITY', level: LEVEL.unary } : primary('INFINITY');
    const digits = String(value);
    const text = isInteger || /[.e]/.test(digits) ? digits : `${digits}.0`;
    return value < 0 ? { text, level: LEVEL.unary } : primary(text);
  }

  protected boolean(value: boolean): Piece {
    return primary(String(value));
  }

  protected division(expr: Binary): Piece {
    const level = LEVEL.multiplicative;
    const isInteger = this.typeOf(expr.left) !== 'float' && this.typeOf(expr.right) !== 'float';
    const left = isInteger ? this.double(expr.left) : this.numeric(expr.left, level);
    return { text: `${left} / ${this.numeric(expr.right, level + 1)}`, level };
  }

  protected power({ left, right }: Binary): Piece {
    const power = `pow(${this.double(left)}, ${this.double(right)})`;
    const isFloat = this.typeOf(left) === 'float' || this.typeOf(right) === 'float';
    return primary(isFloat ? power : `((int64_t)${power})`);
  }

  protected equality(op: '==' | '!='): string {
    return op;
  }

  protected builtin(name: string, call: Call): Piece {
    const { args } = call;
    const method = MATH.get(name);
    if (method !== undefined) return primary(`${method}(${this.double(args[0]!)})`);
    const isFloat = this.typeOf(call) === 'float';
    switch (name) {
      case 'int':
        return this.truncated(args[0]!);
      case 'abs':
        return isFloat ? primary(`fabs(${this.double(args[0]!)})`) : this.helper('_abs_int', args);
      case 'sign':
        return this.helper(isFloat ? '_sign' : '_sign_int', args);
      case 'clip':
        return this.helper(isFloat ? '_clip' : '_clip_int', args);
      case 'exprel':
      case 'timestep':
        return this.helper(`_${name}`, args);
      default:
        throw noImplementation(name, 'cpp', []);
    }
  }

  protected scriptFunction(called: BrianFunction, { name, args }: Call): string {
    const { implementation, autoVectorise } = called;
    if (implementation?.kind !== 'script') throw noImplementation(name, 'cpp', []);
    const code = implementation.code('cpp');
    if (code === undefined) throw noImplementation(name, 'cpp', implementation.targets());
    this.context.needsFunction(name, called);
    const texts = args.map((arg) => this.render(arg));
    if (autoVectorise) texts.push(this.context.element);
    return `${code.name ?? name}(${texts.join(', ')})`;
  }

  converted(expr: Expression, dataType: DataType): string {
    const from = this.typeOf(expr);
    const to = valueTypeOf(dataType);
    if (to === 'boolean')
      return from === 'boolean' ? this.render(expr) : `${this.render(expr, LEVEL.equality)} != 0`;
    if (to === 'integer' && from === 'float') return `(int64_t)${this.render(expr, LEVEL.unary)}`;
    return this.numeric(expr);
  }

  private double(expr: Expression): string {
    return this.typeOf(expr) === 'float'
      ? this.numeric(expr)
      : `(double)${this.numeric(expr, LEVEL.primary)}`;
  }

  private truncated(arg: Expression): Piece {
    if (this.typeOf(arg) !== 'float') return primary(this.numeric(arg, LEVEL.primary));
    return { text: `(int64_t)${this.render(arg, LEVEL.primary)}`, level: LEVEL.unary };
  }
}
