/** Spines, tick styles, the two axis objects, twins, insets and the like. */

import { newAxis } from '../../../../figures/defaults.ts';
import type { Axis, Side } from '../../../../figures/figure.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { pythonError, valueError } from '../../../objects/errors.ts';
import { type CallArguments, PyObject, PyStr, type PyValue } from '../../../values.ts';
import { color } from '../colorArguments.ts';
import { flatNumbers, fontSize, isSequence, isText, number, text } from '../convert.ts';
import { Handle, type Method, methods } from '../handle.ts';
import { applyFormatter, applyLocator } from '../ticker.ts';
import type { AxesHandle } from './axesHandle.ts';
import { styleLabels } from './limits.ts';

const SIDES: readonly Side[] = ['left', 'right', 'bottom', 'top'];

/** `ax.spines`: by key, by list of keys, or by attribute. */
export class SpinesHandle extends PyObject {
  readonly typeName = 'Spines';
  constructor(private readonly owner: AxesHandle) {
    super();
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    if (isSequence(key))
      return new SpineHandle(
        this.owner,
        key.items.map((item) => this.side(item, ctx)),
      );
    return new SpineHandle(this.owner, isText(key) ? [this.side(key, ctx)] : SIDES);
  }

  override getAttribute(name: string): PyValue | undefined {
    if (name === 'values') return allSpines(this.owner);
    const side = SIDES.find((each) => each === name);
    return side && new SpineHandle(this.owner, [side]);
  }

  override iterate(): Iterable<PyValue> {
    return SIDES.map((side) => new PyStr(side));
  }

  private side(key: PyValue, ctx: Interpreter): Side {
    const side = SIDES.find((each) => each === text(key, ctx));
    if (side === undefined) throw pythonError('KeyError', ctx.repr(key));
    return side;
  }
}

/** `ax.spines.values()`. */
function allSpines(owner: AxesHandle): PyValue {
  return new (class extends PyObject {
    readonly typeName = 'method';
    override call(): PyValue {
      return new SpineHandle(owner, SIDES);
    }
  })();
}

class SpineHandle extends Handle {
  readonly typeName = 'Spine';
  constructor(
    private readonly owner: AxesHandle,
    private readonly sides: readonly Side[],
  ) {
    super();
  }

  override iterate(): Iterable<PyValue> {
    return this.sides.map((side) => new SpineHandle(this.owner, [side]));
  }

  protected find(name: string): Method<this> | undefined {
    const each = (
      change: (spine: AxesHandle['axes']['spines'][Side], value: PyValue, ctx: Interpreter) => void,
    ) => {
      const method: Method<this> = (self, args, ctx) => {
        for (const side of self.sides) change(self.owner.axes.spines[side], args.positional[0] ?? null, ctx);
        return null;
      };
      return method;
    };
    if (name === 'set_visible') {
      return each((spine, value, ctx) => {
        spine.visible = ctx.truth(value);
      });
    }
    if (name === 'set_color' || name === 'set_edgecolor') {
      return each((spine, value, ctx) => {
        spine.color = color(value, ctx);
        spine.visible &&= spine.color[3] > 0;
      });
    }
    if (name !== 'set_linewidth' && name !== 'set_lw') return undefined;
    return each((spine, value, ctx) => {
      spine.linewidth = number(value, ctx);
    });
  }

  protected override undrawn(name: string): boolean {
    return /^(get_|set_|set$)/.test(name);
  }
}

/** `ax.xaxis` and `ax.yaxis`. */
export class AxisHandle extends Handle {
  readonly typeName: string;
  constructor(
    private readonly owner: AxesHandle,
    private readonly direction: 'x' | 'y',
  ) {
    super();
    this.typeName = direction === 'x' ? 'XAxis' : 'YAxis';
  }

  private get axis(): Axis {
    return this.owner.axes[this.direction];
  }

  protected find(name: string, ctx: Interpreter): Method<this> | PyValue | undefined {
    const own = AXIS_METHODS.get(name);
    if (own) return (self, args, ctx) => own(self.axis, args, ctx);
    // `xaxis.set_ticks(...)` is `set_xticks(...)` of the axes.
    const delegated = DELEGATED.get(name)?.replace('?', this.direction);
    return delegated === undefined ? undefined : this.owner.getAttribute(delegated, ctx);
  }

  protected override undrawn(name: string): boolean {
    return /^(get_|set_|label|offsetText|reset_ticks|axis_date|pane|majorTicks)/.test(name);
  }
}

const DELEGATED: ReadonlyMap<string, string> = new Map([
  ['set_ticks', 'set_?ticks'],
  ['set_ticklabels', 'set_?ticklabels'],
  ['get_ticklabels', 'get_?ticklabels'],
  ['get_majorticklabels', 'get_?ticklabels'],
  ['get_ticklocs', 'get_?ticks'],
  ['set_label_text', 'set_?label'],
  ['set_inverted', 'invert_?axis'],
]);

