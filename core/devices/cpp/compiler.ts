/** Turns sources into a program with the compiler of the machine, once: programs are kept by their hash. */
import { ProblemError } from '../../problems/problem.ts';
import type { Host, ProgramResult } from '../host.ts';
import { hashText } from './hash.ts';

/** Tried in this order; the first that exists compiles. */
const COMPILERS = ['g++', 'clang++', 'c++'];

/**
 * `-fno-finite-math-only` keeps NaN and infinity what they are; common.h lets gcc use its vector functions
 * all the same.
 */
export const DEFAULT_FLAGS = [
  '-O3',
  '-march=native',
  '-ffast-math',
  '-fno-finite-math-only',
  '-std=c++17',
  '-w',
];
const THREADS = '-fopenmp';
/** Where a compiler comes without OpenMP: vectorises as well, but knows no threads. */
const NO_THREADS = '-fopenmp-simd';

/** Lines of a compiler's complaint that an error message repeats. */
const SHOWN_LINES = 8;

export interface BuildOptions {
  readonly flags: readonly string[];
  readonly compiler?: string;
  readonly threads: number;
  /** Files to compile besides main.cpp. */
  readonly sources: readonly string[];
  /** Of the command line, after the sources. */
  readonly linkFlags: readonly string[];
}

export interface Build {
  /** Path of the executable. */
  readonly program: string;
  readonly threaded: boolean;
}

/**
 * Compiles the project in `directory`, whose files are `sources`.
 * @throws ProblemError RuntimeError: no compiler, or it refused the program.
 */
export function build(
  sources: ReadonlyMap<string, string>,
  directory: string,
  host: Host,
  options: BuildOptions,
): Build {
  // With OpenMP even for one thread: the same instructions, hence the same results, for any number.
  const threaded = tryBuild(sources, directory, host, [...options.flags, THREADS], options);
  if (threaded.program !== undefined) return { program: threaded.program, threaded: true };
  if (!/openmp|gomp|libomp/i.test(threaded.complaint)) throw compileProblem(threaded.complaint);
  const single = tryBuild(sources, directory, host, [...options.flags, NO_THREADS], options);
  if (single.program === undefined) throw compileProblem(single.complaint);
  if (options.threads > 1)
    host.writeMessage('The C++ compiler of this machine has no OpenMP: the simulation runs on one thread.');
  return { program: single.program, threaded: false };
}

type Attempt = { readonly program: string } | { readonly program: undefined; readonly complaint: string };

function tryBuild(
  sources: ReadonlyMap<string, string>,
  directory: string,
  host: Host,
  flags: readonly string[],
  options: BuildOptions,
): Attempt {
  const given = [...flags, 'main.cpp', ...options.sources, ...options.linkFlags];
  const entry = host.join(host.cacheDirectory(), 'cpp', hashOf(sources, given, options.compiler));
  const cached = cachedProgram(entry, host);
  if (cached !== undefined) return { program: cached };
  host.makeDirectory(entry);
  // Other runs may build the same program now: each writes its own file, the note names a finished one.
  const name = `main-${hashText(`${directory} ${host.now()}`).slice(0, 12)}`;
  const program = host.join(entry, name);
  const result = runCompiler([...given, '-o', program], directory, host, options.compiler);
  if (result.status !== 0) return { program: undefined, complaint: result.stderr || result.stdout };
  host.writeFile(host.join(entry, 'ready'), name);
  return { program };
}

function cachedProgram(entry: string, host: Host): string | undefined {
  const note = host.readFile(host.join(entry, 'ready'));
  if (note === undefined) return undefined;
  const program = host.join(entry, new TextDecoder().decode(note));
  return host.exists(program) ? program : undefined;
}

function hashOf(sources: ReadonlyMap<string, string>, flags: readonly string[], compiler = ''): string {
  const texts = [...sources]
    .filter(([path]) => path !== 'Makefile')
    .map(([path, text]) => `${path}\n${text}`);
  return hashText([compiler, flags.join(' '), ...texts].join('\n'));
}

function runCompiler(
  args: readonly string[],
  directory: string,
  host: Host,
  compiler: string | undefined,
): ProgramResult {
  for (const command of compiler === undefined ? COMPILERS : [compiler]) {
    const result = host.runProgram(command, args, { cwd: directory });
    if (result.missing) continue;
    if (result.status === null && host.interrupted()) throw interruptedProblem();
    return result;
  }
  throw noCompilerProblem(compiler);
}

function noCompilerProblem(compiler: string | undefined): ProblemError {
  const tried = compiler === undefined ? COMPILERS.join(', ') : compiler;
  return problem(
    'no-compiler',
    `No C++ compiler was found on this machine (tried ${tried}), and the device 'cpp_standalone' needs one.\n` +
      '  Debian, Ubuntu:  sudo apt-get install g++\n' +
      '  Fedora:          sudo dnf install gcc-c++\n' +
      '  macOS:           xcode-select --install\n' +
      '  Windows:         install WSL (wsl --install) and g++ in it\n' +
      "The device 'runtime' (--device runtime) works without a compiler.",
  );
}

function compileProblem(complaint: string): ProblemError {
  const lines = complaint.trim().split('\n');
  const errors = lines.filter((line) => /error|undefined/i.test(line));
  const shown = (errors.length > 0 ? errors : lines).slice(0, SHOWN_LINES);
  return problem('compile-failed', `Project compilation failed:\n${shown.join('\n')}`);
}

export function interruptedProblem(): ProblemError {
  return problem('interrupted', 'The simulation was stopped.', 'KeyboardInterrupt');
}

export function problem(code: string, message: string, errorClass = 'RuntimeError'): ProblemError {
  return new ProblemError({ code, severity: 'error', errorClass, message });
}
