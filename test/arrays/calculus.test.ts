import assert from 'node:assert/strict';
import { gradient, trapezoids } from '../../core/arrays/calculus.ts';
import { NdArray } from '../../core/arrays/ndarray.ts';

const matrix = new NdArray(Float64Array.of(1, 2, 4, 8), [2, 2], 'float64');

describe('the trapezoidal rule', () => {
  const y = NdArray.of([1, 5, 9]);
  it('takes a distance', () => assert.equal(trapezoids(y, 2).item(), 20));
  it('takes positions in any order', () => assert.equal(trapezoids(y, NdArray.of([3, 1, 2])).item(), 1));
  it('goes along an axis', () => {
    assert.deepEqual([...trapezoids(matrix, 1, 0).flat()], [2.5, 5]);
    assert.deepEqual([...trapezoids(matrix, NdArray.of([0, 2])).flat()], [3, 12]);
  });
  it('refuses positions of another number', () =>
    assert.throws(() => trapezoids(y, NdArray.of([1, 2])), /could not be broadcast together/));
});

describe('gradients', () => {
  const f = NdArray.of([1, 4, 9, 16, 30]);
  it('take a distance', () => assert.deepEqual([...gradient(f, 2, 0).flat()], [1.5, 2, 3, 5.25, 7]));
  it('take uneven positions', () => {
    const slopes = [...gradient(f, NdArray.of([0, 1, 3, 4, 7]), 0).flat()];
    const expected = [3, 17 / 6, 5.5, 77 / 12, 14 / 3];
    slopes.forEach((slope, k) => {
      assert.ok(Math.abs(slope - expected[k]!) < 1e-14, `${slope}`);
    });
  });
  it('go along an axis', () => assert.deepEqual([...gradient(matrix, 1, 0).flat()], [3, 6, 3, 6]));
  it('need two values', () => assert.throws(() => gradient(NdArray.of([1]), 1, 0), /too small/));
});
