import { DIMENSIONLESS } from '../units/dimension.ts';
import type { BrianFunction } from './function.ts';

/**
 * The function of a BinomialFunction: `name()` draws from the binomial distribution of `n` and `p`; with
 * `approximate` from the normal one where n p and n (1 - p) are above 5.
 */
export function binomialFunction(name: string, n: number, p: number, approximate: boolean): BrianFunction {
  return {
    name,
    argNames: [],
    argUnits: [],
    argTypes: [],
    returnUnit: DIMENSIONLESS,
    returnType: 'float',
    stateless: false,
    autoVectorise: true,
    implementation: { kind: 'binomial', n, p, approximate: approximate && n * p > 5 && n * (1 - p) > 5 },
  };
}
