/** Model equations and what can be said about expressions without running them. */
export { checkCondition } from './checkCondition.ts';
export { type AllowedFlags, checkFlags } from './checkFlags.ts';
export { checkStatements, type StatementOptions } from './checkStatements.ts';
export { checkUnits } from './checkUnits.ts';
export { dimensionOf } from './dimensionOf.ts';
export { type DefinedEquation, Equations } from './equations.ts';
export { arithmetic, evaluateExpression } from './evaluate.ts';
export { identifierProblem } from './identifiers.ts';
export { identifiersOf, isNoiseName } from './names.ts';
export type { Replacement } from './replace.ts';
export type { RangeProblem, ReportInSource, ReportRange } from './report.ts';
export { type SingleEquation, showEquation } from './singleEquation.ts';
export { repeatedStatefulCall, statefulCalls } from './stateful.ts';
export { isBooleanExpression, typeOf } from './typeOf.ts';
