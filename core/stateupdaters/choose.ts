/** Choice of an integration method by name, as Brian chooses. */
import { printExpression } from '../../grammars/equations/print.ts';
import { visit } from '../symbolic/tree.ts';
import { Memory } from '../text/memo.ts';
import { constancyOf } from './constancy.ts';
import { exact } from './exact.ts';
import { euler, heun, milstein, rk2, rk4 } from './explicitMethods.ts';
import { exponentialEuler } from './exponentialEuler.ts';
import { INDEPENDENT_IS_DEPRECATED, independent } from './independent.ts';
import {
  type Integration,
  type IntegrationContext,
  type ModelEquations,
  type StateUpdateMethod,
  substitutedSize,
} from './method.ts';

/** What NeuronGroup and Synapses try where the script names no method. */
export const DEFAULT_METHODS: readonly string[] = ['exact', 'euler', 'heun'];

/** Methods by the name that users type (in lower case). */
export const STATE_UPDATERS: ReadonlyMap<string, StateUpdateMethod> = new Map<string, StateUpdateMethod>([
  ['exact', exact],
  ['linear', exact],
  ['independent', independent],
  ['exponential_euler', exponentialEuler],
  ['euler', euler],
  ['rk2', rk2],
  ['rk4', rk4],
  ['heun', heun],
  ['milstein', milstein],
]);

export const GSL_METHODS: readonly string[] = [
  'gsl',
  'gsl_rk2',
  'gsl_rk4',
  'gsl_rkf45',
  'gsl_rkck',
  'gsl_rk8pd',
];

export type MethodArgument = string | StateUpdateMethod;

export interface Refusal {
  readonly method: string;
  readonly message: string;
  readonly variable?: string;
}

export interface ChosenMethod {
  readonly ok: true;
  readonly method: string;
  /** The update of one step, as statements. */
  readonly abstractCode: string;
  /** Why those before it in the list were not taken. */
  readonly reasons: readonly Refusal[];
  /** True where a list was tried, so that Brian tells the user which one it took. */
  readonly fromList: boolean;
  readonly warnings: readonly string[];
}

export interface NoMethod {
  readonly ok: false;
  readonly code: 'unsupported-equations' | 'unknown-method' | 'not-implemented' | 'method-options';
  readonly errorClass: 'UnsupportedEquationsException' | 'ValueError' | 'NotImplementedError' | 'KeyError';
  readonly message: string;
  /** The differential equation at fault, where it is one. */
  readonly variable?: string;
  /** The name that is no method's. */
  readonly unknown?: string;
  readonly reasons: readonly Refusal[];
}

export type MethodChoice = ChosenMethod | NoMethod;

export function isKnownMethod(name: string): boolean {
  return STATE_UPDATERS.has(name.toLowerCase()) || GSL_METHODS.includes(name.toLowerCase());
}

/**
 * The named method, or the first of several that suits the equations. `methodOptions` are the names of the
 * options given; they do not count where a list is tried.
 */
export function chooseMethod(
  method: MethodArgument | readonly MethodArgument[],
  equations: ModelEquations,
  context: IntegrationContext,
  methodOptions: readonly string[] = [],
): MethodChoice {
  const choose = () => newChoice(method, equations, context, methodOptions);
  const methods = isList(method) ? method : [method];
  if (!methods.every((one) => typeof one === 'string')) return choose();
  return CHOICES.get(keyOf([...methods, '', ...methodOptions], equations, context), choose);
}

const CHOICES = new Memory<MethodChoice>();

/** Everything that a choice depends on: the equations, and what is asked about the functions in them. */
function keyOf(words: readonly string[], equations: ModelEquations, context: IntegrationContext): string {
  const parts = [...words, String(equations.diffEquations.length)];
  for (const { name, expr } of [...equations.diffEquations, ...equations.subexpressions]) {
    parts.push(name, printExpression(expr));
    visit(expr, (part) => {
      if (part.kind === 'call') parts.push(constancyOf(part.name, context));
    });
  }
  return parts.join('\n');
}

