import type { Expression } from '../../grammars/equations/tree.ts';
import type { Names, Resolved } from '../namespaces/resolved.ts';
import type { RelatedInformation } from '../problems/problem.ts';
import { DIMENSIONLESS } from '../units/dimension.ts';
import { formatQuantity } from '../units/display.ts';
import { unitPhrase } from '../units/writtenUnit.ts';
import { identifiersOf } from './names.ts';

/** Where the names in an expression got their units, as far as somebody wrote that down. */
export function origins(expr: Expression, names: Names): readonly RelatedInformation[] | undefined {
  const known = [...identifiersOf(expr)].flatMap((name) => {
    const resolved = names.get(name);
    const message = resolved && originOf(name, resolved);
    if (resolved?.definition === undefined || message === undefined) return [];
    return [{ message, location: resolved.definition }];
  });
  return known.length === 0 ? undefined : known;
}

/** `'v' is in volt`, `'tau' is 10. ms`; undefined for what is not known. */
function originOf(name: string, resolved: Resolved): string | undefined {
  switch (resolved.kind) {
    case 'variable':
      return `'${name}' is ${unitPhrase(resolved.variable.dimension)}`;
    case 'constant':
      return `'${name}' is ${valueText(resolved.value, resolved.dimension)}`;
    case 'unknown':
      return resolved.dimension && `'${name}' is ${unitPhrase(resolved.dimension)}`;
    case 'function': {
      const { returnUnit } = resolved.function;
      const known = typeof returnUnit === 'object';
      return known ? `what '${name}' returns is ${unitPhrase(returnUnit)}` : undefined;
    }
  }
}

function valueText(value: number, dimension: Parameters<typeof formatQuantity>[1]): string {
  return dimension === DIMENSIONLESS ? `${value}, without unit` : formatQuantity(value, dimension);
}
