import { binomial, normal, poisson, uniform } from '../random.ts';

/** The random functions by the names under which generated code calls them. */
export const RANDOM_FUNCTIONS = {
  _rand: uniform,
  _randn: normal,
  _poisson: poisson,
  _binomial: binomial,
} as const;
