import { GrowingValues } from '../devices/growing.ts';
import { type Variable, valueTypeOf } from '../variables/variable.ts';

/** An empty record that keeps the type of the variable. */
export function recordArray(variable: Variable | undefined): GrowingValues {
  const type = variable === undefined ? 'float' : valueTypeOf(variable.dataType);
  if (type === 'boolean') return GrowingValues.boolean();
  if (type === 'integer') return GrowingValues.int32();
  return variable?.dataType === 'float32' ? GrowingValues.float32() : GrowingValues.float64();
}
