/** The random numbers of core/devices/random.ts, bit for bit. */

import { coefficient, constant, constantPair, SERIES } from './constants.ts';
import type { Signature } from './encoding.ts';
import type { Instructions } from './instructions.ts';
import type { ModuleWriter } from './moduleWriter.ts';

/** Seed, stream, tick, first element -> uniform numbers of that element and the next, and of the two after them. */
const DRAW: Signature = { parameters: ['i32', 'i32', 'i32', 'i32'], results: ['v128', 'v128'] };
/** Uniform numbers -> normal numbers. */
const TRANSFORM: Signature = { parameters: ['v128'], results: ['v128'] };
const ROTATIONS = [
  [13, 15, 26, 6],
  [17, 29, 16, 24],
] as const;
/** Bytes 8 to 15 of a vector in the lower half. */
const UPPER_HALF = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15];
const PARITY = 0x1bd11bda;

/** The generators that a module has been given so far. */
export class VectorRandom {
  private uniformIndex: number | undefined;
  private normalIndex: number | undefined;

  /** `tail`: index of the imported quantile of the normal distribution. */
  constructor(
    private readonly module: ModuleWriter,
    private readonly tail: number,
  ) {}

  /**
   * Leaves the uniform numbers of two elements on the stack. The integers that they are made of come four at a time:
   * every second pair of elements finds its numbers ready. `element` is a local that counts up by two from 0.
   */
  uniform(code: Instructions, element: number, key: { seed: number; stream: number; tick: number }): void {
    this.uniformIndex ??= this.module.define(DRAW, writeUniform);
    const [pair, spare] = [code.declare('v128'), code.declare('v128')];
    code.get(spare).set(pair).get(element).integer(2).emit('i32.and', 'i32.eqz');
    code.when(() => {
      code.get(key.seed).integer(key.stream).get(key.tick).get(element).call(this.uniformIndex!);
      code.set(spare).set(pair);
    });
    code.get(pair);
  }

  /** Index of the function that turns uniform numbers into normal ones. */
  normal(): number {
    this.normalIndex ??= this.module.define(TRANSFORM, (code) => writeNormal(code, this.tail));
    return this.normalIndex;
  }
}

/** Threefry-2x32-20: key (seed, stream), counter (tick, element). */
function writeUniform(code: Instructions): void {
  const [seed, stream, tick, element] = [0, 1, 2, 3];
  const [a, b] = [code.declare('v128'), code.declare('v128')];
  const keys = [seed, stream].map((parameter) => {
    const key = code.declare('v128');
    code.get(parameter).emit('i32x4.splat').set(key);
    return key;
  });
  const third = code.declare('v128');
  code
    .get(keys[0]!)
    .get(keys[1]!)
    .emit('v128.xor')
    .integer(PARITY)
    .emit('i32x4.splat', 'v128.xor')
    .set(third);
  keys.push(third);
  code.get(tick).emit('i32x4.splat').get(keys[0]!).emit('i32x4.add').set(a);
  code.get(element).emit('i32x4.splat');
  constantPair(code, 'offsets01');
  code.emit('i32x4.add').get(keys[1]!).emit('i32x4.add').set(b);
  for (let group = 1; group <= 5; group++) {
    for (const rotation of ROTATIONS[(group - 1) % 2]!) writeRound(code, a, b, rotation);
    code
      .get(a)
      .get(keys[group % 3]!)
      .emit('i32x4.add')
      .set(a);
    code
      .get(b)
      .get(keys[(group + 1) % 3]!)
      .emit('i32x4.add')
      .integer(group)
      .emit('i32x4.splat', 'i32x4.add');
    code.set(b);
  }
  writeFraction(code, a, b);
  for (const part of [a, b]) code.get(part).get(part).shuffle(UPPER_HALF).set(part);
  writeFraction(code, a, b);
}

/** The numbers in [0, 1) of the lower two lanes: 27 bits of a, 26 of b. */
function writeFraction(code: Instructions, a: number, b: number): void {
  code.get(a).integer(5).emit('i32x4.shr_u', 'f64x2.convert_low_i32x4_u');
  constant(code, 'twoTo26');
  code.emit('f64x2.mul').get(b).integer(6).emit('i32x4.shr_u', 'f64x2.convert_low_i32x4_u', 'f64x2.add');
  constant(code, 'twoToMinus53');
  code.emit('f64x2.mul');
}

function writeRound(code: Instructions, a: number, b: number, rotation: number): void {
  code.get(a).get(b).emit('i32x4.add').set(a);
  code.get(b).integer(rotation).emit('i32x4.shl');
  code
    .get(b)
    .integer(32 - rotation)
    .emit('i32x4.shr_u', 'v128.or')
    .get(a)
    .emit('v128.xor')
    .set(b);
}

/** The quantile of a uniform number; where one of the two lies in a tail, from the imported function. */
function writeNormal(code: Instructions, tail: number): void {
  const [uniform, q, r, result] = [0, code.declare('v128'), code.declare('v128'), code.declare('v128')];
  code.get(uniform);
  constant(code, 'half');
  code.emit('f64x2.sub');
  constant(code, 'twoToMinus54');
  code.emit('f64x2.add').set(q);
  constant(code, 'normalCentreSquare');
  code.get(q).get(q).emit('f64x2.mul', 'f64x2.sub').set(r);
  code.get(q);
  writePolynomial(code, 'normalNumerator', r);
  code.emit('f64x2.mul');
  writePolynomial(code, 'normalDenominator', r);
  code.emit('f64x2.div').set(result);
  code.get(q).emit('f64x2.abs');
  constant(code, 'normalCentre');
  code.emit('f64x2.gt', 'v128.any_true').when(() => {
    for (const lane of [0, 1]) {
      code.get(result).get(q).lane('f64x2.extract_lane', lane).call(tail);
      code.lane('f64x2.replace_lane', lane).set(result);
    }
  });
  code.get(result);
}

/** Horner's scheme. */
function writePolynomial(
  code: Instructions,
  series: 'normalNumerator' | 'normalDenominator',
  r: number,
): void {
  coefficient(code, series, 0);
  for (let k = 1; k < SERIES[series].length; k++) {
    code.get(r).emit('f64x2.mul');
    coefficient(code, series, k);
    code.emit('f64x2.add');
  }
}
