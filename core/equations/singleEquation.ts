import { printEquation, rightHandSide } from '../../grammars/equations/index.ts';
import type { EquationTree, EquationType, Expression, ValueType } from '../../grammars/equations/tree.ts';
import type { SourceString } from '../text/provenance.ts';
import type { TextRange } from '../text/range.ts';
import type { Dimension } from '../units/dimension.ts';
import { type UnitRegistry, unitDisplay } from '../units/displayUnits.ts';
import type { Unit } from '../units/unit.ts';

/** One equation of a model, its unit understood. All ranges are ranges of `source`. */
export interface SingleEquation {
  readonly type: EquationType;
  readonly name: string;
  /** Absent for parameters. */
  readonly expr?: Expression;
  /** The right-hand side as Brian keeps it: without comments and needless blanks. */
  readonly exprText: string;
  readonly source: SourceString;
  readonly range: TextRange;
  readonly nameRange: TextRange;
  readonly unitRange: TextRange;
  readonly dimension: Dimension;
  /** The unit as the text puts it together, such as `siemens / metre ** 2`; absent without dimension. */
  readonly unit?: Unit;
  /** False where the unit could not be read; then nothing is said about units. */
  readonly hasUnit: boolean;
  readonly valueType: ValueType;
  readonly flags: readonly string[];
  readonly flagRanges: readonly TextRange[];
  readonly tree: EquationTree;
}

export function singleEquation(
  tree: EquationTree,
  source: SourceString,
  unit: Pick<SingleEquation, 'dimension' | 'unit' | 'hasUnit' | 'valueType'>,
): SingleEquation {
  return {
    type: tree.type,
    name: tree.name.name,
    ...(tree.expr && { expr: tree.expr }),
    exprText: rightHandSide(tree, source.value),
    source,
    range: tree.range,
    nameRange: tree.name.range,
    unitRange: tree.unit.range,
    dimension: unit.dimension,
    ...(unit.unit && { unit: unit.unit }),
    hasUnit: unit.hasUnit,
    valueType: unit.valueType,
    flags: tree.flags.map((flag) => flag.name),
    flagRanges: tree.flags.map((flag) => flag.range),
    tree,
  };
}

/** As Brian shows it: the right-hand side as written, the unit in short form. */
export function showEquation(equation: SingleEquation, registry?: UnitRegistry): string {
  const left = equation.type === 'differential equation' ? `d${equation.name}/dt` : equation.name;
  const right = equation.expr === undefined ? '' : ` = ${equation.exprText}`;
  const flags = equation.flags.length === 0 ? '' : ` (${equation.flags.join(', ')})`;
  const unit = equation.hasUnit
    ? unitDisplay(equation.dimension, registry)
    : printEquation(equation.tree).split(' : ').at(-1);
  return `${left}${right} : ${unit}${flags}`;
}
