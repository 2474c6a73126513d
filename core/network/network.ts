import type { PlanClock, PlanItem, RunPlan } from '../devices/plan.ts';
import { type Externals, lookingUpOnce } from '../namespaces/externals.ts';
import { didYouMean } from '../namespaces/nearest.ts';
import type { Problem } from '../problems/problem.ts';
import type { Location } from '../text/range.ts';
import { checkAfterRun } from './afterRun.ts';
import type { Clock } from './clock.ts';
import { alreadySimulated, leftOut, missingObject, networkProblem, ONE_NETWORK } from './networkProblems.ts';
import type { NetworkState } from './networkState.ts';
import type { BrianObject, CodeRunner, Operation, RunContext } from './object.ts';
import { inScheduleOrder, slotNames, slotPosition } from './schedule.ts';
import type { Session } from './session.ts';

export interface RunRequest {
  /** Seconds; undefined where analysis does not know it. */
  readonly duration: number | undefined;
  readonly runNamespace: Externals;
  readonly location?: Location;
  /** True where an analysis has only guessed how the script got here. */
  readonly isGuess?: boolean;
  /** Whether to measure the time that each part takes. */
  readonly profile?: boolean;
  /** Called before the first step. */
  readonly started?: () => void;
  /** Called after the last step. */
  readonly finished?: () => void;
  /** Called now and then with the completed part of the run, 0 to 1. */
  readonly progress: (fraction: number) => void;
  /** True once the user asks to stop. */
  readonly interrupted: () => boolean;
}

/** A set of objects that are simulated together. */
export class Network {
  readonly objects = new Set<BrianObject>();
  /** Seconds of simulated time. */
  t = 0;
  /** What the script has chosen; null stands for the preference. */
  private ownSchedule: readonly string[] | undefined | null = null;
  /** What `store` has kept in memory, by name. */
  readonly states = new Map<string, NetworkState>();
  /** Seconds that each part took in the last run, longest first; undefined where that was not measured. */
  profilingInfo?: readonly (readonly [name: string, seconds: number])[];
  /** Stands for the simulation that objects take part in. */
  private simulation = {};

  constructor(
    readonly session: Session,
    readonly name: string,
    /** Magic ones leave out what lacks another object; others refuse it. */
    private readonly isMagic = false,
  ) {}

  /** The slots of a time step; `undefined` where analysis does not know what the script has chosen. */
  get schedule(): readonly string[] | undefined {
    if (this.ownSchedule !== null) return this.ownSchedule;
    const { preferences } = this.session;
    const name = 'core.network.default_schedule';
    return preferences.isUnknown(name) ? undefined : preferences.texts(name);
  }

  /** Null for the preference. */
  setSchedule(slots: readonly string[] | undefined | null): void {
    this.ownSchedule = slots;
  }

  /** Raises RuntimeError for an object that was simulated before, here or elsewhere. */
  add(object: BrianObject): void {
    if (object.network !== undefined) throw alreadySimulated(object);
    this.objects.add(object);
    object.wasAdded = true;
  }

  /** A new simulation, whose time starts at 0. */
  startAnew(): void {
    this.t = 0;
    this.simulation = {};
  }

  /** Whether an object takes part in the present simulation, and in no other. */
  knows({ network }: BrianObject): boolean {
    return network === this.simulation;
  }

  /** Replaces all objects; those that are new take part in the present simulation from now on. */
  setObjects(objects: Iterable<BrianObject>): void {
    this.objects.clear();
    for (const object of objects) {
      this.objects.add(object);
      object.wasAdded = true;
      object.network ??= this.simulation;
    }
  }

  /** A subgroup is in a network where its group is. */
  includes(object: BrianObject): boolean {
    if (this.objects.has(object)) return true;
    return !object.addToMagicNetwork && object.dependencies().every((needed) => this.includes(needed));
  }

  remove(object: BrianObject): void {
    this.objects.delete(object);
  }

  /** Simulates. In analysis, checks all that a run would check and simulates nothing. */
  run(request: RunRequest): void {
    const { session } = this;
    session.lastRunNamespace = request.runNamespace;
    session.lastRun = {
      objects: session.objects.length,
      isMagic: this.isMagic,
      isOpen: session.hasOpenNetwork,
    };
    session.stopRequested = false;
    this.checkNames(request);
    this.checkDependencies(request);
    const warning = session.preferences.unregisteredWarning(request.location);
    if (warning !== undefined) session.warnOnce(warning);
    session.reportAny(this.threadsProblem(request));
    session.reportAny(session.standalone?.run(this.objects, request.location));
    const context = this.contextOf(request);
    const plan = this.prepare(context, request);
    this.claimObjects(request);
    if (session.analysing || plan === undefined || this.objects.size === 0) return;
    request.started?.();
    this.execute(plan, request);
    checkAfterRun(this, request);
    request.finished?.();
  }

  /** An object belongs to one simulation for good. */
  private claimObjects({ location, isGuess }: RunRequest): void {
    for (const object of this.objects) {
      object.network ??= this.simulation;
      if (this.knows(object) || isGuess) continue;
      const message =
        `'${object.name}' has already been run in the context of another network. Use add/remove to change the objects ` +
        'in a simulated network instead of creating a new one.';
      this.session.problems.report({
        ...networkProblem('already-simulated', 'RuntimeError', message, location),
        hint: ONE_NETWORK,
      });
    }
  }

  private threadsProblem({ location }: RunRequest): Problem | undefined {
    const { deviceName, preferences } = this.session;
    const name = 'devices.cpp_standalone.openmp_threads';
    if (deviceName === 'runtime' || preferences.isUnknown(name) || preferences.integer(name) >= 0)
      return undefined;
    return networkProblem(
      'negative-threads',
      'ValueError',
      'The number of OpenMP threads can not be negative !',
      location,
    );
  }

