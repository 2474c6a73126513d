/** Axes as scripts hold them. */
import type { Artist } from '../../../../figures/artists.ts';
import type { Axes, Figure } from '../../../../figures/figure.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { PyStr, type PyValue } from '../../../values.ts';
import { type ArtistHandle, handleOf } from '../artistHandle.ts';
import { list } from '../convert.ts';
import { Handle, type Method, type MethodTable } from '../handle.ts';
import { AXES_NAMES, OTHER_NAMES } from '../names.ts';
import { type Pyplot, pyplotOf } from '../state.ts';
import { TRANSFORMS } from '../transforms.ts';

/** What the axes know about themselves besides their methods; set up where the tables are joined. */
export interface AxesVocabulary {
  readonly methods: MethodTable<AxesHandle>;
  attribute(handle: AxesHandle, name: string, ctx: Interpreter): PyValue | undefined;
}

const NAMES: ReadonlySet<string> = new Set([...AXES_NAMES, ...OTHER_NAMES]);

export class AxesHandle extends Handle {
  readonly typeName = 'AxesSubplot';

  constructor(
    readonly figure: Figure,
    readonly axes: Axes,
    private readonly vocabulary: AxesVocabulary,
  ) {
    super();
  }

  /** Adds an artist on top of those there, and answers what the script gets for it. */
  add(artist: Artist, ctx: Interpreter): ArtistHandle {
    this.axes.artists.push(artist);
    return handleOf(pyplotOf(ctx), artist);
  }

  pyplot(ctx: Interpreter): Pyplot {
    return pyplotOf(ctx);
  }

  protected find(name: string, ctx: Interpreter): Method<this> | PyValue | undefined {
    const transform = TRANSFORMS.get(name);
    if (transform) return name.startsWith('get_') ? () => transform : transform;
    if (name === 'lines' || name === 'patches' || name === 'texts' || name === 'images') {
      return list(this.artistsOf(name).map((artist) => handleOf(pyplotOf(ctx), artist)));
    }
    return this.vocabulary.methods.get(name) ?? this.vocabulary.attribute(this, name, ctx);
  }

  private artistsOf(name: 'lines' | 'patches' | 'texts' | 'images'): Artist[] {
    const kinds = { lines: 'line', patches: 'rectangles', texts: 'text', images: 'image' };
    return this.axes.artists.filter((artist) => artist.kind === kinds[name]);
  }

  protected override undrawn(name: string): boolean {
    return AXES_NAMES.has(name);
  }

  protected override names(): ReadonlySet<string> {
    return NAMES;
  }

  override repr(): string {
    return '<AxesSubplot:>';
  }

  override str(ctx: Interpreter): string {
    const title = this.axes.title?.text ?? '';
    return title === '' ? this.repr() : `<AxesSubplot:title=${ctx.repr(new PyStr(title))}>`;
  }
}
