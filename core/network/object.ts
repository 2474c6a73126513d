import type { CodeObject } from '../codegen/codeObject.ts';
import type { Externals } from '../namespaces/externals.ts';
import type { Problem } from '../problems/problem.ts';
import type { Location } from '../text/range.ts';
import type { Clock } from './clock.ts';
import type { ObjectState } from './networkState.ts';
import type { Session } from './session.ts';

/** What the preparation of a run hands to each object. */
export interface RunContext {
  readonly session: Session;
  readonly runNamespace: Externals;
  readonly report: (problem: Problem) => void;
}

/** A part of an object that runs every step: what stands in the schedule. */
export interface ScheduledPart {
  readonly name: string;
  /** As Brian calls the class. */
  readonly className: string;
  readonly owner: BrianObject;
  /** What it is part of, where that is not its owner. */
  readonly partOf?: BrianObject;
  readonly clock: Clock;
  readonly when: string;
  readonly order: number;
}

/** Runs generated code. `prepare` resolves and checks; undefined where there is nothing to do. */
export interface CodeRunner extends ScheduledPart {
  readonly kind: 'code';
  /** False where it will have nothing to run, whatever names stand for. */
  readonly makesCode?: boolean;
  /** True for what only checks: Brian has no object for it, so that no list shows it. */
  readonly onlyChecks?: boolean;
  prepare(run: RunContext): CodeObject | undefined;
  /**
   * Brings up to date what its code holds, and tells what the code depends on besides names: as long as that is
   * the same, the code of an earlier run will do. Absent where it is prepared anew for every run.
   */
  settle?(): string;
}

/** Calls back into the script. */
export interface Operation extends ScheduledPart {
  readonly kind: 'operation';
  call(t: number): void;
}

export interface ObjectOptions {
  readonly session: Session;
  /** Pattern for the registry, such as `neurongroup*`. */
  readonly name: string;
  readonly clock?: Clock;
  readonly when?: string;
  readonly order?: number;
  /** Where the script made it. */
  readonly location?: Location;
  readonly locate?: LocateArgument;
}

/** Where an argument of the call that made an object stands, or one of several names that it lists. */
export type LocateArgument = (argument: string, item?: string) => Location | undefined;

/** Everything that a network can hold. */
export abstract class BrianObject {
  readonly session: Session;
  readonly name: string;
  readonly clock: Clock;
  readonly when: string;
  readonly order: number;
  readonly location?: Location;
  readonly locate?: LocateArgument;
  readonly parts: (CodeRunner | Operation)[] = [];
  readonly scope: number;
  active = true;
  /** The network that has run it, or undefined: an object belongs to one network for good. */
  network?: object;
  /** True once it was in any network, run or not. */
  wasAdded = false;
  /** Found by the magic functions. */
  readonly addToMagicNetwork: boolean = true;
  /** Whether its being new makes a magic run a new simulation; monitors may come and go. */
  readonly invalidatesMagicNetwork: boolean = true;

  constructor(options: ObjectOptions) {
    this.session = options.session;
    this.name = options.session.names.claim(options.name);
    this.clock = options.clock ?? options.session.defaultClock;
    this.when = options.when ?? 'start';
    this.order = options.order ?? 0;
    this.location = options.location;
    this.locate = options.locate;
    this.scope = options.session.scope;
    options.session.objects.push(this);
  }

  /** The parts that Brian knows as objects. */
  get listedParts(): readonly (CodeRunner | Operation)[] {
    return this.parts.filter((part) => part.kind !== 'code' || part.onlyChecks !== true);
  }

  /** Python's name of the class. */
  abstract readonly className: string;

  /** Objects that must be in the network as well. */
  dependencies(): readonly BrianObject[] {
    return [];
  }

  /** What `store` keeps of it: copies. Absent where nothing of it changes. */
  storedState?(): ObjectState;

  /** Takes what `storedState` has given back. Raises ValueError where the sizes are others now. */
  restoreState?(state: ObjectState): void;

  /** Checks and allocations that come before the code objects of a run. */
  beforeRun(_run: RunContext): void {}
}
