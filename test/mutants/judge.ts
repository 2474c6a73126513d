/** Brian 2's opinion of scripts: processes of judge.py, each asked one script at a time. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type Verdict =
  | { readonly verdict: 'accepted' }
  | {
      readonly verdict: 'rejected';
      /** The class of the error, not of Brian's wrapper; and of its cause where code could not be generated. */
      readonly errorClasses: readonly string[];
      readonly message: string;
      /** Lines of the script that the error names, from 1. */
      readonly lines: readonly number[];
      /** What was going on: the script before a run, what `run` does before its first step, the steps, what follows. */
      readonly moment: 'script' | 'preparation' | 'loop' | 'results';
    }
  | { readonly verdict: 'none'; readonly reason: string };

const python = process.env.PYTHON ?? '/usr/bin/python3';

/** Why Brian 2 can't be asked; undefined where it can. */
export function whyNoBrian(): string | undefined {
  const { status, error, stderr } = spawnSync(python, ['-c', 'import brian2'], { encoding: 'utf8' });
  if (status === 0) return undefined;
  const reason = error?.message ?? stderr.trim().split('\n').at(-1) ?? '';
  return `Brian 2 is needed for comparison, and ${python} has none (${reason}). PYTHON names another interpreter.`;
}

/** One Python process. Ask one script at a time. */
export class Judge {
  private readonly child: ChildProcessWithoutNullStreams;
  private waiting: ((verdict: Verdict) => void) | undefined;
  private asked = 0;

  constructor() {
    this.child = spawn(python, [fileURLToPath(new URL('judge.py', import.meta.url))]);
    this.child.stderr.resume();
    createInterface({ input: this.child.stdout }).on('line', (line) => this.answered(line));
    this.child.on('close', () => this.waiting?.({ verdict: 'none', reason: 'the judge ended' }));
  }

  /** @param full whether runs take all their steps, not just a few */
  ask(path: string, text: string, full: boolean): Promise<Verdict> {
    this.asked += 1;
    this.child.stdin.write(`${JSON.stringify({ id: this.asked, path, text, full })}\n`);
    return new Promise((done) => {
      this.waiting = done;
    });
  }

  close(): void {
    this.child.stdin.end();
  }

  private answered(line: string): void {
    const answer: Verdict & { readonly id?: number } = JSON.parse(line);
    if (answer.id === this.asked) this.waiting?.(answer);
  }
}

/** Hands jobs to several judges; results in the order of the jobs. */
export async function askAll<J, R>(
  jobs: readonly J[],
  judges: readonly Judge[],
  ask: (judge: Judge, job: J, k: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const work = async (judge: Judge): Promise<void> => {
    while (next < jobs.length) {
      const k = next++;
      results[k] = await ask(judge, jobs[k] as J, k);
    }
  };
  await Promise.all(judges.map(work));
  return results;
}