  private contextOf({ runNamespace, location }: RunRequest): RunContext {
    const { session } = this;
    const report = (problem: Problem) =>
      session.problems.report({ ...problem, location: problem.location ?? location });
    return { session, runNamespace: lookingUpOnce(runNamespace), report };
  }

  /** All objects before the first code object: what one allocates, another may use. */
  private prepare(context: RunContext, request: RunRequest): Prepared | undefined {
    const { session } = this;
    const active = [...this.objects].filter((object) => object.active);
    const clocks = uniqueClocks(
      active.flatMap(({ clock, parts }) => [clock, ...parts.map((part) => part.clock)]),
    );
    if (!session.analysing) for (const clock of clocks) clock.startAt(this.t);
    for (const object of active) object.beforeRun(context);
    const parts = inScheduleOrder(
      active.flatMap((object) => object.parts),
      this.schedule,
    );
    for (const part of parts) this.checkSlot(part, request);
    const items = parts.flatMap((part) => this.itemOf(part, clocks, context));
    if (session.analysing || request.duration === undefined) return undefined;
    return { clocks, items };
  }

  private itemOf(part: CodeRunner | Operation, clocks: readonly Clock[], context: RunContext): PlanItem[] {
    const clock = clocks.indexOf(part.clock);
    if (part.kind === 'operation')
      return [{ kind: 'operation', name: part.name, clock, call: (t) => part.call(t) }];
    this.checkTarget(part, context);
    if (this.session.analysing) {
      this.session.checkedParts.check(part, context);
      return [];
    }
    const code = this.session.checkedParts.codeOf(part, context);
    if (code === undefined) return [];
    return [{ kind: 'code', code, clock, ticks: this.session.random.ticks(part.name) }];
  }

  private checkTarget({ name, owner, makesCode }: CodeRunner, { session, report }: RunContext): void {
    const problem = session.targetProblem('codegen.target');
    if (problem === undefined || makesCode === false) return;
    report({ ...problem, objectName: name, location: problem.location ?? owner.location });
  }

  private execute({ clocks, items }: Prepared, request: RunRequest): void {
    const { session } = this;
    const start = this.t;
    const end = start + Math.min(request.duration!, session.longestRun);
    const profile = request.profile ? new Map<string, number>() : undefined;
    const plan: RunPlan = {
      clocks: clocks.map((clock) => this.planClock(clock, end)),
      items,
      seed: session.random.seed,
      storage: session.storage,
      preferences: session.preferences,
      stopRequested: () => session.stopRequested || request.interrupted(),
      progress: request.progress,
      profile,
    };
    const timing = session.device.run(plan);
    session.timing.prepare += timing.prepare;
    session.timing.compile += timing.compile;
    session.timing.simulate += timing.simulate;
    for (const [k, clock] of clocks.entries()) {
      const { timestep } = plan.clocks[k]!;
      clock.moveTo(session.storage.array(timestep)[0]!);
    }
    const stopped = session.stopRequested || request.interrupted();
    this.t = stopped ? Math.max(0, ...clocks.map((clock) => clock.t)) : end;
    session.simulated += this.t - start;
    this.profilingInfo = profile && [...profile].sort(([, a], [, b]) => b - a);
  }

  private planClock(clock: Clock, end: number): PlanClock {
    return {
      name: clock.name,
      dt: clock.dtVariable,
      t: clock.tVariable,
      timestep: clock.timestepVariable,
      step: clock.dt,
      startStep: clock.timestep,
      endStep: clock.stepAt(end),
    };
  }

  private checkNames({ location }: RunRequest): void {
    const names = inScheduleOrder(this.allObjects(), this.schedule).map(({ name }) => name);
    const repeated = names.filter((name, k) => names.indexOf(name, k + 1) > k && names.indexOf(name) === k);
    if (repeated.length === 0) return;
    const shown = repeated.map((name) => `'${name}'`).join(', ');
    const message = `All objects in a network need to have unique names, the following name(s) were used more than once: ${shown}`;
    this.session.problems.report(networkProblem('duplicate-name', 'ValueError', message, location));
  }

  /** The objects and what they contain. */
  allObjects(): (BrianObject | CodeRunner | Operation)[] {
    return [...new Set([...this.objects].flatMap((object) => [object, ...object.listedParts]))];
  }

  private checkDependencies({ location }: RunRequest): void {
    for (const object of this.objects) {
      if (this.isMagic && !object.active) continue;
      const needed = object.dependencies().find((one) => !this.includes(one));
      if (needed === undefined) continue;
      this.session.problems.report(
        this.isMagic ? leftOut(object, location) : missingObject(object, needed, location),
      );
      if (this.isMagic) object.active = false;
    }
  }

  private checkSlot(part: CodeRunner | Operation, { location }: RunRequest): void {
    if (this.schedule === undefined || slotPosition(part.when, this.schedule) !== undefined) return;
    const place = part.owner.locate?.('when') ?? location;
    const problem = networkProblem('unknown-slot', 'KeyError', `'${part.when}'`, place);
    const similar = didYouMean(part.when, slotNames(this.schedule)) ?? '';
    const all = `The slots of a time step are ${this.schedule.join(', ')}, each also with before_ and after_.`;
    this.session.problems.report({ ...problem, hint: `${similar} ${all}`.trim() });
  }
}

interface Prepared {
  readonly clocks: readonly Clock[];
  readonly items: readonly PlanItem[];
}

function uniqueClocks(clocks: readonly Clock[]): Clock[] {
  return [...new Set(clocks)];
}
