import type { VariableOwner } from '../../../groups/group.ts';
import type { BrianObject } from '../../../network/object.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PySequence } from '../../objects/sequences.ts';
import { PyStr, type PyValue, Unknown } from '../../values.ts';
import { fromQuantity } from '../numpy/objects.ts';
import type { Arguments } from './arguments.ts';
import { arrayOf } from './stateView.ts';

export type Recorded = Float64Array | Float32Array | Int32Array | Uint8Array;

/** What was recorded is known only after a run: analysis knows its unit at most. */
export function recorded(values: Recorded, dimension: Dimension, ctx: Interpreter): PyValue {
  if (ctx.mode === 'analysis') return new Unknown(dimension);
  return fromQuantity({ value: arrayOf(values), dimension });
}

export function dimensionFor(name: string, dimension: Dimension): Dimension {
  return name.endsWith('_') ? DIMENSIONLESS : dimension;
}

/** One name, a list of names, or True for all variables of the equations. */
export function namesArgument(args: Arguments, source: BrianObject & VariableOwner): string[] {
  const value = args.get('variables');
  if (value instanceof PyStr) return [value.value];
  if (value instanceof PySequence)
    return value.items.filter((item): item is PyStr => item instanceof PyStr).map((item) => item.value);
  if (value !== true) return [];
  return 'equations' in source ? [...(source.equations as { names(): readonly string[] }).names()] : [];
}
