/** NumPy's default bit generator, and how a seed of any size becomes its state. */

const MASK_32 = 0xffffffffn;
const MASK_64 = (1n << 64n) - 1n;
const MASK_128 = (1n << 128n) - 1n;
const MULTIPLIER = (2549297995355413924n << 64n) + 4865540595714422341n;

/** Hashes 32-bit words, with a factor that changes at every use. */
class WordHash {
  constructor(
    private factor: number,
    private readonly growth: number,
  ) {}

  hash(word: number): number {
    let value = word ^ this.factor;
    this.factor = Math.imul(this.factor, this.growth);
    value = Math.imul(value, this.factor);
    return (value ^ (value >>> 16)) >>> 0;
  }
}

function mixed(a: number, b: number): number {
  const value = Math.imul(0xca01f9dd, a) - Math.imul(0x4973f715, b);
  return ((value | 0) ^ ((value | 0) >>> 16)) >>> 0;
}

/** O'Neill's seed sequence: four words of entropy, mixed so that each depends on the whole seed. */
function entropyPool(words: readonly number[]): number[] {
  const hash = new WordHash(0x43b0d7e5, 0x931e8875);
  const pool = Array.from({ length: 4 }, (_, k) => hash.hash(words[k] ?? 0));
  for (let source = 0; source < 4; source++)
    for (let target = 0; target < 4; target++)
      if (source !== target) pool[target] = mixed(pool[target]!, hash.hash(pool[source]!));
  for (const word of words.slice(4))
    for (let target = 0; target < 4; target++) pool[target] = mixed(pool[target]!, hash.hash(word));
  return pool;
}

/** 64-bit words from the pool. */
function generatedState(pool: readonly number[], count: number): bigint[] {
  const hash = new WordHash(0x8b51f9dd, 0x58f38ded);
  const words = Array.from({ length: 2 * count }, (_, k) => BigInt(hash.hash(pool[k % 4]!)));
  return Array.from({ length: count }, (_, k) => words[2 * k]! | (words[2 * k + 1]! << 32n));
}

/** The 32-bit words of a seed, the lowest first. */
export function seedWords(seed: bigint): number[] {
  const words: number[] = [];
  for (let rest = seed; rest > 0n; rest >>= 32n) words.push(Number(rest & MASK_32));
  return words.length === 0 ? [0] : words;
}

/** PCG XSL RR 128/64. */
export class Pcg64 {
  private state: bigint;
  private readonly increment: bigint;
  private spare: number | undefined;

  constructor(words: readonly number[]) {
    const [high, low, streamHigh, streamLow] = generatedState(entropyPool(words), 4) as [
      bigint,
      bigint,
      bigint,
      bigint,
    ];
    this.increment = ((((streamHigh << 64n) | streamLow) << 1n) | 1n) & MASK_128;
    this.state = 0n;
    this.step();
    this.state = (this.state + ((high << 64n) | low)) & MASK_128;
    this.step();
  }

  private step(): void {
    this.state = (this.state * MULTIPLIER + this.increment) & MASK_128;
  }

  /** 64 random bits. */
  next(): bigint {
    this.step();
    const value = (this.state >> 64n) ^ (this.state & MASK_64);
    const turn = this.state >> 122n;
    return ((value >> turn) | (value << (64n - turn))) & MASK_64;
  }

  /** 32 random bits: the lower half of a draw, then the upper one. */
  next32(): number {
    if (this.spare !== undefined) {
      const kept = this.spare;
      this.spare = undefined;
      return kept;
    }
    const value = this.next();
    this.spare = Number(value >> 32n);
    return Number(value & MASK_32);
  }

  /** Uniform in [0, 1) with 53 bits. */
  double(): number {
    return Number(this.next() >> 11n) / 9007199254740992;
  }
}
