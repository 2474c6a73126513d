import { parseExpression, parseGenerator } from '../../grammars/equations/index.ts';
import { dimensionOf } from '../equations/dimensionOf.ts';
import { type ReadExpression, readCondition, readExpression } from '../groups/expressionString.ts';
import { counting, prepareCode, reportIn } from '../groups/prepareCode.ts';
import { recordString } from '../groups/recordString.ts';
import { namesOf, type ResolveContext, resolveNames } from '../namespaces/resolve.ts';
import type { Names } from '../namespaces/resolved.ts';
import { boolean, number } from '../symbolic/build.ts';
import { assign } from '../symbolic/statements.ts';
import { substituteNames } from '../symbolic/tree.ts';
import type { SourceString } from '../text/provenance.ts';
import { DIMENSIONLESS } from '../units/dimension.ts';
import { type ConnectRequest, refuseCounts, unclosedGenerator, wholeOf } from './connectRequest.ts';
import { creationContext, creationEnds, creationVariables, dependsOn, NUMBERS } from './creation.ts';
import { PairBuffer } from './pairBuffer.ts';
import type { Synapses } from './synapses.ts';

const TRUE = boolean(true);

/** All pairs that meet a condition, with a probability, some number of times each. */
export function connectByCondition(synapses: Synapses, request: ConnectRequest): void {
  const context = counting(creationContext(synapses, request));
  const condition = readPart(synapses, request, 'condition', context);
  const p = readPart(synapses, request, 'p', context);
  const n = readPart(synapses, request, 'n', context);
  if (condition === undefined || p === undefined || n === undefined) return;
  const names: Names = new Map([condition, p, n].flatMap((part) => [...part.names]));
  if (synapses.session.analysing || context.errors() > 0) return;
  const postCondition = dependsOn(condition.tree, names, '_postsynaptic_idx');
  const postP = dependsOn(p.tree, names, '_postsynaptic_idx');
  const source = [
    assign('_in_source', postCondition ? TRUE : condition.tree),
    assign('_p', postP ? number(1) : p.tree),
  ];
  const pair = [
    assign('_cond', postCondition ? condition.tree : TRUE),
    assign('_n', n.tree),
    assign('_pair_p', postP ? p.tree : number(1)),
  ];
  const variables = creationVariables('_in_source', '_p', '_cond', '_n', '_pair_p');
  const codeName = `${synapses.name}_connect`;
  const blocks = {
    source: prepareCode({ name: codeName, variables, sections: [{ statements: source }] }, context).block,
    pair: prepareCode({ name: codeName, variables, sections: [{ statements: pair }] }, context).block,
  };
  const all: Names = prepareCode(
    { name: codeName, variables, sections: [{ statements: [...source, ...pair] }] },
    context,
  ).names;
  const pairs = new PairBuffer(request);
  const { random, device } = synapses.session;
  device.execute({
    name: codeName,
    names: all,
    blocks,
    seed: random.seed,
    tick: random.ticks(codeName).value++,
    data: { template: 'synapses_create_pairs', ends: creationEnds(synapses), pairs, drawPerPair: postP },
  });
  synapses.append(pairs.pre, pairs.post);
}

type Part = 'condition' | 'p' | 'n';

/** A part of the request as a tree: `i` and `j` are the numbers of a pair's neurons, whatever else they are called. */
function readPart(
  synapses: Synapses,
  request: ConnectRequest,
  part: Part,
  context: ResolveContext,
): ReadExpression | undefined {
  const value = request[part];
  if (typeof value !== 'object')
    return { tree: typeof value === 'number' ? number(value) : TRUE, names: new Map() };
  recordString(synapses, part, value, () => ({
    kind: 'expression',
    expr: parseExpression(value.value).tree,
  }));
  const read = READERS[part](value, context);
  if (read === undefined) return undefined;
  const tree = substituteNames(read.tree, NUMBERS);
  return { tree, names: new Map([...read.names, ...resolveNames(namesOf(tree), context)]) };
}

const READERS: Readonly<
  Record<Part, (source: SourceString, context: ResolveContext) => ReadExpression | undefined>
> = {
  condition: readPairCondition,
  p: readProbability,
  n: (source, context) => readNumber(source, context),
};

function readPairCondition(source: SourceString, context: ResolveContext): ReadExpression | undefined {
  const fail = (errorClass: string, message: string) =>
    reportIn(source, context)({ code: 'connect', errorClass, message, range: wholeOf(source) });
  const generator = parseGenerator(source.value);
  if (generator.problems.length === 0 && generator.tree.iterator !== undefined) {
    fail('ValueError', generatorAsCondition(source.value));
    return undefined;
  }
  const read = readCondition(source, context, (text) => `Condition '${text}' is not a boolean condition`);
  if (read === undefined) return undefined;
  const asGenerator = `_k for _k in range(N_post) if ${source.value}`;
  if (source.value.includes('#')) fail('SyntaxError', unclosedGenerator(asGenerator));
  refuseCounts(source, [read.tree], context);
  return read;
}

function generatorAsCondition(text: string): string {
  return `Generator expression given for condition, write connect(j='${text}'...) instead of connect('${text}'...).`;
}

function readProbability(source: SourceString, context: ResolveContext): ReadExpression | undefined {
  const read = readExpression(source, context, { layout: true });
  if (read === undefined) return undefined;
  const report = reportIn(source, context);
  const dimension = dimensionOf(read.tree, read.names, report);
  if (dimension !== undefined && dimension !== DIMENSIONLESS) {
    const message = 'Expression for p should be dimensionless.';
    report({
      code: 'dimension-mismatch',
      errorClass: 'DimensionMismatchError',
      message,
      range: read.tree.range,
    });
  }
  return read;
}

/** The number of synapses is assigned in the code that makes them. */
function readNumber(source: SourceString, context: ResolveContext): ReadExpression | undefined {
  if (source.value.trim() !== '') return readExpression(source, context, { reader: 'rendering' });
  const message = `Empty expression in the RHS of the statement:'_n = ${source.value}' `;
  reportIn(source, context)({ code: 'syntax', errorClass: 'ValueError', message, range: wholeOf(source) });
  return undefined;
}
