/**
 * One step of X' = M X + B, element by element. Where no variable depends on itself through others, the
 * propagator's element (i, j) is the sum over all ways from i to j through the equations: the product of the
 * coefficients met, times dt to the number of coefficients, times a divided difference of exp over the
 * diagonal entries met. `_expdiff` computes those and is as exact where diagonal entries are equal or zero.
 * Variables that do depend on each other go through `_propagator` and `_propagator_integral`.
 */
import type { Expression } from '../../grammars/equations/tree.ts';
import { add, call, isZeroLiteral, multiply, name, number, product, sum, ZERO } from '../symbolic/build.ts';
import type { LinearSystem } from './linearSystem.ts';

const DT = name('dt');
/** More ways than this through the equations are left to the numerical propagator. */
const MOST_PATHS = 64;

/** The value of variable `row` one step later. */
export function propagated(system: LinearSystem, row: number): Expression {
  const paths = pathsFrom(system, row);
  return paths === undefined
    ? throughPropagator(system, row)
    : sum(paths.flatMap((path) => pathTerms(system, path)));
}

/** Every way from `row` through the equations; undefined where there is a cycle, or where there are too many. */
function pathsFrom(system: LinearSystem, row: number): number[][] | undefined {
  const complete: number[][] = [];
  const open: number[][] = [[row]];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    complete.push(path);
    if (complete.length > MOST_PATHS) return undefined;
    const last = path[path.length - 1]!;
    for (const next of system.rows[last]!.keys()) {
      if (next === last) continue;
      if (path.includes(next)) return undefined;
      open.push([...path, next]);
    }
  }
  return complete.sort((a, b) => a.length - b.length);
}

/** What the variable at the end of a path adds, and what the constant of its equation adds. */
function pathTerms(system: LinearSystem, path: readonly number[]): Expression[] {
  const couplings = path.slice(1).map((column, k) => system.entry(path[k]!, column));
  const rates = path.map((row) => multiply(system.entry(row, row), DT));
  const last = path[path.length - 1]!;
  const steps = couplings.map(() => DT);
  const value = product([name(system.names[last]!), ...couplings, ...steps, dividedDifference(rates)]);
  const constant = system.constants[last]!;
  if (isZeroLiteral(constant)) return [value];
  return [value, product([constant, ...couplings, ...steps, DT, dividedDifference([...rates, ZERO])])];
}

/** exp[x0, ..., xn]. */
function dividedDifference(points: readonly Expression[]): Expression {
  const zeros = points.filter(isZeroLiteral);
  const others = points.filter((point) => !isZeroLiteral(point));
  if (others.length === 0) return number(1 / factorial(zeros.length - 1));
  if (points.length === 1) return call('exp', others[0]!);
  if (points.length === 2 && zeros.length === 1) return call('exprel', others[0]!);
  return call('_expdiff', ...others, ...zeros);
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

function throughPropagator(system: LinearSystem, row: number): Expression {
  const members = system.reachableFrom(row);
  const entries = system.submatrix(members).flat();
  const at = number(members.indexOf(row));
  let result: Expression = ZERO;
  members.forEach((member, column) => {
    const position = [number(members.length), at, number(column), DT, ...entries];
    result = add(result, multiply(name(system.names[member]!), call('_propagator', ...position)));
    const constant = system.constants[member]!;
    if (!isZeroLiteral(constant))
      result = add(result, multiply(constant, call('_propagator_integral', ...position)));
  });
  return result;
}
