/** The two axis objects of axes: where ticks and labels stand and how they look. */
import type { Axis, Side } from '../../../../figures/figure.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { valueError } from '../../../objects/errors.ts';
import type { CallArguments, PyValue } from '../../../values.ts';
import { color } from '../colorArguments.ts';
import { fontSize, isText, number, text } from '../convert.ts';
import { Handle, type Method, methods } from '../handle.ts';
import { applyFormatter, applyLocator } from '../ticker.ts';
import type { AxesHandle } from './axesHandle.ts';
import { SIDES } from './spines.ts';
import { styleLabels } from './ticks.ts';

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
    if (!ctx.truth(args.positional[0] ?? null)) hideAxis(axis);
    return null;
  },
  set_tick_params: tickParams,
  set_major_locator: (axis, args, ctx) => applyLocator(axis, args.positional[0] ?? null, ctx),
  set_major_formatter: (axis, args, ctx) => applyFormatter(axis, args.positional[0] ?? null, ctx),
  set_minor_locator: () => null,
  set_minor_formatter: () => null,
  grid: () => null,
});

/** Without ticks and labels. */
export function hideAxis(axis: Axis): void {
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
export function tickParams(axis: Axis, args: CallArguments, ctx: Interpreter): PyValue {
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
