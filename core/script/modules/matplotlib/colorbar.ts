/** `colorbar`: a bar beside the axes that shows what their colours mean. */
import type { Artist, ColorMapping, Image } from '../../../figures/artists.ts';
import { artistBase } from '../../../figures/defaults.ts';
import type { Axes, Figure, Side } from '../../../figures/figure.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindSignature, callArguments } from '../../objects/arguments.ts';
import { pythonError } from '../../objects/errors.ts';
import type { CallArguments, PyValue } from '../../values.ts';
import { ArtistHandle } from './artistHandle.ts';
import { AxesHandle } from './axes/axesHandle.ts';
import { axesHandle } from './axes/index.ts';
import { isText, number } from './convert.ts';
import { Handle, type Method } from './handle.ts';
import { pyplotOf } from './state.ts';

const SIGNATURE = [
  'mappable=',
  'cax=',
  'ax=',
  'label=',
  'orientation=',
  'location=',
  'fraction=0.15',
  'pad=',
  'shrink=1.0',
  'aspect=20',
  'ticks=',
  '**rest',
];

export function addColorbar(figure: Figure, args: CallArguments, ctx: Interpreter): PyValue {
  const { values } = bindSignature('colorbar', args, SIGNATURE);
  const [given, cax, ax, label, orientation, location, fraction, pad, shrink, aspect, ticks] = values;
  const pyplot = pyplotOf(ctx);
  const mappable =
    given instanceof ArtistHandle ? given.artist : lastMappable(figure, pyplot.figures.axesOf(figure));
  const mapping = mappable && mappingOf(mappable);
  if (mapping === undefined) {
    throw pythonError(
      'RuntimeError',
      'No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow) or a contour set (with contourf).',
    );
  }
  const side = sideOf(orientation, location);
  const upright = side === 'right' || side === 'left';
  const of = ownersOf(figure, ax, mappable!, ctx);
  const axes =
    cax instanceof AxesHandle
      ? cax.axes
      : addBarAxes(figure, ctx, {
          kind: 'colorbar',
          of,
          side,
          fraction: number(fraction!, ctx),
          pad: pad == null ? (upright ? 0.05 : 0.15) : number(pad, ctx),
          shrink: number(shrink!, ctx),
          aspect: number(aspect!, ctx),
        });
  fillBar(axes, mapping, side);
  // The bar doesn't become the current axes.
  if (of[0]) pyplot.figures.setCurrent(figure, of[0]);
  const bar = new ColorbarHandle(axesHandle(figure, axes, ctx), upright ? 'y' : 'x');
  if (label != null) bar.setLabel(callArguments([label]), ctx);
  if (ticks != null) bar.setTicks(callArguments([ticks]), ctx);
  return bar;
}

function addBarAxes(figure: Figure, ctx: Interpreter, position: Axes['position']): Axes {
  const axes = pyplotOf(ctx).settings.newAxes(position);
  figure.axes.push(axes);
  return axes;
}

function mappingOf(artist: Artist): ColorMapping | undefined {
  return artist.kind === 'image' || artist.kind === 'points' ? artist.mapping : undefined;
}

/** The axes' newest image or coloured points. */
export function lastMappable(figure: Figure, axes: Axes | undefined): Artist | undefined {
  const artists = axes?.artists ?? figure.axes.flatMap((each) => each.artists);
  return artists.findLast((artist) => mappingOf(artist) !== undefined);
}

function sideOf(orientation: PyValue | undefined, location: PyValue | undefined): Side {
  if (isText(location) && ['left', 'right', 'top', 'bottom'].includes(location.value))
    return location.value as Side;
  return isText(orientation) && orientation.value === 'horizontal' ? 'bottom' : 'right';
}

function ownersOf(figure: Figure, ax: PyValue | undefined, artist: Artist, ctx: Interpreter): Axes[] {
  if (ax instanceof AxesHandle) return [ax.axes];
  if (ax != null) return flatAxes(ax, ctx);
  const owner =
    figure.axes.find((axes) => axes.artists.includes(artist)) ?? pyplotOf(ctx).figures.axesOf(figure);
  return owner ? [owner] : [];
}

function flatAxes(value: PyValue, ctx: Interpreter): Axes[] {
  if (value instanceof AxesHandle) return [value.axes];
  return [...ctx.iterate(value)].flatMap((each) => flatAxes(each, ctx));
}

/** The gradient itself: an image over the range of the mapping. */
function fillBar(axes: Axes, mapping: ColorMapping, side: Side): void {
  const steps = 256;
  const { low, high, log } = mapping;
  const at = (k: number) => (log ? low * (high / low) ** (k / steps) : low + ((high - low) * k) / steps);
  const upright = side === 'left' || side === 'right';
  const edges = Float64Array.from({ length: steps + 1 }, (_, k) => at(k));
  const across = Float64Array.of(0, 1);
  const image: Image = {
    ...artistBase(0),
    kind: 'image',
    rows: upright ? steps : 1,
    columns: upright ? 1 : steps,
    values: Float64Array.from({ length: steps }, (_, k) => at(k + 0.5)),
    mapping,
    xEdges: upright ? across : edges,
    yEdges: upright ? edges : across,
    smooth: false,
  };
  axes.artists.push(image);
  const [long, short] = upright ? [axes.y, axes.x] : [axes.x, axes.y];
  short.ticks = [];
  short.range.limits = [0, 1];
  long.side = side;
  long.tickSides = [side];
  long.range.limits = [low, high];
  if (log) long.range.scale = 'log';
}

class ColorbarHandle extends Handle {
  readonly typeName = 'Colorbar';
  constructor(
    private readonly axes: AxesHandle,
    private readonly direction: 'x' | 'y',
  ) {
    super();
  }

  setLabel(args: CallArguments, ctx: Interpreter): PyValue {
    return this.delegate(`set_${this.direction}label`, args, ctx);
  }

  setTicks(args: CallArguments, ctx: Interpreter): PyValue {
    return this.delegate(`set_${this.direction}ticks`, args, ctx);
  }

  private delegate(name: string, args: CallArguments, ctx: Interpreter): PyValue {
    return ctx.call(this.axes.getAttribute(name, ctx)!, args);
  }

  protected find(name: string): Method<this> | PyValue | undefined {
    if (name === 'ax') return this.axes;
    if (name === 'set_label') return (self, args, ctx) => self.setLabel(args, ctx);
    if (name === 'set_ticks') return (self, args, ctx) => self.setTicks(args, ctx);
    if (name !== 'set_ticklabels') return undefined;
    return (self, args, ctx) => self.delegate(`set_${self.direction}ticklabels`, args, ctx);
  }

  protected override undrawn(name: string): boolean {
    return /^(outline|solids|dividers|vmin|vmax|locator|formatter|update|remove|minorticks|mappable|set_|get_)/.test(
      name,
    );
  }
}
