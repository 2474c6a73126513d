/** The package `matplotlib`, as far as scripts need it. */
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyModule } from '../../objects/module.ts';
import { asNumber } from '../../operations/numbers.ts';
import { PyStr, type PyValue, Unknown } from '../../values.ts';
import { color } from './colorArguments.ts';
import { colormapValue } from './colormapModule.ts';
import { tuple } from './convert.ts';
import { GridSpecHandle } from './gridspec.ts';
import { NotDrawn } from './handle.ts';
import { Norm } from './norms.ts';
import { colormapModule, pyplotModule, pyplotNames } from './pyplot.ts';
import { pyplotOf } from './state.ts';
import { styleModule } from './style.ts';
import { TICKER_MEMBERS } from './ticker.ts';

export { NotDrawn, pyplotModule, pyplotNames };

/** Modules of the package by their full name. */
export function matplotlibModules(): ReadonlyMap<string, (ctx: Interpreter) => PyModule> {
  return new Map<string, (ctx: Interpreter) => PyModule>([
    ['matplotlib', matplotlibModule],
    ['matplotlib.pyplot', pyplotModule],
    ['matplotlib.cm', inAnalysis(colormapModule)],
    ['matplotlib.style', inAnalysis(styleModule)],
    ['matplotlib.ticker', inAnalysis(() => new PyModule('matplotlib.ticker', new Map(TICKER_MEMBERS)))],
    ['matplotlib.gridspec', inAnalysis(gridspecModule)],
    ['matplotlib.colors', inAnalysis(colorsModule)],
    ...['animation', 'patches', 'lines', 'collections', 'transforms', 'image', 'font_manager', 'dates'].map(
      (name): [string, (ctx: Interpreter) => PyModule] => [
        `matplotlib.${name}`,
        inAnalysis(() => undrawnModule(name)),
      ],
    ),
  ]);
}

/** The module `matplotlib` itself; `import matplotlib.x` adds the submodules. */
export function matplotlibModule(ctx: Interpreter): PyModule {
  const use = new NativeFunction('use', () => null);
  const settings = pyplotOf(ctx).settings.table;
  const members = new Map<string, PyValue>([
    ['use', use],
    ['rcParams', ctx.mode === 'analysis' ? new Unknown() : settings],
    ['rc', pyplotModule(ctx).lookup('rc') ?? null],
    ['rcParamsDefault', ctx.mode === 'analysis' ? new Unknown() : settings],
    ['get_backend', new NativeFunction('get_backend', () => new PyStr('svg'))],
    ['interactive', new NativeFunction('interactive', () => null)],
    ['is_interactive', new NativeFunction('is_interactive', () => false)],
    ['cycler', new NotDrawn('cycler')],
    ['__version__', new PyStr('3.6.3')],
  ]);
  const lazy = matplotlibModules;
  const provider = {
    lookup: (name: string) => lazy().get(`matplotlib.${name}`)?.(ctx),
    names: () => ['pyplot', 'cm', 'style', 'ticker', 'gridspec', 'colors'],
  };
  return new PyModule('matplotlib', members, { provider });
}

/** Analysis knows that the names exist, and nothing about their values. */
function inAnalysis(make: (ctx: Interpreter) => PyModule): (ctx: Interpreter) => PyModule {
  return (ctx) => {
    const module = make(ctx);
    if (ctx.mode === 'run') return module;
    const provider = {
      lookup: (name: string) => (module.lookup(name) === undefined ? undefined : new Unknown()),
      names: () => module.names(),
    };
    return new PyModule(module.name, new Map(), { provider });
  };
}

function gridspecModule(): PyModule {
  const members = new Map<string, PyValue>([
    ['GridSpec', new NativeFunction('GridSpec', (args, ctx) => GridSpecHandle.from(args, ctx))],
  ]);
  return new PyModule('matplotlib.gridspec', members);
}

function colorsModule(): PyModule {
  const norm = (name: string, log: boolean) =>
    new NativeFunction(name, (args) => {
      const limit = (position: number, keyword: string) =>
        asNumber(args.positional[position] ?? args.keywords.get(keyword) ?? null);
      return new Norm(log, limit(0, 'vmin'), limit(1, 'vmax'));
    });
  const members = new Map<string, PyValue>([
    ['LogNorm', norm('LogNorm', true)],
    ['Normalize', norm('Normalize', false)],
    [
      'to_rgba',
      new NativeFunction('to_rgba', (args, ctx) => tuple(...color(args.positional[0] ?? null, ctx))),
    ],
    [
      'to_rgb',
      new NativeFunction('to_rgb', (args, ctx) =>
        tuple(...color(args.positional[0] ?? null, ctx).slice(0, 3)),
      ),
    ],
    ['ListedColormap', new NativeFunction('ListedColormap', () => colormapValue('viridis'))],
    [
      'LinearSegmentedColormap',
      new NativeFunction('LinearSegmentedColormap', () => colormapValue('viridis')),
    ],
  ]);
  return new PyModule('matplotlib.colors', members);
}

/** Parts of matplotlib whose objects are accepted and not drawn. */
function undrawnModule(name: string): PyModule {
  const provider = {
    lookup: (member: string) =>
      /^[A-Za-z]\w*$/.test(member) ? new NotDrawn(`${name}.${member}`) : undefined,
    names: () => [],
  };
  return new PyModule(`matplotlib.${name}`, new Map(), { provider });
}
