/** A small world of names for tests of equations: the one of test/oracle/equations/record.py. */
import type { Equations } from '../../core/equations/equations.ts';
import { timedArrayFunction } from '../../core/functions/timedArray.ts';
import { builtinNames, resolveBuiltin } from '../../core/namespaces/builtins.ts';
import type { Names, Resolved } from '../../core/namespaces/resolved.ts';
import type { Location } from '../../core/text/range.ts';
import { AMP, DIMENSIONLESS, type Dimension, SECOND, VOLT } from '../../core/units/dimension.ts';
import { stringUnits } from '../../core/units/registry.ts';
import type { DataType, Variable } from '../../core/variables/variable.ts';
import { parseExpression } from '../../grammars/equations/index.ts';

const SIEMENS = AMP.divide(VOLT);

export interface VariableShape {
  readonly dimension?: Dimension;
  readonly dataType?: DataType;
  readonly scalar?: boolean;
  readonly constant?: boolean;
  readonly expr?: string;
  readonly definition?: Location;
}

export function variable(name: string, shape: VariableShape = {}): Resolved {
  const base = {
    name,
    owner: 'neurongroup',
    dimension: shape.dimension ?? DIMENSIONLESS,
    dataType: shape.dataType ?? 'float64',
    scalar: shape.scalar ?? false,
    constant: shape.constant ?? false,
    readOnly: false,
  };
  const made: Variable =
    shape.expr === undefined
      ? { ...base, kind: 'array', arrayName: `_array_neurongroup_${name}`, size: 2, dynamic: false }
      : { ...base, kind: 'subexpression', expr: parseExpression(shape.expr).tree };
  return {
    kind: 'variable',
    variable: made,
    index: shape.scalar ? '0' : '_idx',
    definition: shape.definition,
  };
}

export function constant(
  name: string,
  value: number,
  dimension = DIMENSIONLESS,
  definition?: Location,
): Resolved {
  return {
    kind: 'constant',
    name,
    value,
    dimension,
    valueType: 'float',
    source: 'run namespace',
    definition,
  };
}

function timedArray(name: string, columns: number): Resolved {
  const values = new Float64Array(2 * columns);
  return { kind: 'function', function: timedArrayFunction(name, values, 2, columns, VOLT, 1e-3) };
}

const WORLD: ReadonlyMap<string, Resolved> = new Map([
  ['t', variable('t', { dimension: SECOND, scalar: true })],
  ['dt', variable('dt', { dimension: SECOND, scalar: true, constant: true })],
  ['i', variable('i', { dataType: 'int32' })],
  ['N', variable('N', { dataType: 'int32', scalar: true, constant: true })],
  ['xi', variable('xi', { dimension: SECOND.power(-0.5) })],
  ['tau', constant('tau', 0.01, SECOND)],
  ['El', constant('El', -0.065, VOLT)],
  ['k', constant('k', 4)],
  ['c', constant('c', 0.5)],
  ['I0', constant('I0', 3e-9, AMP)],
  ['C', constant('C', 2e-10, SIEMENS.multiply(SECOND))],
  ['ta', timedArray('ta', 1)],
  ['ta2', timedArray('ta2', 2)],
]);

const VARIABLES: ReadonlyMap<string, Resolved> = new Map([
  ['v', variable('v', { dimension: VOLT })],
  ['w', variable('w', { dimension: VOLT })],
  ['I', variable('I', { dimension: AMP })],
  ['n', variable('n', { dataType: 'int32' })],
  ['b', variable('b', { dataType: 'bool' })],
  ['g', variable('g', { dimension: SIEMENS })],
  ['x', variable('x', { dimension: VOLT, expr: 'v*2' })],
  ['s', variable('s', { dimension: VOLT, scalar: true })],
]);

/** The variables of a group (by default `v`, `w`, `I`, ...), and whatever else is known. */
export function testNames(equations?: Equations): Names {
  const own =
    equations === undefined
      ? VARIABLES
      : new Map([...equations.values()].map((e) => [e.name, ofEquation(e)]));
  return new Map([...builtins(), ...WORLD, ...own]);
}

let known: ReadonlyMap<string, Resolved> | undefined;

function builtins(): ReadonlyMap<string, Resolved> {
  const names = [...builtinNames(), ...stringUnits().keys(), 'mS'];
  known ??= new Map(names.map((name) => [name, resolveBuiltin(name) ?? constant(name, 1e-3, SIEMENS)]));
  return known;
}

function ofEquation(equation: NonNullable<ReturnType<Equations['get']>>): Resolved {
  const dataType = { boolean: 'bool', integer: 'int32', float: 'float64' } as const;
  return variable(equation.name, {
    dimension: equation.dimension,
    dataType: dataType[equation.valueType],
    scalar: equation.flags.includes('shared'),
    constant: equation.flags.includes('constant'),
    definition: equation.source.provenance?.locate(equation.nameRange),
  });
}
