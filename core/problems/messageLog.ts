import type { Problem, ProblemSink } from './problem.ts';

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

  constructor(private readonly inner: ProblemSink) {}

  report(problem: Problem): void {
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

function fullName(module: string, code: string): string {
  return `${module}.${code.replaceAll('-', '_')}`;
}

export function isLogLevel(text: string): text is LogLevel {
  return (LEVELS as readonly string[]).includes(text);
}
