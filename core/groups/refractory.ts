import { parseExpression, parseStatements } from '../../grammars/equations/index.ts';
import type { Expression, Statement } from '../../grammars/equations/tree.ts';
import { dimensionOf } from '../equations/dimensionOf.ts';
import { isBooleanExpression } from '../equations/typeOf.ts';
import { namesOf, type ResolveContext, resolveNames } from '../namespaces/resolve.ts';
import { number } from '../symbolic/build.ts';
import { substituteNames } from '../symbolic/tree.ts';
import type { SourceString } from '../text/provenance.ts';
import type { Location } from '../text/range.ts';
import { DIMENSIONLESS, SECOND } from '../units/dimension.ts';
import { unitDisplay } from '../units/displayUnits.ts';
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
  const { tree, problems } = parseExpression(refractory.source.value);
  const report = reportIn(refractory.source, context);
  for (const problem of problems) report(problem);
  if (problems.length > 0) return [];
  const names = resolveNames(namesOf(tree, refractory.source), context);
  const dimension = dimensionOf(tree, names, report);
  if (dimension === SECOND) return timeStatements(tree);
  if (isBooleanExpression(tree, names)) return conditionStatements(tree);
  if (dimension !== undefined) {
    const message =
      dimension === DIMENSIONLESS
        ? 'Refractory expression is dimensionless but not a boolean value. It needs to either evaluate to a timespan or to a boolean value.'
        : `Refractory expression has units ${unitDisplay(dimension)} instead. It needs to either evaluate to a timespan or to a boolean value.`;
    report({ code: 'refractory', errorClass: 'TypeError', message, range: tree.range });
  }
  return [];
}

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
