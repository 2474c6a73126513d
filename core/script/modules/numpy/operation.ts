import { asArray, type NdArray, type Operand } from '../../../arrays/ndarray.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import type { PyValue } from '../../values.ts';
import type { Argument } from './arguments.ts';
import type { NumericEnvironment } from './environment.ts';
import { type Numeric, numeric } from './numeric.ts';

export interface Operation {
  /** Parameters after the array itself. */
  readonly signature: readonly string[];
  /** The result has the dimension of the array, which then is known even where an argument is not. */
  readonly keeps?: boolean;
  apply(self: Numeric, args: readonly Argument[], env: NumericEnvironment): PyValue;
}

type ArrayOperation = (array: NdArray, args: readonly Argument[]) => Operand;
export type DimensionRule = (dimension: Dimension) => Dimension;

export const keep: DimensionRule = (dimension) => dimension;
export const drop: DimensionRule = () => DIMENSIONLESS;

/** An operation on the bare numbers, and a rule for the dimension. */
export function plain(signature: string, rule: DimensionRule, operation: ArrayOperation): Operation {
  return {
    signature: signature === '' ? [] : signature.split(' '),
    keeps: rule === keep,
    apply: (self, args, env) => {
      const result = operation(asArray(self.value), args);
      if (self.isQuantity && rule !== drop) return env.collapse(result, rule(self.dimension));
      return env.wrap(numeric(result));
    },
  };
}
