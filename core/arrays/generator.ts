import { Pcg64 } from './pcg64.ts';
import { RandomSource } from './randomSource.ts';
import { EXPONENTIAL_EDGE, exponentialLayers, NORMAL_EDGE, normalLayers } from './ziggurat.ts';

/** What `numpy.random.default_rng` gives: same seed, same stream as NumPy. */
export class Generator extends RandomSource {
  private readonly bits: Pcg64;

  /** The seed as 32-bit words, the lowest first. */
  constructor(words: readonly number[]) {
    super();
    this.bits = new Pcg64(words);
  }

  double(): number {
    return this.bits.double();
  }

  gauss(): number {
    const { inside, width, density } = normalLayers();
    for (;;) {
      const draw = this.bits.next();
      const layer = Number(draw & 0xffn);
      const isNegative = ((draw >> 8n) & 1n) === 1n;
      const size = Number((draw >> 9n) & 0x000fffffffffffffn);
      const x = isNegative ? -size * width[layer]! : size * width[layer]!;
      if (size < inside[layer]!) return x;
      if (layer === 0) return this.normalTail(size);
      const height = (density[layer - 1]! - density[layer]!) * this.double() + density[layer]!;
      if (height < Math.exp(-0.5 * x * x)) return x;
    }
  }

  private normalTail(size: number): number {
    for (;;) {
      const x = -Math.log1p(-this.double()) / NORMAL_EDGE;
      const y = -Math.log1p(-this.double());
      if (y + y > x * x) return Math.floor(size / 256) % 2 === 1 ? -(NORMAL_EDGE + x) : NORMAL_EDGE + x;
    }
  }

  exponential(): number {
    const { inside, width, density } = exponentialLayers();
    for (;;) {
      const draw = this.bits.next() >> 3n;
      const layer = Number(draw & 0xffn);
      const size = Number(draw >> 8n);
      const x = size * width[layer]!;
      if (size < inside[layer]!) return x;
      if (layer === 0) return EXPONENTIAL_EDGE - Math.log1p(-this.double());
      const height = (density[layer - 1]! - density[layer]!) * this.double() + density[layer]!;
      if (height < Math.exp(-x)) return x;
    }
  }

  /** Lemire's method: the upper half of a product, nearly without rejection. */
  interval(highest: number): number {
    if (highest === 0) return 0;
    if (highest === 0xffffffff) return this.bits.next32();
    return highest < 0xffffffff ? this.narrowInterval(highest) : this.wideInterval(highest);
  }

  private narrowInterval(highest: number): number {
    const count = BigInt(highest) + 1n;
    const limit = (0xffffffffn - BigInt(highest)) % count;
    for (;;) {
      const product = BigInt(this.bits.next32()) * count;
      if ((product & 0xffffffffn) >= limit) return Number(product >> 32n);
    }
  }

  private wideInterval(highest: number): number {
    const mask = (1n << 64n) - 1n;
    const count = BigInt(highest) + 1n;
    const limit = (mask - BigInt(highest)) % count;
    for (;;) {
      const product = this.bits.next() * count;
      if ((product & mask) >= limit) return Number(product >> 64n);
    }
  }

  /** Here draws are masked and repeated, as the legacy generator does it. */
  override shuffle(swap: (a: number, b: number) => void, length: number): void {
    for (let k = length - 1; k > 0; k--) {
      const mask = 2 ** (32 - Math.clz32(k)) - 1;
      let other = k + 1;
      while (other > k) other = (this.bits.next32() & mask) >>> 0;
      swap(k, other);
    }
  }

  protected rareGeometric(p: number): number {
    return Math.ceil(-this.exponential() / Math.log1p(-p));
  }
}
