import type { Signature } from '../equations/typeOf.ts';

/**
 * Functions that only generated code calls. They are in no namespace, and their names start with an
 * underscore, so that no script can call them.
 *
 * - `_where(c, a, b)`: a where c holds, else b; only the one that is needed is evaluated.
 * - `_expdiff(x0, ..., xn)`: the divided difference of exp at these points.
 * - `_propagator(n, i, j, dt, m00, m01, ...)`: element (i, j) of exp(M*dt), M given row by row.
 * - `_propagator_integral(n, i, j, dt, ...)`: element (i, j) of the integral of exp(M*s) for s from 0 to dt.
 * - `_binomial(n, p)`: a random number; the normal approximation may give one that is not whole.
 */
export const INTERNAL_FUNCTIONS: ReadonlyMap<string, Signature> = new Map([
  ['_where', { returnType: 'highest', stateless: true }],
  ['_expdiff', { returnType: 'float', stateless: true }],
  ['_propagator', { returnType: 'float', stateless: true }],
  ['_propagator_integral', { returnType: 'float', stateless: true }],
  ['_binomial', { returnType: 'float', stateless: false }],
]);

/** Random functions, by the name that code calls, and the generator that a device provides for each. */
export const RANDOM_GENERATORS: ReadonlyMap<string, string> = new Map([
  ['rand', '_rand'],
  ['randn', '_randn'],
  ['poisson', '_poisson'],
  ['_binomial', '_binomial'],
]);
