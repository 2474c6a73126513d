/** What must hold for `connect(j='EXPR for k in range(...) if COND')` beyond its grammar. */
import { printForMessage } from '../../grammars/equations/index.ts';
import type { Expression, GeneratorTree } from '../../grammars/equations/tree.ts';
import { identifiersOf } from '../equations/names.ts';
import type { RangeProblem } from '../equations/report.ts';
import { typeOf } from '../equations/typeOf.ts';
import { isKnown } from '../equations/typeProblems.ts';
import type { Names } from '../namespaces/resolved.ts';
import { unclosedGenerator } from './connectRequest.ts';

/** @param reversed true for `connect(i=...)`, which looks for sources */
export function generatorProblems(
  tree: GeneratorTree,
  text: string,
  names: Names,
  reversed: boolean,
): RangeProblem[] {
  if (text.includes('#')) return [fault('SyntaxError', unclosedGenerator(text), tree)];
  return [...iteratorProblems(tree, names, reversed), ...elementProblems(tree, names, reversed)];
}

function iteratorProblems(
  { iterator, range }: GeneratorTree,
  names: Names,
  reversed: boolean,
): RangeProblem[] {
  if (iterator === undefined) return [];
  const bounds = boundsOf(iterator);
  const wrong = iterator.function === 'range' && bounds.find(([, expr]) => isNoInteger(expr, names));
  if (wrong) {
    const [role, expr] = wrong;
    const message = `The '${role}' argument of the range function was '${printForMessage(expr)}', but it needs to be an integer.`;
    return [fault('TypeError', message, expr)];
  }
  const { variable, p, size } = iterator;
  const given = [...bounds.map(([, expr]) => expr), p, size].filter((expr) => expr !== undefined);
  const late = given.find((expr) => dependsOnResult(expr, names, variable.name, reversed));
  if (late !== undefined) {
    const result = reversed ? 'presynaptic' : 'postsynaptic';
    const message = `Expression "${printForMessage(late)}" depends on ${result} index or iterator`;
    return [fault('ValueError', message, late)];
  }
  const isTaken = variable.name === 'i' || variable.name === 'j';
  const message = `The name '${variable.name}' is already present in the variables dictionary.`;
  return isTaken ? [fault('KeyError', message, { range: variable.range ?? range })] : [];
}

function boundsOf({ args }: NonNullable<GeneratorTree['iterator']>): [role: string, expr: Expression][] {
  const roles = args.length === 1 ? ['high'] : ['low', 'high', 'step'];
  return args.map((expr, k) => [roles[k] ?? '', expr]);
}

function isNoInteger(expr: Expression, names: Names): boolean {
  return isKnown(expr, names) && typeOf(expr, names) !== 'integer';
}

/** Whether a bound would need to know what is to be found. Brian takes `j` for that whichever end it looks for. */
function dependsOnResult(expr: Expression, names: Names, iterator: string, reversed: boolean): boolean {
  const index = reversed ? '_presynaptic_idx' : '_postsynaptic_idx';
  return [...identifiersOf(expr)].some((name) => {
    if (name === 'j' || name === iterator) return true;
    const resolved = names.get(name);
    return resolved?.kind === 'variable' && resolved.index === index;
  });
}

/** The number that is looked for can't be made of itself, nor of variables of the neuron that it is the number of. */
function elementProblems({ element }: GeneratorTree, names: Names, reversed: boolean): RangeProblem[] {
  const [own, index] = reversed ? ['i', '_presynaptic_idx'] : ['j', '_postsynaptic_idx'];
  const used = [...identifiersOf(element)].find((name) => {
    const resolved = names.get(name);
    return resolved?.kind === 'variable' && resolved.index === index;
  });
  if (used === undefined) return [];
  const missing = used === own ? `_${own}` : `_raw_${reversed ? 'pre' : 'post'}_idx`;
  return [fault('NameError', `name '${missing}' is not defined`, element)];
}

function fault(errorClass: string, message: string, { range }: Pick<Expression, 'range'>): RangeProblem {
  return { code: 'connect', errorClass, message, range };
}
