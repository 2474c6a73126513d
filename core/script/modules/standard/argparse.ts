/** Python's `argparse`. In the editor every argument has its default. */
import { STDERR, STDOUT } from '../../builtins/printing.ts';
import { OBJECT } from '../../builtins/types.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyClass } from '../../objects/classes.ts';
import { BUILTIN_EXCEPTIONS } from '../../objects/exceptions.ts';
import type { PyModule } from '../../objects/module.ts';
import { PyList, PyTuple } from '../../objects/sequences.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import {
  ArgumentReader,
  type ArgumentRule,
  newRule,
  ParsedArguments,
  shownName,
  takesValues,
  UsageError,
} from './argumentParser.ts';
import { type Argument, fn, members, methods, moduleOf, raised } from './define.ts';

class ArgumentParser extends PyObject {
  readonly typeName = 'ArgumentParser';
  readonly rules: ArgumentRule[] = [];
  readonly defaults = new Map<string, PyValue>();

  constructor(
    readonly program: string,
    readonly description: string | undefined,
  ) {
    super();
  }
  get pyClass(): PyClass {
    return PARSER;
  }
  override getAttribute(name: string): PyValue | undefined {
    if (name === 'prog') return new PyStr(this.program);
    return name === 'description'
      ? this.description === undefined
        ? null
        : new PyStr(this.description)
      : undefined;
  }
  override setAttribute(): boolean {
    return true;
  }

  /** The namespace, and the words that no rule takes. Shows the usage and exits where the words don't fit. */
  parse(words: Argument, ctx: Interpreter): [ParsedArguments, string[]] {
    const texts =
      words === null || words === undefined ? [] : [...ctx.iterate(words)].map((word) => ctx.str(word));
    if (texts.includes('-h') || texts.includes('--help')) this.help(ctx);
    try {
      return this.read(texts, ctx);
    } catch (error) {
      if (error instanceof UsageError) return this.fail(error.message, ctx);
      throw error;
    }
  }

  fail(message: string, ctx: Interpreter): never {
    STDERR.write(`${this.usage()}\n${this.program}: error: ${message}\n`, ctx);
    throw exit(2n, ctx);
  }

  usage(): string {
    const parts = this.rules.map((rule) => {
      const shown = rule.flags.length === 0 ? valuesShown(rule) : optionShown(rule);
      return rule.flags.length > 0 && !rule.required ? `[${shown}]` : shown;
    });
    return ['usage:', this.program, '[-h]', ...parts].join(' ');
  }

  private read(words: readonly string[], ctx: Interpreter): [ParsedArguments, string[]] {
    const values = new Map<string, PyValue>();
    for (const rule of this.rules) values.set(rule.dest, this.defaults.get(rule.dest) ?? rule.default);
    for (const [name, value] of this.defaults) if (!values.has(name)) values.set(name, value);
    const reader = new ArgumentReader(this.rules, values, ctx);
    reader.read(words);
    this.finish(reader, ctx);
    return [new ParsedArguments(values), reader.surplus];
  }

  /** Checks that nothing is missing, and converts defaults that are texts. */
  private finish(reader: ArgumentReader, ctx: Interpreter): void {
    const missing = this.rules.filter((rule) => rule.required && !reader.seen.has(rule));
    if (ctx.mode === 'analysis') for (const rule of missing) reader.values.set(rule.dest, new Unknown());
    else if (missing.length > 0)
      throw new UsageError(`the following arguments are required: ${missing.map(shownName).join(', ')}`);
    for (const rule of this.rules) {
      const value = reader.values.get(rule.dest);
      if (!reader.seen.has(rule) && value instanceof PyStr && rule.type !== null)
        reader.values.set(rule.dest, reader.typed(rule, value));
    }
  }

