/** Limits and scales. */
import { axisLimits, type Direction } from '../../../../figures/limits.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { bindSignature } from '../../../objects/arguments.ts';
import { typeError, valueError } from '../../../objects/errors.ts';
import { type CallArguments, PyStr, type PyValue } from '../../../values.ts';
import { isSequence, isText, number, numbers, refuseWord, text, tuple } from '../convert.ts';
import { type Method, methods } from '../handle.ts';
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
    const pair = second == null && first != null ? pairOf(first, ctx) : undefined;
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

/** Both ends as one list, tuple or array; undefined for a single number. */
function pairOf(value: PyValue, ctx: Interpreter): readonly PyValue[] | undefined {
  if (isSequence(value)) return value.items;
  const { values, shape } = numbers(value, ctx);
  return shape.length === 1 ? [...values] : undefined;
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
});
