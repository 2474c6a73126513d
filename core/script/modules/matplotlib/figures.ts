/** Figures as scripts hold them, and the ways to put axes on them. */
import { newText } from '../../../figures/defaults.ts';
import type { Axes, Figure } from '../../../figures/figure.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindSignature } from '../../objects/arguments.ts';
import type { CallArguments, PyValue } from '../../values.ts';
import { handleOf } from './artistHandle.ts';
import { axesHandle } from './axes/index.ts';
import { makeLegend } from './axes/texts.ts';
import { color } from './colorArguments.ts';
import { addColorbar } from './colorbar.ts';
import { flatNumbers, list, number, text } from './convert.ts';
import { GridSpecHandle } from './gridspec.ts';
import { Handle, type Method, methods } from './handle.ts';
import { LegendHandle } from './legendHandle.ts';
import { FIGURE_NAMES, OTHER_NAMES } from './names.ts';
import { applyProperties } from './propertyTable.ts';
import { saveFigure } from './save.ts';
import { pyplotOf } from './state.ts';
import { addSubplot, makeSubplots, setEach, setMargins } from './subplots.ts';
import { TEXT_PROPERTIES } from './textProperties.ts';

const NAMES: ReadonlySet<string> = new Set([...FIGURE_NAMES, ...OTHER_NAMES]);

export class FigureHandle extends Handle {
  readonly typeName = 'Figure';
  constructor(readonly figure: Figure) {
    super();
  }

  protected find(name: string, ctx: Interpreter): Method<this> | PyValue | undefined {
    if (name === 'axes') return axesList(this.figure, ctx);
    if (name === 'number') return BigInt(this.figure.number);
    if (name === 'dpi') return this.figure.dpi;
    return FIGURE_METHODS.get(name);
  }

  protected override names(): ReadonlySet<string> {
    return NAMES;
  }

  protected override undrawn(name: string): boolean {
    return FIGURE_NAMES.has(name) || name === 'canvas' || name === 'patch' || name === 'subplotpars';
  }

  override repr(): string {
    const [width, height] = this.figure.size;
    return `<Figure size ${Math.round(width * this.figure.dpi)}x${Math.round(height * this.figure.dpi)} with ${this.figure.axes.length} Axes>`;
  }
}

function axesList(figure: Figure, ctx: Interpreter): PyValue {
  return list(figure.axes.map((axes) => axesHandle(figure, axes, ctx)));
}

export function figureHandle(figure: Figure, ctx: Interpreter): FigureHandle {
  return pyplotOf(ctx).handle(figure, () => new FigureHandle(figure));
}

/** The figure's current axes, made where it has none. */
export function currentAxes(figure: Figure, ctx: Interpreter): Axes {
  return (
    pyplotOf(ctx).figures.axesOf(figure) ?? addSubplot(figure, { positional: [], keywords: new Map() }, ctx)
  );
}

export function setSize(figure: Figure, size: PyValue, ctx: Interpreter): void {
  const [width, height] = flatNumbers(size, ctx);
  if (width! > 0 && height! > 0) figure.size = [width!, height!];
}

/** `suptitle`: a title above all axes. */
export function figureTitle(figure: Figure, args: CallArguments, ctx: Interpreter): PyValue {
  const { values, keywordRest } = bindSignature('suptitle', args, ['t', '**rest']);
  const title = newText(text(values[0]!, ctx), 0.5, 0.98);
  title.xSpace = title.ySpace = 'figure';
  title.size = pyplotOf(ctx).settings.size('figure.titlesize');
  title.horizontal = 'center';
  title.vertical = 'top';
  applyProperties(title, keywordRest, TEXT_PROPERTIES, 'Text', ctx);
  figure.title = title;
  return handleOf(pyplotOf(ctx), title);
}

/** `supxlabel` and `supylabel`. */
function figureLabel(x: number, y: number, rotation: number): Method<FigureHandle> {
  return (self, args, ctx) => {
    const { values, keywordRest } = bindSignature('suplabel', args, ['t', '**rest']);
    const label = newText(text(values[0]!, ctx), x, y);
    Object.assign(label, { xSpace: 'figure', ySpace: 'figure', size: 12, horizontal: 'center', rotation });
    label.vertical = rotation === 0 ? 'bottom' : 'center';
    if (rotation !== 0) label.horizontal = 'left';
    applyProperties(label, keywordRest, TEXT_PROPERTIES, 'Text', ctx);
    self.figure.texts.push(label);
    return handleOf(pyplotOf(ctx), label);
  };
}

