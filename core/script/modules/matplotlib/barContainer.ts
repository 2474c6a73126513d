/** What `bar` and `hist` answer: all bars as one artist that can be walked bar by bar. */
import type { Polygons, Rectangles } from '../../../figures/artists.ts';
import { asInteger } from '../../operations/numbers.ts';
import type { PyValue } from '../../values.ts';
import { ArtistHandle } from './artistHandle.ts';
import { color } from './colorArguments.ts';
import { Handle, type Method } from './handle.ts';

export class BarContainer extends ArtistHandle {
  constructor(private readonly bars: Rectangles | Polygons) {
    super(bars);
  }

  override length(): number {
    return this.bars.kind === 'rectangles' ? this.bars.left.length : 1;
  }

  override iterate(): Iterable<PyValue> {
    return Array.from({ length: this.length() }, (_, k) => this.bar(k));
  }

  override getItem(key: PyValue): PyValue | undefined {
    const index = asInteger(key);
    if (index === undefined) return undefined;
    return this.bar(Number(index) < 0 ? Number(index) + this.length() : Number(index));
  }

  private bar(k: number): PyValue {
    return this.bars.kind === 'rectangles' ? new Bar(this.bars, k) : new ArtistHandle(this.bars);
  }

  override repr(): string {
    return `<BarContainer object of ${this.length()} artists>`;
  }
}

class Bar extends Handle {
  readonly typeName = 'Rectangle';
  constructor(
    private readonly bars: Rectangles,
    private readonly index: number,
  ) {
    super();
  }

  protected find(name: string): Method<this> | undefined {
    const { bars, index } = this;
    if (name === 'get_height') return () => bars.height[index] ?? null;
    if (name === 'get_width') return () => bars.width[index] ?? null;
    if (name === 'get_x') return () => bars.left[index] ?? null;
    if (name === 'get_y') return () => bars.bottom[index] ?? null;
    if (!['set_color', 'set_facecolor', 'set_fc'].includes(name)) return undefined;
    return (_self, args, ctx) => {
      const faces = Array.from(bars.left, (_, k) => bars.faces[k % bars.faces.length]!);
      faces[index] = color(args.positional[0] ?? null, ctx);
      bars.faces = faces;
      return null;
    };
  }

  protected override undrawn(name: string): boolean {
    return /^(get_|set_|set$)/.test(name);
  }
}
