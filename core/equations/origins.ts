import type { Expression } from '../../grammars/equations/tree.ts';
import type { Names, Resolved } from '../namespaces/resolved.ts';
import type { RelatedInformation } from '../problems/problem.ts';
import type { Dimension } from '../units/dimension.ts';
import { unitDisplay } from '../units/displayUnits.ts';
import { identifiersOf } from './names.ts';

/** Where the names in an expression got their units, as far as somebody wrote that down. */
export function origins(expr: Expression, names: Names): readonly RelatedInformation[] | undefined {
  const known = [...identifiersOf(expr)].flatMap((name) => {
    const resolved = names.get(name);
    const dimension = resolved && dimensionIn(resolved);
    if (resolved?.definition === undefined || dimension === undefined) return [];
    return [{ message: `'${name}' has unit ${unitDisplay(dimension)}`, location: resolved.definition }];
  });
  return known.length === 0 ? undefined : known;
}

function dimensionIn(resolved: Resolved): Dimension | undefined {
  if (resolved.kind === 'variable') return resolved.variable.dimension;
  return resolved.kind === 'function' ? undefined : resolved.dimension;
}
