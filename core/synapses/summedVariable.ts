import type { Expression } from '../../grammars/equations/tree.ts';
import type { CodeObject } from '../codegen/codeObject.ts';
import { dimensionOf } from '../equations/dimensionOf.ts';
import type { Equations } from '../equations/equations.ts';
import type { SingleEquation } from '../equations/singleEquation.ts';
import { groupProblem, runResolveContext } from '../groups/group.ts';
import { codeObject, reportIn, resolveCode } from '../groups/prepareCode.ts';
import type { ResolveContext } from '../namespaces/resolve.ts';
import type { Names } from '../namespaces/resolved.ts';
import type { CodeRunner, RunContext } from '../network/object.ts';
import { assign } from '../symbolic/statements.ts';
import { mismatchMessage } from '../units/errors.ts';
import type { ArrayVariable } from '../variables/variable.ts';
import type { Synapses } from './synapses.ts';

export function summedEquations(equations: Equations): SingleEquation[] {
  return [...equations.values()].filter((equation) => equation.flags.includes('summed'));
}

/** Before the neurons are updated, overwrites a parameter of theirs with the sum over their synapses. */
export class SummedVariableUpdater implements CodeRunner {
  readonly kind = 'code';
  readonly className = 'SummedVariableUpdater';
  readonly name: string;
  readonly when = 'groups';
  private readonly side: 'pre' | 'post';
  private readonly target?: ArrayVariable;

  constructor(
    readonly owner: Synapses,
    private readonly equation: SingleEquation,
  ) {
    const { name } = equation;
    this.name = `${owner.name}_summed_variable_${name}`;
    this.side = name.endsWith('_pre') ? 'pre' : 'post';
    if (!/_(pre|post)$/.test(name)) {
      this.report('ValueError', `The summed variable '${name}' does not end in '_pre' or '_post'.`);
      return;
    }
    this.target = this.findTarget();
  }

  get clock() {
    return this.end.clock;
  }

  get order(): number {
    return this.end.order - 1;
  }

  private get end() {
    return this.side === 'pre' ? this.owner.source : this.owner.target;
  }

  prepare(run: RunContext): CodeObject | undefined {
    const { owner, equation, target, end } = this;
    if (equation.expr === undefined || target === undefined) return undefined;
    const context = { ...runResolveContext(owner, run), objectName: this.name };
    const { dimension } = equation;
    const request = {
      name: this.name,
      variables: [{ name: '_synaptic_var', dataType: 'float64', dimension } as const],
      sections: [
        { statements: [assign('_synaptic_var', equation.expr)], source: equation.source, checked: true },
      ],
    };
    this.checkUnits(equation.expr, resolveCode(request, context), context);
    const data = {
      template: 'summed_variable' as const,
      synapses: { ...owner.ends, size: owner.N },
      target,
      targetStart: end.start,
      targetSize: end.N,
      side: this.side,
    };
    return codeObject(request, data, context, run.session.analysing);
  }

  private checkUnits(expr: Expression, names: Names, context: ResolveContext): void {
    const { name, exprText, dimension: expected, source } = this.equation;
    const report = reportIn(source, context);
    const dimension = dimensionOf(expr, names, report);
    if (dimension === undefined || dimension === expected) return;
    const text = `The target variable '${name}' does not have the same dimensions as the right-hand side expression '${exprText}'.`;
    const message = mismatchMessage(text, [expected, dimension]);
    report({ code: 'dimension-mismatch', errorClass: 'DimensionMismatchError', message, range: expr.range });
  }

  private findTarget(): ArrayVariable | undefined {
    const { equation, end, owner } = this;
    const name = equation.name.replace(/_(pre|post)$/, '');
    const variable = end.variables.get(name);
    if (variable === undefined && !end.variables.open) {
      const message = `The summed variable '${equation.name}' does not refer to any known variable in the target group.`;
      this.report('ValueError', message);
      return undefined;
    }
    if (variable?.kind !== 'array' || variable.readOnly) {
      const message = `The summed variable '${equation.name}' needs a corresponding parameter '${name}' in the target group.`;
      this.report('ValueError', message);
      return undefined;
    }
    if (variable.dimension !== equation.dimension) {
      const text = 'Summed variables need to have the same units in Synapses and the target group';
      this.report('DimensionMismatchError', mismatchMessage(text, [equation.dimension]));
      return undefined;
    }
    if (owner.parts.some((part) => part instanceof SummedVariableUpdater && part.target === variable)) {
      const message = `The target variable '${name}' is already updated by another summed variable`;
      this.report('ValueError', message);
      return undefined;
    }
    return variable;
  }

  private report(errorClass: string, message: string): void {
    const { equation, owner } = this;
    const location = equation.source.provenance?.locate(equation.nameRange);
    owner.session.problems.report(groupProblem(owner, 'summed-variable', errorClass, message, location));
  }
}
