import { parseStatements } from '../../grammars/equations/index.ts';
import type { Expression, Statement } from '../../grammars/equations/tree.ts';
import type { CodeObject } from '../codegen/codeObject.ts';
import { checkUnits } from '../equations/checkUnits.ts';
import type { Equations } from '../equations/equations.ts';
import type { SingleEquation } from '../equations/singleEquation.ts';
import { type NameUse, namesOf, type ResolveContext, resolveNames } from '../namespaces/resolve.ts';
import type { Names } from '../namespaces/resolved.ts';
import type { CodeRunner, RunContext } from '../network/object.ts';
import {
  type ChosenMethod,
  chooseMethod,
  DEFAULT_METHODS,
  type MethodChoice,
} from '../stateupdaters/index.ts';
import type { Location } from '../text/range.ts';
import { SECOND } from '../units/dimension.ts';
import { type Group, runResolveContext } from './group.ts';
import {
  type MethodPlaces,
  methodChoiceNote,
  methodProblem,
  methodWarning,
  unknownMethod,
} from './methodProblems.ts';
import { codeObject, counting } from './prepareCode.ts';
import { reportTo } from './report.ts';

export interface StateUpdaterOptions {
  readonly method?: string | readonly string[];
  readonly methodLocation?: Location;
  /** The names of the options that the script gives the method. */
  readonly methodOptions?: readonly string[];
  /** Statements that come before the update of the equations. */
  readonly first?: (context: ResolveContext) => readonly Statement[];
  /** Nothing is to be integrated at every step. */
  readonly onlyChecks?: boolean;
  /** Whether variables flagged `unless refractory` stand still while their neuron is refractory. */
  readonly refractory: boolean;
}

const NOISE = SECOND.power(-0.5);

/** Integrates the differential equations of a group over one time step. */
export class StateUpdater implements CodeRunner {
  readonly kind = 'code';
  readonly className = 'StateUpdater';
  readonly name: string;
  readonly when = 'groups';
  /** Set when a run was prepared; hovers tell it. */
  choice?: MethodChoice;

  constructor(
    readonly owner: Group,
    private readonly equations: Equations,
    private readonly options: StateUpdaterOptions,
  ) {
    this.name = `${owner.name}_stateupdater`;
    for (const { name } of noiseOf(equations)) owner.variables.addAuxiliary(name, NOISE);
  }

  get clock() {
    return this.owner.clock;
  }
  get order() {
    return this.owner.order;
  }

  get onlyChecks(): boolean {
    return this.options.onlyChecks ?? false;
  }

  get makesCode(): boolean {
    if (this.onlyChecks) return false;
    return this.options.refractory || this.equations.diffEquations.length > 0;
  }

  settle(): string {
    return String(this.owner.N);
  }

  prepare(run: RunContext): CodeObject | undefined {
    const context = counting(runResolveContext(this.owner, run));
    const names = this.resolveEquations(context);
    const report = reportTo(context, this.owner.location, this.owner.name);
    checkUnits(this.equations, names, report);
    const updater = { ...context, objectName: this.name };
    const first = this.options.first?.(updater) ?? [];
    if (context.errors() > 0) {
      this.reportUnknownMethod(updater);
      return undefined;
    }
    const statements = [...first, ...this.updateStatements(context, names)];
    // All that the script wrote has been checked; what the method makes of it needs no check.
    if (statements.length === 0 || run.session.analysing) return undefined;
    const { N, ends } = this.owner;
    const data = { template: 'stateupdate' as const, N, start: 0, ends };
    return codeObject({ name: this.name, sections: [{ statements }] }, data, updater, false);
  }

  private resolveEquations(context: ResolveContext): Names {
    const uses = [...this.equations.values()].flatMap(namesOfEquation);
    return resolveNames(
      [...uses.filter((use) => !use.implicit), ...uses.filter((use) => use.implicit)],
      context,
    );
  }

  private updateStatements(context: ResolveContext, names: Names): readonly Statement[] {
    const { equations, options, owner } = this;
    const integrated = equations.diffEquations.filter((equation) => !equation.flags.includes('event-driven'));
    if (integrated.length === 0) return [];
    const model = {
      diffEquations: integrated.map((equation) => frozen(equation, options.refractory)),
      subexpressions: equations.subexpressions.filter((e) => e.expr && !e.flags.includes('constant over dt')),
    } as {
      diffEquations: { name: string; expr: Expression }[];
      subexpressions: { name: string; expr: Expression }[];
    };
    const all = options.refractory ? withNotRefractory(names, context) : names;
    const integration = { names: all, dt: owner.clock.dt };
    this.choice = chooseMethod(options.method ?? DEFAULT_METHODS, model, integration, options.methodOptions);
    if (this.choice.ok) {
      this.noteChoice(this.choice);
      return parseStatements(this.choice.abstractCode).tree;
    }
    const problem = methodProblem(this.choice, model, equations, integration, this.places);
    context.report({ ...problem, objectName: this.name });
    return [];
  }

  private noteChoice(choice: ChosenMethod): void {
    const { session, name } = this.owner;
    if (choice.fromList) session.warnOnce(methodChoiceNote(choice, name, this.places));
    for (const warning of choice.warnings) session.warnOnce(methodWarning(warning, this.places));
  }

  /** Other faults keep the method from being tried, but not its name from being wrong. */
  private reportUnknownMethod(context: ResolveContext): void {
    const problem = unknownMethod(this.options.method, this.places);
    if (problem) context.report({ ...problem, objectName: this.name });
  }

  private get places(): MethodPlaces {
    const { owner, options } = this;
    return {
      method: options.methodLocation,
      options: owner.locate?.('method_options'),
      group: owner.location,
    };
  }
}

/** Only what is integrated stands in the code of the group: other equations have been put into it. */
function namesOfEquation({ type, name, nameRange, expr, source }: SingleEquation): NameUse[] {
  const uses = expr ? namesOf(expr, source) : [];
  const all = [{ name, range: nameRange, source }, ...uses];
  return type === 'differential equation' ? all : all.map((use) => ({ ...use, implicit: true }));
}

/** While a neuron is refractory, the right-hand side counts as 0. */
function frozen(
  { name, expr, flags }: SingleEquation,
  refractory: boolean,
): { name: string; expr: Expression } {
  if (!refractory || !flags.includes('unless refractory') || expr === undefined) return { name, expr: expr! };
  const { range } = expr;
  const flag: Expression = { kind: 'name', name: 'not_refractory', range };
  const factor: Expression = { kind: 'call', name: 'int', nameRange: range, args: [flag], range };
  return { name, expr: { kind: 'binary', op: '*', left: factor, right: expr, range } };
}

function withNotRefractory(names: Names, context: ResolveContext): Names {
  const own = context.variables.resolve('not_refractory');
  return own ? new Map([...names, ['not_refractory', own]]) : names;
}

function noiseOf(equations: Equations): { name: string }[] {
  return [...equations.stochasticVariables].map((name) => ({ name }));
}
