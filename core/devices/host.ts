/**
 * All that the core may ask of the outside world. `client` implements it over Node; an editor's analysis
 * gets none. Paths are the host's own strings.
 */
export interface Host {
  readFile(path: string): Uint8Array | undefined;
  writeFile(path: string, data: string | Uint8Array): void;
  makeDirectory(path: string): void;
  exists(path: string): boolean;
  join(...parts: string[]): string;
  /** The user's own directory. */
  homeDirectory(): string;
  /** A directory that outlives the process, for compiled programs. */
  cacheDirectory(): string;
  temporaryDirectory(prefix: string): string;
  /** Runs a program to its end; never throws. `status` is null where it could not be started or was killed. */
  runProgram(command: string, args: readonly string[], options: RunOptions): ProgramResult;
  /** Milliseconds, monotonic. */
  now(): number;
  /** True once the user has asked to stop. */
  interrupted(): boolean;
  /** The script's own output. */
  writeOutput(text: string): void;
  /** Everything else that a person reads: warnings, notes. */
  writeMessage(text: string): void;
  /** Simulation progress, 0 to 1, with what is being done. */
  progress(message: string, fraction: number): void;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called while the program runs with what it writes to standard error, in pieces of any size. */
  readonly onError?: (text: string) => void;
}

export interface ProgramResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The program does not exist on this machine. */
  readonly missing: boolean;
}
