/** Python's `logging`, onto the error stream. Silent in the editor. */
import { STDERR } from '../../builtins/printing.ts';
import { OBJECT } from '../../builtins/types.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyClass } from '../../objects/classes.ts';
import { valueError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import type { PyModule } from '../../objects/module.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { asInteger } from '../../operations/numbers.ts';
import { percentFormat } from '../../text/percentFormat.ts';
import { PyObject, PyStr, type PyValue } from '../../values.ts';
import { formatMoment, momentOf } from './calendar.ts';
import { type Argument, fn, type MethodBody, members, methods, moduleOf } from './define.ts';
import { wallSeconds } from './time.ts';

const LEVELS: ReadonlyMap<string, number> = new Map([
  ['NOTSET', 0],
  ['DEBUG', 10],
  ['INFO', 20],
  ['WARNING', 30],
  ['ERROR', 40],
  ['CRITICAL', 50],
  ['WARN', 30],
  ['FATAL', 50],
]);

const BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s';

/** The loggers of one evaluation. */
class Logging {
  readonly loggers = new Map<string, Logger>();
  readonly root = new Logger('root', this, 30);
  /** Set by `basicConfig`, or by the first message to the root; before that only texts are shown. */
  format: string | undefined;
  dateFormat = '%Y-%m-%d %H:%M:%S';
  disabled = -1;

  logger(name: string): Logger {
    if (name === '' || name === 'root') return this.root;
    let logger = this.loggers.get(name);
    if (logger === undefined) {
      logger = new Logger(name, this);
      this.loggers.set(name, logger);
    }
    return logger;
  }
}

class Logger extends PyObject {
  readonly typeName = 'Logger';
  constructor(
    readonly name: string,
    readonly logging: Logging,
    public level = 0,
  ) {
    super();
  }
  get pyClass(): PyClass {
    return LOGGER;
  }
  get effectiveLevel(): number {
    return this.level || this.logging.root.level;
  }
  enabled(level: number): boolean {
    return level > this.logging.disabled && level >= this.effectiveLevel;
  }
  log(level: number, message: Argument, args: readonly PyValue[], ctx: Interpreter): void {
    if (ctx.mode === 'analysis' || !this.enabled(level)) return;
    const template = new PyStr(ctx.str(message ?? null));
    const single = args.length === 1 && args[0] instanceof PyDict ? args[0] : new PyTuple([...args]);
    const text = args.length === 0 ? template.value : percentFormat(template, single, ctx).value;
    STDERR.write(`${this.formatted(level, text, ctx)}\n`, ctx);
  }
  override getAttribute(name: string): PyValue | undefined {
    if (name === 'name') return new PyStr(this.name);
    if (name === 'level') return BigInt(this.level);
    return undefined;
  }
  override setAttribute(): boolean {
    return true;
  }
  override repr(): string {
    return `<Logger ${this.name} (${levelName(this.effectiveLevel)})>`;
  }

  private formatted(level: number, text: string, ctx: Interpreter): string {
    const { format, dateFormat } = this.logging;
    if (format === undefined) return text;
    const record: readonly [string, PyValue][] = [
      ['message', new PyStr(text)],
      ['levelname', new PyStr(levelName(level))],
      ['levelno', BigInt(level)],
      ['name', new PyStr(this.name)],
      ['asctime', new PyStr(formatMoment(dateFormat, momentOf(wallSeconds(), false)))],
      ['filename', new PyStr(ctx.location()?.document ?? '')],
      ['module', new PyStr('__main__')],
      ['funcName', new PyStr('<module>')],
      ['lineno', 0n],
      ['process', 1n],
    ];
    const values = new PyDict(record.map(([key, value]) => [new PyStr(key), value] as const));
    return percentFormat(new PyStr(format), values, ctx).value;
  }
}

function levelName(level: number): string {
  for (const [name, value] of LEVELS) if (value === level) return name;
  return `Level ${level}`;
}

/** A level as number or name. Raises ValueError. */
function levelOf(value: Argument, ctx: Interpreter): number {
  const integer = asInteger(value ?? null);
  if (integer !== undefined) return Number(integer);
  const level = LEVELS.get(ctx.str(value ?? null));
  if (level === undefined) throw valueError(`Unknown level: ${ctx.repr(value ?? null)}`);
  return level;
}

type Row = readonly [string, string, MethodBody<Logger>, { takesUnknown: boolean }];

const COPES = { takesUnknown: true };

function messageMethod(name: string, level: number): Row {
  return [
    name,
    'msg *args **options',
    (self, [message], ctx, { rest }) => {
      self.log(level, message, rest, ctx);
      return null;
    },
    COPES,
  ];
}

const MESSAGES: readonly (readonly [string, number])[] = [
  ['debug', 10],
  ['info', 20],
  ['warning', 30],
  ['warn', 30],
  ['error', 40],
  ['exception', 40],
  ['critical', 50],
  ['fatal', 50],
];

const nothing = (name: string): Row => [name, '*args **options', () => null, COPES];

const METHODS: readonly Row[] = [
  ...MESSAGES.map(([name, level]) => messageMethod(name, level)),
  [
    'log',
    'level msg *args **options',
    (self, [level, message], ctx, { rest }) => {
      if (ctx.mode === 'run') self.log(levelOf(level, ctx), message, rest, ctx);
      return null;
    },
    COPES,
  ],
  [
    'setLevel',
    'level',
    (self, [level], ctx) => {
      if (ctx.mode === 'run') self.level = levelOf(level, ctx);
      return null;
    },
    COPES,
  ],
  [
    'isEnabledFor',
    'level',
    (self, [level], ctx) => self.enabled(levelOf(level, ctx)),
    { takesUnknown: false },
  ],
  ['getEffectiveLevel', '', (self) => BigInt(self.effectiveLevel), COPES],
  ['hasHandlers', '', () => true, COPES],
  ...['addHandler', 'removeHandler', 'addFilter', 'removeFilter'].map(nothing),
];

const LOGGER: PyClass = new PyClass('Logger', [OBJECT], methods(Logger, METHODS), { module: 'logging' });

/** A handler or formatter: whatever it is told changes nothing, since there is one stream. */
class Handler extends PyObject {
  constructor(readonly typeName: string) {
    super();
  }
  override getAttribute(name: string): PyValue {
    return new NativeFunction(name, () => null);
  }
  override setAttribute(): boolean {
    return true;
  }
}

function configure(logging: Logging, options: ReadonlyMap<string, PyValue>, ctx: Interpreter): void {
  if (ctx.mode === 'analysis') return;
  const level = options.get('level') ?? null;
  const [format = null, dateFormat = null] = [options.get('format'), options.get('datefmt')];
  logging.format = format === null ? (logging.format ?? BASIC_FORMAT) : ctx.str(format);
  if (dateFormat !== null) logging.dateFormat = ctx.str(dateFormat);
  if (level !== null) logging.root.level = levelOf(level, ctx);
}

function functions(logging: Logging): NativeFunction[] {
  const messages = MESSAGES.map(([name, level]) =>
    fn(
      name,
      'msg *args **options',
      ([message], ctx, { rest }) => {
        logging.format ??= BASIC_FORMAT;
        logging.root.log(level, message, rest, ctx);
        return null;
      },
      COPES,
    ),
  );
  return [
    ...messages,
    fn('getLogger', 'name=None', ([name = null], ctx) => logging.logger(name === null ? '' : ctx.str(name))),
    fn('getLevelName', 'level', ([level], ctx) => new PyStr(levelName(levelOf(level, ctx)))),
    fn(
      'basicConfig',
      '**options',
      (_values, ctx, { keywordRest }) => {
        configure(logging, keywordRest, ctx);
        return null;
      },
      COPES,
    ),
    fn('disable', 'level=50', ([level], ctx) => {
      logging.disabled = levelOf(level, ctx);
      return null;
    }),
    fn('captureWarnings', 'capture', () => null),
    ...['StreamHandler', 'FileHandler', 'NullHandler', 'Formatter'].map((name) =>
      fn(name, '*args **options', () => new Handler(name), COPES),
    ),
  ];
}

export function loggingModule(): PyModule {
  const logging = new Logging();
  const levels = new Map<string, PyValue>([...LEVELS].map(([name, level]) => [name, BigInt(level)]));
  return moduleOf('logging', members(...functions(logging)), levels, new Map([['Logger', LOGGER]]));
}
