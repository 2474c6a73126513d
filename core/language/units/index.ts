/** The units in a selected expression, as a tree that an editor shows in a hover. */
import type { TextRange } from '../../text/range.ts';
import type { Dimension } from '../../units/dimension.ts';
import { unitDisplay } from '../../units/displayUnits.ts';
import { valueText } from '../describe/values.ts';
import { oneLine, paragraphs } from '../markdown.ts';
import type { ScriptModel } from '../model.ts';
import { selectedExpression } from './selection.ts';
import { type UnitNode, unitNodes } from './tree.ts';

export interface UnitTree {
  /** The expression that is explained. */
  readonly range: TextRange;
  readonly markdown: string;
}

/**
 * Each part of the expression under a selection with its unit, the part whose operands don't fit marked.
 * With an empty selection it is the whole expression at the cursor. Undefined where there is none.
 */
export function unitTree(model: ScriptModel, range: TextRange): UnitTree | undefined {
  const selected = selectedExpression(model, range);
  if (selected === undefined) return undefined;
  const { expr, resolve, expected } = selected;
  const root = unitNodes(expr, resolve);
  const lines = aligned(linesOf(root));
  return {
    range: selected.range,
    markdown: paragraphs(`\`\`\`text\n${lines.join('\n')}\n\`\`\``, verdict(root, expected)),
  };
}

interface Line {
  readonly left: string;
  readonly unit: string;
  readonly note: string;
}

function linesOf(node: UnitNode, first = '', rest = ''): Line[] {
  const { children } = node;
  const own = { left: first + oneLine(node.text, 60), unit: unitOf(node), note: noteOf(node) };
  const below = children.flatMap((child, k) => {
    const isLast = k === children.length - 1;
    return linesOf(child, `${rest}${isLast ? '└─ ' : '├─ '}`, `${rest}${isLast ? '   ' : '│  '}`);
  });
  return [own, ...below];
}

function unitOf({ dimension, fault }: UnitNode): string {
  if (fault !== undefined) return '✗';
  return dimension === undefined ? '?' : unitDisplay(dimension);
}

/** The value of a constant, the operands that don't fit. */
function noteOf({ constant, fault, children }: UnitNode): string {
  if (fault !== undefined)
    return children.map(({ dimension }) => (dimension ? unitDisplay(dimension) : '?')).join(' and ');
  if (constant === undefined || constant.source === 'unit') return '';
  return `= ${valueText(constant.value, constant.dimension)}`;
}

function aligned(lines: readonly Line[]): string[] {
  const width = Math.max(...lines.map(({ left }) => left.length));
  const unitWidth = Math.max(...lines.map(({ unit }) => unit.length));
  return lines.map(({ left, unit, note }) =>
    `${left.padEnd(width)}   ${unit.padEnd(unitWidth)}   ${note}`.trimEnd(),
  );
}

function verdict(root: UnitNode, expected: Dimension | undefined): string {
  const faults = faultsOf(root).map((fault) => `✗ ${fault}`);
  if (faults.length > 0) return faults.join('\n\n');
  if (expected === undefined || root.dimension === undefined) return '';
  const wanted = unitDisplay(expected);
  if (root.dimension === expected) return `✓ As it has to be: \`${wanted}\`.`;
  return `✗ Has to be \`${wanted}\`, and is \`${unitDisplay(root.dimension)}\`.`;
}

function faultsOf(node: UnitNode): string[] {
  return [...(node.fault === undefined ? [] : [node.fault]), ...node.children.flatMap(faultsOf)];
}
