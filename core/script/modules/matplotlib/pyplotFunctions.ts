/** Functions of pyplot that concern figures and settings. */
import type { Figure } from '../../../figures/figure.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindSignature } from '../../objects/arguments.ts';
import { asNumber } from '../../operations/numbers.ts';
import { type CallArguments, PyStr, type PyValue } from '../../values.ts';
import { ArtistHandle, handleOf } from './artistHandle.ts';
import { AxesHandle } from './axes/axesHandle.ts';
import { axesHandle } from './axes/index.ts';
import { colormapName } from './colorArguments.ts';
import { addColorbar, lastMappable } from './colorbar.ts';
import { colormapValue } from './colormapModule.ts';
import { isText, list, number } from './convert.ts';
import {
  clearFigure,
  currentAxes,
  FigureHandle,
  figureHandle,
  figureLegend,
  figureText,
  figureTitle,
  setSize,
} from './figures.ts';
import { saveFigure } from './save.ts';
import { pyplotOf } from './state.ts';
import { makeSubplots, pairWithFigure, selectSubplot, setMargins, subplotInGrid } from './subplots.ts';

export type PyplotFunction = (args: CallArguments, ctx: Interpreter) => PyValue;

function currentFigure(ctx: Interpreter): Figure {
  const { figures, settings } = pyplotOf(ctx);
  const before = figures.numbers().length;
  const figure = figures.currentFigure();
  if (figures.numbers().length > before) settings.applyToFigure(figure);
  figureHandle(figure, ctx);
  return figure;
}

/** The current axes, made where there are none. */
export function currentHandle(ctx: Interpreter): AxesHandle {
  const figure = currentFigure(ctx);
  return axesHandle(figure, currentAxes(figure, ctx), ctx);
}

const FIGURE = [
  'num=',
  'figsize=',
  'dpi=',
  '*',
  'facecolor=',
  'edgecolor=',
  'frameon=',
  'FigureClass=',
  'clear=',
  'layout=',
  'tight_layout=',
  'constrained_layout=',
  '**rest',
];

/** Makes a figure, or makes the one of that number or name the current one. */
function figure(args: CallArguments, ctx: Interpreter): PyValue {
  const { values } = bindSignature('figure', args, FIGURE);
  const [num, figsize, dpi, facecolor, , , , clear, layout, tight, constrained] = values;
  const { figures, settings } = pyplotOf(ctx);
  if (num instanceof FigureHandle) {
    figures.setCurrent(num.figure);
    return num;
  }
  const key = num == null ? undefined : isText(num) ? num.value : number(num, ctx);
  const existing = figures.find(key);
  const made = figures.figure(key);
  if (!existing) settings.applyToFigure(made);
  if (clear === true) clearFigure(made);
  if (figsize != null) setSize(made, figsize, ctx);
  if (dpi != null) made.dpi = number(dpi, ctx);
  if (layout != null || tight === true || constrained === true) made.tight = true;
  const handle = figureHandle(made, ctx);
  const set = facecolor == null ? undefined : handle.getAttribute('set_facecolor', ctx);
  if (set) ctx.call(set, { positional: [facecolor!], keywords: new Map() });
  return handle;
}

const FIGURE_OPTIONS = new Set(FIGURE.map((entry) => entry.replace('=', '')));

function subplots(args: CallArguments, ctx: Interpreter): PyValue {
  const forFigure = new Map([...args.keywords].filter(([name]) => FIGURE_OPTIONS.has(name)));
  const forAxes = new Map([...args.keywords].filter(([name]) => !FIGURE_OPTIONS.has(name)));
  const handle = figure({ positional: [], keywords: forFigure }, ctx) as FigureHandle;
  return pairWithFigure(handle, makeSubplots(handle.figure, { ...args, keywords: forAxes }, ctx));
}

/** Shown figures are done: what is plotted next belongs to a new one, as after closing the windows. */
function show(_args: CallArguments, ctx: Interpreter): PyValue {
  pyplotOf(ctx).figures.close('all');
  return null;
}

function close(args: CallArguments, ctx: Interpreter): PyValue {
  const { figures } = pyplotOf(ctx);
  const which = args.positional[0] ?? args.keywords.get('fig');
  if (which == null) {
    if (figures.numbers().length > 0) figures.close(figures.currentFigure());
  } else if (isText(which) && which.value === 'all') figures.close('all');
  else if (which instanceof FigureHandle) figures.close(which.figure);
  else {
    const found = figures.find(isText(which) ? which.value : number(which, ctx));
    if (found) figures.close(found);
  }
  return null;
}

/** `axes()` as `subplot()`, `axes([l, b, w, h])` as `add_axes`. */
function axes(args: CallArguments, ctx: Interpreter): PyValue {
  const target = figureHandle(currentFigure(ctx), ctx);
  const name = args.positional.length > 0 ? 'add_axes' : 'add_subplot';
  return ctx.call(target.getAttribute(name, ctx)!, args);
}

