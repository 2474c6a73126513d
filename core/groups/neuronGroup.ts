import { parseExpression } from '../../grammars/equations/index.ts';
import type { Flag } from '../../grammars/equations/tree.ts';
import type { Equations } from '../equations/equations.ts';
import type { RunContext } from '../network/object.ts';
import { type Problem, warning } from '../problems/problem.ts';
import type { SourceString } from '../text/provenance.ts';
import type { Location } from '../text/range.ts';
import { SECOND } from '../units/dimension.ts';
import type { GivenTypes } from '../variables/floatType.ts';
import type { ArrayVariable } from '../variables/variable.ts';
import { Variables } from '../variables/variables.ts';
import { addEquationVariables } from './equationVariables.ts';
import { type EventSource, eventSpaceName, unknownEvent } from './events.ts';
import { Group, type GroupOptions, groupProblem } from './group.ts';
import { recordString } from './recordString.ts';
import { type Refractory, refractoryStatements } from './refractory.ts';
import { Resetter } from './resetter.ts';
import { StateUpdater } from './stateUpdater.ts';
import { SubexpressionUpdater } from './subexpressionUpdater.ts';
import { Thresholder } from './thresholder.ts';

/** Flags that a model of a NeuronGroup may have, by the type of equation. */
export const NEURON_GROUP_FLAGS = {
  'differential equation': ['unless refractory'],
  parameter: ['constant', 'shared', 'linked'],
  subexpression: ['shared', 'constant over dt'],
} as const;

export interface NeuronGroupOptions extends GroupOptions {
  readonly N: number;
  readonly equations: Equations;
  /** Names of methods to try in order, or the one to use. */
  readonly method?: string | readonly string[];
  readonly methodLocation?: Location;
  readonly methodOptions?: readonly string[];
  readonly threshold?: SourceString;
  readonly reset?: SourceString;
  readonly refractory?: Refractory;
  readonly events?: ReadonlyMap<string, SourceString>;
  /** `dtype=` */
  readonly types?: GivenTypes;
}

/** A population of neurons with equations, and what happens when they spike. */
export class NeuronGroup extends Group implements EventSource {
  readonly className = 'NeuronGroup';
  readonly variables: Variables;
  readonly N: number;
  readonly equations: Equations;
  readonly events: ReadonlyMap<string, SourceString>;
  readonly refractory?: Refractory;
  readonly thresholders = new Map<string, Thresholder>();
  readonly resetters = new Map<string, Resetter>();

  constructor(options: NeuronGroupOptions) {
    super({ ...options, name: options.name ?? 'neurongroup*' });
    this.N = options.N;
    this.equations = options.equations;
    this.refractory = options.refractory;
    this.events = allEvents(options);
    this.variables = new Variables(this.name, this.session.storage);
    this.addVariables(options.types);
    // GSL adds variables of its own, which nothing here knows.
    if (typeof options.method === 'string' && options.method.startsWith('gsl')) this.variables.open = true;
    this.addParts(options);
    this.warnOnSuspiciousOptions(options);
  }

  eventSpace(event: string): ArrayVariable | undefined {
    const variable = this.variables.get(eventSpaceName(event));
    return variable?.kind === 'array' ? variable : undefined;
  }

  get eventSpaceSize(): number {
    return this.N;
  }

  eventPart(event: string): Thresholder | undefined {
    return this.thresholders.get(event);
  }

  /** Runs code on the elements with an event; raises ValueError where that event has code already. */
  runOnEvent(
    event: string,
    code: SourceString,
    when = 'after_resets',
    order = this.order,
    place = this.location,
  ): void {
    const space = this.eventSpace(event);
    if (space === undefined) {
      this.reportEvent(event, place);
      return;
    }
    const resetter = new Resetter(this, event, code, space, when, order);
    this.resetters.set(event, resetter);
    this.parts.push(resetter);
  }

  /** Events never survive from one run into the next. */
  override beforeRun(_run: RunContext): void {
    if (this.session.analysing) return;
    for (const event of this.events.keys()) {
      const space = this.eventSpace(event);
      if (space !== undefined) this.session.storage.array(space)[this.N] = 0;
    }
  }

