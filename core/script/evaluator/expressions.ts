/** Expressions as closures. */

import { typeError } from '../objects/errors.ts';
import { PyDict, PySet } from '../objects/mappings.ts';
import { PyList, PyTuple } from '../objects/sequences.ts';
import { PySlice } from '../objects/slice.ts';
import { binaryOperation, integerProduct, unaryOperation } from '../operations/arithmetic.ts';
import { getAttribute } from '../operations/attributes.ts';
import { getItem } from '../operations/items.ts';
import { typeName } from '../operations/numbers.ts';
import type { Expr, ExprOf } from '../syntax/ast.ts';
import { relocated } from '../syntax/placed.ts';
import { type BinaryOp, type PyValue, Unknown } from '../values.ts';
import { compileCall } from './calls.ts';
import { compileComparison } from './comparisons.ts';
import type { Compiler } from './compiler.ts';
import { compileComprehension } from './comprehensions.ts';
import { compileFormatString } from './formatStrings.ts';
import type { Eval, Frame } from './frame.ts';
import { alternatives } from './merging.ts';
import { loadName, storeName } from './variables.ts';

export function compileExpr(c: Compiler, expr: Expr): Eval {
  switch (expr.kind) {
    case 'constant': {
      const value = relocated(expr.value, expr);
      return () => value;
    }
    case 'name':
      return loadName(c, expr.name, expr);
    case 'format':
      return compileFormatString(c, expr.parts, expr);
    case 'tuple':
      return compileItems(c, expr.items, (items) => new PyTuple(items));
    case 'list':
      return compileItems(c, expr.items, (items) => new PyList(items));
    case 'set':
      return compileItems(c, expr.items, (items) => new PySet(items));
    case 'dict':
      return dictionary(c, expr);
    case 'binary':
      return binary(c, expr);
    case 'unary':
      return unary(c, expr);
    case 'bool':
      return bool(c, expr);
    case 'compare':
      return compileComparison(c, expr);
    case 'conditional':
      return conditional(c, expr);
    case 'lambda':
      return c.makeFunction(
        '<lambda>',
        expr.parameters,
        [{ kind: 'return', value: expr.body, start: expr.body.start, end: expr.body.end }],
        expr,
      );
    case 'call':
      return compileCall(c, expr);
    case 'attribute':
      return attribute(c, expr);
    case 'subscript':
      return subscript(c, expr);
    case 'slice':
      return slice(c, expr);
    case 'named':
      return named(c, expr);
    case 'comprehension':
      return compileComprehension(c, expr);
    case 'yield':
      return yielded(c, expr);
    case 'starred':
      return () => {
        throw typeError("can't use starred expression here");
      };
    case 'unsupported': {
      const { what } = expr;
      return (frame) => {
        frame.at = expr;
        return unsupported(c, frame, what);
      };
    }
  }
}

/** What Python has and this evaluator has not: an error of a run, but no error of the script. */
function unsupported(c: Compiler, frame: Frame, what: string): PyValue {
  const message = `${what} not supported`;
  if (!c.analysing) return c.evaluator.raise('NotImplementedError', message);
  const { location } = frame;
  c.evaluator.analysis.report({
    code: 'unsupported',
    severity: 'information',
    errorClass: 'NotImplementedError',
    message,
    location,
  });
  return new Unknown();
}

/** Several values with `*unpacking`, gathered in an array. */
export function compileItems(c: Compiler, items: readonly Expr[], make: (items: PyValue[]) => PyValue): Eval {
  if (!items.some((item) => item.kind === 'starred')) {
    const parts = items.map((item) => c.expr(item));
    return (frame) => make(parts.map((part) => part(frame)));
  }
  const parts = items.map((item) => ({
    starred: item.kind === 'starred',
    value: c.expr(item.kind === 'starred' ? item.value : item),
    span: item,
  }));
  return (frame) => {
    const values: PyValue[] = [];
    for (const part of parts) {
      const value = part.value(frame);
      frame.at = part.span;
      if (!part.starred) values.push(value);
      else for (const element of c.evaluator.iterate(value)) values.push(element);
    }
    return make(values);
  };
}

function dictionary(c: Compiler, expr: ExprOf<'dict'>): Eval {
  const entries = expr.entries.map(({ key, value }) => ({ key: key && c.expr(key), value: c.expr(value) }));
  return (frame) => {
    const dict = new PyDict();
    for (const entry of entries) {
      if (entry.key) {
        const key = entry.key(frame);
        const value = entry.value(frame);
        frame.at = expr;
        dict.setItem(key, value, c.evaluator);
        continue;
      }
      const source = entry.value(frame);
      frame.at = expr;
      if (source instanceof PyDict) dict.setAll(source);
      else if (source instanceof Unknown) dict.hasUnknownKeys = true;
      else throw typeError(`'${typeName(source)}' object is not a mapping`);
    }
    return dict;
  };
}

