import assert from 'node:assert/strict';
import { evaluate } from '../../../../core/script/evaluator/index.ts';
import type { Interpreter } from '../../../../core/script/interpreter.ts';
import { moduleRegistry } from '../../../../core/script/modules/index.ts';
import { asQuantity, fromQuantity, toFloat64 } from '../../../../core/script/modules/numpy/index.ts';
import { type PyValue, Unknown } from '../../../../core/script/values.ts';
import { VOLT } from '../../../../core/units/dimension.ts';
import { newSession } from '../../../support/session.ts';
import { MemoryHost } from '../../support.ts';

/** What an expression gives after `from brian2 import *`; in an analysis `x` is unknown. */
function evaluated(text: string, mode: 'run' | 'analysis' = 'run'): { value: PyValue; ctx: Interpreter } {
  const unknown = mode === 'analysis' ? 'from foreign import x\n' : '';
  const source = `from brian2 import *\n${unknown}value = ${text}\n`;
  const { session } = newSession(0);
  const options = { session, mode, host: new MemoryHost(), modules: moduleRegistry() };
  const { ctx, globals, error } = evaluate(source, 'x.py', options);
  if (error !== undefined) throw new Error(error.problem.message);
  return { value: globals.lookup('value') ?? null, ctx };
}

describe('quantities for other parts', () => {
  const quantity = (text: string) => {
    const { value, ctx } = evaluated(text);
    return asQuantity(value, ctx);
  };

  it('come from numbers, lists and quantities', () => {
    assert.equal(quantity('3')?.value, 3);
    assert.equal(quantity('2*mV')?.dimension, VOLT);
    const { value, ctx } = evaluated('[1*mV,2*mV]');
    assert.deepEqual([...toFloat64(value, ctx)!], [0.001, 0.002]);
    assert.equal(quantity('"a"'), undefined);
    assert.equal(quantity('None'), undefined);
  });

  it('collapse without dimension', () => {
    assert.equal(fromQuantity({ value: 3, dimension: VOLT.divide(VOLT) }), 3);
  });
});

describe('unknown values', () => {
  const value = (text: string) => evaluated(text, 'analysis').value;

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
    it(text, () => assert.throws(() => evaluated(text), { message }));
});
