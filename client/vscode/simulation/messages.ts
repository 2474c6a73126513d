/** Reads what the command writes to standard error: progress as JSON lines, and text for people. */

export interface ProgressReport {
  /** 0 to 1. */
  readonly fraction: number;
  readonly message: string;
}

export interface MessageHandlers {
  onProgress(report: ProgressReport): void;
  onText(text: string): void;
}

/** Takes pieces of a stream as they come, cut anywhere, and hands on whole lines. */
export class MessageReader {
  private rest = '';

  constructor(private readonly handlers: MessageHandlers) {}

  push(piece: string): void {
    const lines = (this.rest + piece).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.line(line, '\n');
  }

  /** The stream has ended: a last line without line end counts too. */
  end(): void {
    if (this.rest !== '') this.line(this.rest, '');
    this.rest = '';
  }

  private line(line: string, lineEnd: string): void {
    const report = progressReport(line);
    if (report) this.handlers.onProgress(report);
    else this.handlers.onText(line + lineEnd);
  }
}

/** A line such as `{"progress":0.5,"message":"..."}`; undefined for any other. */
export function progressReport(line: string): ProgressReport | undefined {
  if (!line.startsWith('{"progress"')) return undefined;
  try {
    const { progress, message } = JSON.parse(line) as { progress?: unknown; message?: unknown };
    if (typeof progress !== 'number') return undefined;
    return { fraction: progress, message: typeof message === 'string' ? message : '' };
  } catch {
    return undefined;
  }
}
