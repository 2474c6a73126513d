import type { Expression, ValueType } from '../../grammars/equations/tree.ts';
import type { Dimension } from '../units/dimension.ts';

/** How a device stores a value. `int64` holds step counts; JavaScript keeps it as a whole float64. */
export type DataType = 'float64' | 'float32' | 'int32' | 'int64' | 'bool';

/** What all variables say of themselves. Metadata only: the device owns the storage. */
interface VariableBase {
  readonly name: string;
  readonly dimension: Dimension;
  /** Name of the object that the variable belongs to. */
  readonly owner: string;
  readonly dataType: DataType;
  /** One value for the whole group. */
  readonly scalar: boolean;
  /** Promised not to change during a run. */
  readonly constant: boolean;
  readonly readOnly: boolean;
}

/** A number known when code is generated. */
export interface Constant extends VariableBase {
  readonly kind: 'constant';
  readonly value: number;
}

/**
 * Values in device storage, `size` of them (1 for a scalar). `arrayName` names the storage in generated
 * code and is unique in a session: `_array_neurongroup_v`. Synaptic arrays are `dynamic`: their size is
 * that of the synapses, which may grow between runs.
 */
export interface ArrayVariable extends VariableBase {
  readonly kind: 'array';
  readonly arrayName: string;
  size: number;
  readonly dynamic: boolean;
  /** The boolean variable that must be true for code to write this one (`not_refractory`). */
  readonly conditionalWrite?: string;
}

/** Evaluated anew at every use. */
export interface Subexpression extends VariableBase {
  readonly kind: 'subexpression';
  readonly expr: Expression;
}

/** Exists only inside generated code: `xi`, `_cond`, `_to_record_v`. */
export interface AuxiliaryVariable extends VariableBase {
  readonly kind: 'auxiliary';
}

export type Variable = Constant | ArrayVariable | Subexpression | AuxiliaryVariable;

/** Size of one element in device storage. */
export function bytesOf(dataType: DataType): number {
  if (dataType === 'bool') return 1;
  return dataType === 'int32' || dataType === 'float32' ? 4 : 8;
}

export function valueTypeOf(dataType: DataType): ValueType {
  if (dataType === 'bool') return 'boolean';
  return dataType === 'int32' || dataType === 'int64' ? 'integer' : 'float';
}
