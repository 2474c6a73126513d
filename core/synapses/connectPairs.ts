import { parseExpression, parseGenerator } from '../../grammars/equations/index.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import { dimensionOf } from '../equations/dimensionOf.ts';
import { isBooleanExpression } from '../equations/typeOf.ts';
import { counting, prepareCode, reportIn } from '../groups/prepareCode.ts';
import { recordString } from '../groups/recordString.ts';
import { namesOf, resolveNames } from '../namespaces/resolve.ts';
import type { Names } from '../namespaces/resolved.ts';
import { boolean, number } from '../symbolic/build.ts';
import { assign } from '../symbolic/statements.ts';
import type { SourceString } from '../text/provenance.ts';
import { type ConnectRequest, report } from './connectRequest.ts';
import { creationContext, creationEnds, creationVariables, dependsOn } from './creation.ts';
import { PairBuffer } from './pairBuffer.ts';
import type { Synapses } from './synapses.ts';

const TRUE = boolean(true);

/** All pairs that meet a condition, with a probability, some number of times each. */
export function connectByCondition(synapses: Synapses, request: ConnectRequest): void {
  const context = counting(creationContext(synapses, request));
  const condition = conditionTree(synapses, request);
  const p = expressionTree(synapses, request.p, 'p');
  const n = expressionTree(synapses, request.n, 'n');
  if (condition === undefined || p === undefined || n === undefined) return;
  const names = resolveNames(
    [
      ...namesOf(condition, sourceOf(request.condition)),
      ...namesOf(p, sourceOf(request.p)),
      ...namesOf(n, sourceOf(request.n)),
    ],
    context,
  );
  if (synapses.session.analysing || context.errors() > 0) return;
  const postCondition = dependsOn(condition, names, '_postsynaptic_idx');
  const postP = dependsOn(p, names, '_postsynaptic_idx');
  const source = [
    assign('_in_source', postCondition ? TRUE : condition),
    assign('_p', postP ? number(1) : p),
  ];
  const pair = [
    assign('_cond', postCondition ? condition : TRUE),
    assign('_n', n),
    assign('_pair_p', postP ? p : number(1)),
  ];
  const variables = creationVariables('_in_source', '_p', '_cond', '_n', '_pair_p');
  const name = `${synapses.name}_connect`;
  const blocks = {
    source: prepareCode({ name, variables, sections: [{ statements: source }] }, context).block,
    pair: prepareCode({ name, variables, sections: [{ statements: pair }] }, context).block,
  };
  const all: Names = prepareCode(
    { name, variables, sections: [{ statements: [...source, ...pair] }] },
    context,
  ).names;
  const pairs = new PairBuffer(request);
  const { random, device } = synapses.session;
  device.execute({
    name,
    names: all,
    blocks,
    seed: random.seed,
    tick: random.ticks(name).value++,
    data: { template: 'synapses_create_pairs', ends: creationEnds(synapses), pairs, drawPerPair: postP },
  });
  synapses.append(pairs.pre, pairs.post);
}

function sourceOf(value: ConnectRequest['condition'] | ConnectRequest['p']): SourceString | undefined {
  return typeof value === 'object' ? value : undefined;
}

function conditionTree(synapses: Synapses, request: ConnectRequest): Expression | undefined {
  const { condition } = request;
  if (condition === undefined || typeof condition === 'boolean') return TRUE;
  const context = creationContext(synapses, request);
  const { tree, problems } = parseExpression(condition.value);
  if (problems.length > 0) {
    const generator = parseGenerator(condition.value);
    if (generator.problems.length === 0 && generator.tree.iterator !== undefined) {
      report(synapses, request, 'ValueError', generatorAsCondition(condition.value));
      return undefined;
    }
  }
  recordString(synapses, 'condition', condition, () => ({ kind: 'expression', expr: tree }));
  const reportHere = reportIn(condition, context);
  for (const problem of problems) reportHere(problem);
  if (problems.length > 0) return undefined;
  const names = resolveNames(namesOf(tree, condition), context);
  dimensionOf(tree, names, reportHere);
  if (!isBooleanExpression(tree, names)) {
    const message = `Condition '${condition.value}' is not a boolean expression`;
    reportHere({ code: 'not-boolean', errorClass: 'TypeError', message, range: tree.range });
    return undefined;
  }
  return tree;
}

function generatorAsCondition(text: string): string {
  return `Generator expression given for condition, write connect(j='${text}'...) instead of connect('${text}'...).`;
}

/** A number, or a dimensionless string expression. */
function expressionTree(
  synapses: Synapses,
  value: number | SourceString,
  role: string,
): Expression | undefined {
  if (typeof value === 'number') return number(value);
  const context = creationContext(synapses, undefined);
  const { tree, problems } = parseExpression(value.value);
  recordString(synapses, role, value, () => ({ kind: 'expression', expr: tree }));
  const reportHere = reportIn(value, context);
  for (const problem of problems) reportHere(problem);
  return problems.length > 0 ? undefined : tree;
}
