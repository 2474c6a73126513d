/** `datetime.timedelta` */
import { OBJECT } from '../../builtins/types.ts';
import { bindArguments } from '../../objects/arguments.ts';
import { PyClass } from '../../objects/classes.ts';
import { pythonError } from '../../objects/errors.ts';
import { integerDivision } from '../../operations/arithmetic.ts';
import { exactRatio, roundedQuotient } from '../../operations/floatText.ts';
import { asInteger, toNumber } from '../../operations/numbers.ts';
import {
  type BinaryOp,
  type CompareOp,
  PyObject,
  type PyValue,
  type UnaryOp,
  Unknown,
} from '../../values.ts';
import { methods } from './define.ts';

const SECOND = 1_000_000n;
const DAY = 86_400n * SECOND;

export function orderOf(op: CompareOp, a: bigint, b: bigint): boolean {
  if (op === '==') return a === b;
  if (op === '!=') return a !== b;
  if (op === '<') return a < b;
  if (op === '<=') return a <= b;
  return op === '>' ? a > b : a >= b;
}

/** A span of time in whole microseconds. */
export class PyTimeDelta extends PyObject {
  readonly typeName = 'timedelta';
  constructor(readonly microseconds: bigint) {
    super();
  }
  get pyClass(): PyClass {
    return TIMEDELTA;
  }
  /** Days of either sign, and what is over, never negative. */
  get parts(): { days: bigint; seconds: bigint; microseconds: bigint } {
    const [days, rest] = integerDivision(this.microseconds, DAY);
    return { days, seconds: rest / SECOND, microseconds: rest % SECOND };
  }
  override getAttribute(name: string): PyValue | undefined {
    return name === 'days' || name === 'seconds' || name === 'microseconds' ? this.parts[name] : undefined;
  }
  override binary(op: BinaryOp, other: PyValue, reflected: boolean): PyValue | undefined {
    if (other instanceof PyTimeDelta) return this.withDelta(op, other, reflected);
    if (typeof other !== 'number' && typeof other !== 'bigint') return undefined;
    if (op === '*') return new PyTimeDelta(times(this.microseconds, other));
    if (reflected) return undefined;
    if ((op === '/' || op === '//') && Number(other) === 0)
      throw pythonError('ZeroDivisionError', 'integer division or modulo by zero');
    if (op === '/') return new PyTimeDelta(over(this.microseconds, other));
    if (op === '//' && typeof other === 'bigint')
      return new PyTimeDelta(integerDivision(this.microseconds, other)[0]);
    return undefined;
  }
  override unary(op: UnaryOp): PyValue | undefined {
    if (op === '~') return undefined;
    return op === '-' ? new PyTimeDelta(-this.microseconds) : this;
  }
  override compare(op: CompareOp, other: PyValue): PyValue | undefined {
    return other instanceof PyTimeDelta ? orderOf(op, this.microseconds, other.microseconds) : undefined;
  }
  override truth(): boolean {
    return this.microseconds !== 0n;
  }
  override hashKey(): unknown {
    return `timedelta ${this.microseconds}`;
  }
  override repr(): string {
    const fields = Object.entries(this.parts).filter(([, value]) => value !== 0n);
    const shown = fields.map(([name, value]) => `${name}=${value}`).join(', ');
    return `datetime.timedelta(${shown === '' ? '0' : shown})`;
  }
  override str(): string {
    const { days, seconds, microseconds } = this.parts;
    const two = (value: bigint): string => String(value).padStart(2, '0');
    const clock = `${seconds / 3600n}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}`;
    const fraction = microseconds === 0n ? '' : `.${String(microseconds).padStart(6, '0')}`;
    if (days === 0n) return clock + fraction;
    return `${days} day${days === 1n || days === -1n ? '' : 's'}, ${clock}${fraction}`;
  }

  private withDelta(op: BinaryOp, other: PyTimeDelta, reflected: boolean): PyValue | undefined {
    const [a, b] = reflected
      ? [other.microseconds, this.microseconds]
      : [this.microseconds, other.microseconds];
    if (op === '+') return new PyTimeDelta(a + b);
    if (op === '-') return new PyTimeDelta(a - b);
    if (op === '/') {
      if (b === 0n) throw pythonError('ZeroDivisionError', 'division by zero');
      return Number(a) / Number(b);
    }
    if (op === '//') return integerDivision(a, b)[0];
    return op === '%' ? new PyTimeDelta(integerDivision(a, b)[1]) : undefined;
  }
}

function times(microseconds: bigint, factor: number | bigint): bigint {
  if (typeof factor === 'bigint') return microseconds * factor;
  const [numerator, denominator] = exactRatio(factor);
  return roundedQuotient(microseconds * numerator, denominator);
}

function over(microseconds: bigint, divisor: number | bigint): bigint {
  const [numerator, denominator] = typeof divisor === 'bigint' ? [divisor, 1n] : exactRatio(divisor);
  const sign = numerator < 0n ? -1n : 1n;
  return roundedQuotient(sign * microseconds * denominator, sign * numerator);
}

const UNITS: readonly (readonly [string, bigint])[] = [
  ['days', DAY],
  ['seconds', SECOND],
  ['microseconds', 1n],
  ['milliseconds', 1000n],
  ['minutes', 60n * SECOND],
  ['hours', 3600n * SECOND],
  ['weeks', 7n * DAY],
];

export const TIMEDELTA: PyClass = new PyClass(
  'timedelta',
  [OBJECT],
  methods(PyTimeDelta, [['total_seconds', '', (self) => Number(self.microseconds) / 1e6]]),
  {
    module: 'datetime',
    construct: (args) => {
      const values = bindArguments(
        'timedelta',
        args,
        UNITS.map(([name]) => `${name}=0`),
      );
      if (values.some((value) => value instanceof Unknown)) return new Unknown();
      const parts = UNITS.map(([, unit], i) =>
        times(unit, asInteger(values[i] ?? null) ?? toNumber(values[i] ?? null)),
      );
      return new PyTimeDelta(parts.reduce((a, b) => a + b, 0n));
    },
  },
);
