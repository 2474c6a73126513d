import type { ImportName } from '../../codegen/webassembly/imports.ts';
import { floorDivide, modulo } from '../../functions/mathematics.ts';
import { normalQuantile, poisson } from '../random.ts';

/** What WebAssembly kernels call outside. */
export const KERNEL_IMPORTS: Readonly<Record<ImportName, (...values: number[]) => number>> = {
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  arcsin: Math.asin,
  arccos: Math.acos,
  arctan: Math.atan,
  log: Math.log,
  log10: Math.log10,
  log1p: Math.log1p,
  '**': Math.pow as (...values: number[]) => number,
  '//': floorDivide as (...values: number[]) => number,
  '%': modulo as (...values: number[]) => number,
  '// int': (a, b) => (b === 0 ? 0 : floorDivide(a!, b!)),
  '% int': (a, b) => (b === 0 ? 0 : modulo(a!, b!)),
  'normal quantile': normalQuantile as (...values: number[]) => number,
  poisson: poisson as (...values: number[]) => number,
};
