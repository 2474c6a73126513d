/** Einstein's summation. */
import { promote } from './dtype.ts';
import { arrayError } from './errors.ts';
import { NdArray } from './ndarray.ts';

/** `ij,jk->ik`; without an arrow the letters that occur once remain, in alphabetical order. Raises ValueError. */
export function einsum(subscripts: string, operands: readonly NdArray[]): NdArray {
  const [left, right] = subscripts.replaceAll(' ', '').split('->');
  const terms = left!.split(',').map((term) => [...term]);
  if (terms.length !== operands.length)
    throw arrayError(
      'ValueError',
      'more operands provided to einstein sum function than specified in the subscripts string',
    );
  const lengths = lengthsOf(terms, operands);
  const kept = right === undefined ? implied(terms) : [...right];
  const summed = [...lengths.keys()].filter((letter) => !kept.includes(letter));
  const letters = [...kept, ...summed];
  const counts = letters.map((letter) => lengths.get(letter)!);
  // The step that each operand takes for each letter.
  const steps = operands.map((operand, k) =>
    letters.map((letter) =>
      terms[k]!.reduce((step, other, axis) => (other === letter ? step + operand.strides[axis]! : step), 0),
    ),
  );
  const dtype = operands.map((operand) => operand.dtype).reduce(promote);
  const result = NdArray.zeros(counts.slice(0, kept.length), dtype);
  const inner = counts.slice(kept.length).reduce((size, n) => size * n, 1);
  const index = new Array<number>(letters.length).fill(0);
  for (let at = 0; at < result.data.length; at++) {
    let sum = 0;
    for (let k = 0; k < inner; k++) {
      sum += operands.reduce((product, operand, n) => {
        const offset = steps[n]!.reduce(
          (place, step, letter) => place + step * index[letter]!,
          operand.offset,
        );
        return product * operand.data[offset]!;
      }, 1);
      advance(index, counts);
    }
    result.data[at] = sum;
  }
  return result;
}

function lengthsOf(terms: readonly (readonly string[])[], operands: readonly NdArray[]): Map<string, number> {
  const lengths = new Map<string, number>();
  terms.forEach((term, k) => {
    if (term.length !== operands[k]!.ndim)
      throw arrayError(
        'ValueError',
        'einstein sum subscripts string contains too many subscripts for operand 0',
      );
    term.forEach((letter, axis) => {
      const length = operands[k]!.shape[axis]!;
      const known = lengths.get(letter) ?? length;
      if (known !== length)
        throw arrayError(
          'ValueError',
          `operands could not be broadcast together with remapped shapes: ${letter} is ${known} and ${length}`,
        );
      lengths.set(letter, length);
    });
  });
  return lengths;
}

function implied(terms: readonly (readonly string[])[]): string[] {
  const all = terms.flat();
  return [...new Set(all)].filter((letter) => all.indexOf(letter) === all.lastIndexOf(letter)).sort();
}

/** The next combination, the last letter running fastest. */
function advance(index: number[], counts: readonly number[]): void {
  for (let k = index.length - 1; k >= 0; k--) {
    index[k]! += 1;
    if (index[k]! < counts[k]!) return;
    index[k] = 0;
  }
}
