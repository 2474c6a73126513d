import { printExpression } from '../../grammars/equations/print.ts';
import { dependsOn } from '../symbolic/tree.ts';
import { isConstantOverDt } from './constancy.ts';
import { exactUpdate } from './exact.ts';
import { linearSystem } from './linearSystem.ts';
import { noiseSymbols, type StateUpdateMethod, substitutedEquations } from './method.ts';

export const INDEPENDENT_IS_DEPRECATED =
  "The 'independent' state updater is deprecated and might be removed in future versions of Brian.";

/** Exact solution of equations that do not depend on each other; deprecated, as in Brian. */
export const independent: StateUpdateMethod = {
  name: 'independent',
  options: [],
  integrate(equations, context) {
    const substituted = substitutedEquations(equations);
    if (noiseSymbols(substituted).length > 0)
      return { unsupported: 'Cannot solve stochastic equations with this state updater' };
    const system = linearSystem(substituted);
    const names = new Set(substituted.map(({ name }) => name));
    for (const { name, expr } of substituted) {
      const others = new Set([...names].filter((other) => other !== name));
      if ('nonlinear' in system || dependsOn(expr, others) || !isConstantOverDt(expr, context))
        return {
          unsupported: `Cannot explicitly solve: d${name}/dt = ${printExpression(expr)}`,
          variable: name,
        };
    }
    return 'nonlinear' in system
      ? { unsupported: 'Cannot explicitly solve' }
      : { abstractCode: exactUpdate(system) };
  },
};