function sca(args: CallArguments, ctx: Interpreter): PyValue {
  const [given] = args.positional;
  if (given instanceof AxesHandle) pyplotOf(ctx).figures.setCurrent(given.figure, given.axes);
  return null;
}

/** `rc('lines', linewidth=2)`. */
function rc(args: CallArguments, ctx: Interpreter): PyValue {
  const { settings } = pyplotOf(ctx);
  const groups = isText(args.positional[0]) ? [args.positional[0].value] : [];
  for (const group of groups) {
    for (const [name, value] of args.keywords) settings.set(`${group}.${ALIASES.get(name) ?? name}`, value);
  }
  return null;
}

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['lw', 'linewidth'],
  ['ls', 'linestyle'],
  ['c', 'color'],
  ['ms', 'markersize'],
]);

/** `setp(artists, color='r')`. */
function setp(args: CallArguments, ctx: Interpreter): PyValue {
  const [target, ...rest] = args.positional;
  const pairs = rest.flatMap((value, k) =>
    k % 2 === 0 && isText(value) ? [[value.value, rest[k + 1]!] as const] : [],
  );
  const keywords = new Map([...pairs, ...args.keywords]);
  const targets =
    target instanceof ArtistHandle || target instanceof AxesHandle
      ? [target]
      : [...ctx.iterate(target ?? null)];
  for (const each of targets) {
    if (typeof each !== 'object' || each === null) continue;
    const set = each.getAttribute('set', ctx);
    if (set !== undefined) ctx.call(set, { positional: [], keywords });
  }
  return null;
}

function clim(args: CallArguments, ctx: Interpreter): PyValue {
  const target = currentFigure(ctx);
  const artist = lastMappable(target, pyplotOf(ctx).figures.axesOf(target));
  if (artist) ctx.call(handleOf(pyplotOf(ctx), artist).getAttribute('set_clim', ctx)!, args);
  return null;
}

const nothing: PyplotFunction = () => null;

/** Functions that are more than a method of the current axes. */
export const FUNCTIONS: Readonly<Record<string, PyplotFunction>> = {
  figure,
  subplots,
  subplot: (args, ctx) => {
    const target = currentFigure(ctx);
    return axesHandle(target, selectSubplot(target, args, ctx), ctx);
  },
  subplot2grid: (args, ctx) => {
    const target = currentFigure(ctx);
    return axesHandle(target, subplotInGrid(target, args, ctx), ctx);
  },
  axes,
  sca,
  gca: (_args, ctx) => currentHandle(ctx),
  gcf: (_args, ctx) => figureHandle(currentFigure(ctx), ctx),
  gci: (_args, ctx) => {
    const target = currentFigure(ctx);
    const artist = lastMappable(target, pyplotOf(ctx).figures.axesOf(target));
    return artist ? handleOf(pyplotOf(ctx), artist) : null;
  },
  clf: (_args, ctx) => {
    clearFigure(currentFigure(ctx));
    return null;
  },
  close,
  show,
  clim,
  colorbar: (args, ctx) => addColorbar(currentFigure(ctx), args, ctx),
  suptitle: (args, ctx) => figureTitle(currentFigure(ctx), args, ctx),
  figtext: (args, ctx) => figureText(currentFigure(ctx), args, ctx),
  figlegend: (args, ctx) => figureLegend(currentFigure(ctx), args, ctx),
  tight_layout: (_args, ctx) => {
    currentFigure(ctx).tight = true;
    return null;
  },
  subplots_adjust: (args, ctx) => setMargins(currentFigure(ctx), args, ctx),
  savefig: (args, ctx) => saveFigure(currentFigure(ctx), args, ctx),
  fignum_exists: (args, ctx) =>
    pyplotOf(ctx)
      .figures.numbers()
      .includes(asNumber(args.positional[0] ?? null) ?? -1),
  get_fignums: (_args, ctx) => list(pyplotOf(ctx).figures.numbers().map(BigInt)),
  rc,
  rcdefaults: (_args, ctx) => {
    pyplotOf(ctx).settings.reset();
    return null;
  },
  setp,
  set_cmap: (args, ctx) => {
    const name = colormapName(args.positional[0] ?? args.keywords.get('cmap'), 'viridis');
    pyplotOf(ctx).settings.set('image.cmap', new PyStr(name));
    return null;
  },
  get_cmap: (args) => colormapValue(colormapName(args.positional[0] ?? args.keywords.get('name'), 'viridis')),
  ion: nothing,
  ioff: nothing,
  draw: nothing,
  pause: nothing,
  interactive: nothing,
  switch_backend: nothing,
  isinteractive: () => false,
  get_backend: () => new PyStr('svg'),
};
