/** The unit part of an equation, the text after the colon: a product of unscaled units. */
import type { TextRange } from '../text/range.ts';
import { DIMENSIONLESS, type Dimension } from './dimension.ts';
import { unitOf } from './displayUnits.ts';
import { mismatchMessage } from './errors.ts';
import { EQUATION_UNIT_GROUPS, equationUnits, unitByName } from './registry.ts';
import { baseProduct, Unit } from './unit.ts';

export interface UnitSpecification {
  readonly dimension: Dimension;
  /** As written; absent for `1`, `boolean` and `integer`. */
  readonly unit?: Unit;
}

export interface UnitSpecificationError {
  readonly errorClass: 'ValueError' | 'TypeError';
  readonly message: string;
  /** In the text that was given. */
  readonly range: TextRange;
}

/** Reads `siemens/metre**2`. `1`, `boolean` and `integer` are without dimension. Never throws. */
export function parseEquationUnit(text: string): UnitSpecification | UnitSpecificationError {
  const specification = text.trim();
  const start = text.length - text.trimStart().length;
  const whole = { start, end: start + specification.length };
  if (['1', 'boolean', 'integer'].includes(specification)) return { dimension: DIMENSIONLESS };
  if (specification === 'bool')
    return problem(whole, "Use 'boolean' not 'bool' as the unit for a boolean variable.", 'TypeError');
  const tokens = tokenize(specification);
  for (const token of tokens ?? []) {
    const complaint = token.kind === 'name' ? complaintAbout(token.text) : undefined;
    if (complaint !== undefined) {
      const at = start + token.start;
      return problem({ start: at, end: at + token.text.length }, complaint);
    }
  }
  const value = specification === '' ? EMPTY : tokens === undefined ? SYNTAX : new UnitParser(tokens).parse();
  return judge(value, specification, whole);
}

function judge(
  value: Value | Failure,
  specification: string,
  range: TextRange,
): UnitSpecification | UnitSpecificationError {
  if (value instanceof Unit) return { dimension: value.dimension, unit: value };
  if (typeof value === 'string')
    return problem(range, `Could not interpret '${specification}' as a unit specification: ${value}`);
  if (value.type === 'quantity')
    return problem(
      range,
      `'${specification}' does not evaluate to a unit but to a quantity -- make sure to only use units, ` +
        "e.g. 'siemens/metre**2' and not '1 * siemens/metre**2'",
    );
  return problem(
    range,
    `'${specification}' does not evaluate to a unit, the result has type <class '${value.type}'> instead.`,
  );
}

function problem(
  range: TextRange,
  message: string,
  errorClass: UnitSpecificationError['errorClass'] = 'ValueError',
): UnitSpecificationError {
  return { errorClass, message, range };
}

/** Says why a name may not stand in a unit specification. */
function complaintAbout(name: string): string | undefined {
  if (equationUnits().has(name)) return undefined;
  const refers = `Unit specification refers to '${name}', but this is not a base unit.`;
  const unit = unitByName(name);
  if (unit === undefined) return `${refers} The following base units are allowed: ${allowedUnits()}.`;
  const unscaled = unitOf(unit.dimension).name;
  return `${refers} Use '${equationUnits().has(unscaled) ? unscaled : baseProduct(unit.dimension)}' instead.`;
}

function allowedUnits(): string {
  const groups = EQUATION_UNIT_GROUPS.map(([first, ...others]) =>
    others.length === 0 ? first : `${first} (${others.join(', ')})`,
  );
  return groups.join(', ');
}

interface Token {
  readonly kind: 'name' | 'number' | 'operator';
  readonly text: string;
  readonly start: number;
}

