import type { Expression } from '../../grammars/equations/tree.ts';
import type { CreationEnds } from '../devices/device.ts';
import { conflictsOf } from '../groups/group.ts';
import type { CodeVariable } from '../groups/prepareCode.ts';
import { NO_EXTERNALS } from '../namespaces/externals.ts';
import { namesOf, type ResolveContext } from '../namespaces/resolve.ts';
import type { Names, Resolved } from '../namespaces/resolved.ts';
import { name } from '../symbolic/build.ts';
import { DIMENSIONLESS } from '../units/dimension.ts';
import type { ConnectRequest } from './connectRequest.ts';
import type { Synapses } from './synapses.ts';

/**
 * While synapses are made, `i` and `j` are the candidates' numbers, which the template holds in local
 * variables: the synapses' own arrays of that name know only what exists.
 */
export function creationContext(
  synapses: Synapses,
  request: ConnectRequest | undefined,
  iterator?: string,
): ResolveContext {
  const { variables, session } = synapses;
  const resolve = (name: string): Resolved | undefined => {
    if (name === 'i' || name === 'i_pre') return candidate('i', '_presynaptic_idx');
    if (name === 'j' || name === 'i_post') return candidate('j', '_postsynaptic_idx');
    if (name === iterator) return candidate(name, '_idx');
    return variables.resolve(name);
  };
  return {
    variables: { resolve, names: () => variables.names(), open: variables.open },
    groupNamespace: synapses.groupNamespace,
    runNamespace: request?.externals ?? NO_EXTERNALS,
    report: (problem) => session.problems.report(problem),
    objectName: synapses.name,
    preferences: session.preferences,
    conflicts: conflictsOf(synapses, session),
    fallback: request?.location ?? synapses.location,
  };
}

/** The numbers of a pair's neurons, by the names under which synapses know them as variables of the neurons. */
export const NUMBERS: ReadonlyMap<string, Expression> = new Map([
  ['i_pre', name('i')],
  ['i_post', name('j')],
]);

function candidate(name: string, index: string): Resolved {
  const variable = {
    kind: 'auxiliary' as const,
    name,
    owner: '',
    dimension: DIMENSIONLESS,
    dataType: 'int32' as const,
    scalar: false,
    constant: false,
    readOnly: true,
  };
  return { kind: 'variable', variable, index };
}

const INTEGERS = new Set(['_n', '_element', '_bound_low', '_bound_high', '_bound_step', '_bound_size']);
const BOOLEANS = new Set(['_cond', '_in_source']);

export function creationVariables(...names: string[]): CodeVariable[] {
  return names.map((name) => {
    const dataType = BOOLEANS.has(name) ? 'bool' : INTEGERS.has(name) ? 'int32' : 'float64';
    return { name, dataType, dimension: DIMENSIONLESS };
  });
}

/** Whether a value differs between elements of that index: through `j`, a variable of the target, a subexpression. */
export function dependsOn(expr: Expression, names: Names, index: string): boolean {
  return namesOf(expr).some(({ name }) => {
    const resolved = names.get(name);
    if (resolved?.kind === 'function') return !resolved.function.stateless;
    if (resolved?.kind !== 'variable') return false;
    if (resolved.index === index) return true;
    const { variable } = resolved;
    return variable.kind === 'subexpression' && dependsOn(variable.expr, names, index);
  });
}

export function creationEnds({ source, target }: Synapses): CreationEnds {
  return {
    sourceN: source.N,
    sourceStart: source.start,
    targetN: target.N,
    targetStart: target.start,
  };
}
