import type { EquationTree, ValueType } from '../../grammars/equations/tree.ts';
import type { SourceString } from '../text/provenance.ts';
import { DIMENSIONLESS, type Dimension } from '../units/dimension.ts';
import { parseEquationUnit } from '../units/equationUnit.ts';
import type { Unit } from '../units/unit.ts';
import type { ReportInSource } from './report.ts';
import { unitHint } from './unitHint.ts';

interface EquationUnit {
  readonly dimension: Dimension;
  readonly unit?: Unit;
  readonly hasUnit: boolean;
  readonly valueType: ValueType;
}

const UNREADABLE: EquationUnit = { dimension: DIMENSIONLESS, hasUnit: false, valueType: 'float' };

/** What the text after the colon says. EquationError or TypeError where it says nothing sensible. */
export function unitOfEquation(
  tree: EquationTree,
  source: SourceString,
  report: ReportInSource,
): EquationUnit {
  const { text, range } = tree.unit;
  if (text === '') return UNREADABLE;
  const word = text.trim();
  if (word === 'boolean' || word === 'integer') {
    if (tree.type === 'differential equation')
      report(typeProblem('Differential equations can only define floating point variables', tree), source);
    return { dimension: DIMENSIONLESS, hasUnit: true, valueType: word };
  }
  const unit = parseEquationUnit(text);
  if ('dimension' in unit)
    return { dimension: unit.dimension, unit: unit.unit, hasUnit: true, valueType: 'float' };
  const where = { start: range.start + unit.range.start, end: range.start + unit.range.end };
  const named = `Error parsing the unit specification for variable '${tree.name.name}': ${unit.message}`;
  const isValue = unit.errorClass === 'ValueError';
  const errorClass = isValue ? 'EquationError' : unit.errorClass;
  const hint = unitHint(source.value.slice(where.start, where.end));
  report({ code: 'unit', errorClass, message: isValue ? named : unit.message, hint, range: where }, source);
  return UNREADABLE;
}

function typeProblem(message: string, tree: EquationTree) {
  return { code: 'type-error', errorClass: 'TypeError', message, range: tree.unit.range };
}
