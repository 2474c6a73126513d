import { parseExpression, parseStatements } from '../../grammars/equations/index.ts';
import type { Expression, Statement } from '../../grammars/equations/tree.ts';
import type { CodeSection } from '../groups/prepareCode.ts';
import { namesOf, type ResolveContext, resolveNames } from '../namespaces/resolve.ts';
import { chooseMethod } from '../stateupdaters/index.ts';
import { substituteNames } from '../symbolic/tree.ts';
import type { Synapses } from './synapses.ts';

const NOTHING: CodeSection = { statements: [] };

/**
 * What the code of a pathway is framed by where equations are event-driven: the exact solution over the time
 * since the last event, and a note of when this one was.
 */
export function eventDrivenUpdate(
  synapses: Synapses,
  context: ResolveContext,
): { before: CodeSection; after: CodeSection } {
  const equations = synapses.equations.diffEquations.filter(
    (e) => e.flags.includes('event-driven') && e.expr,
  );
  if (equations.length === 0) return { before: NOTHING, after: NOTHING };
  const subexpressions = synapses.equations.subexpressions.filter((e) => e.expr);
  const uses = [...equations, ...subexpressions].flatMap((e) => namesOf(e.expr!, e.source));
  const names = resolveNames(uses, context);
  const model = { diffEquations: equations, subexpressions } as Parameters<typeof chooseMethod>[1];
  const choice = chooseMethod('exact', model, { names });
  if (!choice.ok) {
    const message = 'Cannot solve the differential equations as event-driven. Use (clock-driven) instead.';
    const location = equations[0]!.source.provenance?.locate(equations[0]!.expr!.range) ?? context.fallback;
    const errorClass = 'UnsupportedEquationsException';
    context.report({ code: 'unsupported-equations', severity: 'error', errorClass, message, location });
    return { before: NOTHING, after: NOTHING };
  }
  const elapsed = new Map<string, Expression>([['dt', parseExpression('(t - lastupdate)').tree]]);
  const before = parseStatements(choice.abstractCode).tree.map(
    (statement): Statement => ({ ...statement, expr: substituteNames(statement.expr, elapsed) }),
  );
  return { before: { statements: before }, after: { statements: parseStatements('lastupdate = t').tree } };
}
