import assert from 'node:assert/strict';
import type { DType } from '../../core/arrays/dtype.ts';
import { NdArray } from '../../core/arrays/ndarray.ts';
import { isArchive, npyBytes, npzBytes, parseNpy, parseNpz } from '../../core/arrays/npy.ts';
import { transpose } from '../../core/arrays/shape.ts';

/** What the header of a `.npy` file says, and where its data starts. */
function headerOf(bytes: Uint8Array): { text: string; start: number } {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint16(8, true);
  return { text: new TextDecoder().decode(bytes.subarray(10, 10 + size)).trim(), start: 10 + size };
}

const counted = (size: number, dtype: DType) =>
  NdArray.of(
    Array.from({ length: size }, (_, k) => k),
    dtype,
  );

describe('npy files', () => {
  for (const [dtype, shape, descr, lengths, itemSize] of [
    ['float64', [3], '<f8', '(3,)', 8],
    ['float32', [3], '<f4', '(3,)', 4],
    ['int32', [2, 3], '<i4', '(2, 3)', 4],
    ['int64', [2], '<i8', '(2,)', 8],
    ['bool', [2], '|b1', '(2,)', 1],
    ['float64', [0], '<f8', '(0,)', 8],
    ['float64', [4, 0], '<f8', '(4, 0)', 8],
    ['float64', [], '<f8', '()', 8],
  ] as const) {
    it(`keep ${descr} ${lengths}`, () => {
      const size = shape.reduce((a: number, b: number) => a * b, 1);
      const array = new NdArray(counted(size, dtype).data, shape, dtype);
      const bytes = npyBytes(array);
      const { text, start } = headerOf(bytes);
      assert.equal(text, `{'descr': '${descr}', 'fortran_order': False, 'shape': ${lengths}, }`);
      assert.equal(start % 64, 0);
      assert.equal(bytes.length - start, size * itemSize);
      assert.deepEqual(parseNpy(bytes), array);
    });
  }

  it('hold the part of a larger array that is seen', () => {
    const part = new NdArray(Float64Array.from([9, 1, 2]), [2], 'float64', [1], 1);
    assert.deepEqual([...parseNpy(npyBytes(part)).flat()], [1, 2]);
    const matrix = new NdArray(counted(4, 'int64').data, [2, 2], 'int64');
    assert.deepEqual([...parseNpy(npyBytes(transpose(matrix))).flat()], [0, 2, 1, 3]);
  });

  it('may keep columns together', () => {
    const bytes = npyBytes(new NdArray(counted(4, 'float64').data, [2, 2], 'float64'));
    const order = new TextDecoder('latin1').decode(bytes).indexOf('False');
    bytes.set(new TextEncoder().encode('True '), order);
    assert.deepEqual([...parseNpy(bytes).flat()], [0, 2, 1, 3]);
  });

  it('are refused where they hold something else', () => {
    assert.throws(() => parseNpy(Uint8Array.from([1, 2, 3])), /Cannot load file containing pickled data/);
  });
});

describe('npz files', () => {
  for (const compressed of [false, true])
    it(`hold arrays by their names, compressed: ${compressed}`, () => {
      const arrays = new Map([
        ['a', counted(3, 'float64')],
        ['b', counted(1000, 'int16')],
      ]);
      const bytes = npzBytes(arrays, { compressed });
      assert.ok(isArchive(bytes));
      assert.equal(bytes.length < 2000, compressed);
      assert.deepEqual(parseNpz(bytes), arrays);
    });
});