  private help(ctx: Interpreter): never {
    const about = this.description === undefined ? '' : `\n${this.description}\n`;
    const lines = this.rules.map(
      (rule) => `  ${shownName(rule).replaceAll('/', ', ').padEnd(22)}${rule.help ?? ''}`,
    );
    STDOUT.write(`${this.usage()}\n${about}\n${lines.join('\n')}\n`, ctx);
    throw exit(0n, ctx);
  }
}

function exit(code: bigint, ctx: Interpreter): Error {
  return raised(BUILTIN_EXCEPTIONS.get('SystemExit') as PyClass, [code], ctx);
}

function valuesShown(rule: ArgumentRule): string {
  const name = rule.metavar ?? (rule.flags.length > 0 ? rule.dest.toUpperCase() : rule.dest);
  if (typeof rule.nargs === 'number') return Array.from({ length: rule.nargs }, () => name).join(' ');
  if (rule.nargs === '?') return `[${name}]`;
  if (rule.nargs === undefined) return name;
  return rule.nargs === '+' ? `${name} [${name} ...]` : `[${name} ...]`;
}

function optionShown(rule: ArgumentRule): string {
  return takesValues(rule) ? `${rule.flags[0]} ${valuesShown(rule)}` : `${rule.flags[0]}`;
}

const COPES = { takesUnknown: true };

const PARSER: PyClass = new PyClass(
  'ArgumentParser',
  [OBJECT],
  methods(ArgumentParser, [
    [
      'add_argument',
      '*flags **options',
      (self, _values, ctx, { rest, keywordRest }) => {
        self.rules.push(
          newRule(
            rest.map((flag) => ctx.str(flag)),
            keywordRest,
            ctx,
          ),
        );
        return null;
      },
      COPES,
    ],
    ['add_argument_group', '*args **options', (self) => self],
    ['add_mutually_exclusive_group', '**options', (self) => self],
    [
      'set_defaults',
      '**defaults',
      (self, _values, _ctx, { keywordRest }) => {
        for (const [name, value] of keywordRest) self.defaults.set(name, value);
        return null;
      },
      COPES,
    ],
    [
      'parse_args',
      'args=None namespace=None',
      (self, [words], ctx) => {
        const [values, surplus] = self.parse(words, ctx);
        if (surplus.length > 0) self.fail(`unrecognized arguments: ${surplus.join(' ')}`, ctx);
        return values;
      },
    ],
    [
      'parse_known_args',
      'args=None namespace=None',
      (self, [words], ctx) => {
        const [values, surplus] = self.parse(words, ctx);
        return new PyTuple([values, new PyList(surplus.map((word) => new PyStr(word)))]);
      },
    ],
    ['error', 'message', (self, [message], ctx) => self.fail(ctx.str(message ?? null), ctx)],
    ['format_usage', '', (self) => new PyStr(`${self.usage()}\n`)],
    [
      'print_help',
      'file=None',
      (self, _values, ctx) => {
        STDOUT.write(`${self.usage()}\n`, ctx);
        return null;
      },
    ],
  ]),
  {
    module: 'argparse',
    construct: (args, ctx) => {
      const text = (name: string): string | undefined => {
        const value = args.keywords.get(name) ?? null;
        return value === null ? undefined : ctx.str(value);
      };
      const own = ctx.location()?.document ?? '';
      return new ArgumentParser(text('prog') ?? own.slice(own.lastIndexOf('/') + 1), text('description'));
    },
  },
);

const NAMESPACE = fn(
  'Namespace',
  '**values',
  (_v, _ctx, { keywordRest }) => new ParsedArguments(new Map(keywordRest)),
  COPES,
);

export function argparseModule(): PyModule {
  const formatters = [
    'HelpFormatter',
    'ArgumentDefaultsHelpFormatter',
    'RawDescriptionHelpFormatter',
    'RawTextHelpFormatter',
  ];
  return moduleOf(
    'argparse',
    members(NAMESPACE),
    new Map<string, PyValue>([
      ['ArgumentParser', PARSER],
      ...formatters.map((name): [string, PyValue] => [name, new PyClass(name, [OBJECT])]),
    ]),
  );
}
