import { floatBytes, signed, TYPE_CODES, unsigned, type WasmType } from './encoding.ts';

const BLOCK_WITHOUT_RESULT = 0x40;

/** Instructions without immediates. */
const PLAIN = {
  return: [0x0f],
  end: [0x0b],
  'i32.eqz': [0x45],
  'i32.lt_s': [0x48],
  'i32.add': [0x6a],
  'i32.and': [0x71],
  'i32.or': [0x72],
  'i32.shl': [0x74],
  'i32.shr_u': [0x76],
  'f64.convert_i32_s': [0xb7],
} as const;

/** Instructions of the vector prefix, without immediates. */
const VECTOR = {
  'i32x4.splat': 17,
  'f64x2.splat': 20,
  'f64x2.eq': 71,
  'f64x2.ne': 72,
  'f64x2.lt': 73,
  'f64x2.gt': 74,
  'f64x2.le': 75,
  'f64x2.ge': 76,
  'v128.not': 77,
  'v128.and': 78,
  'v128.andnot': 79,
  'v128.or': 80,
  'v128.xor': 81,
  'v128.bitselect': 82,
  'v128.any_true': 83,
  'f32x4.demote_f64x2_zero': 94,
  'f64x2.promote_low_f32x4': 95,
  'f64x2.ceil': 116,
  'f64x2.floor': 117,
  'f64x2.trunc': 122,
  'f64x2.nearest': 148,
  'i32x4.shl': 171,
  'i32x4.shr_u': 173,
  'i32x4.add': 174,
  'i64x2.bitmask': 196,
  'i64x2.shl': 203,
  'i64x2.add': 206,
  'i64x2.ne': 215,
  'f64x2.abs': 236,
  'f64x2.neg': 237,
  'f64x2.sqrt': 239,
  'f64x2.add': 240,
  'f64x2.sub': 241,
  'f64x2.mul': 242,
  'f64x2.div': 243,
  'f64x2.min': 244,
  'f64x2.max': 245,
  'f64x2.pmin': 246,
  'f64x2.pmax': 247,
  'i32x4.trunc_sat_f64x2_s_zero': 252,
  'f64x2.convert_low_i32x4_s': 254,
  'f64x2.convert_low_i32x4_u': 255,
} as const;

/** Loads and stores; vector ones after their prefix. */
const MEMORY = {
  'i32.load': [0x28],
  'i32.load8_u': [0x2d],
  'i32.load16_u': [0x2f],
  'f64.load': [0x2b],
  'i32.store': [0x36],
  'f64.store': [0x39],
  'i32.store8': [0x3a],
  'i32.store16': [0x3b],
  'v128.load': [0xfd, 0],
  'v128.load64_splat': [0xfd, 10],
  'v128.store': [0xfd, 11],
  'v128.load64_zero': [0xfd, 93],
} as const;

const LANES = { 'f64x2.extract_lane': 33, 'f64x2.replace_lane': 34 } as const;
const MEMORY_LANES = { 'v128.load64_lane': 87, 'v128.store64_lane': 91 } as const;

/** The instructions of one function. */
export class Instructions {
  readonly bytes: number[] = [];
  private readonly locals: WasmType[] = [];

  constructor(private readonly parameterCount: number) {}

  /** A new local; its number. */
  declare(type: WasmType): number {
    return this.parameterCount + this.locals.push(type) - 1;
  }

  emit(...names: (keyof typeof PLAIN | keyof typeof VECTOR)[]): this {
    for (const name of names) {
      if (name in PLAIN) this.bytes.push(...PLAIN[name as keyof typeof PLAIN]);
      else this.bytes.push(0xfd, ...unsigned(VECTOR[name as keyof typeof VECTOR]));
    }
    return this;
  }

  get(local: number): this {
    return this.with(0x20, local);
  }

  set(local: number): this {
    return this.with(0x21, local);
  }

  tee(local: number): this {
    return this.with(0x22, local);
  }

  call(index: number): this {
    return this.with(0x10, index);
  }

  integer(value: number): this {
    this.bytes.push(0x41, ...signed(value));
    return this;
  }

  float(value: number): this {
    this.bytes.push(0x44, ...floatBytes(value));
    return this;
  }

  /** Address and, for stores, value come from the stack; `offset` bytes are added to the address. */
  memory(name: keyof typeof MEMORY, offset = 0): this {
    this.bytes.push(...MEMORY[name], 0, ...unsigned(offset));
    return this;
  }

  memoryLane(name: keyof typeof MEMORY_LANES, lane: number): this {
    this.bytes.push(0xfd, MEMORY_LANES[name], 0, 0, lane);
    return this;
  }

  lane(name: keyof typeof LANES, lane: number): this {
    this.bytes.push(0xfd, LANES[name], lane);
    return this;
  }

  /** The bytes of two vectors, numbered 0 to 31, in a new order. */
  shuffle(bytes: readonly number[]): this {
    this.bytes.push(0xfd, 13, ...bytes);
    return this;
  }

  /** `body` runs again while it leaves something other than 0 on the stack. */
  loop(body: () => void): this {
    this.bytes.push(0x03, BLOCK_WITHOUT_RESULT);
    body();
    return this.with(0x0d, 0).emit('end');
  }

  /** `body` runs where the value on the stack is not 0. */
  when(body: () => void): this {
    this.bytes.push(0x04, BLOCK_WITHOUT_RESULT);
    body();
    return this.emit('end');
  }

  encoded(): number[] {
    const declarations = this.locals.flatMap((type) => [1, TYPE_CODES[type]]);
    const body = [...unsigned(this.locals.length), ...declarations, ...this.bytes, ...PLAIN.end];
    return [...unsigned(body.length), ...body];
  }

  private with(code: number, index: number): this {
    this.bytes.push(code, ...unsigned(index));
    return this;
  }
}