/** Parts of all equations together, subexpressions put in; what is larger would never be integrated. */
const LARGEST = 200_000;

const TOO_LARGE: NoMethod = {
  ok: false,
  code: 'not-implemented',
  errorClass: 'NotImplementedError',
  message: "Spikelens doesn't support equations that are this large once all subexpressions are put in.",
  reasons: [],
};

function newChoice(
  method: MethodArgument | readonly MethodArgument[],
  equations: ModelEquations,
  context: IntegrationContext,
  methodOptions: readonly string[],
): MethodChoice {
  if (substitutedSize(equations) > LARGEST) return TOO_LARGE;
  if (isList(method)) return chooseFromList(method, equations, context);
  const found = lookUp(method);
  if ('ok' in found) return found;
  const wrong = methodOptions.find((option) => !found.options.includes(option));
  if (wrong !== undefined) return wrongOption(wrong, found);
  const result = found.integrate(equations, context);
  if ('abstractCode' in result) return chosen(nameOf(method), result.abstractCode, [], false);
  return {
    ok: false,
    code: 'unsupported-equations',
    errorClass: 'UnsupportedEquationsException',
    message: result.unsupported,
    ...(result.variable !== undefined && { variable: result.variable }),
    reasons: [refusalOf(nameOf(method), result)],
  };
}

function chooseFromList(
  methods: readonly MethodArgument[],
  equations: ModelEquations,
  context: IntegrationContext,
): MethodChoice {
  const reasons: Refusal[] = [];
  for (const method of methods) {
    const found = lookUp(method);
    if ('ok' in found) return found;
    const result = found.integrate(equations, context);
    if ('abstractCode' in result) return chosen(nameOf(method), result.abstractCode, reasons, true);
    reasons.push(refusalOf(nameOf(method), result));
  }
  const message = 'No stateupdater that is suitable for the given equations has been found.';
  return { ok: false, code: 'unsupported-equations', errorClass: 'ValueError', message, reasons };
}

function isList(method: MethodArgument | readonly MethodArgument[]): method is readonly MethodArgument[] {
  return Array.isArray(method);
}

function nameOf(method: MethodArgument): string {
  return typeof method === 'string' ? method.toLowerCase() : method.name;
}

function lookUp(method: MethodArgument): StateUpdateMethod | NoMethod {
  if (typeof method !== 'string') return method;
  const name = method.toLowerCase();
  const found = STATE_UPDATERS.get(name);
  if (found !== undefined) return found;
  if (GSL_METHODS.includes(name)) {
    const message = `The integration method '${name}' needs the GNU Scientific Library, which is not supported here. Use 'exponential_euler' or 'rk4' instead.`;
    return { ok: false, code: 'not-implemented', errorClass: 'NotImplementedError', message, reasons: [] };
  }
  const message = `No state updater with the name '${name}' is known.`;
  return {
    ok: false,
    code: 'unknown-method',
    errorClass: 'ValueError',
    message,
    unknown: method,
    reasons: [],
  };
}

function chosen(method: string, abstractCode: string, reasons: Refusal[], fromList: boolean): ChosenMethod {
  const warnings = method === 'independent' ? [INDEPENDENT_IS_DEPRECATED] : [];
  return { ok: true, method, abstractCode, reasons, fromList, warnings };
}

function refusalOf(method: string, result: Exclude<Integration, { abstractCode: string }>): Refusal {
  return {
    method,
    message: result.unsupported,
    ...(result.variable !== undefined && { variable: result.variable }),
  };
}

function wrongOption(option: string, method: StateUpdateMethod): NoMethod {
  const known =
    method.options.length === 0
      ? 'This state updater does not accept any options.'
      : `Available options are: ${method.options.map((name) => `'${name}'`).join(', ')}.`;
  const message = `method_options specifies '${option}', but this is not an option for this state updater. ${known}`;
  return { ok: false, code: 'method-options', errorClass: 'KeyError', message, reasons: [] };
}
