/** Styles of frames and ticks, twins, insets and the like. */
import { newAxis } from '../../../../figures/defaults.ts';
import type { Interpreter } from '../../../interpreter.ts';
import type { CallArguments, PyValue } from '../../../values.ts';
import { color } from '../colorArguments.ts';
import { flatNumbers, isText, number } from '../convert.ts';
import { Handle, methods } from '../handle.ts';
import type { AxesHandle } from './axesHandle.ts';
import { AxisHandle, hideAxis, tickParams } from './axisHandle.ts';
import { SIDES } from './spines.ts';

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
  hideAxis(axes[shared]);
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
