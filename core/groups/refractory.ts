import { parseStatements } from '../../grammars/equations/index.ts';
import type { Expression, Statement } from '../../grammars/equations/tree.ts';
import { checkCondition } from '../equations/checkCondition.ts';
import { dimensionOf } from '../equations/dimensionOf.ts';
import { isBooleanExpression } from '../equations/typeOf.ts';
import type { ResolveContext } from '../namespaces/resolve.ts';
import { number } from '../symbolic/build.ts';
import { substituteNames } from '../symbolic/tree.ts';
import type { SourceString } from '../text/provenance.ts';
import type { Location } from '../text/range.ts';
import { DIMENSIONLESS, SECOND } from '../units/dimension.ts';
import { embedded } from './codeFaults.ts';
import { readExpression } from './expressionString.ts';
import { reportIn } from './prepareCode.ts';

/** How long a neuron stays refractory: a time in seconds, or a string giving a time or a truth value. */
export type Refractory =
  | { readonly kind: 'time'; readonly seconds: number; readonly location?: Location }
  | { readonly kind: 'string'; readonly source: SourceString };

/** The first statements of every time step: who is no longer refractory. */
export function refractoryStatements(
  refractory: Refractory | undefined,
  context: ResolveContext,
  /** Brian's preference `legacy.refractory_timing`. */
  legacyTiming = false,
): readonly Statement[] {
  if (refractory === undefined) return [];
  const timeStatements = legacyTiming ? legacyTimeStatements : stepStatements;
  if (refractory.kind === 'time') return timeStatements(number(refractory.seconds, false));
  const { source } = refractory;
  const read = readExpression(source, context, { layout: true });
  if (read === undefined) return [];
  const { tree, names } = read;
  const report = reportIn(source, context);
  const dimension = dimensionOf(tree, names, report);
  if (dimension === SECOND) {
    const line = embedded('not_refractory = timestep(t - lastspike, dt) >= timestep(', source, ', dt)');
    const { problems } = parseStatements(line.value);
    const [first] = problems.filter(({ statement }) => statement === undefined).concat(problems);
    if (first !== undefined) reportIn(line, context)(first);
    return timeStatements(tree);
  }
  if (dimension === undefined) return isBooleanExpression(tree, names) ? conditionStatements(tree) : [];
  if (dimension !== DIMENSIONLESS) {
    const message =
      `Refractory expression has to evaluate to a timespan or a boolean value, expression'${source.value}' has units ` +
      `${dimension} instead`;
    report({ code: 'refractory', errorClass: 'TypeError', message, range: tree.range });
    return [];
  }
  checkCondition(tree, names, report, { message: NO_CONDITION, units: () => {} });
  return conditionStatements(tree);
}

const NO_CONDITION =
  'Refractory expression is dimensionless but not a boolean value. It needs to either evaluate to a timespan or to a boolean value.';

/**
 * Whether as many whole steps have passed as the time is long, so that rounding of t never adds or drops one:
 * timestep(t - lastspike, dt) >= timestep(_ref, dt), solved for t - lastspike. What is left for each neuron
 * is a comparison; the division that `timestep` needs would cost more than all else in a step.
 */
function stepStatements(time: Expression): Statement[] {
  return withExpression('not_refractory = t - lastspike >= (timestep(_ref, dt) - 1e-3) * dt', time);
}

/** Times compared as they are, so that rounding may add or drop a step: as Brian 2.1.2 did. */
function legacyTimeStatements(time: Expression): Statement[] {
  return withExpression('not_refractory = (t - lastspike) > _ref', time);
}

function conditionStatements(condition: Expression): Statement[] {
  return withExpression('not_refractory = not_refractory or not _ref', condition);
}

function withExpression(code: string, expr: Expression): Statement[] {
  const replacements = new Map([['_ref', expr]]);
  return parseStatements(code).tree.map((s) => ({ ...s, expr: substituteNames(s.expr, replacements) }));
}
