/** Comprehensions run in the frame around them, with names of their own; generator expressions are generators. */
import { PyDict, PySet } from '../objects/mappings.ts';
import { PyList } from '../objects/sequences.ts';
import type { Clause, Expr, ExprOf, Stmt } from '../syntax/ast.ts';
import { type PyValue, Unknown } from '../values.ts';
import { targetNames } from './boundNames.ts';
import type { Compiler } from './compiler.ts';
import type { Eval, Frame } from './frame.ts';

export function compileComprehension(c: Compiler, expr: ExprOf<'comprehension'>): Eval {
  if (expr.of === 'generator') return generatorExpression(c, expr);
  const first = expr.clauses[0] as Clause;
  // The first iterable belongs to the scope around, where names of the comprehension do not count.
  const source = c.expr(first.iterable);
  const names = c.scope.enter(expr.clauses.flatMap((clause) => [...targetNames(clause.target)]));
  try {
    return build(c, expr, source, names);
  } finally {
    c.scope.leave();
  }
}

type Visit = (frame: Frame) => void;

function build(
  c: Compiler,
  expr: ExprOf<'comprehension'>,
  source: Eval,
  names: ReadonlyMap<string, number>,
): Eval {
  const result = c.scope.newSlot();
  const visit = nested(c, expr.clauses, 0, source, collector(c, expr, result), result);
  const make = () => (expr.of === 'list' ? new PyList([]) : expr.of === 'set' ? new PySet() : new PyDict());
  return (frame) => {
    const outer = frame.slots[result];
    frame.slots[result] = make();
    frame.comprehensions.push(names);
    try {
      visit(frame);
      return frame.slots[result] ?? null;
    } finally {
      frame.comprehensions.pop();
      frame.slots[result] = outer;
    }
  };
}

function collector(c: Compiler, expr: ExprOf<'comprehension'>, result: number): Visit {
  const element = c.expr(expr.element);
  const value = expr.value && c.expr(expr.value);
  return (frame) => {
    const first = element(frame);
    const second = value?.(frame);
    const target = frame.slots[result];
    frame.at = expr;
    if (target instanceof PyList) target.items.push(first);
    else if (target instanceof PySet) target.add(first);
    else if (target instanceof PyDict) target.setItem(first, second ?? null, c.evaluator);
  };
}

/** Elements of unknown number, and those that an unknown condition picks, make the result unknown. */
function nested(
  c: Compiler,
  clauses: readonly Clause[],
  index: number,
  source: Eval | undefined,
  collect: Visit,
  result: number,
): Visit {
  const clause = clauses[index];
  if (!clause) return collect;
  const iterable = source ?? c.expr(clause.iterable);
  const store = c.store(clause.target);
  const conditions = clause.conditions.map((condition) => ({ test: c.expr(condition), span: condition }));
  const inner = nested(c, clauses, index + 1, undefined, collect, result);
  const { evaluator } = c;
  return (frame) => {
    const values = iterable(frame);
    frame.at = clause.iterable;
    if (values instanceof Unknown) frame.slots[result] = new Unknown();
    turns: for (const value of evaluator.iterate(values)) {
      evaluator.tick();
      store(frame, value);
      for (const { test, span } of conditions) {
        const holds = test(frame);
        frame.at = span;
        if (holds instanceof Unknown) frame.slots[result] = new Unknown();
        if (!evaluator.truth(holds)) continue turns;
      }
      inner(frame);
    }
  };
}

/** `(f(x) for x in xs)` is a generator function that is called with `iter(xs)`. */
function generatorExpression(c: Compiler, expr: ExprOf<'comprehension'>): Eval {
  const [first, ...rest] = expr.clauses as [Clause, ...Clause[]];
  const source = c.expr(first.iterable);
  const parameter = '.source';
  const range = { start: expr.start, end: expr.end };
  const yielding: Stmt = {
    kind: 'expr',
    value: { kind: 'yield', value: expr.element, from: false, ...range },
    ...range,
  };
  const sourceName: Expr = { kind: 'name', name: parameter, ...range };
  const body = [{ ...first, iterable: sourceName }, ...rest].reduceRight<Stmt>(wrapped(range), yielding);
  const make = c.makeFunction(
    '<genexpr>',
    [{ name: parameter, kind: 'positional', ...range }],
    [body],
    range,
  );
  const { evaluator } = c;
  return (frame) => {
    const values = source(frame);
    frame.at = first.iterable;
    const iterator: PyValue = evaluator.iterator(values);
    return evaluator.call(make(frame), { positional: [iterator], keywords: new Map() });
  };
}

function wrapped(range: { start: number; end: number }): (inner: Stmt, clause: Clause) => Stmt {
  return (inner, { target, iterable, conditions }) => {
    const body = conditions.reduceRight<Stmt>(
      (statement, test) => ({ kind: 'if', test, body: [statement], orelse: [], ...range }),
      inner,
    );
    return { kind: 'for', target, iterable, body: [body], orelse: [], ...range };
  };
}
