/** The functions and constants that every string may use. */
import { DIMENSIONLESS, type Dimension, SECOND } from '../units/dimension.ts';
import type { ArgumentUnit, BrianFunction, ReturnType, ReturnUnit } from './function.ts';
import { exprel, log1p, sign, timestep, truncate } from './mathematics.ts';

export const DEFAULT_CONSTANTS: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
  ['inf', Number.POSITIVE_INFINITY],
]);

interface Properties {
  readonly args?: readonly (readonly [name: string, unit: ArgumentUnit])[];
  readonly returns?: ReturnUnit;
  readonly type?: ReturnType;
  readonly evaluate?: (...args: number[]) => number;
}

const keep = (args: readonly Dimension[]): Dimension => args[0] ?? DIMENSIONLESS;
const root = (args: readonly Dimension[]): Dimension => keep(args).power(0.5);

function define(name: string, properties: Properties): BrianFunction {
  const args = properties.args ?? [['x', DIMENSIONLESS] as const];
  return {
    name,
    argNames: args.map(([argument]) => argument),
    argUnits: args.map(([, unit]) => unit),
    returnUnit: properties.returns ?? DIMENSIONLESS,
    argTypes: args.map(() => 'any'),
    returnType: properties.type ?? 'float',
    stateless: properties.evaluate !== undefined,
    ...(properties.evaluate && { evaluate: properties.evaluate }),
  };
}

/** One dimensionless number to another. */
const PLAIN: Readonly<Record<string, (x: number) => number>> = {
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  arcsin: Math.asin,
  arccos: Math.acos,
  arctan: Math.atan,
  exp: Math.exp,
  expm1: Math.expm1,
  exprel,
  log: Math.log,
  log10: Math.log10,
  log1p,
};

const ANY = [['x', 'any']] as const;

const FUNCTIONS: readonly BrianFunction[] = [
  ...Object.entries(PLAIN).map(([name, evaluate]) => define(name, { evaluate })),
  define('sqrt', { args: ANY, returns: root, evaluate: Math.sqrt }),
  define('abs', { args: ANY, returns: keep, type: 'highest', evaluate: Math.abs }),
  define('floor', { args: ANY, returns: keep, evaluate: Math.floor }),
  define('ceil', { args: ANY, returns: keep, evaluate: Math.ceil }),
  define('sign', { args: ANY, type: 'highest', evaluate: sign }),
  define('clip', {
    args: [
      ['a', 'any'],
      ['a_min', { sameAs: 0 }],
      ['a_max', { sameAs: 0 }],
    ],
    returns: keep,
    type: 'highest',
    evaluate: (a, low, high) => Math.min(Math.max(a!, low!), high!),
  }),
  define('int', { type: 'integer', evaluate: truncate }),
  define('timestep', {
    args: [
      ['t', SECOND],
      ['dt', SECOND],
    ],
    type: 'integer',
    evaluate: timestep,
  }),
  define('rand', { args: [] }),
  define('randn', { args: [] }),
  define('poisson', { args: [['lam', DIMENSIONLESS]], type: 'integer' }),
];

export const DEFAULT_FUNCTIONS: ReadonlyMap<string, BrianFunction> = new Map(
  FUNCTIONS.map((f) => [f.name, f]),
);
