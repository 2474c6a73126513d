import assert from 'node:assert/strict';
import { asQuantity, fromQuantity, toFloat64 } from '../../../../core/script/modules/numpy/index.ts';
import { inplaceOperation } from '../../../../core/script/operations/arithmetic.ts';
import { setItem } from '../../../../core/script/operations/items.ts';
import { type BinaryOp, type PyValue, Unknown } from '../../../../core/script/values.ts';
import { VOLT } from '../../../../core/units/dimension.ts';
import { evaluateExpression, newContext } from './evaluateExpression.ts';

function inplace(left: string, op: BinaryOp, right: string): { target: string; result: string } {
  const ctx = newContext();
  const target = evaluateExpression(left, ctx);
  const result = inplaceOperation(op, target, evaluateExpression(right, ctx), ctx);
  return { target: ctx.repr(target), result: ctx.repr(result) };
}

describe('in-place operators', () => {
  const shared: readonly [string, BinaryOp, string, string][] = [
    ['[1,2]*mV', '+', '1*mV', 'array([2., 3.]) * mvolt'],
    ['[1,2]*mV', '*', '2*ms', 'array([2., 4.]) * uweber'],
    ['array([1,2])', '+', '1', 'array([2, 3])'],
    ['array([1.,2])', '*', 'mV', 'array([0.001, 0.002])'],
  ];
  for (const [left, op, right, expected] of shared)
    it(`${left} ${op}= ${right} changes the object`, () =>
      assert.deepEqual(inplace(left, op, right), { target: expected, result: expected }));

  it('on scalars make a new object', () =>
    assert.deepEqual(inplace('3*mV', '+', '1*mV'), { target: '3. * mvolt', result: '4. * mvolt' }));

  const refused: readonly [string, BinaryOp, string, string][] = [
    ['[1,2]*mV', '+', '1', 'Cannot calculate ... += 1, units do not match (units are V and 1).'],
    ['[1,2]*mV', '-', '2*ms', 'Cannot calculate ... -= 2. ms, units do not match (units are V and s).'],
    ['mV', '+', '1', 'Units cannot be modified in-place'],
    [
      'array([1,2])',
      '+',
      '1.5',
      "Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'",
    ],
  ];
  for (const [left, op, right, message] of refused)
    it(`${left} ${op}= ${right} fails`, () => assert.throws(() => inplace(left, op, right), { message }));
});

describe('item assignment to quantities', () => {
  const assigned = (value: string): string => {
    const ctx = newContext();
    const target = evaluateExpression('[1,2]*mV', ctx);
    setItem(target, 0n, evaluateExpression(value, ctx), ctx);
    return ctx.repr(target);
  };
  it('takes the same unit', () => assert.equal(assigned('3*mV'), 'array([3., 2.]) * mvolt'));
  it('takes zero', () => assert.equal(assigned('0'), 'array([0., 2.]) * mvolt'));
  it('refuses others', () =>
    assert.throws(() => assigned('3'), { message: 'Inconsistent units in assignment (units are V and 1).' }));
});

describe('history of units', () => {
  it('shows a dimension in the compound unit used before', () => {
    const ctx = newContext();
    const print = (text: string) => ctx.repr(evaluateExpression(text, ctx));
    assert.equal(print('1.5*volt/second'), '1.5 * metre ** 2 * kilogram * second ** -4 * amp ** -1');
    assert.equal(print('mV/ms'), 'mvolt / msecond');
    assert.equal(print('1.5*volt/second'), '1.5 * mvolt / msecond');
  });
});

describe('quantities for other parts', () => {
  const ctx = newContext();
  const quantity = (text: string) => asQuantity(evaluateExpression(text, ctx), ctx);

  it('come from numbers, lists and quantities', () => {
    assert.equal(quantity('3')?.value, 3);
    assert.equal(quantity('2*mV')?.dimension, VOLT);
    assert.deepEqual([...toFloat64(evaluateExpression('[1*mV,2*mV]', ctx), ctx)!], [0.001, 0.002]);
    assert.equal(quantity('"a"'), undefined);
    assert.equal(quantity('None'), undefined);
  });

  it('collapse without dimension', () => {
    assert.equal(fromQuantity({ value: 3, dimension: VOLT.divide(VOLT) }), 3);
  });
});

describe('unknown values', () => {
  const names = new Map<string, PyValue>([['x', new Unknown()]]);
  const value = (text: string) => evaluateExpression(text, newContext('analysis'), names);

  for (const text of [
    'np.sin(x)',
    'np.concatenate([x, [1]])',
    'linspace(x, 1*mV, 5)',
    'np.arange(5)[x]',
    'x + [1,2]*mV',
    '[1,2]*mV < x',
    'np.zeros(x)',
    'mean(x)',
    '([1,2]*mV).clip(x, 2)',
  ])
    it(`${text} is unknown`, () => assert.ok(value(text) instanceof Unknown));

  it('random numbers are unknown in the editor', () => {
    for (const text of [
      'rand(5)',
      'randn()',
      'np.random.choice([1,2], 3)',
      'np.random.RandomState(1).uniform(0, 1, 3)',
    ])
      assert.ok(value(text) instanceof Unknown, text);
  });

  const dimensioned: readonly [string, string | undefined][] = [
    ['rand(5)*mV', 'm^2 kg s^-3 A^-1'],
    ['mV*rand(5)', 'm^2 kg s^-3 A^-1'],
    ['-60*mV + 5*rand(5)*mV', 'm^2 kg s^-3 A^-1'],
    ['2*rand(5) + 1', '1'],
    ['rand(5)/ms', 's^-1'],
    ['np.mean(rand(5)*mV)', 'm^2 kg s^-3 A^-1'],
    ['np.argmax(rand(5)*mV)', undefined],
    ['np.var(rand(5)*mV)', undefined],
    ['x*mV', undefined],
  ];
  for (const [text, dimension] of dimensioned)
    it(`${text} has ${dimension ?? 'no known dimension'}`, () =>
      assert.equal((value(text) as Unknown).dimension?.toString(), dimension));

  for (const text of ['np.zeros(10**12)', 'np.arange(1e9)', 'linspace(0*mV, 1*mV, 10**9)', 'np.eye(100000)'])
    it(`${text} takes no time in the editor`, () => assert.ok(value(text) instanceof Unknown));
});

describe('sizes that cannot be', () => {
  for (const [text, message] of [
    ['np.zeros(10**12)', 'Unable to allocate 7.45e+3 GiB for an array'],
    ['np.zeros(-1)', 'negative dimensions are not allowed'],
    ['np.arange(100000)[:, None]*np.arange(100000)', 'Unable to allocate 74.5 GiB for an array'],
  ] as const)
    it(text, () => assert.throws(() => evaluateExpression(text, newContext()), { message }));
});
