/** Python's `datetime`, without time zones. */
import { OBJECT } from '../../builtins/types.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindArguments } from '../../objects/arguments.ts';
import { PyClass, StaticMethod } from '../../objects/classes.ts';
import { valueError } from '../../objects/errors.ts';
import type { NativeFunction } from '../../objects/functions.ts';
import type { PyModule } from '../../objects/module.ts';
import { toInteger, toNumber } from '../../operations/numbers.ts';
import { type BinaryOp, type CompareOp, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import {
  checkMoment,
  formatMoment,
  fromMicroseconds,
  localSeconds,
  type Moment,
  momentOf,
  ordinalMicroseconds,
  weekday,
} from './calendar.ts';
import { type Argument, fn, methods, moduleOf, textOf } from './define.ts';
import { wallSeconds } from './time.ts';
import { orderOf, PyTimeDelta, TIMEDELTA } from './timedelta.ts';

const MIDNIGHT = { hour: 0, minute: 0, second: 0, microsecond: 0 };

/** A `date`, or a `datetime`. */
class PyDateTime extends PyObject {
  constructor(
    readonly moment: Moment,
    readonly typeName: 'datetime' | 'date',
  ) {
    super();
    checkMoment(moment);
  }
  get pyClass(): PyClass {
    return this.hasTime ? DATETIME : DATE;
  }
  get hasTime(): boolean {
    return this.typeName === 'datetime';
  }
  get microseconds(): bigint {
    return ordinalMicroseconds(this.moment);
  }
  override getAttribute(name: string): PyValue | undefined {
    if (name === 'year' || name === 'month' || name === 'day') return BigInt(this.moment[name]);
    if (!this.hasTime) return undefined;
    if (name === 'hour' || name === 'minute' || name === 'second' || name === 'microsecond')
      return BigInt(this.moment[name]);
    return name === 'tzinfo' ? null : undefined;
  }
  override binary(op: BinaryOp, other: PyValue, reflected: boolean): PyValue | undefined {
    if (other instanceof PyTimeDelta && (op === '+' || (op === '-' && !reflected)))
      return this.moved(op === '+' ? other.microseconds : -other.microseconds);
    if (op === '-' && !reflected && other instanceof PyDateTime && other.typeName === this.typeName)
      return new PyTimeDelta(this.microseconds - other.microseconds);
    return undefined;
  }
  override compare(op: CompareOp, other: PyValue): PyValue | undefined {
    if (!(other instanceof PyDateTime) || other.typeName !== this.typeName) return undefined;
    return orderOf(op, this.microseconds, other.microseconds);
  }
  override hashKey(): unknown {
    return `${this.typeName} ${this.microseconds}`;
  }
  override repr(): string {
    const { year, month, day, hour, minute, second, microsecond } = this.moment;
    const parts = [year, month, day];
    if (this.hasTime) parts.push(hour, minute);
    if (this.hasTime && (second || microsecond)) parts.push(second);
    if (this.hasTime && microsecond) parts.push(microsecond);
    return `datetime.${this.typeName}(${parts.join(', ')})`;
  }
  override str(): string {
    return this.isoFormat(' ');
  }
  override format(spec: string): string {
    return spec === '' ? this.str() : formatMoment(spec, this.moment);
  }
  isoFormat(separator: string): string {
    const { year, microsecond } = this.moment;
    const date = String(year).padStart(4, '0') + formatMoment('-%m-%d', this.moment);
    if (!this.hasTime) return date;
    return date + separator + formatMoment(microsecond ? '%H:%M:%S.%f' : '%H:%M:%S', this.moment);
  }
  replaced(changes: Partial<Moment>): PyDateTime {
    return new PyDateTime({ ...this.moment, ...changes }, this.typeName);
  }

  private moved(by: bigint): PyDateTime {
    const moment = fromMicroseconds(this.microseconds + by);
    return new PyDateTime(this.hasTime ? moment : { ...moment, ...MIDNIGHT }, this.typeName);
  }
}

const FIELDS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'] as const;

/** The fields that a call names, as numbers. */
function changesOf(values: readonly Argument[]): Partial<Moment> {
  const given = FIELDS.map((field, i) => [field, values[i]] as const).filter(
    ([, v]) => v !== null && v !== undefined,
  );
  return Object.fromEntries(given.map(([field, value]) => [field, toInteger(value ?? null)]));
}

const COMMON = methods(PyDateTime, [
  ['isoformat', "sep='T'", (self, [sep], ctx) => new PyStr(self.isoFormat(ctx.str(sep ?? null)))],
  [
    'strftime',
    'format',
    (self, [format]) => new PyStr(formatMoment(textOf(format, 'strftime()').value, self.moment)),
  ],
  ['weekday', '', (self) => BigInt(weekday(self.moment))],
  ['isoweekday', '', (self) => BigInt(weekday(self.moment) + 1)],
  ['ctime', '', (self) => new PyStr(formatMoment('%a %b %e %H:%M:%S %Y', self.moment))],
  [
    'replace',
    FIELDS.map((field) => `${field}=None`).join(' '),
    (self, values) => self.replaced(changesOf(values)),
  ],
]);

const TIMED = methods(PyDateTime, [
  ['timestamp', '', (self) => localSeconds(self.moment)],
  ['date', '', (self) => new PyDateTime({ ...self.moment, ...MIDNIGHT }, 'date')],
]);

function current(ctx: Interpreter, typeName: 'datetime' | 'date', utc = false): PyValue {
  if (ctx.mode === 'analysis') return new Unknown();
  return at(wallSeconds(), typeName, utc);
}

function at(seconds: number, typeName: 'datetime' | 'date', utc = false): PyDateTime {
  const moment = momentOf(seconds, utc);
  return new PyDateTime(typeName === 'date' ? { ...moment, ...MIDNIGHT } : moment, typeName);
}

function parsed(text: string, typeName: 'datetime' | 'date'): PyDateTime {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:.(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?)?$/.exec(text);
  if (match === null) throw valueError(`Invalid isoformat string: '${text}'`);
  const [year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((d) => Number(d ?? 0));
  const microsecond = Number((match[7] ?? '').padEnd(6, '0'));
  return new PyDateTime({ year, month, day, hour, minute, second, microsecond }, typeName);
}

function makers(...functions: readonly NativeFunction[]): Map<string, PyValue> {
  return new Map(functions.map((f) => [f.name, new StaticMethod(f)]));
}

const DATE: PyClass = new PyClass(
  'date',
  [OBJECT],
  new Map([
    ...COMMON,
    ...makers(
      fn('today', '', (_values, ctx) => current(ctx, 'date')),
      fn('fromtimestamp', 'timestamp', ([t = null]) => at(toNumber(t), 'date')),
      fn('fromisoformat', 'text', ([text]) => parsed(textOf(text, 'fromisoformat').value, 'date')),
    ),
  ]),
  {
    module: 'datetime',
    construct: (args) => {
      if (args.positional.some((value) => value instanceof Unknown)) return new Unknown();
      const [year = 1, month = 1, day = 1] = bindArguments('date', args, ['year', 'month', 'day']).map((v) =>
        toInteger(v ?? null),
      );
      return new PyDateTime({ year, month, day, ...MIDNIGHT }, 'date');
    },
  },
);

const DATETIME: PyClass = new PyClass(
  'datetime',
  [DATE],
  new Map([
    ...TIMED,
    ...makers(
      fn('now', 'tz=None', (_values, ctx) => current(ctx, 'datetime')),
      fn('today', '', (_values, ctx) => current(ctx, 'datetime')),
      fn('utcnow', '', (_values, ctx) => current(ctx, 'datetime', true)),
      fn('fromtimestamp', 'timestamp tz=None', ([t = null]) => at(toNumber(t), 'datetime')),
      fn('utcfromtimestamp', 'timestamp', ([t = null]) => at(toNumber(t), 'datetime', true)),
      fn('fromisoformat', 'text', ([text]) => parsed(textOf(text, 'fromisoformat').value, 'datetime')),
    ),
  ]),
  {
    module: 'datetime',
    construct: (args) => {
      if (args.positional.some((value) => value instanceof Unknown)) return new Unknown();
      const signature = FIELDS.map((field, i) => (i < 3 ? field : `${field}=0`));
      const changes = changesOf(bindArguments('datetime', args, [...signature, 'tzinfo=None']));
      return new PyDateTime({ year: 1, month: 1, day: 1, ...MIDNIGHT, ...changes }, 'datetime');
    },
  },
);

export function datetimeModule(): PyModule {
  return moduleOf('datetime', new Map([DATE, DATETIME, TIMEDELTA].map((cls) => [cls.name, cls])));
}
