import { type Problem, ProblemError, type ProblemSink } from './problem.ts';

/** From the most to the least urgent. */
const LEVELS = ['CRITICAL', 'ERROR', 'WARNING', 'INFO', 'DEBUG', 'DIAGNOSTIC'] as const;

export type LogLevel = (typeof LEVELS)[number];

/** Brian's modules by the notes that they give; all others belong to `brian2` alone. */
const MODULES: Readonly<Record<string, string>> = {
  'resolution-conflict': 'brian2.groups.group.Group.resolve',
  'method-choice': 'brian2.stateupdaters.base',
  'only-threshold': 'brian2.groups.neurongroup',
  'no-refractory': 'brian2.groups.neurongroup',
  'invalid-values': 'brian2.groups.group',
  'dependency-warning': 'brian2.core.magic',
  'synapses-dt-mismatch': 'brian2.synapses.synapses',
};

/** Which of Brian's notes are shown: what a script sets through `BrianLogger`. Errors always are. */
export class MessageLog implements ProblemSink {
  level: LogLevel = 'INFO';
  private readonly hierarchies: string[] = [];
  private readonly names: string[] = [];
  private readonly shown = new Set<string>();
  /** Number of `try` bodies with handlers that an analysis is in: their errors are for the handlers to judge. */
  guards = 0;

  constructor(private readonly inner: ProblemSink) {}

  /** Raises the error as ProblemError where a handler of the script may catch it. */
  report(problem: Problem): void {
    if (this.guards > 0 && problem.severity === 'error' && !isOurs(problem)) throw new ProblemError(problem);
    if (problem.severity === 'error' || this.shows(problem)) this.inner.report(problem);
  }

  /** Whether a message of that level is urgent enough. */
  includes(level: LogLevel): boolean {
    return LEVELS.indexOf(level) <= LEVELS.indexOf(this.level);
  }

  /** All messages of that module and those below it. */
  suppressHierarchy(module: string): void {
    this.hierarchies.push(module);
  }

  /** All messages whose name ends so. */
  suppressName(name: string): void {
    this.names.push(name);
  }

  /** Whether a script has silenced messages of that full name. */
  suppresses(name: string): boolean {
    return (
      this.hierarchies.some((module) => name === module || name.startsWith(`${module}.`)) ||
      this.names.some((last) => name === last || name.endsWith(`.${last}`))
    );
  }

  /** Whether the text has been asked about before. */
  hasShown(text: string): boolean {
    const known = this.shown.has(text);
    this.shown.add(text);
    return known;
  }

  private shows({ severity, errorClass, code }: Problem): boolean {
    // Python's own warnings are not Brian's to silence.
    if (errorClass !== 'Warning' && errorClass !== 'Info') return true;
    const module = MODULES[code] ?? 'brian2';
    return (
      this.includes(severity === 'warning' ? 'WARNING' : 'INFO') && !this.suppresses(fullName(module, code))
    );
  }
}

/** What is no fault of the script ends nothing that the script would go on with. */
function isOurs({ code }: Problem): boolean {
  return code === 'unsupported' || code === 'not-implemented' || code === 'internal-error';
}

function fullName(module: string, code: string): string {
  return `${module}.${code.replaceAll('-', '_')}`;
}

export function isLogLevel(text: string): text is LogLevel {
  return (LEVELS as readonly string[]).includes(text);
}
