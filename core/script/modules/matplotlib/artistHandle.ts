/** Lines, bars, images and texts as scripts hold them. */
import type { Artist } from '../../../figures/artists.ts';
import { toHex } from '../../../figures/colors.ts';
import type { Interpreter } from '../../interpreter.ts';
import { valueError } from '../../objects/errors.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { type CallArguments, PyStr, type PyValue } from '../../values.ts';
import { isObject, list, number } from './convert.ts';
import { Handle, type Method } from './handle.ts';
import { arrayValue } from './numeric.ts';
import {
  CLASS_NAMES,
  IMAGE_PROPERTIES,
  LINE_PROPERTIES,
  PATCH_PROPERTIES,
  POINTS_PROPERTIES,
  SEGMENTS_PROPERTIES,
} from './properties.ts';
import { applyProperties, type PropertyTable } from './propertyTable.ts';
import { type Pyplot, pyplotOf } from './state.ts';
import { TEXT_PROPERTIES } from './textProperties.ts';

export class ArtistHandle extends Handle {
  readonly typeName: string;

  constructor(readonly artist: Artist) {
    super();
    this.typeName = CLASS_NAMES[artist.kind];
  }

  protected find(name: string): Method<this> | PyValue | undefined {
    if (name === 'set' || name === 'update') return (self, args, ctx) => self.setAll(args, ctx);
    if (name === 'remove') return (self, _args, ctx) => self.remove(ctx);
    if (name === 'set_data') return (self, args, ctx) => self.setData(args, ctx);
    if (name === 'set_clim') return (self, args, ctx) => self.setLimits(args, ctx);
    if (name.startsWith('get_')) return this.getter(name.slice(4));
    if (!name.startsWith('set_')) return undefined;
    const setter = propertiesOf(this.artist).get(name.slice(4));
    return setter && ((self, args, ctx) => self.setOne(name, setter, args, ctx));
  }

  private setOne(
    name: string,
    setter: (artist: Artist, value: PyValue, ctx: Interpreter) => void,
    args: CallArguments,
    ctx: Interpreter,
  ): PyValue {
    const value = args.positional[0] ?? [...args.keywords.values()][0];
    if (value === undefined) throw valueError(`${name}() needs a value`);
    setter(this.artist, args.positional.length > 1 ? list(args.positional) : value, ctx);
    return null;
  }

  private setAll(args: CallArguments, ctx: Interpreter): PyValue {
    applyProperties(this.artist, args.keywords, propertiesOf(this.artist), this.typeName, ctx);
    return null;
  }

  private setData(args: CallArguments, ctx: Interpreter): PyValue {
    const [x, y] = args.positional.length === 1 ? [...ctx.iterate(args.positional[0]!)] : args.positional;
    const pairs = [
      ['xdata', x ?? null],
      ['ydata', y ?? null],
    ] as const;
    if (this.artist.kind === 'line') applyProperties(this.artist, pairs, LINE_PROPERTIES, 'Line2D', ctx);
    return null;
  }

  private setLimits(args: CallArguments, ctx: Interpreter): PyValue {
    const { artist } = this;
    if ((artist.kind !== 'image' && artist.kind !== 'points') || !artist.mapping) return null;
    const [first, second] = args.positional;
    const pair = first instanceof PyTuple ? first.items : [first, second];
    const low = pair[0] ?? args.keywords.get('vmin');
    const high = pair[1] ?? args.keywords.get('vmax');
    artist.mapping = {
      ...artist.mapping,
      low: low == null ? artist.mapping.low : number(low, ctx),
      high: high == null ? artist.mapping.high : number(high, ctx),
    };
    return null;
  }

  private remove(ctx: Interpreter): PyValue {
    for (const figure of pyplotOf(ctx).figures.figures) {
      for (const axes of figure.axes) axes.artists = axes.artists.filter((each) => each !== this.artist);
    }
    return null;
  }

  private getter(name: string): Method<this> | undefined {
    const { artist } = this;
    const values: Record<string, () => PyValue | undefined> = {
      label: () => new PyStr(artist.label),
      alpha: () => artist.alpha,
      zorder: () => artist.zorder,
      visible: () => artist.visible,
      color: () => new PyStr(colorText(artist)),
      xdata: () => (artist.kind === 'line' ? arrayValue(artist.x) : undefined),
      ydata: () => (artist.kind === 'line' ? arrayValue(artist.y) : undefined),
      data: () =>
        artist.kind === 'line' ? new PyTuple([arrayValue(artist.x), arrayValue(artist.y)]) : undefined,
      linewidth: () => ('linewidth' in artist ? artist.linewidth : undefined),
      markersize: () => (artist.kind === 'line' ? artist.marker.size : undefined),
      text: () => (artist.kind === 'text' ? new PyStr(artist.text) : undefined),
      position: () => (artist.kind === 'text' ? new PyTuple([artist.x, artist.y]) : undefined),
      height: () => (artist.kind === 'rectangles' ? artist.height[0] : undefined),
      width: () => (artist.kind === 'rectangles' ? artist.width[0] : undefined),
      x: () => (artist.kind === 'rectangles' ? artist.left[0] : undefined),
      y: () => (artist.kind === 'rectangles' ? artist.bottom[0] : undefined),
    };
    if (!Object.hasOwn(values, name)) return undefined;
    const value = values[name]!();
    return value === undefined ? undefined : () => value;
  }

  protected override undrawn(name: string): boolean {
    return /^(get_|set_|add_|is_|axes$|figure$|sticky_edges$|norm$|cmap$|update_from$|autoscale$|changed$)/.test(
      name,
    );
  }

  override repr(ctx: Interpreter): string {
    const { artist } = this;
    if (artist.kind === 'text')
      return `Text(${ctx.repr(artist.x)}, ${ctx.repr(artist.y)}, ${ctx.repr(new PyStr(artist.text))})`;
    if (artist.kind === 'image') return `AxesImage(size=(${artist.rows}, ${artist.columns}))`;
    return `<matplotlib.artist.${this.typeName} object>`;
  }
}

function colorText(artist: Artist): string {
  if (artist.kind === 'line' || artist.kind === 'text') return toHex(artist.color);
  if (artist.kind === 'segments') return toHex(artist.colors[0] ?? [0, 0, 0, 1]);
  return toHex('faces' in artist ? (artist.faces[0] ?? [0, 0, 0, 1]) : [0, 0, 0, 1]);
}

export function propertiesOf(artist: Artist): PropertyTable<Artist> {
  const tables = {
    line: LINE_PROPERTIES,
    points: POINTS_PROPERTIES,
    rectangles: PATCH_PROPERTIES,
    polygons: PATCH_PROPERTIES,
    segments: SEGMENTS_PROPERTIES,
    image: IMAGE_PROPERTIES,
    text: TEXT_PROPERTIES,
  };
  // Each table takes the artist of the kind under whose name it stands.
  return tables[artist.kind] as PropertyTable<Artist>;
}

export function handleOf(pyplot: Pyplot, artist: Artist): ArtistHandle {
  return pyplot.handle(artist, () => new ArtistHandle(artist));
}

export function isArtist(value: PyValue | undefined): value is ArtistHandle {
  return isObject(value) && value instanceof ArtistHandle;
}
