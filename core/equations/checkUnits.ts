import type { Names } from '../namespaces/resolved.ts';
import { type Dimension, SECOND } from '../units/dimension.ts';
import { dimensionName } from '../units/displayUnits.ts';
import { mismatchMessage } from '../units/errors.ts';
import { unnamedUnit } from '../units/unit.ts';
import { unitPhrase } from '../units/writtenUnit.ts';
import { dimensionOf } from './dimensionOf.ts';
import type { Equations } from './equations.ts';
import { explainValue } from './explain.ts';
import { noteIntegerPowers } from './integerPower.ts';
import { identifiersOf } from './names.ts';
import { origins } from './origins.ts';
import type { RangeProblem, ReportInSource } from './report.ts';
import type { SingleEquation } from './singleEquation.ts';
import { repeatedStatefulCall, statefulCalls } from './stateful.ts';

/**
 * What Brian asks of a model's equations once the names in them are known: consistent units
 * (DimensionMismatchError), and stateful functions only where they are called once per step.
 */
export function checkUnits(equations: Equations, names: Names, report: ReportInSource): void {
  for (const equation of equations.values()) {
    if (equation.expr === undefined || isSummed(equation) || isMisplacedNoise(equation)) continue;
    checkEquation(equation, names, (problem) => report(inEquation(equation, problem), equation.source));
  }
  for (const equation of equations.values()) if (!isSummed(equation)) checkStateful(equation, names, report);
}

/** Summed variables are checked where they are summed. */
function isSummed({ flags }: SingleEquation): boolean {
  return flags.includes('summed');
}

/** Noise in a subexpression is wrong whatever its unit, and that has been said. */
function isMisplacedNoise({ type, expr }: SingleEquation): boolean {
  return type === 'subexpression' && expr !== undefined && identifiersOf(expr).has('xi');
}

function checkEquation(
  equation: SingleEquation,
  names: Names,
  report: (problem: RangeProblem) => void,
): void {
  const expr = equation.expr!;
  if (equation.type === 'subexpression') noteIntegerPowers(expr, names, report);
  const dimension = dimensionOf(expr, names, report);
  const expected = expectedDimension(equation);
  if (dimension === undefined || !equation.hasUnit || dimension === expected) return;
  const text = `Expression '${equation.exprText}' does not have the expected unit ${unitName(equation, expected)}`;
  report({
    code: 'dimension-mismatch',
    errorClass: 'DimensionMismatchError',
    message: mismatchMessage(text, [dimension]),
    hint: explainValue({ expr, dimension }, expected, place(equation, expected)),
    range: expr.range,
    related: origins(expr, names),
  });
}

/** The unit of an equation is that of its variable; a derivative is per second. */
function expectedDimension({ type, dimension }: SingleEquation): Dimension {
  return type === 'differential equation' ? dimension.divide(SECOND) : dimension;
}

function place({ type, name, dimension }: SingleEquation, expected: Dimension): string {
  return type === 'differential equation'
    ? `'${name}' is ${unitPhrase(dimension)}, so 'd${name}/dt' is ${unitPhrase(expected)}`
    : `'${name}' is ${unitPhrase(dimension)} (the unit after the colon)`;
}

/**
 * The name of a known unit, else the one by which the equation calls it. Brian's name for no unit at all is
 * that of the first unit that it knows without dimension.
 */
function unitName({ type, unit }: SingleEquation, dimension: Dimension): string {
  if (dimension.isDimensionless) return 'radian';
  const name = dimensionName(dimension);
  const unnamed = name === unnamedUnit(dimension).name;
  return unnamed && type === 'subexpression' && unit !== undefined ? unit.name : name;
}

function inEquation({ type, name }: SingleEquation, problem: RangeProblem): RangeProblem {
  if (problem.code !== 'dimension-mismatch') return problem;
  const message =
    type === 'differential equation'
      ? `Inconsistent units in differential equation defining variable '${name}':\n${problem.message}`
      : `Inconsistent units in subexpression ${name}:\n%${problem.message}`;
  return { ...problem, message };
}

function checkStateful(equation: SingleEquation, names: Names, report: ReportInSource): void {
  const { expr, name, type, flags, source } = equation;
  if (expr === undefined) return;
  const [call] = statefulCalls(expr, names);
  if (call !== undefined && type === 'subexpression' && !flags.includes('constant over dt')) {
    const message =
      `The subexpression '${name}' refers to a stateful function (e.g. rand()). Such expressions should only be ` +
      "evaluated once per timestep, add the 'constant over dt' flag.";
    const hint = `Write '(constant over dt)' after the unit of '${name}'.`;
    report(
      { code: 'stateful-function', errorClass: 'SyntaxError', message, hint, range: call.range },
      source,
    );
    return;
  }
  const repeated = repeatedStatefulCall(expr, names, equation.exprText);
  if (repeated !== undefined) report(repeated, source);
}
