/** Dates as `time` and `datetime` write them. */
import { valueError } from '../../objects/errors.ts';

export interface Moment {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const DAY = 86_400_000;

/** The moment of so many seconds since 1970, here or in Greenwich. */
export function momentOf(seconds: number, utc: boolean): Moment {
  const date = new Date(Math.floor(seconds) * 1000);
  const microsecond = Math.round((seconds - Math.floor(seconds)) * 1e6) % 1_000_000;
  if (utc) return ofUtc(date, microsecond);
  return {
    year: date.getFullYear(),
    month: date.getMonth() + 1,
    day: date.getDate(),
    hour: date.getHours(),
    minute: date.getMinutes(),
    second: date.getSeconds(),
    microsecond,
  };
}

/** Seconds since 1970 of a local moment. */
export function localSeconds(m: Moment): number {
  const date = new Date(m.year, m.month - 1, m.day, m.hour, m.minute, m.second);
  if (m.year < 100) date.setFullYear(m.year);
  return date.getTime() / 1000 + m.microsecond / 1e6;
}

/** Microseconds from the year 1 to the moment, on a clock without time zone. */
export function ordinalMicroseconds(m: Moment): bigint {
  const milliseconds = utcMilliseconds(m);
  return BigInt(milliseconds) * 1000n + BigInt(m.microsecond);
}

export function fromMicroseconds(value: bigint): Moment {
  const microsecond = ((value % 1_000_000n) + 1_000_000n) % 1_000_000n;
  const date = new Date(Number((value - microsecond) / 1000n));
  return ofUtc(date, Number(microsecond));
}

/** Monday is 0. */
export function weekday(m: Moment): number {
  return (new Date(utcMilliseconds(m)).getUTCDay() + 6) % 7;
}

/** 1 on the first of January. */
export function dayOfYear(m: Moment): number {
  const start = { ...m, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  return Math.floor((utcMilliseconds(m) - utcMilliseconds(start)) / DAY) + 1;
}

export function daysInMonth(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

/** Raises ValueError as `datetime` does. */
export function checkMoment(m: Moment): void {
  const within = (value: number, least: number, most: number, message: string): void => {
    if (value < least || value > most) throw valueError(message);
  };
  within(m.year, 1, 9999, `year ${m.year} is out of range`);
  within(m.month, 1, 12, 'month must be in 1..12');
  within(m.day, 1, daysInMonth(m.year, m.month), 'day is out of range for month');
  within(m.hour, 0, 23, 'hour must be in 0..23');
  within(m.minute, 0, 59, 'minute must be in 0..59');
  within(m.second, 0, 59, 'second must be in 0..59');
  within(m.microsecond, 0, 999_999, 'microsecond must be in 0..999999');
}

/** `strftime`, with C's names of days and months. */
export function formatMoment(format: string, m: Moment): string {
  return format.replace(/%(.)/gs, (whole, code: string) => DIRECTIVES[code]?.(m) ?? whole);
}

const two = (value: number): string => String(value).padStart(2, '0');
const dayName = (m: Moment): string => DAYS[weekday(m)] ?? '';
const monthName = (m: Moment): string => MONTHS[m.month - 1] ?? '';

const DIRECTIVES: Readonly<Record<string, (m: Moment) => string>> = {
  Y: (m) => String(m.year),
  y: (m) => two(m.year % 100),
  m: (m) => two(m.month),
  d: (m) => two(m.day),
  e: (m) => String(m.day).padStart(2),
  H: (m) => two(m.hour),
  I: (m) => two(m.hour % 12 || 12),
  M: (m) => two(m.minute),
  S: (m) => two(m.second),
  f: (m) => String(m.microsecond).padStart(6, '0'),
  p: (m) => (m.hour < 12 ? 'AM' : 'PM'),
  j: (m) => String(dayOfYear(m)).padStart(3, '0'),
  A: dayName,
  a: (m) => dayName(m).slice(0, 3),
  B: monthName,
  b: (m) => monthName(m).slice(0, 3),
  h: (m) => monthName(m).slice(0, 3),
  w: (m) => String((weekday(m) + 1) % 7),
  u: (m) => String(weekday(m) + 1),
  F: (m) => formatMoment('%Y-%m-%d', m),
  T: (m) => formatMoment('%H:%M:%S', m),
  R: (m) => formatMoment('%H:%M', m),
  D: (m) => formatMoment('%m/%d/%y', m),
  x: (m) => formatMoment('%m/%d/%y', m),
  X: (m) => formatMoment('%H:%M:%S', m),
  c: (m) => formatMoment('%a %b %e %H:%M:%S %Y', m),
  z: () => '',
  Z: () => '',
  n: () => '\n',
  t: () => '\t',
  '%': () => '%',
};

function utcMilliseconds(m: Moment): number {
  const date = new Date(Date.UTC(2000, m.month - 1, m.day, m.hour, m.minute, m.second));
  date.setUTCFullYear(m.year, m.month - 1, m.day);
  return date.getTime();
}

function ofUtc(date: Date, microsecond: number): Moment {
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    microsecond,
  };
}
