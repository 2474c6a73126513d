import { parseEquations } from '../../grammars/equations/index.ts';
import type { EquationTree } from '../../grammars/equations/tree.ts';
import type { Resolved } from '../namespaces/resolved.ts';
import { Provenance } from '../text/provenance.ts';
import { parseEquationUnit } from '../units/equationUnit.ts';
import type { CodeString, ScriptModel } from './model.ts';
import { resolveInScript } from './python/resolve.ts';
import { literalText, nodesAt } from './python/syntax.ts';

/** The owner of equations that no group has yet. */
export const NO_OWNER = '';

const DERIVATIVE = /^\s*d\s*\w+\s*\/\s*dt\s*=/m;
const COLON = /^\s*\w+\s*(?:=[^:\n]*)?:/m;

/**
 * A string literal that reads like a model and that no object was made of, at an offset of the script: it is
 * explained with the names of the script.
 */
export function looseString(model: ScriptModel, offset: number): CodeString | undefined {
  const node = nodesAt(model, offset).find(({ name }) => name === 'String');
  const literal = node && literalText(model, node);
  if (literal === undefined || !(DERIVATIVE.test(literal.value) || COLON.test(literal.value)))
    return undefined;
  const { value, range } = literal;
  const provenance = Provenance.exact(model.document, range.start, value.length);
  const equations = parseEquations(value).tree;
  // Prose has colons, too, but no units behind them.
  if (!DERIVATIVE.test(value) && !equations.some(hasUnit)) return undefined;
  return {
    source: { value, provenance },
    tree: { kind: 'equations', equations },
    role: 'model',
    owner: NO_OWNER,
    resolve: (name) =>
      ownVariable(equations, provenance, name) ?? usable(resolveInScript(model, name, range.start)),
  };
}

function hasUnit({ unit }: EquationTree): boolean {
  return /^\s*(?:boolean|integer)\s*$/.test(unit.text) || 'dimension' in parseEquationUnit(unit.text);
}

function ownVariable(
  equations: readonly EquationTree[],
  provenance: Provenance,
  name: string,
): Resolved | undefined {
  const equation = equations.find((one) => one.name.name === name);
  if (equation === undefined) return undefined;
  const unit = parseEquationUnit(equation.unit.text);
  const definition = provenance.locate(equation.name.range);
  return { kind: 'unknown', name, definition, ...('dimension' in unit && { dimension: unit.dimension }) };
}

/** Of the script's names, strings can use those with a value and functions. */
function usable(resolved: Resolved | undefined): Resolved | undefined {
  return resolved?.kind === 'unknown' && resolved.dimension === undefined ? undefined : resolved;
}
