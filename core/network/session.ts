import type { Device } from '../devices/device.ts';
import type { FigureManager } from '../figures/manager.ts';
import type { CodeString } from '../language/model.ts';
import type { Externals } from '../namespaces/externals.ts';
import { type TargetPreference, targetProblem } from '../preferences/codeTargets.ts';
import { Preferences } from '../preferences/preferences.ts';
import { MessageLog } from '../problems/messageLog.ts';
import type { Problem, ProblemSink } from '../problems/problem.ts';
import type { Location } from '../text/range.ts';
import type { VariableStorage } from '../variables/variables.ts';
import { CheckedParts } from './checkedParts.ts';
import { Clock } from './clock.ts';
import { MagicNetwork } from './magic.ts';
import { NameRegistry } from './names.ts';
import type { BrianObject } from './object.ts';
import { RandomState } from './randomState.ts';
import type { StandaloneRules } from './standaloneRules.ts';

export type DeviceName = 'runtime' | 'cpp_standalone';

export interface SessionOptions {
  readonly mode: 'analysis' | 'run';
  readonly problems: ProblemSink;
  readonly device: Device;
  readonly figures: FigureManager;
  readonly seed: number;
  readonly selectDevice?: (name: 'runtime' | 'cpp_standalone') => Device;
  /** Seconds that one run takes at most; without a limit by default. */
  readonly longestRun?: number;
}

/**
 * Context of one script evaluation, or of one program that uses the library: everything that Brian keeps in
 * module globals. Sessions share nothing, so an editor can hold many.
 */
export class Session {
  readonly mode: 'analysis' | 'run';
  /** Passes on what the script wants to be told. */
  readonly log: MessageLog;
  /** Set by `set_device`; all devices of a session share one storage. */
  device: Device;
  /** What the script asks for, also where another device does the work. */
  deviceName: DeviceName = 'runtime';
  /** What it asked for before, for `reset_device`. */
  readonly devices: DeviceName[] = [];
  /** What `set_device` may choose from; absent where the user has chosen. */
  readonly selectDevice?: (name: 'runtime' | 'cpp_standalone') => Device;
  /** Seconds. */
  readonly longestRun: number;
  readonly storage: VariableStorage;
  readonly figures: FigureManager;
  readonly preferences = new Preferences();
  readonly names = new NameRegistry();
  readonly random: RandomState;
  readonly defaultClock: Clock;
  /** The network that a plain `run()` means. */
  readonly magic: MagicNetwork;
  /** Every object ever made, oldest first; monitors among them are what `--out` writes. */
  readonly objects: BrianObject[] = [];
  /** Objects made before the last `start_scope()` have a smaller number. */
  scope = 0;
  /** Set by `stop()`; the step under way is finished. */
  stopRequested = false;
  readonly codeStrings: CodeString[] = [];
  readonly runCalls: Location[] = [];
  /** What there was at the last run: how many objects, who asked for it, whether some network holds unknown objects. */
  lastRun?: { readonly objects: number; readonly isMagic: boolean; readonly isOpen: boolean };
  /** True once a network was given what an analysis does not know. */
  hasOpenNetwork = false;
  /** The names that the last run saw; for the editor. */
  lastRunNamespace?: Externals;
  readonly timing = { prepare: 0, compile: 0, simulate: 0 };
  /** Biological time of all runs so far, in seconds. */
  simulated = 0;
  readonly checkedParts = new CheckedParts();

  /** In an analysis of a script that has chosen Brian's standalone device. */
  standalone?: StandaloneRules;

  constructor(options: SessionOptions) {
    this.mode = options.mode;
    this.log = new MessageLog(options.problems);
    this.device = options.device;
    this.selectDevice = options.selectDevice;
    this.longestRun = options.longestRun ?? Number.POSITIVE_INFINITY;
    this.storage = options.device.storage;
    this.figures = options.figures;
    this.random = new RandomState(options.seed);
    this.defaultClock = new Clock('defaultclock', 1e-4, this.storage);
    this.names.claim('defaultclock');
    this.magic = new MagicNetwork(this);
  }

  get problems(): ProblemSink {
    return this.log;
  }

  get analysing(): boolean {
    return this.mode === 'analysis';
  }

  /** Reports what is a problem, if anything is. */
  reportAny(problem: Problem | undefined): void {
    if (problem !== undefined) this.problems.report(problem);
  }

  /** Reports a warning of which each text is shown once. */
  warnOnce(problem: Problem): void {
    if (!this.log.hasShown(`${problem.code} ${problem.message}`)) this.problems.report(problem);
  }

  /** What making code on the device that the script has chosen complains of. */
  targetProblem(preference: TargetPreference): Problem | undefined {
    return this.deviceName === 'runtime' ? targetProblem(this.preferences, preference) : undefined;
  }

  /** Keeps a string for the editor's features; a run has no use for it. */
  recordCodeString(codeString: CodeString): void {
    if (this.analysing) this.codeStrings.push(codeString);
  }
}
