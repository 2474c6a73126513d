import assert from 'node:assert/strict';
import { binomialFunction } from '../../core/functions/binomial.ts';
import { DEFAULT_FUNCTIONS } from '../../core/functions/defaults.ts';
import { functionDocumentation } from '../../core/functions/documentation.ts';
import { floorDivide, modulo } from '../../core/functions/mathematics.ts';
import { isLocallyConstant, timedArrayFunction, timedArrayValue } from '../../core/functions/timedArray.ts';
import { type Dimension, VOLT } from '../../core/units/dimension.ts';
import { parseExpression } from '../../grammars/equations/index.ts';

const value = (name: string, ...args: number[]) => DEFAULT_FUNCTIONS.get(name)!.evaluate!(...args);

describe('functions of strings', () => {
  it('are all documented, with their own signature and a sound example', () => {
    for (const { name, argNames } of DEFAULT_FUNCTIONS.values()) {
      const documentation = functionDocumentation(name);
      assert.equal(documentation?.signature, `${name}(${argNames.join(', ')})`);
      assert.deepEqual(parseExpression(documentation!.example.replace(/^\w+ = /, '')).problems, []);
    }
    assert.equal(functionDocumentation('foo'), undefined);
  });

  for (const [name, args, expected] of [
    ['exprel', [0], 1],
    ['exprel', [1e-9], 1.0000000005],
    ['exprel', [718], Number.POSITIVE_INFINITY],
    ['exprel', [-800], 1 / 800],
    ['int', [-1.7], -1],
    ['int', [-0.5], 0],
    ['sign', [-3], -1],
    ['clip', [5, 0, 1], 1],
    ['clip', [-5, 0, 1], 0],
    ['timestep', [0.0003, 0.0001], 3],
    ['timestep', [0.00025, 0.0001], 2],
    ['arcsin', [1], Math.PI / 2],
  ] as const)
    it(`${name}(${args}) is ${expected}`, () => {
      const found = value(name, ...args);
      assert.ok(found === expected || Math.abs(found - expected) < 1e-15, `${found}`);
    });

  it('keep or change units', () => {
    const unit = (name: string) =>
      (DEFAULT_FUNCTIONS.get(name)!.returnUnit as (d: readonly Dimension[]) => Dimension)([VOLT]);
    assert.equal(unit('abs'), VOLT);
    assert.equal(unit('sqrt'), VOLT.power(0.5));
  });

  it('are stateless but for random numbers', () => {
    const stateful = [...DEFAULT_FUNCTIONS.values()].filter((f) => !f.stateless).map((f) => f.name);
    assert.deepEqual(stateful, ['rand', 'randn', 'poisson']);
  });

  for (const [a, b, quotient, remainder] of [
    [7, 2, 3, 1],
    [-7, 2, -4, 1],
    [7, -2, -4, -1],
    [-1.7, 1, -2, 0.3],
  ] as const)
    it(`divides ${a} by ${b} as Python does`, () => {
      assert.equal(floorDivide(a, b), quotient);
      assert.ok(Math.abs(modulo(a, b) - remainder) < 1e-12);
    });
});

describe('TimedArray', () => {
  const ramp = timedArrayFunction(
    'a',
    Float64Array.from({ length: 10 }, (_, k) => k),
    10,
    1,
    VOLT,
    1e-4,
  );

  it('holds each value for its time, and the ends beyond', () => {
    const sampled = Array.from({ length: 13 }, (_, k) => ramp.evaluate!(k * 1e-4));
    assert.deepEqual(sampled, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9]);
    assert.equal(ramp.evaluate!(-1), 0);
  });

  it('takes a column', () => {
    const two = timedArrayFunction('b', Float64Array.of(1, 2, 3, 4), 2, 2, VOLT, 1e-3);
    assert.deepEqual([two.evaluate!(0, 1), two.evaluate!(1e-3, 0), two.evaluate!(0, 2)], [2, 3, Number.NaN]);
    assert.deepEqual(two.argNames, ['t', 'i']);
  });

  for (const [dt, groupDt, constant] of [
    [0.2, 0.1, true],
    [0.1, 0.1, true],
    [0.3, 0.1, false],
    [0.25, 0.1, false],
    [0.05, 0.1, false],
  ] as const)
    it(`with ${dt} ms ${constant ? 'keeps' : 'may change'} its value over a step of ${groupDt} ms`, () => {
      const table = timedArrayFunction('a', Float64Array.of(1, 2), 2, 1, VOLT, dt * 0.001);
      assert.equal(isLocallyConstant(table, groupDt * 0.001), constant);
      assert.equal(isLocallyConstant(DEFAULT_FUNCTIONS.get('exp')!, groupDt * 0.001), false);
    });

  it('is robust against rounding of the time', () => {
    const array = {
      kind: 'timed array',
      values: Float64Array.of(0, 1, 2, 3),
      rows: 4,
      columns: 1,
      dt: 1e-4,
    } as const;
    assert.equal(timedArrayValue(array, 3 * 1e-4 - 1e-16), 3);
    assert.equal(timedArrayValue(array, 0.1 + 0.2 - 0.3), 0);
  });
});

describe('BinomialFunction', () => {
  for (const [n, p, approximate, expected] of [
    [300, 0.4, true, true],
    [300, 0.4, false, false],
    [10, 0.5, true, false],
    [100, 0.99, true, false],
  ] as const)
    it(`of ${n} and ${p} is ${expected ? 'approximated' : 'exact'}`, () => {
      const { implementation, stateless } = binomialFunction('b', n, p, approximate);
      assert.deepEqual(implementation, { kind: 'binomial', n, p, approximate: expected });
      assert.equal(stateless, false);
    });
});
