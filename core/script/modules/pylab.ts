/** `pylab`: pyplot and NumPy in one namespace, and whatever else matplotlib leaves in it. */
import type { Interpreter } from '../interpreter.ts';
import { type NameProvider, PyModule } from '../objects/module.ts';
import { unsupported } from '../objects/unsupported.ts';
import { type PyValue, Unknown } from '../values.ts';
import { matplotlibModule, NotDrawn, pyplotNames } from './matplotlib/index.ts';
import { TICKER_MEMBERS } from './matplotlib/ticker.ts';
import { brianNumpyNames } from './numpy/index.ts';
import { STANDARD_MODULES } from './standard/index.ts';

/** Modules of Python that `from pylab import *` brings along. */
const PYTHON_MODULES = words('datetime functools importlib inspect logging math re sys threading time');

/** Classes of matplotlib whose objects are accepted and not drawn. */
const UNDRAWN = words(`Artist FigureBase FigureCanvasBase Formatter Locator LogFormatterExponent MouseButton
  Normalize Subplot SubplotSpec TickHelper Widget color_sequences colormaps draw_all rcParamsDefault
  rcParamsOrig rcsetup`);

/** Names that do nothing here. */
const MISSING =
  words(`DAILY DateFormatter DateLocator DayLocator Enum ExitStack FR HOURLY HourLocator MINUTELY MO
  MONTHLY MinuteLocator MonthLocator Number RRuleLocator SA SECONDLY SU SecondLocator TH TU WE WEEKLY
  WeekdayLocator YEARLY YearLocator cbook date2num datestr2num detrend detrend_linear detrend_mean
  detrend_none drange epoch2num flatten importlib inspect mlab num2date num2epoch relativedelta rrule
  silent_list threading window_hanning window_none`);

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** What `pylab` (and so `from brian2 import *`) brings beside NumPy. */
export function pylabNames(ctx: Interpreter): NameProvider {
  const pyplot = pyplotNames(ctx);
  const others = new Map<string, PyValue>();
  const find = (name: string) => pyplot.lookup(name) ?? others.get(name) ?? make(name);
  const make = (name: string): PyValue | undefined => {
    const value = otherName(name, ctx);
    if (value !== undefined) others.set(name, value);
    return value;
  };
  const names = () =>
    new Set([
      ...pyplot.names(),
      ...PYTHON_MODULES,
      ...UNDRAWN,
      ...MISSING,
      ...TICKER_MEMBERS.keys(),
      ...PACKAGE,
    ]);
  return { lookup: find, names };
}

const PACKAGE = words('mpl matplotlib');

function otherName(name: string, ctx: Interpreter): PyValue | undefined {
  if (PACKAGE.has(name)) return matplotlibModule(ctx);
  const python = PYTHON_MODULES.has(name) ? STANDARD_MODULES.get(name) : undefined;
  if (python) return python(ctx);
  const drawn = TICKER_MEMBERS.get(name) ?? (UNDRAWN.has(name) ? new NotDrawn(name) : undefined);
  if (drawn !== undefined) return ctx.mode === 'analysis' ? new Unknown() : drawn;
  return MISSING.has(name) ? unsupported(name, ctx) : undefined;
}

/** The module `pylab`. */
export function pylabModule(ctx: Interpreter): PyModule {
  const providers = [brianNumpyNames(ctx), pylabNames(ctx)];
  const lookup = (name: string) => {
    for (const provider of providers) {
      const value = provider.lookup(name);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const names = () => new Set(providers.flatMap((provider) => [...provider.names()]));
  return new PyModule('pylab', new Map(), { provider: { lookup, names } });
}
