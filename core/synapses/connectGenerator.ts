import { parseGenerator } from '../../grammars/equations/index.ts';
import type { Expression, GeneratorTree } from '../../grammars/equations/tree.ts';
import type { RangeProblem } from '../equations/report.ts';
import { counting, prepareCode, reportIn } from '../groups/prepareCode.ts';
import { recordString } from '../groups/recordString.ts';
import { namesOf, resolveNames } from '../namespaces/resolve.ts';
import type { Names } from '../namespaces/resolved.ts';
import { boolean, number } from '../symbolic/build.ts';
import { assign } from '../symbolic/statements.ts';
import { substituteNames } from '../symbolic/tree.ts';
import type { SourceString } from '../text/provenance.ts';
import { type ConnectRequest, type Indices, refuseCounts, report } from './connectRequest.ts';
import { creationContext, creationEnds, creationVariables, dependsOn, NUMBERS } from './creation.ts';
import { generatorProblems } from './generatorProblems.ts';
import { type GeneratorEnds, invalidIndex } from './generatorRange.ts';
import { PairBuffer } from './pairBuffer.ts';
import type { Synapses } from './synapses.ts';

const TRUE = boolean(true);
const BLOCK_VARIABLES = [
  '_bound_low',
  '_bound_high',
  '_bound_step',
  '_bound_size',
  '_bound_p',
  '_element',
  '_cond',
];

/** `j='EXPR for k in range(...) if COND'` for every source, or the same with `i=` for every target. */
export function connectByGenerator(
  synapses: Synapses,
  request: ConnectRequest,
  i?: Indices,
  j?: Indices,
): void {
  const reversed = j === undefined;
  const source = (reversed ? i : j) as SourceString;
  if (i !== undefined && j !== undefined) {
    report(synapses, request, 'TypeError', 'Cannot give both i and j as expressions');
    return;
  }
  if (request.p !== 1) {
    report(synapses, request, 'ValueError', 'Generator syntax cannot be combined with p argument');
    return;
  }
  const generator = checkedGenerator(synapses, request, source, reversed);
  if (generator === undefined || synapses.session.analysing) return;
  execute(synapses, request, generator, reversed);
}

function checkedGenerator(
  synapses: Synapses,
  request: ConnectRequest,
  source: SourceString,
  reversed: boolean,
): GeneratorTree | undefined {
  const { tree, problems } = parseGenerator(source.value);
  const iterator = tree.iterator?.variable.name;
  const context = counting(creationContext(synapses, request, iterator));
  recordString(synapses, 'generator', source, () => ({ kind: 'generator', generator: tree }));
  const reportHere = reportIn(source, context);
  for (const problem of problems) reportHere(problem);
  if (problems.length > 0) return undefined;
  const names = resolveNames(
    expressionsOf(tree).flatMap((expr) => namesOf(expr, source)),
    context,
  );
  if (context.errors() > 0) return undefined;
  for (const problem of generatorProblems(tree, source.value, names, reversed)) reportHere(problem);
  refuseCounts(source, expressionsOf(tree), context);
  if (context.errors() > 0) return undefined;
  const ends = generatorEnds(synapses, tree, names, reversed);
  // A run stops at the neuron itself.
  const invalid =
    synapses.session.analysing && !request.skipIfInvalid ? invalidIndex(tree, names, ends) : undefined;
  if (invalid !== undefined) reportHere(outside(invalid, ends, tree, synapses, reversed));
  return numbered(tree);
}

function generatorEnds(
  { source, target }: Synapses,
  { condition }: GeneratorTree,
  names: Names,
  reversed: boolean,
): GeneratorEnds {
  const pre = { name: 'i', size: source.N };
  const post = { name: 'j', size: target.N };
  const innerIndex = reversed ? '_presynaptic_idx' : '_postsynaptic_idx';
  const conditionUsesInner = condition !== undefined && dependsOn(condition, names, innerIndex);
  return { outer: reversed ? post : pre, inner: reversed ? pre : post, conditionUsesInner };
}

