/** Writing to standard output and error at once, from any thread, and the progress line. */
import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';

export const STDOUT = 1;
export const STDERR = 2;

/** The reader of our output went away (`spikelens run x.py | head`). */
export class BrokenPipe extends Error {}

/** Writes all of it before returning, however slow the reader. Raises BrokenPipe. */
export function write(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE' || code === 'EOF') throw new BrokenPipe();
      if (code !== 'EAGAIN') throw error;
      pause(2);
    }
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

export interface Progress {
  update(message: string, fraction: number): void;
  /** Takes the line away, so that other text can be written. */
  clear(): void;
}

/**
 * JSON lines where `SPIKELENS_PROGRESS=json` asks for them (the editor does), one updating line on a
 * terminal, else nothing.
 */
export function newProgress(quiet: boolean, now: () => number): Progress {
  if (process.env.SPIKELENS_PROGRESS === 'json') return new JsonProgress(now);
  return !quiet && isatty(STDERR) ? new ProgressLine(now) : NO_PROGRESS;
}

const NO_PROGRESS: Progress = { update() {}, clear() {} };

/** Lets a change through ten times a second, and always a new message or the end. */
class Throttle {
  private last = Number.NEGATIVE_INFINITY;
  private message = '';

  constructor(private readonly now: () => number) {}

  passes(message: string, fraction: number): boolean {
    const time = this.now();
    if (message === this.message && fraction < 1 && time - this.last < 100) return false;
    this.last = time;
    this.message = message;
    return true;
  }
}

class JsonProgress implements Progress {
  private readonly throttle: Throttle;

  constructor(now: () => number) {
    this.throttle = new Throttle(now);
  }

  update(message: string, fraction: number): void {
    if (this.throttle.passes(message, fraction))
      write(STDERR, `${JSON.stringify({ progress: fraction, message })}\n`);
  }

  clear(): void {}
}

const BAR = 30;

class ProgressLine implements Progress {
  private readonly throttle: Throttle;
  private shown = false;

  constructor(now: () => number) {
    this.throttle = new Throttle(now);
  }

  update(message: string, fraction: number): void {
    if (!this.throttle.passes(message, fraction)) return;
    write(STDERR, `\r\x1b[K${progressLine(message, fraction)}`);
    this.shown = true;
  }

  clear(): void {
    if (this.shown) write(STDERR, '\r\x1b[K');
    this.shown = false;
  }
}

export function progressLine(message: string, fraction: number): string {
  const done = Math.min(1, Math.max(0, Number.isFinite(fraction) ? fraction : 0));
  const bar = '#'.repeat(Math.round(done * BAR)).padEnd(BAR, '.');
  return `[${bar}] ${String(Math.floor(done * 100)).padStart(3)} %  ${message}`;
}
