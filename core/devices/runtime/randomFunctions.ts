import { binomial, exactBinomial, normal, poisson, uniform } from '../random.ts';

/** The random functions by the names under which generated code calls them. */
export const RANDOM_FUNCTIONS = {
  _rand: uniform,
  _randn: normal,
  _poisson: poisson,
  _binomial: binomial,
  _binomial_exact: exactBinomial,
} as const;
