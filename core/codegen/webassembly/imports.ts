import type { ModuleWriter } from './moduleWriter.ts';

/**
 * Functions that have no version for two lanes: kernels call them outside, lane after lane, with float64
 * arguments, so many. By the name of Brian's function or operator.
 */
const ARITIES = {
  sin: 1,
  cos: 1,
  tan: 1,
  sinh: 1,
  cosh: 1,
  arcsin: 1,
  arccos: 1,
  arctan: 1,
  log: 1,
  log10: 1,
  log1p: 1,
  '**': 2,
  '//': 2,
  '%': 2,
  /** Of integers, for which division by zero gives 0. */
  '// int': 2,
  '% int': 2,
  /** Quantile of the standard normal distribution at 0.5 + the argument. */
  'normal quantile': 1,
  /** Seed, stream, tick, element, mean. */
  poisson: 5,
} as const;

export type ImportName = keyof typeof ARITIES;

export function isImportName(name: string): name is ImportName {
  return Object.hasOwn(ARITIES, name);
}

/** How many arguments a function takes. */
export function importArity(name: ImportName): number {
  return ARITIES[name];
}

/** Declares all of them; their indices by name. */
export function declareImports(module: ModuleWriter): ReadonlyMap<ImportName, number> {
  const index = (name: ImportName) =>
    module.import(name, { parameters: Array.from({ length: ARITIES[name] }, () => 'f64'), results: ['f64'] });
  return new Map((Object.keys(ARITIES) as ImportName[]).map((name) => [name, index(name)]));
}
