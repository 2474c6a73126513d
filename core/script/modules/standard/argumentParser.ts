/** The arguments that a script's `ArgumentParser` knows, and how it reads a command line. */
import type { Interpreter } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { valueError } from '../../objects/errors.ts';
import { PyDict } from '../../objects/mappings.ts';
import { isErrorOf } from '../../objects/raised.ts';
import { PyList } from '../../objects/sequences.ts';
import { equals } from '../../operations/comparison.ts';
import { asInteger } from '../../operations/numbers.ts';
import { type CompareOp, PyObject, PyStr, type PyValue } from '../../values.ts';

/** One `add_argument`. */
export interface ArgumentRule {
  /** `-n`, `--name`; none for a positional argument. */
  readonly flags: readonly string[];
  readonly dest: string;
  readonly action: string;
  /** `undefined`: exactly one value. */
  readonly nargs: string | number | undefined;
  readonly type: PyValue;
  readonly default: PyValue;
  readonly constant: PyValue;
  readonly choices: readonly PyValue[] | undefined;
  readonly required: boolean;
  readonly help: string | undefined;
  readonly metavar: string | undefined;
}

const STORED_CONSTANTS: ReadonlyMap<string, boolean> = new Map([
  ['store_true', true],
  ['store_false', false],
]);

/** Raises ValueError for flags and options that make no sense. */
export function newRule(
  flags: readonly string[],
  options: ReadonlyMap<string, PyValue>,
  ctx: Interpreter,
): ArgumentRule {
  const text = (name: string): string | undefined => {
    const value = options.get(name) ?? null;
    return value === null ? undefined : ctx.str(value);
  };
  const action = text('action') ?? 'store';
  const isOptional = flags.some((flag) => flag.startsWith('-'));
  const stored = STORED_CONSTANTS.get(action);
  const nargs = options.get('nargs') ?? null;
  return {
    flags: isOptional ? flags : [],
    dest: text('dest') ?? destinationOf(flags),
    action,
    nargs: nargs === null ? undefined : Number(asInteger(nargs) ?? Number.NaN) || ctx.str(nargs),
    type: options.get('type') ?? null,
    default: options.get('default') ?? (stored === undefined ? null : !stored),
    constant: options.get('const') ?? stored ?? null,
    choices: options.has('choices') ? [...ctx.iterate(options.get('choices') ?? null)] : undefined,
    required: isOptional
      ? ctx.truth(options.get('required') ?? false)
      : nargs === null || text('nargs') === '+',
    help: text('help'),
    metavar: text('metavar'),
  };
}

function destinationOf(flags: readonly string[]): string {
  const long = flags.find((flag) => flag.startsWith('--')) ?? flags[0];
  if (long === undefined) throw valueError('dest= is required for options like []');
  return long.replace(/^-+/, '').replaceAll('-', '_');
}

/** A command line that does not fit; the parser shows it and exits. */
export class UsageError extends Error {}

export function shownName(rule: ArgumentRule): string {
  return rule.flags.length > 0 ? rule.flags.join('/') : (rule.metavar ?? rule.dest);
}

/** What `parse_args` gives. */
export class ParsedArguments extends PyObject {
  readonly typeName = 'Namespace';
  constructor(readonly values: Map<string, PyValue>) {
    super();
  }
  override getAttribute(name: string): PyValue | undefined {
    if (name === '__dict__')
      return new PyDict([...this.values].map(([key, value]) => [new PyStr(key), value] as const));
    return this.values.get(name);
  }
  override compare(op: CompareOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    if (!(other instanceof ParsedArguments) || (op !== '==' && op !== '!=')) return undefined;
    const same =
      other.values.size === this.values.size &&
      [...this.values].every(([name, value]) => equals(value, other.values.get(name) ?? null, ctx));
    return same === (op === '==');
  }
  override setAttribute(name: string, value: PyValue): boolean {
    this.values.set(name, value);
    return true;
  }
  override contains(value: PyValue): boolean {
    return value instanceof PyStr && this.values.has(value.value);
  }
  override repr(ctx: Interpreter): string {
    return `Namespace(${[...this.values].map(([name, value]) => `${name}=${ctx.repr(value)}`).join(', ')})`;
  }
}

/** Reads one command line. */
export class ArgumentReader {
  readonly surplus: string[] = [];
  readonly seen = new Set<ArgumentRule>();
  private readonly positionals: string[] = [];

  constructor(
    private readonly rules: readonly ArgumentRule[],
    readonly values: Map<string, PyValue>,
    private readonly ctx: Interpreter,
  ) {}

