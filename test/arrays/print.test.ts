import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { DType } from '../../core/arrays/dtype.ts';
import { floatRepr } from '../../core/arrays/floats.ts';
import { NdArray } from '../../core/arrays/ndarray.ts';
import { arrayRepr, arrayStr } from '../../core/arrays/print.ts';
import { transpose } from '../../core/arrays/shape.ts';

interface Case {
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly data: readonly string[];
  readonly str: string;
  readonly repr: string;
}

const CASES = JSON.parse(readFileSync(new URL('./printing.json', import.meta.url), 'utf8')) as Case[];
const SPECIAL: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
};

describe('arrays print as NumPy prints them', () => {
  CASES.forEach(({ dtype, shape, data, str, repr }, k) => {
    it(`${k}: ${dtype} (${shape})`, () => {
      const flat = NdArray.of(
        data.map((text) => SPECIAL[text] ?? Number(text)),
        dtype,
      );
      const array = new NdArray(flat.data, shape, dtype);
      assert.equal(arrayStr(array), str);
      assert.equal(arrayRepr(array), repr);
    });
  });

  it('prints views in their own order', () => {
    const array = new NdArray(Float64Array.of(1, 2, 3, 4), [2, 2], 'float64');
    assert.equal(arrayStr(transpose(array)), '[[1. 3.]\n [2. 4.]]');
  });
});

describe('floats print as Python prints them', () => {
  const cases: readonly [number, string][] = [
    [1, '1.0'],
    [0.1, '0.1'],
    [1e-5, '1e-05'],
    [0.0001, '0.0001'],
    [1e16, '1e+16'],
    [123456789012345680, '1.2345678901234568e+17'],
    [1e15, '1000000000000000.0'],
    [-0, '-0.0'],
    [-2.5, '-2.5'],
    [Number.NaN, 'nan'],
    [Number.NEGATIVE_INFINITY, '-inf'],
  ];
  for (const [value, text] of cases) it(text, () => assert.equal(floatRepr(value), text));
});