  private addVariables(types: GivenTypes | undefined): void {
    const { variables, N, clock } = this;
    variables.addConstant('N', N);
    variables.addArange('i', N);
    for (const name of ['t', 'dt', 't_in_timesteps'])
      variables.addReference(name, clock.variables.get(name)!, '0');
    for (const event of this.events.keys())
      variables.addArray(eventSpaceName(event), { size: N + 1, dataType: 'int32', readOnly: true });
    if (this.refractory !== undefined) this.addRefractoryVariables();
    addEquationVariables(this, this.equations, { refractory: this.refractory !== undefined, types });
  }

  private addRefractoryVariables(): void {
    const { variables, N, refractory } = this;
    if (refractory?.kind === 'string')
      recordString(this, 'refractory', refractory.source, () => ({
        kind: 'expression',
        expr: parseExpression(refractory.source.value).tree,
      }));
    variables.addArray('lastspike', { size: N, dimension: SECOND });
    variables.addArray('not_refractory', { size: N, dataType: 'bool' });
    const { storage } = this.session;
    storage.array(variables.get('lastspike') as ArrayVariable).fill(-1e4);
    storage.array(variables.get('not_refractory') as ArrayVariable).fill(1);
  }

  private get legacyTiming(): boolean {
    return this.session.preferences.flag('legacy.refractory_timing');
  }

  private addParts(options: NeuronGroupOptions): void {
    const update = new SubexpressionUpdater(this, this.equations);
    if (!update.isEmpty) this.parts.push(update);
    this.parts.push(
      new StateUpdater(this, this.equations, {
        method: options.method,
        methodLocation: options.methodLocation,
        methodOptions: options.methodOptions,
        first: (context) => refractoryStatements(this.refractory, context, this.legacyTiming),
        refractory: this.refractory !== undefined,
      }),
    );
    for (const [event, condition] of this.events) {
      const thresholder = new Thresholder(this, event, condition);
      this.thresholders.set(event, thresholder);
      this.parts.push(thresholder);
    }
    if (options.reset === undefined) return;
    const space = this.eventSpace('spike');
    if (space !== undefined) this.addResetter(options.reset, space);
    else this.reportEvent('spike', this.locate?.('reset'));
  }

  private reportEvent(event: string, place: Location | undefined): void {
    const message = `Unknown event '${event}'.${thresholdHint(event)}`;
    const problem = groupProblem(this, 'unknown-event', 'ValueError', message, place);
    this.session.problems.report({ ...problem, hint: unknownEvent(this, event).hint });
  }

  private addResetter(code: SourceString, space: ArrayVariable): void {
    const resetter = new Resetter(this, 'spike', code, space, 'resets', this.order);
    this.resetters.set('spike', resetter);
    this.parts.push(resetter);
  }

  private warnOnSuspiciousOptions({ threshold, reset, refractory }: NeuronGroupOptions): void {
    const silent = threshold === undefined || /rand\(|randn\(/.test(threshold.value);
    if (!silent && reset === undefined && refractory === undefined)
      this.session.problems.report(onlyThreshold(this));
    if (refractory === undefined) this.warnOnUnlessRefractory();
  }

  private warnOnUnlessRefractory(): void {
    for (const { flags, flagRanges, source } of this.equations.values()) {
      const k = flags.indexOf('unless refractory');
      if (k < 0) continue;
      const place = flagRanges[k] && source.provenance?.locate(flagRanges[k]);
      this.session.problems.report({
        ...warning('no-refractory', NO_REFRACTORY, place ?? this.location),
        hint: 'Say how long the neurons are refractory, refractory=2*ms for example, or drop the flag.',
      });
      return;
    }
  }
}

function allEvents(options: NeuronGroupOptions): Map<string, SourceString> {
  const events = new Map(options.events);
  if (options.threshold !== undefined) events.set('spike', options.threshold);
  return events;
}

function thresholdHint(event: string): string {
  return event === 'spike' ? ' Did you forget to define a threshold?' : '';
}

const NO_REFRACTORY = 'Model equations use the "unless refractory" flag but no refractory keyword was given.';

function onlyThreshold(group: NeuronGroup): Problem {
  const message =
    `The NeuronGroup '${group.name}' sets a threshold but neither a reset condition nor a refractory condition has ` +
    'been set. Did you forget either of those? If this was intended, set the reset argument to an empty string in ' +
    'order to avoid this warning.';
  return warning('only-threshold', message, group.locate?.('threshold') ?? group.location);
}

export type { Flag };
