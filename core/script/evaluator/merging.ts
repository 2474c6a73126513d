/** Values that analysis got on different paths, as one value. */

import { Dimension } from '../../units/dimension.ts';
import { PyDict, PySet } from '../objects/mappings.ts';
import { PySequence } from '../objects/sequences.ts';
import { equals, isNumeric } from '../operations/comparison.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../values.ts';
import type { Evaluator } from './evaluator.ts';
import type { Eval, Frame } from './frame.ts';

/** One value for all: itself where they agree, the last where they are objects, else an unknown. */
export function merged(values: readonly PyValue[], evaluator: Evaluator): PyValue {
  const last = values[values.length - 1];
  if (last === undefined) return null;
  if (values.every((value) => agrees(value, last, evaluator))) return last;
  const object = values.findLast((value) => isKept(value));
  if (object !== undefined && values.every((value) => value === null || isKept(value))) return object;
  const dimensions = new Set(values.map(dimensionOf));
  const [dimension] = dimensions;
  return new Unknown(dimensions.size === 1 ? dimension : undefined);
}

/** The values of expressions of which one, nobody knows which, is evaluated. */
export function alternatives(evaluator: Evaluator, parts: readonly Eval[], frame: Frame): PyValue {
  evaluator.analysis.uncertain += 1;
  try {
    return merged(
      parts.map((part) => part(frame)),
      evaluator,
    );
  } finally {
    evaluator.analysis.uncertain -= 1;
  }
}

/** Numbers, strings and containers become unknown where they differ; other objects stay what they are. */
export function isKept(value: PyValue): boolean {
  if (!(value instanceof PyObject) || value instanceof Unknown || value instanceof PyStr) return false;
  return !(
    value instanceof PySequence ||
    value instanceof PyDict ||
    value instanceof PySet ||
    dimensionOf(value)
  );
}

function agrees(a: PyValue, b: PyValue, evaluator: Evaluator): boolean {
  if (a === b) return true;
  if (isNumeric(a) && isNumeric(b)) return typeof a === typeof b && equals(a, b, evaluator);
  return a instanceof PyStr && b instanceof PyStr && a.value === b.value;
}

/** The physical dimension of a value that has one. */
export function dimensionOf(value: PyValue): Dimension | undefined {
  if (!(value instanceof PyObject) || !('dimension' in value)) return undefined;
  return value.dimension instanceof Dimension ? value.dimension : undefined;
}