/** Undefined where a character fits nowhere. */
function tokenize(text: string): Token[] | undefined {
  const pattern = /\s*(?:([A-Za-z_]\w*)|((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(\*\*|\/\/|[*/.()+-]))/y;
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end) {
    const match = pattern.exec(text);
    if (match === null) return undefined;
    const kind = match[1] !== undefined ? 'name' : match[2] !== undefined ? 'number' : 'operator';
    const token = match[1] ?? match[2] ?? match[3]!;
    tokens.push({ kind, text: token, start: pattern.lastIndex - token.length });
  }
  return tokens;
}

/** What a part of the specification is worth; a string is Python's complaint. */
type Value =
  | Unit
  | { readonly type: 'int' | 'float'; readonly number: number }
  | { readonly type: 'quantity' };
type Failure = string;
const SYNTAX: Failure = 'invalid syntax (<string>, line 1)';
const EMPTY: Failure = 'invalid syntax (<string>, line 0)';
const QUANTITY: Value = { type: 'quantity' };

/** Recursive descent over Python's precedences of `+ - * / // **` and unary signs. */
class UnitParser {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Value | Failure {
    const value = this.binary(['+', '-'], () => this.binary(['*', '/', '//'], () => this.signed()));
    return this.position < this.tokens.length ? SYNTAX : value;
  }

  private binary(operators: readonly string[], operand: () => Value | Failure): Value | Failure {
    let value = operand();
    for (let operator = this.take(operators); operator !== undefined; operator = this.take(operators)) {
      const right = operand();
      if (typeof value !== 'string')
        value = typeof right === 'string' ? right : combine(operator, value, right);
    }
    return value;
  }

  private signed(): Value | Failure {
    const sign = this.take(['+', '-']);
    if (sign === undefined) return this.power();
    const value = this.signed();
    if (typeof value === 'string') return value;
    if (sign === '+') return value;
    return isNumber(value) ? { ...value, number: -value.number } : QUANTITY;
  }

  private power(): Value | Failure {
    const value = this.atom();
    if (typeof value === 'string' || this.take(['**']) === undefined) return value;
    const exponent = this.signed();
    return typeof exponent === 'string' ? exponent : combine('**', value, exponent);
  }

  private atom(): Value | Failure {
    const token = this.tokens[this.position];
    if (token === undefined) return SYNTAX;
    this.position++;
    if (token.kind === 'name') return unitByName(token.text) ?? SYNTAX;
    if (token.kind === 'number')
      return { type: /^\d+$/.test(token.text) ? 'int' : 'float', number: Number(token.text) };
    if (token.text !== '(') return SYNTAX;
    const value = this.binary(['+', '-'], () => this.binary(['*', '/', '//'], () => this.signed()));
    return this.take([')']) === undefined ? SYNTAX : value;
  }

  private take(operators: readonly string[]): string | undefined {
    const token = this.tokens[this.position];
    if (token?.kind !== 'operator' || !operators.includes(token.text)) return undefined;
    this.position++;
    return token.text;
  }
}

function isNumber(value: Value): value is { type: 'int' | 'float'; number: number } {
  return !(value instanceof Unit) && value.type !== 'quantity';
}

function combine(operator: string, left: Value, right: Value): Value | Failure {
  if (left instanceof Unit && right instanceof Unit) {
    if (operator === '*') return left.multiply(right);
    if (operator === '/') return left.divide(right);
    if (operator === '**') return exponentComplaint(left, right);
    return QUANTITY;
  }
  if (left instanceof Unit && isNumber(right) && operator === '**')
    return left.power(right.number, numberText(right));
  if (right instanceof Unit && isNumber(left) && operator === '/' && left.number === 1)
    return right.power(-1, '-1');
  if (isNumber(left) && isNumber(right)) {
    const isFloat = operator === '/' || left.type === 'float' || right.type === 'float';
    return { type: isFloat ? 'float' : 'int', number: arithmetic(operator, left.number, right.number) };
  }
  return QUANTITY;
}

function exponentComplaint(base: Unit, exponent: Unit): Failure {
  const text = `Cannot calculate ${base.displayName} ** ${exponent.displayName}, the exponent has to be dimensionless`;
  return mismatchMessage(text, [exponent.dimension]);
}

function arithmetic(operator: string, a: number, b: number): number {
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '*') return a * b;
  if (operator === '/') return a / b;
  return operator === '//' ? Math.floor(a / b) : a ** b;
}

function numberText(value: { type: 'int' | 'float'; number: number }): string {
  return value.type === 'float' && Number.isInteger(value.number) ? `${value.number}.0` : `${value.number}`;
}
