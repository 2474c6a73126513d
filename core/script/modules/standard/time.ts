/** Python's `time`. Time is unknown in the editor. */
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { valueError } from '../../objects/errors.ts';
import type { NativeFunction } from '../../objects/functions.ts';
import type { PyModule } from '../../objects/module.ts';
import { toInteger, toNumber } from '../../operations/numbers.ts';
import { PyStr, type PyValue, Unknown } from '../../values.ts';
import { dayOfYear, formatMoment, localSeconds, type Moment, momentOf, weekday } from './calendar.ts';
import { type Argument, type Body, fn, members, moduleOf, textOf } from './define.ts';
import { makeNamedTuple, NamedTuple } from './namedtuple.ts';

const STRUCT_TIME = makeNamedTuple(
  'struct_time',
  'tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst'.split(' '),
  [],
  'time',
);

class StructTime extends NamedTuple {
  override repr(ctx: Interpreter): string {
    return `time.${super.repr(ctx)}`;
  }
}

/** Seconds since 1970. */
export function wallSeconds(): number {
  return Date.now() / 1000;
}

function clock(name: string, read: (ctx: Interpreter) => PyValue): NativeFunction {
  return fn(name, '', (_values, ctx) => (ctx.mode === 'analysis' ? new Unknown(DIMENSIONLESS) : read(ctx)));
}

/** The host's clock runs steadily; it counts milliseconds. */
function steadySeconds(ctx: Interpreter): number {
  return (ctx.host?.now() ?? 0) / 1000;
}

function nanoseconds(seconds: number): bigint {
  return BigInt(Math.round(seconds * 1e6)) * 1000n;
}

function structOf(m: Moment): PyValue {
  const numbers = [m.year, m.month, m.day, m.hour, m.minute, m.second, weekday(m), dayOfYear(m)];
  return new StructTime(STRUCT_TIME, [...numbers.map(BigInt), -1n]);
}

function momentFrom(value: Argument, ctx: Interpreter): Moment {
  if (value === null || value === undefined) return momentOf(wallSeconds(), false);
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0] = [...ctx.iterate(value)].map(
    toInteger,
  );
  return { year, month, day, hour, minute, second, microsecond: 0 };
}

/** In analysis the current time is unknown, a given one is not. */
function dated(name: string, signature: string, given: number, body: Body): NativeFunction {
  return fn(name, signature, (values, ctx, call) =>
    ctx.mode === 'analysis' && (values[given] ?? null) === null ? new Unknown() : body(values, ctx, call),
  );
}

const FUNCTIONS: readonly NativeFunction[] = [
  clock('time', wallSeconds),
  clock('time_ns', () => nanoseconds(wallSeconds())),
  clock('perf_counter', steadySeconds),
  clock('perf_counter_ns', (ctx) => nanoseconds(steadySeconds(ctx))),
  clock('monotonic', steadySeconds),
  clock('process_time', steadySeconds),
  clock('clock', steadySeconds),
  fn('sleep', 'seconds', ([seconds = null]) => {
    if (toNumber(seconds) < 0) throw valueError('sleep length must be non-negative');
    return null;
  }),
  dated('localtime', 'seconds=None', 0, ([seconds = null]) =>
    structOf(momentOf(seconds === null ? wallSeconds() : toNumber(seconds), false)),
  ),
  dated('gmtime', 'seconds=None', 0, ([seconds = null]) =>
    structOf(momentOf(seconds === null ? wallSeconds() : toNumber(seconds), true)),
  ),
  dated(
    'strftime',
    'format t=None',
    1,
    ([format, t], ctx) => new PyStr(formatMoment(textOf(format, 'strftime()').value, momentFrom(t, ctx))),
  ),
  dated(
    'asctime',
    't=None',
    0,
    ([t], ctx) => new PyStr(formatMoment('%a %b %e %H:%M:%S %Y', momentFrom(t, ctx))),
  ),
  dated('ctime', 'seconds=None', 0, ([seconds = null]) => {
    const moment = momentOf(seconds === null ? wallSeconds() : toNumber(seconds), false);
    return new PyStr(formatMoment('%a %b %e %H:%M:%S %Y', moment));
  }),
  fn('mktime', 't', ([t], ctx) => localSeconds(momentFrom(t, ctx))),
];

export function timeModule(): PyModule {
  return moduleOf('time', members(...FUNCTIONS), new Map([['struct_time', STRUCT_TIME]]));
}
