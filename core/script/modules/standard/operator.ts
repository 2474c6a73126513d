/** Python's `operator`. */

import type { Interpreter } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { NativeFunction } from '../../objects/functions.ts';
import type { PyModule } from '../../objects/module.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { binaryOperation, inplaceOperation, unaryOperation } from '../../operations/arithmetic.ts';
import { getAttribute } from '../../operations/attributes.ts';
import { compareValues, equals } from '../../operations/comparison.ts';
import { contains, deleteItem, getItem, setItem } from '../../operations/items.ts';
import { toBigInteger } from '../../operations/numbers.ts';
import { type BinaryOp, type CompareOp, PyStr, type PyValue, type UnaryOp, Unknown } from '../../values.ts';
import { fn, members, moduleOf } from './define.ts';

const COPES = { takesUnknown: true };

const BINARY: Readonly<Record<string, BinaryOp>> = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  matmul: '@',
  lshift: '<<',
  rshift: '>>',
  and_: '&',
  or_: '|',
  xor: '^',
  concat: '+',
};
const COMPARE: Readonly<Record<string, CompareOp>> = {
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};
const UNARY: Readonly<Record<string, UnaryOp>> = { neg: '-', pos: '+', inv: '~', invert: '~' };

function operators(): NativeFunction[] {
  const binary = Object.entries(BINARY).flatMap(([name, op]) => [
    fn(name, 'a b', ([a = null, b = null], ctx) => binaryOperation(op, a, b, ctx), COPES),
    fn(
      `i${name.replace('_', '')}`,
      'a b',
      ([a = null, b = null], ctx) => inplaceOperation(op, a, b, ctx),
      COPES,
    ),
  ]);
  const compare = Object.entries(COMPARE).map(([name, op]) =>
    fn(name, 'a b', ([a = null, b = null], ctx) => compareValues(op, a, b, ctx), COPES),
  );
  const unary = Object.entries(UNARY).map(([name, op]) =>
    fn(name, 'a', ([a = null], ctx) => unaryOperation(op, a, ctx), COPES),
  );
  return [...binary, ...compare, ...unary];
}

function attributePath(value: PyValue, path: string, ctx: Interpreter): PyValue {
  return path.split('.').reduce((object, name) => getAttribute(object, name, ctx), value);
}

/** A function that fetches one thing, or a tuple of several. */
function getter(
  name: string,
  keys: readonly PyValue[],
  fetch: (value: PyValue, key: PyValue, ctx: Interpreter) => PyValue,
): NativeFunction {
  return new NativeFunction(name, ({ positional: [value = null] }, ctx) => {
    if (value instanceof Unknown) return new Unknown();
    const [first = null, ...others] = keys.map((key) => fetch(value, key, ctx));
    return others.length === 0 ? first : new PyTuple([first, ...others]);
  });
}

const FUNCTIONS: readonly NativeFunction[] = [
  fn('abs', 'a', ([a = null], ctx) => {
    if (typeof a === 'number') return Math.abs(a);
    return compareValues('<', a, 0n, ctx) === true ? unaryOperation('-', a, ctx) : a;
  }),
  fn('not_', 'a', ([a], ctx) => !ctx.truth(a ?? null)),
  fn('truth', 'a', ([a], ctx) => ctx.truth(a ?? null)),
  fn('is_', 'a b', ([a, b]) => a === b),
  fn('is_not', 'a b', ([a, b]) => a !== b),
  fn('index', 'a', ([a]) => toBigInteger(a ?? null)),
  fn('contains', 'a b', ([a = null, b = null], ctx) => contains(a, b, ctx)),
  fn('getitem', 'a b', ([a = null, b = null], ctx) => getItem(a, b, ctx), COPES),
  fn(
    'setitem',
    'a b c',
    ([a = null, b = null, c = null], ctx) => {
      setItem(a, b, c, ctx);
      return null;
    },
    COPES,
  ),
  fn('delitem', 'a b', ([a = null, b = null], ctx) => {
    deleteItem(a, b, ctx);
    return null;
  }),
  fn('countOf', 'a b', ([a = null, b = null], ctx) => {
    return BigInt([...ctx.iterate(a)].filter((item) => equals(item, b, ctx)).length);
  }),
  fn('itemgetter', 'item *items', ([item = null], _ctx, { rest }) =>
    getter('itemgetter', [item, ...rest], getItem),
  ),
  fn('attrgetter', 'attr *attrs', ([attr = null], _ctx, { rest }) =>
    getter('attrgetter', [attr, ...rest], (value, path, ctx) => attributePath(value, ctx.str(path), ctx)),
  ),
  fn('methodcaller', 'name *args **kwargs', ([name], _ctx, { rest, keywordRest }) =>
    getter('methodcaller', [name ?? null], (value, key, ctx) =>
      ctx.call(
        getAttribute(value, key instanceof PyStr ? key.value : '', ctx),
        callArguments(rest, keywordRest),
      ),
    ),
  ),
];

export function operatorModule(): PyModule {
  return moduleOf('operator', members(...operators(), ...FUNCTIONS));
}
