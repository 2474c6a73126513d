import type { GrowingArray } from '../codegen/codeObject.ts';
import { GrowingValues } from '../devices/growing.ts';
import type { TypedArray } from '../devices/plan.ts';
import type { ObjectState } from '../network/networkState.ts';
import { type Variable, valueTypeOf } from '../variables/variable.ts';

/** An empty record that keeps the type of the variable. */
export function recordArray(variable: Variable | undefined): GrowingValues {
  const type = variable === undefined ? 'float' : valueTypeOf(variable.dataType);
  if (type === 'boolean') return GrowingValues.boolean();
  if (type === 'integer') return GrowingValues.int32();
  return variable?.dataType === 'float32' ? GrowingValues.float32() : GrowingValues.float64();
}

/** Copies of what was recorded, for `store`. */
export function storedRecord(record: ReadonlyMap<string, GrowingArray>): Map<string, TypedArray> {
  return new Map([...record].map(([name, { values }]) => [name, values.slice() as TypedArray]));
}

/** Goes back to what was recorded by then. */
export function restoreRecord(record: ReadonlyMap<string, GrowingArray>, stored: ObjectState): void {
  for (const [name, array] of record) array.replace(stored.get(name) ?? []);
}
