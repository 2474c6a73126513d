/** What there is to say about the choice of an integration method. */
import type { Equations } from '../equations/equations.ts';
import { didYouMeanOf } from '../namespaces/nearest.ts';
import { type Problem, warning } from '../problems/problem.ts';
import {
  type ChosenMethod,
  chooseMethod,
  type IntegrationContext,
  isKnownMethod,
  type ModelEquations,
  type NoMethod,
  STATE_UPDATERS,
} from '../stateupdaters/index.ts';
import type { Location } from '../text/range.ts';

/** Methods to recommend, in the order in which one would try them. */
const RECOMMENDED = ['exact', 'exponential_euler', 'euler', 'rk4', 'heun', 'milstein'];

export interface MethodPlaces {
  /** Where the script names the method. */
  readonly method?: Location;
  readonly options?: Location;
  /** Where the group is made. */
  readonly group?: Location;
}

/** A method that the equations do not suit, or that nobody knows: at its name, else at the equation at fault. */
export function methodProblem(
  choice: NoMethod,
  model: ModelEquations,
  equations: Equations,
  context: IntegrationContext,
  places: MethodPlaces,
): Problem {
  const { code, errorClass, message, variable } = choice;
  const equation = variable === undefined ? undefined : equations.get(variable);
  const written = equation?.expr && equation.source.provenance?.locate(equation.expr.range);
  const named = code === 'method-options' ? places.options : places.method;
  const location = named ?? places.method ?? written ?? places.group;
  const related = places.method &&
    written && [{ message: `the equation of '${variable}' is not of that kind`, location: written }];
  const hint = methodHint(choice, model, context);
  return { code, severity: 'error', errorClass, message, hint, location, related };
}

/** Brian's note on the method that it took from a list. */
export function methodChoiceNote({ method }: ChosenMethod, group: string, places: MethodPlaces): Problem {
  const message = `No numerical integration method specified for group '${group}', using method '${method}'.`;
  return warning('method-choice', message, places.group, 'hint');
}

/** A deprecated method. */
export function methodWarning(message: string, places: MethodPlaces): Problem {
  return warning('deprecated-independent', message, places.method ?? places.group);
}

/** An unknown method is worth telling even where other faults keep it from being tried. */
export function unknownMethod(
  method: string | readonly string[] | undefined,
  places: MethodPlaces,
): Problem | undefined {
  if (typeof method !== 'string' || isKnownMethod(method)) return undefined;
  const nothing = { diffEquations: [], subexpressions: [] };
  const choice = chooseMethod(method, nothing, { names: new Map() });
  if (choice.ok) return undefined;
  const { code, errorClass, message } = choice;
  const hint = unknownHint(method);
  return { code, severity: 'error', errorClass, message, hint, location: places.method ?? places.group };
}

function unknownHint(method: string): string {
  return didYouMeanOf(method, STATE_UPDATERS.keys(), 'The methods');
}

function methodHint(
  { reasons, unknown }: NoMethod,
  model: ModelEquations,
  context: IntegrationContext,
): string | undefined {
  const [refused] = reasons;
  if (unknown !== undefined) return unknownHint(unknown);
  if (refused === undefined) return undefined;
  const suitable = RECOMMENDED.filter((method) => chooseMethod(method, model, context).ok).slice(0, 3);
  if (suitable.length === 0) return 'No method suits these equations: see how their noise enters.';
  const names = suitable.map((method) => `method='${method}'`).join(' or ');
  return `${WHAT_THEY_SOLVE[refused.method] ?? ''} These equations can be integrated with ${names}.`.trim();
}

/** What the choosy methods are for. */
const WHAT_THEY_SOLVE: Readonly<Record<string, string>> = {
  exact: "'exact' is for linear equations without noise.",
  linear: "'linear' is for linear equations without noise.",
  independent: "'independent' is for equations that do not depend on each other.",
  exponential_euler:
    "'exponential_euler' is for equations that are linear in their own variable, without noise.",
  euler: "'euler' takes noise only where its strength depends neither on time nor on the state.",
  rk2: "'rk2' is for equations without noise.",
  rk4: "'rk4' is for equations without noise.",
  milstein: "'milstein' takes noise only where each equation has its own.",
};
