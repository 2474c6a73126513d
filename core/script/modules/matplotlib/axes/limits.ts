/** Limits, scales, ticks and their labels, grids. */

import { newText } from '../../../../figures/defaults.ts';
import type { Axis } from '../../../../figures/figure.ts';
import { axisLimits, type Direction } from '../../../../figures/limits.ts';
import { viewsOf } from '../../../../figures/view.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { bindSignature } from '../../../objects/arguments.ts';
import { typeError, valueError } from '../../../objects/errors.ts';
import { type CallArguments, PyStr, type PyValue } from '../../../values.ts';
import { handleOf } from '../artistHandle.ts';
import { color } from '../colorArguments.ts';
import {
  flatNumbers,
  fontSize,
  isSequence,
  isText,
  list,
  number,
  refuseWord,
  text,
  tuple,
} from '../convert.ts';
import { type Method, methods } from '../handle.ts';
import { arrayValue } from '../numeric.ts';
import { dashes } from '../properties.ts';
import type { AxesHandle } from './axesHandle.ts';

export function limitsOf(self: AxesHandle, direction: Direction): PyValue {
  return tuple(...axisLimits(self.figure, self.axes, direction));
}

/** Sets one or both ends. Raises ValueError for NaN and infinity. */
function setLimits(name: string, direction: Direction): Method<AxesHandle> {
  const [low, high] = direction === 'x' ? ['left', 'right'] : ['bottom', 'top'];
  const [least, most] = direction === 'x' ? ['xmin', 'xmax'] : ['ymin', 'ymax'];
  const signature = [`${low}=`, `${high}=`, 'emit=', 'auto=', '*', `${least}=`, `${most}=`];
  return (self, args, ctx) => {
    const [first, second, , , a, b] = bindSignature(name, args, signature).values;
    const pair = second == null && first != null && isPair(first) ? [...ctx.iterate(first)] : undefined;
    const ends = pair ?? [first ?? a, second ?? b];
    const present = axisLimits(self.figure, self.axes, direction);
    const { range } = self.axes[direction];
    const limits = ends.map((end, k) => (end == null ? present[k]! : number(end, ctx)));
    if (limits.some((limit) => !Number.isFinite(limit))) {
      throw valueError('Axis limits cannot be NaN or Inf');
    }
    range.limits = [limits[0]!, limits[1]!];
    range.inverted = false;
    return limitsOf(self, direction);
  };
}

function isPair(value: PyValue): boolean {
  return (
    typeof value === 'object' &&
    !isText(value) &&
    (isSequence(value) || 'value' in (value ?? {}) || 'array' in (value ?? {}))
  );
}

/** `xlim()` asks, `xlim(...)` sets. */
function limits(direction: Direction): Method<AxesHandle> {
  const set = setLimits(`${direction}lim`, direction);
  return (self, args, ctx) =>
    args.positional.length + args.keywords.size === 0 ? limitsOf(self, direction) : set(self, args, ctx);
}

const SCALES = ['linear', 'log', 'symlog', 'asinh', 'logit', 'function', 'functionlog'];

function setScale(direction: Direction): Method<AxesHandle> {
  return (self, args, ctx) => {
    const scale = text(args.positional[0] ?? args.keywords.get('value') ?? null, ctx);
    if (!SCALES.includes(scale)) refuseWord('scale', scale, SCALES);
    const { range } = self.axes[direction];
    if (scale === 'linear' || scale === 'log' || scale === 'symlog') range.scale = scale;
    else self.pyplot(ctx).note(ctx, `scale '${scale}'`);
    const base = args.keywords.get('base') ?? args.keywords.get(`base${direction}`);
    if (base != null) range.base = number(base, ctx);
    return null;
  };
}

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

function invert(direction: Direction): Method<AxesHandle> {
  return (self) => {
    const { range } = self.axes[direction];
    range.inverted = !range.inverted;
    return null;
  };
}

/** `axis('off')`, `axis('equal')`, `axis([xmin, xmax, ymin, ymax])`; answers the four limits. */
function axis(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const given = args.positional[0];
  const { x, y } = self.axes;
  if (isText(given)) axisWord(self, given.value);
  else if (typeof given === 'boolean') self.axes.framed = given;
  else if (given != null) {
    const values = [...ctx.iterate(given)];
    if (values.length !== 4) {
      throw typeError(
        'The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]',
      );
    }
    const [left, right, bottom, top] = values.map((value) => number(value, ctx));
    x.range.limits = [left!, right!];
    y.range.limits = [bottom!, top!];
  }
  for (const [name, value] of args.keywords) setEnd(self, name, value, ctx);
  return tuple(...axisLimits(self.figure, self.axes, 'x'), ...axisLimits(self.figure, self.axes, 'y'));
}

