/** `matplotlib.pyplot`: functions that draw on the current axes of the current figure. */
import { colormapNames } from '../../../figures/colormaps.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { type NameProvider, PyModule } from '../../objects/module.ts';
import { PyStr, type PyValue, Unknown } from '../../values.ts';
import { checkedCall } from './analysisCalls.ts';
import { AXES_METHODS } from './axes/index.ts';
import { PYPLOT_LIMITS } from './axes/limits.ts';
import { PYPLOT_TICKS } from './axes/ticks.ts';
import { colormapValue } from './colormapModule.ts';
import { GridSpecHandle } from './gridspec.ts';
import { NotDrawn } from './handle.ts';
import { PYPLOT_NAMES } from './names.ts';
import { currentHandle, FUNCTIONS, type PyplotFunction } from './pyplotFunctions.ts';
import { pyplotOf } from './state.ts';
import { styleModule } from './style.ts';

/** Functions of pyplot that are named otherwise than the method of the axes. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['title', 'set_title'],
  ['xlabel', 'set_xlabel'],
  ['ylabel', 'set_ylabel'],
  ['xscale', 'set_xscale'],
  ['yscale', 'set_yscale'],
]);

function functionNamed(name: string): PyplotFunction | undefined {
  if (Object.hasOwn(FUNCTIONS, name)) return FUNCTIONS[name];
  const limits = PYPLOT_LIMITS.get(name) ?? PYPLOT_TICKS.get(name);
  if (limits) return (args, ctx) => limits(currentHandle(ctx), args, ctx);
  const method = PYPLOT_NAMES.has(name) ? AXES_METHODS.get(RENAMED.get(name) ?? name) : undefined;
  if (method) return (args, ctx) => method(currentHandle(ctx), args, ctx);
  if (!PYPLOT_NAMES.has(name)) return undefined;
  // `plt.hot()` and its like choose the colour map.
  if (!colormapNames().includes(name)) return undefined;
  return (_args, ctx) => {
    pyplotOf(ctx).settings.set('image.cmap', new PyStr(name));
    return null;
  };
}

/** Classes that pyplot exports; what scripts make of them is not drawn. */
const CLASSES = new Set(
  'Annotation Arrow Axes Button Circle Figure Line2D Polygon PolarAxes Rectangle Slider Text'.split(' '),
);

/** Values of pyplot that are no functions. */
function valueNamed(name: string, ctx: Interpreter): PyValue | undefined {
  if (name === 'rcParams') return pyplotOf(ctx).settings.table;
  if (name === 'style') return styleModule(ctx);
  if (name === 'cm') return colormapModule();
  if (name === 'GridSpec') return new NativeFunction(name, (args, ctx) => GridSpecHandle.from(args, ctx));
  if (CLASSES.has(name)) return new NotDrawn(`pyplot.${name}`);
  return undefined;
}

function colormapModule(): PyModule {
  const provider: NameProvider = {
    lookup: (name) => (isColormap(name) ? colormapValue(name) : undefined),
    names: colormapNames,
  };
  return new PyModule('matplotlib.cm', new Map(), { provider });
}

function isColormap(name: string): boolean {
  return colormapNames().includes(name.replace(/_r$/, ''));
}

function lookup(name: string, ctx: Interpreter): PyValue | undefined {
  if (ctx.mode === 'analysis') {
    const call = functionNamed(name);
    if (call)
      return new NativeFunction(name, (given) => checkedCall(name, (args) => call(args, ctx), given, ctx));
    if (PYPLOT_NAMES.has(name)) return new NativeFunction(name, () => new Unknown());
    return valueNamed(name, ctx) === undefined ? undefined : new Unknown();
  }
  const found = functionNamed(name);
  if (found) return new NativeFunction(name, found);
  return valueNamed(name, ctx) ?? (PYPLOT_NAMES.has(name) ? new NotDrawn(`pyplot.${name}`) : undefined);
}

function provider(ctx: Interpreter): NameProvider {
  const made = new Map<string, PyValue>();
  return {
    lookup(name) {
      const known = made.get(name);
      if (known !== undefined) return known;
      const value = lookup(name, ctx);
      if (value !== undefined) made.set(name, value);
      return value;
    },
    names: () => new Set([...PYPLOT_NAMES, ...Object.keys(FUNCTIONS), 'rcParams', 'style', 'cm']),
  };
}

/** The module `matplotlib.pyplot`. */
/** Names that pyplot has, and nobody needs from it. */
const LACKING = (
  'Artist AutoLocator Enum ExitStack FigureBase FigureCanvasBase FixedFormatter FixedLocator FormatStrFormatter ' +
  'Formatter FuncFormatter IndexLocator LinearLocator Locator LogFormatter LogFormatterExponent LogFormatterMathtext ' +
  'LogLocator MaxNLocator MouseButton MultipleLocator Normalize NullFormatter NullLocator Number ScalarFormatter ' +
  'Subplot SubplotSpec TickHelper Widget cbook color_sequences colormaps draw_all functools importlib inspect logging ' +
  'matplotlib mlab np rcParamsDefault rcParamsOrig rcsetup re sys threading time'
).split(' ');

export function pyplotModule(ctx: Interpreter): PyModule {
  return new PyModule('matplotlib.pyplot', new Map(), { provider: provider(ctx), lacks: LACKING });
}

/** The names of pyplot without a module around them. */
export function pyplotNames(ctx: Interpreter): NameProvider {
  return provider(ctx);
}

export { colormapModule };