export function figureText(figure: Figure, args: CallArguments, ctx: Interpreter): PyValue {
  const { values, keywordRest } = bindSignature('text', args, ['x', 'y', 's', 'fontdict=', '**rest']);
  const artist = newText(text(values[2]!, ctx), number(values[0]!, ctx), number(values[1]!, ctx));
  artist.xSpace = artist.ySpace = 'figure';
  applyProperties(artist, keywordRest, TEXT_PROPERTIES, 'Text', ctx);
  figure.texts.push(artist);
  return handleOf(pyplotOf(ctx), artist);
}

export function figureLegend(figure: Figure, args: CallArguments, ctx: Interpreter): PyValue {
  const artists = figure.axes.flatMap((axes) => axes.artists);
  const legend = makeLegend(args, artists, pyplotOf(ctx).settings, ctx);
  if (legend.location === 'best') legend.location = 'upper right';
  figure.legend = legend;
  return pyplotOf(ctx).handle(legend, () => new LegendHandle(legend));
}

function addBox(self: FigureHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const { values, keywordRest } = bindSignature('add_axes', args, ['rect', '**rest']);
  const [left = 0.125, bottom = 0.11, width = 0.775, height = 0.77] = flatNumbers(values[0]!, ctx);
  const axes = pyplotOf(ctx).settings.newAxes({ kind: 'box', box: [left, bottom, width, height] });
  self.figure.axes.push(axes);
  pyplotOf(ctx).figures.setCurrent(self.figure, axes);
  const handle = axesHandle(self.figure, axes, ctx);
  setEach(handle, keywordRest, ctx);
  return handle;
}

function clear(figure: Figure): void {
  figure.axes = [];
  figure.texts = [];
  figure.title = undefined;
  figure.legend = undefined;
}

const FIGURE_METHODS = methods<FigureHandle>({
  add_subplot: (self, args, ctx) => axesHandle(self.figure, addSubplot(self.figure, args, ctx), ctx),
  subplots: (self, args, ctx) => makeSubplots(self.figure, args, ctx),
  add_axes: addBox,
  add_gridspec: (_self, args, ctx) => GridSpecHandle.from(args, ctx),
  gca: (self, _args, ctx) => axesHandle(self.figure, currentAxes(self.figure, ctx), ctx),
  sca: (self, args, ctx) => {
    const axes = self.figure.axes.find((each) => axesHandle(self.figure, each, ctx) === args.positional[0]);
    pyplotOf(ctx).figures.setCurrent(self.figure, axes);
    return null;
  },
  suptitle: (self, args, ctx) => figureTitle(self.figure, args, ctx),
  supxlabel: figureLabel(0.5, 0.01, 0),
  supylabel: figureLabel(0.02, 0.5, 90),
  text: (self, args, ctx) => figureText(self.figure, args, ctx),
  legend: (self, args, ctx) => figureLegend(self.figure, args, ctx),
  colorbar: (self, args, ctx) => addColorbar(self.figure, args, ctx),
  tight_layout: (self) => {
    self.figure.tight = true;
    return null;
  },
  set_tight_layout: (self) => {
    self.figure.tight = true;
    return null;
  },
  set_layout_engine: (self) => {
    self.figure.tight = true;
    return null;
  },
  subplots_adjust: (self, args, ctx) => setMargins(self.figure, args, ctx),
  savefig: (self, args, ctx) => saveFigure(self.figure, args, ctx),
  set_size_inches: (self, args, ctx) => {
    setSize(
      self.figure,
      args.positional.length > 1 ? list(args.positional) : (args.positional[0] ?? null),
      ctx,
    );
    return null;
  },
  set_figwidth: (self, args, ctx) => {
    self.figure.size[0] = number(args.positional[0] ?? null, ctx);
    return null;
  },
  set_figheight: (self, args, ctx) => {
    self.figure.size[1] = number(args.positional[0] ?? null, ctx);
    return null;
  },
  get_size_inches: (self) => list([...self.figure.size]),
  set_dpi: (self, args, ctx) => {
    self.figure.dpi = number(args.positional[0] ?? null, ctx);
    return null;
  },
  set_facecolor: (self, args, ctx) => {
    self.figure.face = color(args.positional[0] ?? null, ctx);
    return null;
  },
  get_axes: (self, _args, ctx) => axesList(self.figure, ctx),
  delaxes: (self, args, ctx) => {
    self.figure.axes = self.figure.axes.filter(
      (axes) => axesHandle(self.figure, axes, ctx) !== args.positional[0],
    );
    return null;
  },
  clf: (self) => {
    clear(self.figure);
    return null;
  },
  clear: (self) => {
    clear(self.figure);
    return null;
  },
  show: () => null,
  draw: () => null,
  align_labels: () => null,
  align_xlabels: () => null,
  align_ylabels: () => null,
});

export { clear as clearFigure };
