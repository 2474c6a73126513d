/** `matplotlib.ticker`: rules for ticks and their labels, as far as the figure model knows them. */
import type { Axis } from '../../../figures/figure.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { asNumber } from '../../operations/numbers.ts';
import { type CallArguments, PyObject, type PyValue } from '../../values.ts';
import { flatNumbers, isText, text } from './convert.ts';

/** A locator or formatter: its class and what it was made with. */
export class TickRule extends PyObject {
  constructor(
    readonly typeName: string,
    readonly args: CallArguments,
  ) {
    super();
  }

  override getAttribute(name: string): PyValue | undefined {
    return /^set_|^get_/.test(name) ? new NativeFunction(name, () => null) : undefined;
  }

  /** An argument by its position or name. */
  argument(position: number, name: string): PyValue | undefined {
    return this.args.positional[position] ?? this.args.keywords.get(name);
  }
}

const RULES = `AutoLocator AutoMinorLocator EngFormatter FixedFormatter FixedLocator FormatStrFormatter FuncFormatter
  IndexLocator LinearLocator LogFormatter LogFormatterMathtext LogFormatterSciNotation LogLocator MaxNLocator
  MultipleLocator NullFormatter NullLocator PercentFormatter ScalarFormatter StrMethodFormatter SymmetricalLogLocator`;

export const TICKER_MEMBERS: ReadonlyMap<string, PyValue> = new Map(
  RULES.split(/\s+/).map((name) => [name, new NativeFunction(name, (args) => new TickRule(name, args))]),
);

export function applyLocator(axis: Axis, value: PyValue, ctx: Interpreter): PyValue {
  if (!(value instanceof TickRule)) return null;
  const first = asNumber(value.argument(0, 'base') ?? value.args.keywords.get('nbins') ?? null);
  const locs = value.argument(0, 'locs');
  if (value.typeName === 'NullLocator') axis.ticks = [];
  if (value.typeName === 'FixedLocator' && locs != null) axis.ticks = [...flatNumbers(locs, ctx)];
  if (value.typeName === 'MultipleLocator') axis.tickStep = first ?? 1;
  if (value.typeName === 'MaxNLocator') {
    axis.maxIntervals = first;
    axis.integerTicks = value.args.keywords.get('integer') === true;
  }
  if (value.typeName === 'LinearLocator') axis.maxIntervals = (first ?? 11) - 1;
  return null;
}

export function applyFormatter(axis: Axis, value: PyValue, ctx: Interpreter): PyValue {
  if (isText(value)) axis.tickFormat = printfOf(value.value);
  if (!(value instanceof TickRule)) return null;
  const given = value.argument(0, 'fmt');
  if (value.typeName === 'NullFormatter') axis.showTickLabels = false;
  if (value.typeName === 'FormatStrFormatter' && given != null) axis.tickFormat = text(given, ctx);
  if (value.typeName === 'StrMethodFormatter' && given != null) axis.tickFormat = printfOf(text(given, ctx));
  if (value.typeName === 'FixedFormatter' && given != null) {
    axis.tickLabels = [...ctx.iterate(given)].map((label) => text(label, ctx));
  }
  if (value.typeName === 'PercentFormatter') axis.tickFormat = '%g%%';
  if (value.typeName === 'ScalarFormatter' && value.args.keywords.get('useOffset') === false) {
    axis.plainNumbers = true;
  }
  return null;
}

/** `'{x:.2f} mV'` as `'%.2f mV'`. */
function printfOf(format: string): string {
  return format.replaceAll('%', '%%').replace(/\{x(?::([^}]*))?\}/g, (_, spec?: string) => {
    if (!spec) return '%g';
    return `%${/[a-zA-Z]$/.test(spec) ? spec : `${spec}g`}`;
  });
}