function setEnd(self: AxesHandle, name: string, value: PyValue, ctx: Interpreter): void {
  const direction = name.startsWith('x') ? 'x' : 'y';
  const limits = [...axisLimits(self.figure, self.axes, direction)] as [number, number];
  limits[name.endsWith('max') ? 1 : 0] = number(value, ctx);
  self.axes[direction].range.limits = limits;
}

function axisWord(self: AxesHandle, word: string): void {
  const { axes } = self;
  if (word === 'off' || word === 'on') axes.framed = word === 'on';
  else if (word === 'equal' || word === 'scaled' || word === 'image' || word === 'square') axes.aspect = 1;
  else if (word === 'auto') axes.aspect = undefined;
  else if (word !== 'tight') throw valueError(`Unrecognized string '${word}' to axis; try 'on' or 'off'`);
  if (word === 'tight' || word === 'image') axes.margins = [0, 0];
}

function margins(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const [first, second] = args.positional;
  const x = args.keywords.get('x') ?? first;
  const y = args.keywords.get('y') ?? second ?? first;
  if (x != null) self.axes.margins[0] = number(x, ctx);
  if (y != null) self.axes.margins[1] = number(y, ctx);
  return tuple(...self.axes.margins);
}

function autoscale(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const named = args.keywords.get('axis') ?? args.positional[1];
  const axis = isText(named) ? named.value : 'both';
  const tight = args.keywords.get('tight') ?? args.positional[2];
  for (const direction of ['x', 'y'] as const) {
    if (axis === 'both' || axis === direction) self.axes[direction].range.limits = undefined;
  }
  if (tight != null && ctx.truth(tight)) self.axes.margins = [0, 0];
  return null;
}

const quiet: Method<AxesHandle> = () => null;

export const LIMIT_METHODS = methods<AxesHandle>({
  set_xlim: setLimits('set_xlim', 'x'),
  set_ylim: setLimits('set_ylim', 'y'),
  set_xbound: setLimits('set_xbound', 'x'),
  set_ybound: setLimits('set_ybound', 'y'),
  get_xlim: (self) => limitsOf(self, 'x'),
  get_ylim: (self) => limitsOf(self, 'y'),
  get_xbound: (self) => limitsOf(self, 'x'),
  get_ybound: (self) => limitsOf(self, 'y'),
  set_xscale: setScale('x'),
  set_yscale: setScale('y'),
  get_xscale: (self) => new PyStr(self.axes.x.range.scale),
  get_yscale: (self) => new PyStr(self.axes.y.range.scale),
  set_xticks: setTicks('set_xticks', 'x'),
  set_yticks: setTicks('set_yticks', 'y'),
  get_xticks: (self) => arrayValue(Float64Array.from(tickPositions(self, 'x'))),
  get_yticks: (self) => arrayValue(Float64Array.from(tickPositions(self, 'y'))),
  set_xticklabels: setTickLabels('set_xticklabels', 'x'),
  set_yticklabels: setTickLabels('set_yticklabels', 'y'),
  get_xticklabels: (self, _args, ctx) => tickLabels(self, 'x', ctx),
  get_yticklabels: (self, _args, ctx) => tickLabels(self, 'y', ctx),
  grid,
  invert_xaxis: invert('x'),
  invert_yaxis: invert('y'),
  axis,
  margins,
  autoscale,
  set_xmargin: (self, args, ctx) => {
    self.axes.margins[0] = number(args.positional[0] ?? 0, ctx);
    return null;
  },
  set_ymargin: (self, args, ctx) => {
    self.axes.margins[1] = number(args.positional[0] ?? 0, ctx);
    return null;
  },
  relim: quiet,
  autoscale_view: quiet,
  set_autoscale_on: quiet,
});

/** What pyplot calls differently from axes. */
export const PYPLOT_LIMITS = methods<AxesHandle>({
  xlim: limits('x'),
  ylim: limits('y'),
  xticks: ticks('x'),
  yticks: ticks('y'),
});
