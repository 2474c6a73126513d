import type { Expression } from '../../../grammars/equations/tree.ts';
import type { Problem } from '../../problems/problem.ts';
import type { TextRange } from '../../text/range.ts';
import { DIMENSIONLESS, type Dimension } from '../../units/dimension.ts';
import { dimensionName } from '../../units/displayUnits.ts';
import { anyUnit } from '../../units/registry.ts';
import type { ScriptModel } from '../model.ts';
import { selectedExpression } from '../units/selection.ts';
import { type UnitNode, unitNodes } from '../units/tree.ts';
import type { Fix, PlacedProblem } from './index.ts';

/** What models are written in, before the SI unit. */
const USUAL = ['mV', 'nA', 'ms', 'nS', 'Mohm', 'pF', 'um', 'mM'];

/** Gives a number the unit that its place asks for: `v > -50` becomes `v > -50*mV`. */
export function unitFixes(model: ScriptModel, { problem, range, text }: PlacedProblem): readonly Fix[] {
  if (problem.code !== 'dimension-mismatch') return [];
  const isNumber = /^[-+]?\s*[\d.]+(?:e[-+]?\d+)?$/i.test(text);
  const assigned = anyUnit(namedUnit(problem) ?? '')?.dimension;
  if (isNumber && assigned !== undefined) return multiplied(range, assigned);
  const selected = selectedExpression(model, range);
  if (selected === undefined) return [];
  if (isNumber && selected.expected !== undefined) return multiplied(range, selected.expected);
  const found = bareNumber(unitNodes(selected.expr, selected.resolve));
  const at = found && selected.locate(found.expr.range);
  return found && at ? multiplied(at, found.dimension) : [];
}

/** A number beside an operand with a unit, at the smallest expression at fault. */
function bareNumber(
  node: UnitNode,
): { readonly expr: Expression; readonly dimension: Dimension } | undefined {
  for (const child of node.children) {
    const below = bareNumber(child);
    if (below !== undefined) return below;
  }
  if (node.fault === undefined) return undefined;
  const number = node.children.find(({ expr }) => isNumber(expr));
  const other = node.children.find(({ dimension }) => dimension !== undefined && dimension !== DIMENSIONLESS);
  return number && other?.dimension ? { expr: number.expr, dimension: other.dimension } : undefined;
}

function isNumber(expr: Expression): boolean {
  return expr.kind === 'number' || (expr.kind === 'unary' && expr.operand.kind === 'number');
}

/** The unit that an assigned number lacks, as the message or the hint names it. */
function namedUnit({ message, hint = '' }: Problem): string | undefined {
  const wanted = /with (?:a value with )?units (\w+), but got/.exec(message);
  return (wanted ?? /write '[^']*\*(\w+)'/.exec(hint))?.[1];
}

function multiplied(range: TextRange, dimension: Dimension): readonly Fix[] {
  const usual = USUAL.filter((name) => anyUnit(name)?.dimension === dimension);
  const units = [...usual, dimensionName(dimension)].filter((name) => anyUnit(name) !== undefined);
  const after = { start: range.end, end: range.end };
  return units.map((unit) => ({
    title: `Multiply by ${unit}`,
    edits: [{ range: after, newText: `*${unit}` }],
  }));
}
