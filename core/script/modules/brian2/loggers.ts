/** `BrianLogger` and the loggers that `get_logger` gives. */
import type { LogLevel, MessageLog } from '../../../problems/messageLog.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { type CallArguments, PyObject, PyStr, type PyValue } from '../../values.ts';
import { Arguments } from './arguments.ts';

const LEVELS: ReadonlyMap<string, LogLevel> = new Map([
  ['diagnostic', 'DIAGNOSTIC'],
  ['debug', 'DEBUG'],
  ['info', 'INFO'],
  ['warn', 'WARNING'],
  ['error', 'ERROR'],
]);

/** About files and handlers of Python's logging, which nothing here has. */
const OTHERS = new Set(['console_handler', 'file_handler', 'tmp_log', 'tmp_script', 'exception_occured']);

/** The class, whose methods choose what is shown, and each of its instances. */
export class LoggerObject extends PyObject {
  readonly typeName = 'BrianLogger';

  constructor(
    private readonly log: MessageLog,
    /** Of the module that speaks; absent for the class itself. */
    private readonly name?: string,
  ) {
    super();
  }

  override getAttribute(attribute: string, ctx: Interpreter): PyValue | undefined {
    if (attribute === 'name') return this.name === undefined ? undefined : new PyStr(this.name);
    const level = LEVELS.get(attribute);
    if (level !== undefined && this.name !== undefined)
      return new NativeFunction(attribute, (call) => this.write(level, call, ctx));
    const chosen = LEVELS.get(attribute.replace(/^log_level_/, ''));
    if (attribute.startsWith('log_level_') && chosen !== undefined)
      return new NativeFunction(attribute, () => {
        this.log.level = chosen;
        return null;
      });
    return this.suppression(attribute, ctx) ?? (OTHERS.has(attribute) ? null : undefined);
  }

  /** `BrianLogger(name)` */
  override call(call: CallArguments, ctx: Interpreter): PyValue | undefined {
    if (this.name !== undefined) return undefined;
    const args = new Arguments('BrianLogger', call, ['name'], ctx);
    return new LoggerObject(this.log, args.text('name') ?? 'brian2');
  }

  private suppression(attribute: string, ctx: Interpreter): PyValue | undefined {
    if (attribute !== 'suppress_hierarchy' && attribute !== 'suppress_name') return undefined;
    return new NativeFunction(attribute, (call) => {
      const signature = ['name', 'filter_log_file=False'];
      const name = new Arguments(attribute, call, signature, ctx).text('name');
      if (name === undefined) return null;
      if (attribute === 'suppress_name') this.log.suppressName(name);
      else this.log.suppressHierarchy(name);
      return null;
    });
  }

  private write(level: LogLevel, call: CallArguments, ctx: Interpreter): PyValue {
    const args = new Arguments(level.toLowerCase(), call, ['msg', 'name_suffix=None', 'once=False'], ctx);
    const suffix = args.text('name_suffix');
    const name = suffix === undefined ? this.name! : `${this.name}.${suffix}`;
    const text = `${level.padEnd(10)} ${ctx.str(args.get('msg') ?? null)} [${name}]`;
    if (!this.log.includes(level) || this.log.suppresses(name)) return null;
    if (args.get('once') === true && this.log.hasShown(text)) return null;
    ctx.host?.writeMessage(`${text}\n`);
    return null;
  }
}

/** `get_logger(module_name='brian2')` */
export function getLogger(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('get_logger', call, ["module_name='brian2'"], ctx);
  return new LoggerObject(ctx.session.log, args.text('module_name') ?? 'brian2');
}

/** `with std_silent():`; what compilers print is shown only where they fail. */
export class SilenceObject extends PyObject {
  readonly typeName = 'std_silent';

  override getAttribute(name: string): PyValue | undefined {
    if (name === '__enter__' || name === '__exit__') return new NativeFunction(name, () => null);
    return undefined;
  }

  override call(): PyValue {
    return this;
  }
}
