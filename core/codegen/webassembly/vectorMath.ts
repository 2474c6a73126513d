/**
 * Functions of two lanes. exp by reduction to |r| <= log(2)/2 and Taylor's series, whose 13 terms leave an error
 * below 1e-17 (Muller: Elementary Functions, 3rd edition, chapter 11); the rest follows from expm1.
 */

import { coefficient, constant } from './constants.ts';
import type { Signature } from './encoding.ts';
import type { Instructions } from './instructions.ts';
import type { ModuleWriter } from './moduleWriter.ts';

export type VectorFunction = 'exp' | 'expm1' | 'exprel' | 'tanh';

const UNARY: Signature = { parameters: ['v128'], results: ['v128'] };

/** The functions that a module has been given so far. */
export class VectorMath {
  private readonly indices = new Map<VectorFunction, number>();

  constructor(private readonly module: ModuleWriter) {}

  /** Index of the function, which is added to the module when it is first asked for. */
  index(name: VectorFunction): number {
    let index = this.indices.get(name);
    if (index === undefined) {
      index = this.module.define(UNARY, (code) => this.write(name, code));
      this.indices.set(name, index);
    }
    return index;
  }

  private write(name: VectorFunction, code: Instructions): void {
    if (name === 'exp') writeExp(code);
    else if (name === 'expm1') writeExpm1(code);
    else if (name === 'exprel') writeExprel(code, this.index('expm1'));
    else writeTanh(code, this.index('expm1'));
  }
}

interface Reduced {
  /** exp(r) - 1 */
  readonly series: number;
  /** 2^k as product of two powers, so that neither overflows. */
  readonly power1: number;
  readonly power2: number;
}

/** exp(x) = 2^k exp(r). */
function reduce(code: Instructions): Reduced {
  const [x, k, k1, r] = [0, code.declare('v128'), code.declare('v128'), code.declare('v128')];
  code.get(x);
  constant(code, 'expLowest');
  code.emit('f64x2.pmax');
  constant(code, 'expHighest');
  code.emit('f64x2.pmin').tee(x);
  constant(code, 'log2e');
  code.emit('f64x2.mul', 'f64x2.nearest').set(k);
  code.get(x).get(k);
  constant(code, 'ln2High');
  code.emit('f64x2.mul', 'f64x2.sub').get(k);
  constant(code, 'ln2Low');
  code.emit('f64x2.mul', 'f64x2.sub').set(r);
  const series = writeSeries(code, r);
  code.get(k);
  constant(code, 'half');
  code.emit('f64x2.mul', 'f64x2.floor').set(k1);
  const power1 = writePower(code, () => code.get(k1));
  const power2 = writePower(code, () => code.get(k).get(k1).emit('f64x2.sub'));
  return { series, power1, power2 };
}

/** exp(r) - 1, in Estrin's order: the halves of each sum don't wait for each other. */
function writeSeries(code: Instructions, r: number): number {
  const [r2, r4, r8, series] = [0, 1, 2, 3].map(() => code.declare('v128')) as [
    number,
    number,
    number,
    number,
  ];
  const square = (from: number, to: number) => code.get(from).get(from).emit('f64x2.mul').set(to);
  square(r, r2);
  square(r2, r4);
  square(r4, r8);
  const term = (k: number) => coefficient(code, 'inverseFactorials', k);
  const pair = (k: number) => {
    term(k);
    code.get(r);
    term(k + 1);
    code.emit('f64x2.mul', 'f64x2.add');
  };
  const four = (k: number) => {
    pair(k);
    code.get(r2);
    pair(k + 2);
    code.emit('f64x2.mul', 'f64x2.add');
  };
  // r * ((c0..c3) + r^4 (c4..c7) + r^8 ((c8..c11) + r^4 c12))
  four(0);
  code.get(r4);
  four(4);
  code.emit('f64x2.mul', 'f64x2.add').get(r8);
  four(8);
  code.get(r4);
  term(12);
  code.emit('f64x2.mul', 'f64x2.add', 'f64x2.mul', 'f64x2.add').get(r).emit('f64x2.mul').set(series);
  return series;
}

/** 2^n for whole n: n in the exponent bits of 1. */
function writePower(code: Instructions, exponent: () => void): number {
  const power = code.declare('v128');
  exponent();
  constant(code, 'wholeBits');
  code.emit('f64x2.add').integer(52).emit('i64x2.shl');
  constant(code, 'one');
  code.emit('i64x2.add').set(power);
  return power;
}

function writeExp(code: Instructions): void {
  const { series, power1, power2 } = reduce(code);
  code.get(series).get(power2).emit('f64x2.mul').get(power2).emit('f64x2.add').get(power1).emit('f64x2.mul');
}

/** (series 2^k2 + (2^k2 - 2^-k1)) 2^k1: nothing cancels near 0. */
function writeExpm1(code: Instructions): void {
  const { series, power1, power2 } = reduce(code);
  code.get(series).get(power2).emit('f64x2.mul').get(power2);
  constant(code, 'one');
  code.get(power1).emit('f64x2.div', 'f64x2.sub', 'f64x2.add').get(power1).emit('f64x2.mul');
}

function writeExprel(code: Instructions, expm1: number): void {
  const x = 0;
  constant(code, 'one');
  code.get(x).call(expm1).get(x).emit('f64x2.div').get(x).emit('f64x2.abs');
  constant(code, 'exprelFlat');
  code.emit('f64x2.lt', 'v128.bitselect');
  const value = code.declare('v128');
  code.set(value);
  constant(code, 'infinity');
  code.get(value).get(x);
  constant(code, 'exprelHighest');
  code.emit('f64x2.gt', 'v128.bitselect');
}

/** expm1(2|x|) / (expm1(2|x|) + 2), with the sign of x. */
function writeTanh(code: Instructions, expm1: number): void {
  const [x, e, sign] = [0, code.declare('v128'), code.declare('v128')];
  code.get(x).get(x).emit('f64x2.abs', 'v128.xor').set(sign);
  code.get(x).emit('f64x2.abs');
  constant(code, 'tanhFlat');
  code.emit('f64x2.pmin');
  constant(code, 'two');
  code.emit('f64x2.mul').call(expm1).tee(e).get(e);
  constant(code, 'two');
  code.emit('f64x2.add', 'f64x2.div').get(sign).emit('v128.or');
}