function binary(c: Compiler, expr: ExprOf<'binary'>): Eval {
  const left = c.expr(expr.left);
  const right = c.expr(expr.right);
  const { op } = expr;
  const { evaluator } = c;
  const fast = FAST.get(op);
  if (fast) {
    const { floats, integers } = fast;
    return (frame) => {
      const a = left(frame);
      const b = right(frame);
      if (typeof a === 'number' && typeof b === 'number') return floats(a, b);
      if (typeof a === 'bigint' && typeof b === 'bigint') return integers(a, b);
      frame.at = expr;
      return binaryOperation(op, a, b, evaluator);
    };
  }
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    frame.at = expr;
    return binaryOperation(op, a, b, evaluator);
  };
}

interface FastOperation {
  readonly floats: (a: number, b: number) => number;
  readonly integers: (a: bigint, b: bigint) => bigint;
}

const FAST: ReadonlyMap<BinaryOp, FastOperation> = new Map([
  ['+', { floats: (a, b) => a + b, integers: (a, b) => a + b }],
  ['-', { floats: (a, b) => a - b, integers: (a, b) => a - b }],
  ['*', { floats: (a, b) => a * b, integers: integerProduct }],
]);

function unary(c: Compiler, expr: ExprOf<'unary'>): Eval {
  const operand = c.expr(expr.operand);
  const { op } = expr;
  if (op !== 'not')
    return (frame) => {
      const value = operand(frame);
      frame.at = expr;
      return unaryOperation(op, value, c.evaluator);
    };
  return (frame) => {
    const value = operand(frame);
    if (value instanceof Unknown) return new Unknown();
    frame.at = expr;
    return !c.evaluator.truth(value);
  };
}

function bool(c: Compiler, expr: ExprOf<'bool'>): Eval {
  const left = c.expr(expr.left);
  const right = c.expr(expr.right);
  const isAnd = expr.op === 'and';
  return (frame) => {
    const value = left(frame);
    // What stands behind an unknown condition may rely on it, so it is not looked at.
    if (value instanceof Unknown) return new Unknown();
    frame.at = expr.left;
    return c.evaluator.truth(value) === isAnd ? right(frame) : value;
  };
}

function conditional(c: Compiler, expr: ExprOf<'conditional'>): Eval {
  const test = c.expr(expr.test);
  const body = c.expr(expr.body);
  const orelse = c.expr(expr.orelse);
  return (frame) => {
    const value = test(frame);
    frame.at = expr.test;
    if (value instanceof Unknown) return alternatives(c.evaluator, [body, orelse], frame);
    return c.evaluator.truth(value) ? body(frame) : orelse(frame);
  };
}

function attribute(c: Compiler, expr: ExprOf<'attribute'>): Eval {
  const object = c.expr(expr.object);
  const { name } = expr;
  return (frame) => {
    const value = object(frame);
    frame.at = expr;
    return getAttribute(value, name, c.evaluator);
  };
}

function subscript(c: Compiler, expr: ExprOf<'subscript'>): Eval {
  const object = c.expr(expr.object);
  const index = c.expr(expr.index);
  return (frame) => {
    const value = object(frame);
    const key = index(frame);
    frame.at = expr;
    return getItem(value, key, c.evaluator);
  };
}

function slice(c: Compiler, expr: ExprOf<'slice'>): Eval {
  const [lower, upper, step] = [expr.lower, expr.upper, expr.step].map((part) => part && c.expr(part));
  return (frame) => {
    const bounds = [lower?.(frame) ?? null, upper?.(frame) ?? null, step?.(frame) ?? null] as const;
    return bounds.some((bound) => bound instanceof Unknown) ? new Unknown() : new PySlice(...bounds);
  };
}

function named(c: Compiler, expr: ExprOf<'named'>): Eval {
  const value = c.expr(expr.value);
  const store = storeName(c, expr.name, expr);
  return (frame) => {
    const result = value(frame);
    store(frame, result);
    return result;
  };
}

/** A yield is done before its statement; the statement reads what was sent. */
function yielded(c: Compiler, expr: ExprOf<'yield'>): Eval {
  const pending = c.pendingYields;
  if (!pending)
    return (frame) => {
      frame.at = expr;
      return c.evaluator.raise('SyntaxError', "'yield' outside function");
    };
  const value = expr.value ? c.expr(expr.value) : () => null;
  const slot = c.scope.newSlot();
  pending.push({ value, slot, from: expr.from, span: expr });
  return (frame) => frame.slots[slot] ?? null;
}
