/** Command line text to commands: the contract other programs rely on. */
import type { DeviceName } from '../../core/script/results.ts';

export interface CheckCommand {
  readonly name: 'check';
  readonly format: 'text' | 'json';
  readonly files: readonly string[];
}

export interface RunCommand {
  readonly name: 'run';
  readonly file: string;
  /** Undefined: the script's `set_device` decides. */
  readonly device?: DeviceName;
  readonly threads: number;
  readonly seed?: number;
  /** `--set NAME=EXPR`: what module-level assignments to NAME give instead. */
  readonly overrides: ReadonlyMap<string, string>;
  readonly out?: string;
  readonly quiet: boolean;
}

export interface CodegenCommand {
  readonly name: 'codegen';
  readonly file: string;
  readonly device: DeviceName;
  readonly out: string;
}

export type Command =
  | CheckCommand
  | RunCommand
  | CodegenCommand
  | { readonly name: 'lsp' }
  | { readonly name: 'help'; readonly topic?: CommandName }
  | { readonly name: 'version' };

export type CommandName = 'check' | 'run' | 'codegen' | 'lsp';

export interface CommandLine {
  readonly command: Command;
  /** Show JavaScript stacks of internal errors. */
  readonly debug: boolean;
}

/** The command line makes no sense: exit status 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly topic?: CommandName,
  ) {
    super(message);
  }
}

/** Options of each command; true: takes a value. */
const OPTIONS: Readonly<Record<CommandName, Readonly<Record<string, boolean>>>> = {
  check: { format: true },
  run: { device: true, threads: true, seed: true, set: true, out: true, quiet: false },
  codegen: { device: true, out: true },
  lsp: { stdio: false },
};

const SHORT: ReadonlyMap<string, string> = new Map([
  ['-h', '--help'],
  ['-V', '--version'],
  ['-q', '--quiet'],
  ['-o', '--out'],
]);

/** Raises UsageError. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const words = args.filter((word) => word !== '--debug');
  const debug = words.length < args.length;
  const first = SHORT.get(words[0] ?? '') ?? words[0];
  if (first === undefined) throw new UsageError('a command is missing');
  if (first === '--version') return { command: { name: 'version' }, debug };
  if (first === '--help' || first === 'help') return { command: helpOn(words[1]), debug };
  if (!isCommandName(first)) throw new UsageError(unknownCommand(first));
  const rest = split(first, words.slice(1));
  if (rest.options.has('help')) return { command: { name: 'help', topic: first }, debug };
  return { command: BUILDERS[first](rest), debug };
}

interface Words {
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly string[];
}

const BUILDERS: Readonly<Record<CommandName, (words: Words) => Command>> = {
  check({ options, files }) {
    if (files.length === 0) throw new UsageError('a file is missing', 'check');
    const format = choice('check', options, 'format', ['text', 'json']) ?? 'text';
    return { name: 'check', format, files };
  },
  run({ options, files }) {
    return {
      name: 'run',
      file: oneFile('run', files),
      device: choice('run', options, 'device', ['runtime', 'cpp_standalone']),
      threads: integer('threads', last(options, 'threads'), 1, 1024) ?? 1,
      seed: integer('seed', last(options, 'seed'), 0, 2 ** 32 - 1),
      overrides: overrides(options.get('set') ?? []),
      out: last(options, 'out'),
      quiet: options.has('quiet'),
    };
  },
  codegen({ options, files }) {
    const out = last(options, 'out');
    const file = oneFile('codegen', files);
    if (out === undefined) throw new UsageError('codegen needs --out DIR', 'codegen');
    const device = choice('codegen', options, 'device', ['runtime', 'cpp_standalone']) ?? 'cpp_standalone';
    return { name: 'codegen', file, device, out };
  },
  lsp({ options, files }) {
    if (files.length > 0) throw new UsageError(`unexpected argument '${files[0]}'`, 'lsp');
    if (!options.has('stdio')) throw new UsageError('the language server speaks over --stdio only', 'lsp');
    return { name: 'lsp' };
  },
};

/** Tells options from files; `--` ends the options. */
function split(command: CommandName, words: readonly string[]): Words {
  const options = new Map<string, string[]>();
  const files: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === '--') return { options, files: [...files, ...words.slice(at + 1)] };
    if (!word.startsWith('-') || word === '-') {
      files.push(word);
      continue;
    }
    const [name, inline] = optionOf(command, word);
    let value = inline ?? '';
    if (OPTIONS[command][name] === true && inline === undefined) {
      const next = words[++at];
      if (next === undefined) throw new UsageError(`--${name} needs a value`, command);
      value = next;
    }
    options.set(name, [...(options.get(name) ?? []), value]);
  }
  return { options, files };
}

function optionOf(command: CommandName, word: string): [name: string, value: string | undefined] {
  const long = SHORT.get(word) ?? word;
  const equals = long.indexOf('=');
  const name = long.slice(2, equals < 0 ? undefined : equals);
  const known = Object.hasOwn(OPTIONS[command], name) || name === 'help';
  if (!long.startsWith('--') || !known) throw new UsageError(`unknown option '${word}'`, command);
  if (equals >= 0 && OPTIONS[command][name] !== true)
    throw new UsageError(`--${name} takes no value`, command);
  return [name, equals < 0 ? undefined : long.slice(equals + 1)];
}

function last(options: ReadonlyMap<string, readonly string[]>, name: string): string | undefined {
  return options.get(name)?.at(-1);
}

function oneFile(command: CommandName, files: readonly string[]): string {
  if (files.length === 0) throw new UsageError('a file is missing', command);
  if (files.length > 1) throw new UsageError(`unexpected argument '${files[1]}'`, command);
  return files[0]!;
}

function choice<T extends string>(
  command: CommandName,
  options: ReadonlyMap<string, readonly string[]>,
  name: string,
  values: readonly T[],
): T | undefined {
  const given = last(options, name);
  const value = values.find((candidate) => candidate === given);
  if (given !== undefined && value === undefined)
    throw new UsageError(`--${name} must be ${values.join(' or ')}, not '${given}'`, command);
  return value;
}

function integer(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    throw new UsageError(`--${name} must be a whole number from ${least} to ${most}, not '${text}'`, 'run');
  return value;
}

function overrides(settings: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const setting of settings) {
    const match = /^\s*([A-Za-z_]\w*)\s*=(?!=)\s*(\S.*)$/s.exec(setting);
    if (!match) throw new UsageError(`--set must look like NAME=EXPR, not '${setting}'`, 'run');
    values.set(match[1]!, match[2]!.trim());
  }
  return values;
}

function helpOn(word: string | undefined): Command {
  return { name: 'help', topic: word !== undefined && isCommandName(word) ? word : undefined };
}

function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(OPTIONS, word);
}

function unknownCommand(word: string): string {
  return word.startsWith('-') ? `unknown option '${word}'` : `unknown command '${word}'`;
}
