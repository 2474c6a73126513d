import { printExpression } from '../../grammars/equations/print.ts';
import { isSingular } from '../symbolic/matrix.ts';
import { isConstantOverDt } from './constancy.ts';
import { hasComplexSolution } from './eigenvalues.ts';
import { type LinearSystem, linearSystem } from './linearSystem.ts';
import {
  AbstractCode,
  type Integration,
  type IntegrationContext,
  type NamedExpression,
  noiseSymbols,
  type StateUpdateMethod,
  substitutedEquations,
} from './method.ts';
import { propagated } from './propagation.ts';

/**
 * Exact integration of linear equations with coefficients that are constant over a step. Takes the systems
 * that Brian takes (M invertible, no solution that is complex whatever the coefficients are worth), and stays
 * right where Brian's closed form divides by zero.
 */
export const exact: StateUpdateMethod = {
  name: 'exact',
  options: ['simplify'],
  integrate(equations, context) {
    const substituted = substitutedEquations(equations);
    if (noiseSymbols(substituted).length > 0)
      return { unsupported: 'Cannot solve stochastic equations with this state updater.' };
    const system = linearSystem(substituted);
    if ('nonlinear' in system) return nonlinear(system.nonlinear);
    return refusal(system, context) ?? { abstractCode: exactUpdate(system) };
  },
};

/** The update of a linear system, whether or not Brian would solve it. */
export function exactUpdate(system: LinearSystem): string {
  if (system.names.length === 0) return '';
  const code = new AbstractCode();
  system.names.forEach((name, k) => {
    code.assign(`_${name}`, propagated(system, k));
  });
  return code.finish(system.names);
}

function nonlinear({ name, expr }: NamedExpression): Integration {
  const text = printExpression(expr);
  const unsupported = `The expression '${text}', defining the variable '${name}', could not be separated into linear components.`;
  return { unsupported, variable: name };
}

function refusal(system: LinearSystem, context: IntegrationContext): Integration | undefined {
  for (const [row, coefficients] of system.rows.entries()) {
    const changing = [...coefficients.values(), system.constants[row]!].find(
      (e) => !isConstantOverDt(e, context),
    );
    if (changing !== undefined) {
      const unsupported = `Expression '${printExpression(changing)}' is not guaranteed to be constant over a time step.`;
      return { unsupported, variable: system.names[row]! };
    }
  }
  const blocks = system.components().map((members) => system.submatrix(members));
  if (blocks.some(isSingular))
    return { unsupported: 'Cannot solve the given equations with this stateupdater.' };
  const whole = system.submatrix(system.names.map((_, k) => k));
  if (blocks.some((block) => hasComplexSolution(block, whole))) {
    const unsupported =
      'The solution to the linear system contains complex values which is currently not implemented.';
    return { unsupported };
  }
  return undefined;
}
