/** Names in place of numbers: they lie at 0, 1, 2, ... and become the labels of the ticks. */
import type { Axis } from '../../../../figures/figure.ts';
import type { PyValue } from '../../../values.ts';
import { type Numbers, texts } from '../convert.ts';

/** Undefined where the value is no list of names. */
export function categories(axis: Axis, value: PyValue | undefined): Numbers | undefined {
  const names = texts(value);
  if (names === undefined) return undefined;
  const known = [...(axis.tickLabels ?? [])];
  for (const name of names) if (!known.includes(name)) known.push(name);
  axis.tickLabels = known;
  axis.ticks = known.map((_, k) => k);
  return { values: Float64Array.from(names, (name) => known.indexOf(name)), shape: [names.length] };
}
