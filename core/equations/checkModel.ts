/** What must hold for the equations of one model among themselves, whatever the world around them. */

import type { Equations } from './equations.ts';
import { identifierHint, identifierProblem } from './identifiers.ts';
import { rangeOfName } from './names.ts';
import { orderSubexpressions } from './ordering.ts';
import type { ReportInSource } from './report.ts';
import type { SingleEquation } from './singleEquation.ts';

/** Reports duplicate and forbidden names; of duplicates the first stays. */
export function checkDefinitions(
  equations: readonly SingleEquation[],
  report: ReportInSource,
  checks: { readonly names: boolean } = { names: true },
): SingleEquation[] {
  const kept = new Map<string, SingleEquation>();
  for (const equation of equations) {
    if (!kept.has(equation.name)) kept.set(equation.name, equation);
    else reportDuplicate(equation, kept.get(equation.name)!, report);
  }
  if (checks.names) for (const equation of kept.values()) checkIdentifier(equation, report);
  return [...kept.values()];
}

function reportDuplicate(equation: SingleEquation, first: SingleEquation, report: ReportInSource): void {
  const location = first.source.provenance?.locate(first.nameRange);
  const related = location && [{ message: `'${first.name}' is defined here`, location }];
  const message = `Duplicate definition of variable '${equation.name}'`;
  const range = equation.nameRange;
  report(
    { code: 'duplicate-definition', errorClass: 'EquationError', message, range, related },
    equation.source,
  );
}

function checkIdentifier({ name, nameRange, source }: SingleEquation, report: ReportInSource): void {
  const message = identifierProblem(name);
  if (message === undefined) return;
  const hint = identifierHint(name);
  report({ code: 'reserved-name', errorClass: 'SyntaxError', message, hint, range: nameRange }, source);
}

/**
 * Names that equations may have, but not those of a group, which has a use for them: ValueError where they end
 * like the ends of synapses, SyntaxError for the `reserved` ones.
 */
export function checkGroupNames(
  equations: Equations,
  report: ReportInSource,
  reserved: readonly string[] = [],
): void {
  for (const { name, nameRange, flags, source } of equations.values()) {
    const isSuffixed = /_(?:pre|post)$/.test(name) && !flags.includes('summed');
    if (!isSuffixed && !reserved.includes(name)) continue;
    const message = isSuffixed
      ? `'${name}' cannot be used as a variable name, the '_pre' and '_post' suffixes are used to refer to pre- and post-synaptic variables in synapses.`
      : `'${name}' is a reserved name that cannot be used as a variable name.`;
    const errorClass = isSuffixed ? 'ValueError' : 'SyntaxError';
    const hint = isSuffixed
      ? `Call it '${name.replace(/_(\w+)$/, '$1')}', for example.`
      : identifierHint(name);
    report({ code: 'reserved-name', errorClass, message, hint, range: nameRange }, source);
  }
}

/** EquationError for variables that the class adds to the model, and that the model has, too. */
export function checkAddedNames(
  equations: Equations,
  added: readonly string[],
  report: ReportInSource,
): void {
  for (const { name, nameRange, source } of equations.values()) {
    if (!added.includes(name)) continue;
    const message = `Duplicate definition of variable '${name}'`;
    const hint = `'${name}' is there already: leave the equation out.`;
    const code = 'duplicate-definition';
    report({ code, errorClass: 'EquationError', message, hint, range: nameRange }, source);
  }
}

/** Reports misuse of `xi`, and subexpressions that need each other. */
export function checkModel(equations: Equations, report: ReportInSource): void {
  checkNoise(equations, report);
  const { cycle } = orderSubexpressions([...equations.values()]);
  const [first] = cycle;
  if (first === undefined) return;
  const message = 'Cannot resolve dependencies between static equations, dependencies contain a cycle.';
  const related = cycle.slice(1).flatMap(({ name, source, nameRange }) => {
    const location = source.provenance?.locate(nameRange);
    return location === undefined ? [] : [{ message: `'${name}' is part of the cycle`, location }];
  });
  const problem = {
    code: 'circular-definition',
    errorClass: 'ValueError',
    message,
    hint: `${cycle.map(({ name }) => `'${name}'`).join(' and ')} need each other: make one of them a parameter or a differential equation.`,
    range: first.nameRange,
    related,
  };
  report(problem, first.source);
}

function checkNoise(equations: Equations, report: ReportInSource): void {
  let user: SingleEquation | undefined;
  for (const equation of equations.values()) {
    const range = equation.expr && rangeOfName(equation.expr, 'xi');
    if (range === undefined) continue;
    const complain = (message: string, hint?: string) =>
      report({ code: 'noise', errorClass: 'EquationError', message, hint, range }, equation.source);
    if (equation.type !== 'differential equation')
      complain(
        `The equation defining '${equation.name}' contains the symbol 'xi' but is not a differential equation.`,
        "Noise belongs into 'd.../dt = ...'; for a random number in each step write 'randn()' and flag it (constant over dt).",
      );
    else if (user !== undefined) complain(twice(equation.name, user.name));
    else user = equation;
  }
}

function twice(name: string, first: string): string {
  return (
    `The equation defining ${name} contains the symbol 'xi', but it is already used in the equation defining ` +
    `${first}. Rename the variables to 'xi_...' to make clear whether they are the same or independent random ` +
    'variables. Using the same name twice will lead to identical noise realizations whereas using different ' +
    'names will lead to independent noise realizations.'
  );
}