const AXIS_METHODS: ReadonlyMap<string, Method<Axis>> = methods<Axis>({
  set_ticks_position: (axis, args, ctx) => placeTicks(axis, text(args.positional[0] ?? null, ctx)),
  tick_left: (axis) => placeTicks(axis, 'left'),
  tick_right: (axis) => placeTicks(axis, 'right'),
  tick_top: (axis) => placeTicks(axis, 'top'),
  tick_bottom: (axis) => placeTicks(axis, 'bottom'),
  set_label_position: (axis, args, ctx) => {
    axis.side = side(text(args.positional[0] ?? null, ctx)) ?? axis.side;
    return null;
  },
  set_visible: (axis, args, ctx) => {
    if (!ctx.truth(args.positional[0] ?? null)) hide(axis);
    return null;
  },
  set_tick_params: tickParams,
  set_major_locator: (axis, args, ctx) => applyLocator(axis, args.positional[0] ?? null, ctx),
  set_major_formatter: (axis, args, ctx) => applyFormatter(axis, args.positional[0] ?? null, ctx),
  set_minor_locator: () => null,
  set_minor_formatter: () => null,
  grid: () => null,
});

function hide(axis: Axis): void {
  axis.tickSides = [];
  axis.showTickLabels = false;
  if (axis.label) axis.label.visible = false;
}

function side(word: string): Side | undefined {
  return SIDES.find((each) => each === word);
}

function placeTicks(axis: Axis, word: string): PyValue {
  const place = side(word);
  if (place) {
    axis.tickSides = [place];
    axis.side = place;
  } else if (word === 'both') {
    axis.tickSides = axis.side === 'left' || axis.side === 'right' ? ['left', 'right'] : ['bottom', 'top'];
  } else if (word === 'none') axis.tickSides = [];
  return null;
}

/** Keywords of `tick_params` that concern one axis. */
function tickParams(axis: Axis, args: CallArguments, ctx: Interpreter): PyValue {
  for (const [name, value] of args.keywords) tickParameter(axis, name, value, ctx);
  return null;
}

function tickParameter(axis: Axis, name: string, value: PyValue, ctx: Interpreter): void {
  if (name === 'direction') {
    const word = text(value, ctx);
    if (word !== 'in' && word !== 'out' && word !== 'inout')
      throw valueError(`Unknown tick direction ${word}`);
    axis.tickDirection = word;
  } else if (name === 'length') axis.tickLength = number(value, ctx);
  else if (name === 'width') axis.tickWidth = number(value, ctx);
  else if (name === 'pad') axis.tickPad = number(value, ctx);
  else if (name === 'labelsize') axis.tickLabelSize = fontSize(value) ?? axis.tickLabelSize;
  else if (name === 'color') axis.tickColor = color(value, ctx);
  else if (name === 'labelcolor') axis.tickLabelColor = color(value, ctx);
  else if (name === 'colors') axis.tickColor = axis.tickLabelColor = color(value, ctx);
  else if (name === 'labelrotation' || name === 'rotation')
    styleLabels(axis, new Map([['rotation', value]]), ctx);
  else sideParameter(axis, name, value, ctx);
}

/** `left=False`, `labelbottom=True` and so on; those of the other axis do nothing. */
function sideParameter(axis: Axis, name: string, value: PyValue, ctx: Interpreter): void {
  const label = name.startsWith('label');
  const named = side(label ? name.slice(5) : name);
  const vertical = (place: Side) => place === 'left' || place === 'right';
  if (named === undefined || vertical(named) !== vertical(axis.side)) return;
  const on = !(isText(value) && value.value === 'off') && ctx.truth(value);
  if (!label) {
    const others = axis.tickSides.filter((each) => each !== named);
    axis.tickSides = on ? [...others, named] : others;
  } else if (on) {
    axis.side = named;
    axis.showTickLabels = true;
  } else if (axis.side === named) axis.showTickLabels = false;
}

function allTickParams(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const named = args.keywords.get('axis') ?? args.positional[0];
  const axis = isText(named) ? named.value : 'both';
  const which = args.keywords.get('which');
  if (isText(which) && which.value === 'minor') return null;
  for (const direction of ['x', 'y'] as const) {
    if (axis === 'both' || axis === direction) tickParams(self.axes[direction], args, ctx);
  }
  return null;
}

function locatorParams(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const named = args.keywords.get('axis') ?? args.positional[0];
  const nbins = args.keywords.get('nbins');
  for (const direction of ['x', 'y'] as const) {
    if (isText(named) && named.value !== 'both' && named.value !== direction) continue;
    if (nbins != null && !isText(nbins)) self.axes[direction].maxIntervals = number(nbins, ctx);
  }
  return null;
}

