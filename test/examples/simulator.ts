/** The two sides: processes that run scripts, each asked one script at a time in the same words (head of judge.py). */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Request {
  readonly path: string;
  readonly seed: number;
  /** Seconds of biological time that one call of `run` takes at most. */
  readonly longest: number;
}

/** What a script leaves behind. */
export interface Results {
  readonly printed: string;
  /** What monitors hold, and state variables at the end; base64 of 64-bit floats. */
  readonly numbers: Readonly<Record<string, string>>;
}

export type Answer =
  | (Results & { readonly outcome: 'done' })
  | (Results & { readonly outcome: 'failed'; readonly errorClass: string; readonly message: string })
  | { readonly outcome: 'none'; readonly reason: string };

const OUR_MILLISECONDS = 90_000;

/** A process that answers a line of JSON with a line of JSON; started when asked, and again after it was ended. */
class Simulator {
  private child: ChildProcessWithoutNullStreams | undefined;
  private answered: (answer: Answer) => void = () => {};
  private asked = 0;

  constructor(
    private readonly command: string,
    private readonly args: readonly string[],
    private readonly milliseconds?: number,
  ) {}

  async ask(request: Request): Promise<Answer> {
    this.child ??= this.start();
    this.asked += 1;
    this.child.stdin.write(`${JSON.stringify({ id: this.asked, ...request })}\n`);
    let timer: NodeJS.Timeout | undefined;
    const answer = await new Promise<Answer>((done) => {
      this.answered = done;
      if (this.milliseconds === undefined) return;
      timer = setTimeout(() => {
        this.close();
        done({ outcome: 'none', reason: 'takes too long' });
      }, this.milliseconds);
    });
    clearTimeout(timer);
    return answer;
  }

  close(): void {
    this.child?.kill();
    this.child = undefined;
  }

  private start(): ChildProcessWithoutNullStreams {
    const child = spawn(this.command, this.args);
    child.stderr.resume();
    createInterface({ input: child.stdout }).on('line', (line) => {
      const answer: Answer & { readonly id: number } = JSON.parse(line);
      if (answer.id === this.asked) this.answered(answer);
    });
    child.on('close', () => {
      if (this.child !== child) return;
      this.child = undefined;
      this.answered({ outcome: 'none', reason: 'the process ended' });
    });
    return child;
  }
}

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** One process of each side. */
export class Pair {
  readonly brian = new Simulator(process.env.PYTHON ?? '/usr/bin/python3', [beside('judge.py')]);
  readonly ours = new Simulator(
    process.execPath,
    ['--import', 'tsx', beside('ourSimulator.ts')],
    OUR_MILLISECONDS,
  );

  close(): void {
    this.brian.close();
    this.ours.close();
  }
}
