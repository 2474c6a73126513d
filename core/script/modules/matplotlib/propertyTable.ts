/**
 * Tables of properties: what keywords of plotting functions, `artist.set(...)`, `artist.set_color(...)` and
 * `setp` change alike. Names are matplotlib's, aliases included.
 */
import type { ArtistBase } from '../../../figures/artists.ts';
import type { Interpreter } from '../../interpreter.ts';
import { pythonError } from '../../objects/errors.ts';
import type { PyDict } from '../../objects/mappings.ts';
import type { PyValue } from '../../values.ts';
import { number, text } from './convert.ts';
import { applySpace } from './transforms.ts';

export type Setter<A> = (artist: A, value: PyValue, ctx: Interpreter) => void;
export type PropertyTable<A> = ReadonlyMap<string, Setter<A>>;

/** Builds a table; a key such as `linewidth lw` stands for a name and its aliases. */
export function propertyTable<A>(...parts: Readonly<Record<string, Setter<A>>>[]): PropertyTable<A> {
  return new Map(
    parts.flatMap((part) =>
      Object.entries(part).flatMap(([names, setter]) =>
        names.split(' ').map((name): [string, Setter<A>] => [name, setter]),
      ),
    ),
  );
}

/** For properties that are accepted without effect. */
export const nothing: Setter<unknown> = () => {};

/** Accepted by every artist; those without effect concern interaction or other backends. */
export const COMMON: Record<string, Setter<ArtistBase>> = {
  alpha: (artist, value, ctx) => {
    artist.alpha = value === null ? 1 : number(value, ctx);
  },
  label: (artist, value, ctx) => {
    artist.label = value === null ? '' : text(value, ctx);
  },
  visible: (artist, value, ctx) => {
    artist.visible = ctx.truth(value);
  },
  zorder: (artist, value, ctx) => {
    artist.zorder = number(value, ctx);
  },
  transform: (artist, value) => applySpace(artist, value),
  'agg_filter animated antialiased aa clip_box clip_on clip_path figure gid in_layout mouseover path_effects picker rasterized sketch_params snap url data':
    nothing,
};

/** Sets each keyword. `describe` makes the message for a name that isn't a property. */
export function applyProperties<A>(
  artist: A,
  keywords: Iterable<readonly [string, PyValue]>,
  properties: PropertyTable<A>,
  describe: string | ((name: string) => string),
  ctx: Interpreter,
): void {
  for (const [name, value] of keywords) {
    const setter = properties.get(name);
    if (setter === undefined) throw pythonError('AttributeError', unknownProperty(describe, name));
    setter(artist, value, ctx);
  }
}

export function applyEntries<A>(
  artist: A,
  entries: PyDict,
  properties: PropertyTable<A>,
  className: string,
  ctx: Interpreter,
): void {
  const pairs = [...entries.keys()].map((key) => [text(key, ctx), entries.get(key) ?? null] as const);
  applyProperties(artist, pairs, properties, className, ctx);
}

function unknownProperty(describe: string | ((name: string) => string), name: string): string {
  return typeof describe === 'string'
    ? `${describe}.set() got an unexpected keyword argument '${name}'`
    : describe(name);
}