function labelFormat(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const named = args.keywords.get('axis');
  const style = args.keywords.get('style');
  const useOffset = args.keywords.get('useOffset');
  const plain = (isText(style) && style.value === 'plain') || (useOffset != null && !ctx.truth(useOffset));
  for (const direction of ['x', 'y'] as const) {
    if (isText(named) && named.value !== 'both' && named.value !== direction) continue;
    if (plain) self.axes[direction].plainNumbers = true;
  }
  return null;
}

/** A second pair of axes in the same place that shares one direction. */
function twin(
  self: AxesHandle,
  shared: 'x' | 'y',
  make: (axes: AxesHandle['axes']) => AxesHandle,
  ctx: Interpreter,
) {
  const { settings } = self.pyplot(ctx);
  const axes = settings.newAxes({ kind: 'twin', of: self.axes });
  const own = shared === 'x' ? 'y' : 'x';
  axes[shared] = { ...newAxis(shared === 'x' ? 'bottom' : 'left'), range: self.axes[shared].range };
  hide(axes[shared]);
  axes[own] = newAxis(own === 'y' ? 'right' : 'top');
  axes.face = [1, 1, 1, 0];
  self.figure.axes.push(axes);
  self.pyplot(ctx).figures.setCurrent(self.figure, axes);
  return make(axes);
}

export function frameMethods(make: (self: AxesHandle, axes: AxesHandle['axes']) => AxesHandle) {
  return methods<AxesHandle>({
    tick_params: allTickParams,
    locator_params: locatorParams,
    ticklabel_format: labelFormat,
    twinx: (self, _args, ctx) => twin(self, 'x', (axes) => make(self, axes), ctx),
    twiny: (self, _args, ctx) => twin(self, 'y', (axes) => make(self, axes), ctx),
    inset_axes: (self, args, ctx) => {
      const box = flatNumbers(args.positional[0] ?? args.keywords.get('bounds') ?? null, ctx);
      const [left = 0, bottom = 0, width = 1, height = 1] = box;
      const position = { kind: 'inset', of: self.axes, box: [left, bottom, width, height] } as const;
      const axes = self.pyplot(ctx).settings.newAxes(position);
      axes.zorder = 5;
      self.figure.axes.push(axes);
      return make(self, axes);
    },
    set_axis_off: (self) => {
      self.axes.framed = false;
      return null;
    },
    set_axis_on: (self) => {
      self.axes.framed = true;
      return null;
    },
    set_frame_on: (self, args, ctx) => {
      for (const place of SIDES) self.axes.spines[place].visible = ctx.truth(args.positional[0] ?? null);
      return null;
    },
    set_aspect: (self, args, ctx) => {
      const aspect = args.positional[0] ?? args.keywords.get('aspect') ?? null;
      if (isText(aspect)) self.axes.aspect = aspect.value === 'equal' ? 1 : undefined;
      else self.axes.aspect = number(aspect, ctx);
      return null;
    },
    set_facecolor: (self, args, ctx) => {
      self.axes.face = color(args.positional[0] ?? null, ctx);
      return null;
    },
    set_visible: (self, args, ctx) => {
      self.axes.visible = ctx.truth(args.positional[0] ?? null);
      return null;
    },
    set_zorder: (self, args, ctx) => {
      self.axes.zorder = number(args.positional[0] ?? null, ctx);
      return null;
    },
    set_position: (self, args, ctx) => {
      const [left = 0, bottom = 0, width = 1, height = 1] = flatNumbers(args.positional[0] ?? null, ctx);
      self.axes.position = { kind: 'box', box: [left, bottom, width, height] };
      return null;
    },
    sharex: (self, args) => share(self, args, 'x'),
    sharey: (self, args) => share(self, args, 'y'),
    get_xaxis: (self) => new AxisHandle(self, 'x'),
    get_yaxis: (self) => new AxisHandle(self, 'y'),
    minorticks_on: () => null,
    minorticks_off: () => null,
    clear: (self, _args, ctx) => clear(self, ctx),
    cla: (self, _args, ctx) => clear(self, ctx),
    remove: (self) => {
      self.figure.axes = self.figure.axes.filter((axes) => axes !== self.axes);
      return null;
    },
  });
}

function share(self: AxesHandle, args: CallArguments, direction: 'x' | 'y'): PyValue {
  const other = args.positional[0];
  if (other instanceof Handle && 'axes' in other) {
    self.axes[direction].range = (other as AxesHandle).axes[direction].range;
  }
  return null;
}

function clear(self: AxesHandle, ctx: Interpreter): PyValue {
  Object.assign(self.axes, {
    ...self.pyplot(ctx).settings.newAxes(self.axes.position),
    title: undefined,
    legend: undefined,
  });
  return null;
}
