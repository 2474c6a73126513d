/** Ticks, their labels, and grids. */
import { newText } from '../../../../figures/defaults.ts';
import type { Axis } from '../../../../figures/figure.ts';
import type { Direction } from '../../../../figures/limits.ts';
import { viewsOf } from '../../../../figures/view.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { bindSignature } from '../../../objects/arguments.ts';
import { valueError } from '../../../objects/errors.ts';
import type { CallArguments, PyValue } from '../../../values.ts';
import { handleOf } from '../artistHandle.ts';
import { color } from '../colorArguments.ts';
import { flatNumbers, fontSize, isText, list, number, text, tuple } from '../convert.ts';
import { type Method, methods } from '../handle.ts';
import { arrayValue } from '../numeric.ts';
import { dashes } from '../properties.ts';
import type { AxesHandle } from './axesHandle.ts';

/** Positions of the ticks that will be drawn. */
function tickPositions(self: AxesHandle, direction: Direction): readonly number[] {
  const view = viewsOf(self.figure).find((each) => each.axes === self.axes);
  return (direction === 'x' ? view?.xTicks : view?.yTicks)?.positions ?? [];
}

/** `set_xticks(ticks, labels, **text)`. */
function setTicks(name: string, direction: Direction): Method<AxesHandle> {
  return (self, args, ctx) => {
    const { values, keywordRest } = bindSignature(name, args, ['ticks', 'labels=', '*', 'minor=', '**rest']);
    const [ticks, labels, minor] = values;
    if (minor != null && ctx.truth(minor)) return list([]);
    const axis = self.axes[direction];
    axis.ticks = [...flatNumbers(ticks!, ctx)];
    axis.tickLabels = undefined;
    axis.showTickLabels = true;
    if (labels != null) setLabels(axis, labels, ctx);
    styleLabels(axis, keywordRest, ctx);
    return list([]);
  };
}

/** Raises ValueError where the number of labels is not that of the ticks. */
function setLabels(axis: Axis, labels: PyValue, ctx: Interpreter): void {
  const words = [...ctx.iterate(labels)].map((label) => text(label, ctx));
  if (axis.ticks && words.length > 0 && words.length !== axis.ticks.length) {
    throw valueError(
      `The number of FixedLocator locations (${axis.ticks.length}), usually from a call to set_ticks, does not match the number of ticklabels (${words.length}).`,
    );
  }
  axis.tickLabels = words;
  if (words.length === 0) axis.showTickLabels = false;
}

export function styleLabels(axis: Axis, keywords: ReadonlyMap<string, PyValue>, ctx: Interpreter): void {
  for (const [name, value] of keywords) {
    if (name === 'rotation') axis.tickLabelRotation = rotation(value, ctx);
    if (name === 'fontsize' || name === 'size') axis.tickLabelSize = fontSize(value) ?? axis.tickLabelSize;
    if (name === 'color' || name === 'c') axis.tickLabelColor = color(value, ctx);
  }
}

function rotation(value: PyValue, ctx: Interpreter): number {
  if (isText(value)) return value.value === 'vertical' ? 90 : 0;
  return number(value, ctx);
}

function setTickLabels(name: string, direction: Direction): Method<AxesHandle> {
  return (self, args, ctx) => {
    const { values, keywordRest } = bindSignature(name, args, [
      'labels',
      'fontdict=',
      '*',
      'minor=',
      '**rest',
    ]);
    setLabels(self.axes[direction], values[0]!, ctx);
    styleLabels(self.axes[direction], keywordRest, ctx);
    return list([]);
  };
}

/** pyplot's `xticks`: asks without arguments. */
function ticks(direction: Direction): Method<AxesHandle> {
  const set = setTicks(`${direction}ticks`, direction);
  return (self, args, ctx) => {
    const named = args.positional.length > 0 || args.keywords.has('ticks');
    if (named) set(self, args, ctx);
    else styleLabels(self.axes[direction], args.keywords, ctx);
    return tuple(
      arrayValue(Float64Array.from(tickPositions(self, direction))),
      tickLabels(self, direction, ctx),
    );
  };
}

function tickLabels(self: AxesHandle, direction: Direction, ctx: Interpreter): PyValue {
  const view = viewsOf(self.figure).find((each) => each.axes === self.axes);
  const shown = direction === 'x' ? view?.xTicks : view?.yTicks;
  const texts = shown?.labels.map((label, k) => newText(label, shown.positions[k]!, 0)) ?? [];
  return list(texts.map((artist) => handleOf(self.pyplot(ctx), artist)));
}

function grid(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const signature = ['visible=', "which='major'", "axis='both'", 'b=', '**rest'];
  const { values, keywordRest } = bindSignature('grid', args, signature);
  const axis = text(values[2]!, ctx);
  const chosen = [...(axis === 'y' ? [] : [self.axes.x]), ...(axis === 'x' ? [] : [self.axes.y])];
  const visible = values[0] ?? values[3];
  for (const each of chosen) {
    const on = visible == null ? keywordRest.size > 0 || each.grid === undefined : ctx.truth(visible);
    each.grid = on ? { ...self.pyplot(ctx).settings.gridStyle(), which: which(values[1]!, ctx) } : undefined;
    if (each.grid) styleGrid(each.grid, keywordRest, ctx);
  }
  return null;
}

function which(value: PyValue, ctx: Interpreter): 'major' | 'minor' | 'both' {
  const word = text(value, ctx);
  return word === 'minor' || word === 'both' ? word : 'major';
}

function styleGrid(
  style: NonNullable<Axis['grid']>,
  keywords: ReadonlyMap<string, PyValue>,
  ctx: Interpreter,
): void {
  let alpha = 1;
  for (const [name, value] of keywords) {
    if (name === 'color' || name === 'c') style.color = color(value, ctx);
    if (name === 'linewidth' || name === 'lw') style.linewidth = number(value, ctx);
    if (name === 'linestyle' || name === 'ls') style.dashes = dashes(value, ctx);
    if (name === 'alpha' && value !== null) alpha = number(value, ctx);
  }
  style.color = [style.color[0], style.color[1], style.color[2], style.color[3] * alpha];
}

export const TICK_METHODS = methods<AxesHandle>({
  set_xticks: setTicks('set_xticks', 'x'),
  set_yticks: setTicks('set_yticks', 'y'),
  get_xticks: (self) => arrayValue(Float64Array.from(tickPositions(self, 'x'))),
  get_yticks: (self) => arrayValue(Float64Array.from(tickPositions(self, 'y'))),
  set_xticklabels: setTickLabels('set_xticklabels', 'x'),
  set_yticklabels: setTickLabels('set_yticklabels', 'y'),
  get_xticklabels: (self, _args, ctx) => tickLabels(self, 'x', ctx),
  get_yticklabels: (self, _args, ctx) => tickLabels(self, 'y', ctx),
  grid,
});

/** What pyplot calls differently from axes. */
export const PYPLOT_TICKS = methods<AxesHandle>({
  xticks: ticks('x'),
  yticks: ticks('y'),
});
