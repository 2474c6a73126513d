import assert from 'node:assert/strict';
import fc from 'fast-check';
import { binaryInto } from '../../core/arrays/elementwise.ts';
import { getItems, type Index, resolveSlice, setItems } from '../../core/arrays/indexing.ts';
import { NdArray } from '../../core/arrays/ndarray.ts';
import { arrayStr } from '../../core/arrays/print.ts';
import { reshape, transpose } from '../../core/arrays/shape.ts';

const range = (size: number) =>
  NdArray.of(
    Array.from({ length: size }, (_, k) => k),
    'int64',
  );
const slice = (start?: number, stop?: number, step?: number): Index => ({ kind: 'slice', start, stop, step });
const integer = (value: number): Index => ({ kind: 'integer', value });
const fancy = (values: readonly number[]): Index => ({ kind: 'array', array: NdArray.of(values, 'int64') });
const mask = (values: readonly number[]): Index => ({ kind: 'array', array: NdArray.of(values, 'bool') });

describe('views', () => {
  it('share storage with their array', () => {
    const array = range(6);
    const view = getItems(array, [slice(1, 5, 2)]);
    setItems(view, [slice()], NdArray.scalar(9n));
    assert.equal(arrayStr(array), '[0 9 2 9 4 5]');
  });

  it('of a transposed matrix are written in place', () => {
    const array = reshape(range(4), [2, 2]);
    binaryInto('add', transpose(array), NdArray.of([10, 20], 'int64'));
    assert.equal(arrayStr(array), '[[10 11]\n [22 23]]');
  });
});

describe('assignment to parts', () => {
  const cases: readonly [string, readonly Index[], NdArray, string][] = [
    ['element', [integer(-1)], NdArray.scalar(7n), '[0 1 2 3 7]'],
    ['slice', [slice(undefined, 2)], NdArray.of([8, 9]), '[8 9 2 3 4]'],
    ['truncating', [integer(0)], NdArray.scalar(2.7), '[2 1 2 3 4]'],
    ['fancy', [fancy([0, 2])], NdArray.of([5, 6]), '[5 1 6 3 4]'],
    ['mask', [mask([0, 1, 0, 1, 0])], NdArray.scalar(0n), '[0 0 2 0 4]'],
    ['leading ones', [slice(0, 2)], NdArray.zeros([1, 1, 2]), '[0 0 2 3 4]'],
  ];
  for (const [name, keys, value, expected] of cases)
    it(name, () => {
      const array = range(5);
      setItems(array, keys, value);
      assert.equal(arrayStr(array), expected);
    });

  it('of an array to its own reverse reads before it writes', () => {
    const array = range(4);
    setItems(array, [slice()], getItems(array, [slice(undefined, undefined, -1)]));
    assert.equal(arrayStr(array), '[3 2 1 0]');
  });

  const bad: readonly [readonly Index[], NdArray, string][] = [
    [[integer(5)], NdArray.scalar(1n), 'index 5 is out of bounds for axis 0 with size 5'],
    [[slice()], NdArray.of([1, 2]), 'could not broadcast input array from shape (2,) into shape (5,)'],
    [
      [fancy([0, 1])],
      NdArray.of([1, 2, 3]),
      'shape mismatch: value array of shape (3,) could not be broadcast to indexing result of shape (2,)',
    ],
    [
      [mask([1, 1, 0, 0, 0])],
      NdArray.of([1, 2, 3]),
      'NumPy boolean array indexing assignment cannot assign 3 input values to the 2 output values where the mask is true',
    ],
  ];
  for (const [keys, value, message] of bad)
    it(message, () => assert.throws(() => setItems(range(5), keys, value), { message }));
});

describe('slices', () => {
  it('select what they select from a JavaScript array', () => {
    const bound = fc.option(fc.integer({ min: -12, max: 12 }), { nil: undefined });
    fc.assert(
      fc.property(fc.nat(10), bound, bound, (length, start, stop) => {
        const expected = Array.from({ length }, (_, k) => k).slice(start, stop);
        const { start: first, count } = resolveSlice({ start, stop }, length);
        assert.deepEqual(
          Array.from({ length: count }, (_, k) => first + k),
          expected,
        );
      }),
    );
  });
});
