import type { ArrayVariable } from '../variables/variable.ts';
import type { VariableStorage } from '../variables/variables.ts';
import type { TypedArray } from './plan.ts';

const NOTHING = new Float64Array(0);

/** The storage of the analysis device: groups of any size cost nothing, because no value is ever kept. */
export class AnalysisStorage implements VariableStorage {
  array(_variable: ArrayVariable): TypedArray {
    return NOTHING;
  }

  allocate(_variable: ArrayVariable): void {}

  resize(variable: ArrayVariable, size: number): void {
    variable.size = size;
  }
}
