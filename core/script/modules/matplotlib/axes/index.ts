/** All that axes can do, joined from the tables. */
import type { Axes, Figure } from '../../../../figures/figure.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { callArguments } from '../../../objects/arguments.ts';
import { pythonError } from '../../../objects/errors.ts';
import { type CallArguments, PyObject, type PyValue } from '../../../values.ts';
import { type Method, type MethodTable, methods } from '../handle.ts';
import { pyplotOf } from '../state.ts';
import { AREA_METHODS } from './areas.ts';
import { AxesHandle, type AxesVocabulary } from './axesHandle.ts';
import { AxisHandle } from './axisHandle.ts';
import { BAR_METHODS } from './bars.ts';
import { frameMethods } from './frame.ts';
import { IMAGE_METHODS } from './images.ts';
import { LIMIT_METHODS } from './limits.ts';
import { PLOT_METHODS } from './plot.ts';
import { REFERENCE_METHODS } from './references.ts';
import { SCATTER_METHODS } from './scatter.ts';
import { SpinesHandle } from './spines.ts';
import { TEXT_METHODS } from './texts.ts';
import { TICK_METHODS } from './ticks.ts';

/** `ax.set(xlabel='t', ylim=(0, 1))` calls `set_xlabel`, `set_ylim`; a list or tuple is one argument. */
function setAll(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  for (const [name, value] of args.keywords) {
    const method = AXES_METHODS.get(`set_${name}`);
    if (method) method(self, callArguments([value]), ctx);
    else if (self.getAttribute(`set_${name}`, ctx) === undefined) {
      throw pythonError('AttributeError', `AxesSubplot.set() got an unexpected keyword argument '${name}'`);
    }
  }
  return null;
}

export const AXES_METHODS: MethodTable<AxesHandle> = new Map<string, Method<AxesHandle>>([
  ...PLOT_METHODS,
  ...SCATTER_METHODS,
  ...REFERENCE_METHODS,
  ...BAR_METHODS,
  ...AREA_METHODS,
  ...IMAGE_METHODS,
  ...TEXT_METHODS,
  ...LIMIT_METHODS,
  ...TICK_METHODS,
  ...frameMethods((self, axes) => new AxesHandle(self.figure, axes, VOCABULARY)),
  ...methods<AxesHandle>({
    set: setAll,
    update: setAll,
    get_figure: (self, _args, ctx) => figureOf(self, ctx),
  }),
]);

/** Figures get their handle when they are made. */
function figureOf(self: AxesHandle, ctx: Interpreter): PyValue {
  const handle = pyplotOf(ctx).figures.handles.get(self.figure);
  return handle instanceof PyObject ? handle : null;
}

const VOCABULARY: AxesVocabulary = {
  methods: AXES_METHODS,
  attribute(self, name, ctx) {
    if (name === 'figure') return figureOf(self, ctx);
    if (name === 'spines') return pyplotOf(ctx).handle(self.axes.spines, () => new SpinesHandle(self));
    if (name === 'xaxis') return new AxisHandle(self, 'x');
    return name === 'yaxis' ? new AxisHandle(self, 'y') : undefined;
  },
};

/** What a script gets for axes: always the same object for the same axes. */
export function axesHandle(figure: Figure, axes: Axes, ctx: Interpreter): AxesHandle {
  return pyplotOf(ctx).handle(axes, () => new AxesHandle(figure, axes, VOCABULARY));
}
