/** Colour maps as values of the script. */
import type { Color } from '../../../figures/colors.ts';
import type { PyValue } from '../../values.ts';
import { ColormapValue } from './colorArguments.ts';
import { tuple } from './convert.ts';
import { arrayValue } from './numeric.ts';

export function colormapValue(name: string): ColormapValue {
  return new ColormapValue(name, answer);
}

/** One colour as a tuple, several as rows of an array. */
function answer(colors: readonly Color[], single: boolean): PyValue {
  if (single) return tuple(...(colors[0] ?? [0, 0, 0, 1]));
  return arrayValue(Float64Array.from(colors.flat()), [colors.length, 4]);
}