  /** Raises UsageError. */
  read(words: readonly string[]): void {
    const rest = [...words];
    for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
      if (word === '--') {
        this.positionals.push(...rest);
        break;
      }
      if (isFlag(word)) this.option(word, rest);
      else this.positionals.push(word);
    }
    this.assignPositionals();
  }

  private option(word: string, rest: string[]): void {
    const equals_ = word.startsWith('--') ? word.indexOf('=') : -1;
    const flag = equals_ < 0 ? word : word.slice(0, equals_);
    const rule = this.ruleOf(flag) ?? this.joinedShort(word, rest);
    if (rule === undefined) {
      this.surplus.push(word);
      return;
    }
    if (equals_ >= 0) rest.unshift(word.slice(equals_ + 1));
    this.seen.add(rule);
    this.apply(rule, rest, equals_ >= 0);
  }

  /** A flag in full, or a long one that only one rule begins with. */
  private ruleOf(flag: string): ArgumentRule | undefined {
    const exact = this.rules.find((rule) => rule.flags.includes(flag));
    if (exact || !flag.startsWith('--')) return exact;
    const similar = this.rules.filter((rule) => rule.flags.some((known) => known.startsWith(flag)));
    if (similar.length > 1)
      throw new UsageError(
        `ambiguous option: ${flag} could match ${similar.map((r) => r.flags.at(-1)).join(', ')}`,
      );
    return similar[0];
  }

  /** `-n5`, `-vq` */
  private joinedShort(word: string, rest: string[]): ArgumentRule | undefined {
    if (word.startsWith('--')) return undefined;
    const rule = this.rules.find((r) => r.flags.includes(word.slice(0, 2)));
    if (rule === undefined) return undefined;
    const tail = word.slice(2);
    rest.unshift(takesValues(rule) ? tail : `-${tail}`);
    return rule;
  }

  private apply(rule: ArgumentRule, rest: string[], joined: boolean): void {
    const known = this.values.get(rule.dest) ?? null;
    if (rule.action === 'count') this.values.set(rule.dest, (asInteger(known) ?? 0n) + 1n);
    else if (!takesValues(rule)) this.values.set(rule.dest, rule.constant);
    else {
      const value = this.optionValue(rule, rest, joined);
      if (rule.action !== 'append' && rule.action !== 'extend') this.values.set(rule.dest, value);
      else {
        const items = known instanceof PyList && known !== rule.default ? known.items : [];
        const added = rule.action === 'extend' && value instanceof PyList ? value.items : [value];
        this.values.set(rule.dest, new PyList([...items, ...added]));
      }
    }
  }

  private optionValue(rule: ArgumentRule, rest: string[], joined: boolean): PyValue {
    const [least, most] = countsOf(rule);
    const words: string[] = [];
    while (words.length < most && rest.length > 0 && (joined || !isFlag(rest[0] ?? ''))) {
      words.push(rest.shift() ?? '');
      if (joined) break;
    }
    if (words.length < least) throw new UsageError(`argument ${shownName(rule)}: expected ${expected(rule)}`);
    if (rule.nargs === '?' && words.length === 0) return rule.constant;
    return this.converted(rule, words);
  }

  private assignPositionals(): void {
    const rules = this.rules.filter((rule) => rule.flags.length === 0);
    rules.forEach((rule, i) => {
      const [least, most] = countsOf(rule);
      const reserved = rules.slice(i + 1).reduce((sum, later) => sum + countsOf(later)[0], 0);
      const available = Math.max(0, this.positionals.length - reserved);
      const count = Math.min(most, available);
      if (count < least) return;
      const words = this.positionals.splice(0, count);
      this.seen.add(rule);
      if (words.length > 0 || rule.nargs === '*') this.setPositional(rule, words);
    });
    this.surplus.unshift(...this.positionals);
  }

  private setPositional(rule: ArgumentRule, words: readonly string[]): void {
    if (words.length === 0 && rule.default !== null) return;
    this.values.set(rule.dest, this.converted(rule, words));
  }

  private converted(rule: ArgumentRule, words: readonly string[]): PyValue {
    const values = words.map((word) => this.typed(rule, new PyStr(word)));
    return rule.nargs === undefined || rule.nargs === '?' ? (values[0] ?? null) : new PyList(values);
  }

  /** The value of one word by the rule's type. Raises UsageError. */
  typed(rule: ArgumentRule, word: PyStr): PyValue {
    let value: PyValue = word;
    try {
      if (rule.type !== null) value = this.ctx.call(rule.type, callArguments([word]));
    } catch (error) {
      if (!isErrorOf(error, 'ValueError') && !isErrorOf(error, 'TypeError')) throw error;
      throw new UsageError(
        `argument ${shownName(rule)}: invalid ${this.typeName(rule)} value: ${this.ctx.repr(word)}`,
      );
    }
    const { choices } = rule;
    if (choices && !choices.some((choice) => equals(choice, value, this.ctx))) {
      const listed = choices.map((choice) => this.ctx.repr(choice)).join(', ');
      throw new UsageError(
        `argument ${shownName(rule)}: invalid choice: ${this.ctx.repr(value)} (choose from ${listed})`,
      );
    }
    return value;
  }

  private typeName(rule: ArgumentRule): string {
    const name = rule.type instanceof PyObject ? rule.type.getAttribute('__name__', this.ctx) : undefined;
    if (name !== undefined) return this.ctx.str(name);
    return rule.type instanceof PyObject && 'name' in rule.type ? String(rule.type.name) : 'value';
  }
}

export function takesValues(rule: ArgumentRule): boolean {
  return ['store', 'append', 'extend'].includes(rule.action);
}

/** Negative numbers are values. */
function isFlag(word: string): boolean {
  return /^-./.test(word) && !/^-\d*\.?\d+([eE][-+]?\d+)?$/.test(word);
}

function countsOf(rule: ArgumentRule): [number, number] {
  const { nargs } = rule;
  if (nargs === undefined) return [1, 1];
  if (typeof nargs === 'number') return [nargs, nargs];
  if (nargs === '?') return [0, 1];
  return [nargs === '+' ? 1 : 0, Number.POSITIVE_INFINITY];
}

function expected(rule: ArgumentRule): string {
  if (rule.nargs === '+') return 'at least one argument';
  if (typeof rule.nargs !== 'number') return 'one argument';
  return `${rule.nargs} argument${rule.nargs === 1 ? '' : 's'}`;
}