function outside(
  index: number,
  { inner }: GeneratorEnds,
  { element }: GeneratorTree,
  { source, target }: Synapses,
  reversed: boolean,
): RangeProblem {
  const group = reversed ? source : target;
  return {
    code: 'connect',
    errorClass: 'IndexError',
    message: `index _${inner.name}=${index} outside allowed range from 0 to ${inner.size - 1}`,
    hint: `'${group.name}' has ${inner.size} neurons. Add a condition, or skip_if_invalid=True.`,
    range: element.range,
  };
}

/** `i` and `j` are the numbers of the neurons of a pair, whatever else they are called. */
function numbered(tree: GeneratorTree): GeneratorTree {
  const put = (expr: Expression) => substituteNames(expr, NUMBERS);
  const { element, iterator, condition } = tree;
  return {
    ...tree,
    element: put(element),
    ...(condition && { condition: put(condition) }),
    ...(iterator && {
      iterator: {
        ...iterator,
        args: iterator.args.map(put),
        ...(iterator.p && { p: put(iterator.p) }),
        ...(iterator.size && { size: put(iterator.size) }),
      },
    }),
  };
}

function expressionsOf({ element, iterator, condition }: GeneratorTree): Expression[] {
  return [element, ...(iterator?.args ?? []), iterator?.p, iterator?.size, condition].filter(
    (e) => e !== undefined,
  );
}

function execute(
  synapses: Synapses,
  request: ConnectRequest,
  generator: GeneratorTree,
  reversed: boolean,
): void {
  const { random, device } = synapses.session;
  const name = `${synapses.name}_connect`;
  const context = creationContext(synapses, request, generator.iterator?.variable.name);
  const variables = creationVariables(...BLOCK_VARIABLES);
  const statements = {
    bounds: bounds(generator),
    element: [assign('_element', generator.element)],
    condition: [assign('_cond', generator.condition ?? TRUE)],
  };
  const prepare = (part: keyof typeof statements) =>
    prepareCode({ name, variables, sections: [{ statements: statements[part] }] }, context).block;
  const { names } = prepareCode(
    { name, variables, sections: Object.values(statements).map((list) => ({ statements: list })) },
    context,
  );
  const innerIndex = reversed ? '_presynaptic_idx' : '_postsynaptic_idx';
  const pairs = new PairBuffer(request, reversed);
  device.execute({
    name,
    names,
    blocks: { bounds: prepare('bounds'), element: prepare('element'), condition: prepare('condition') },
    seed: random.seed,
    tick: random.ticks(name).value++,
    data: {
      template: 'synapses_create_generator',
      ends: creationEnds(synapses),
      pairs,
      reversed,
      iterator: iteratorKind(generator),
      iterationVariable: generator.iterator?.variable.name,
      conditionUsesInner:
        generator.condition !== undefined && dependsOn(generator.condition, names, innerIndex),
      copies: typeof request.n === 'number' ? request.n : 1,
      skipIfInvalid: request.skipIfInvalid,
    },
  });
  synapses.append(pairs.pre, pairs.post);
}

function iteratorKind({ iterator }: GeneratorTree): 'range' | 'sample p' | 'sample size' | undefined {
  if (iterator === undefined) return undefined;
  if (iterator.function === 'range') return 'range';
  return iterator.size === undefined ? 'sample p' : 'sample size';
}

/** Python's range(high), range(low, high), range(low, high, step). */
function bounds({ iterator }: GeneratorTree) {
  const args = iterator?.args ?? [];
  const [low, high, step] = args.length === 1 ? [number(0), args[0]!] : args;
  return [
    assign('_bound_low', low ?? number(0)),
    assign('_bound_high', high ?? number(1)),
    assign('_bound_step', step ?? number(1)),
    assign('_bound_size', iterator?.size ?? number(1)),
    assign('_bound_p', iterator?.p ?? number(1)),
  ];
}
