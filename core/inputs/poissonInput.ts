import { parseExpression } from '../../grammars/equations/index.ts';
import type { Expression, Statement } from '../../grammars/equations/tree.ts';
import type { CodeObject } from '../codegen/codeObject.ts';
import { groupProblem, nearestVariables, runResolveContext } from '../groups/group.ts';
import { codeObject } from '../groups/prepareCode.ts';
import { recordString } from '../groups/recordString.ts';
import type { Owner } from '../groups/stateAccess.ts';
import { BrianObject, type CodeRunner, type ObjectOptions, type RunContext } from '../network/object.ts';
import { call, name, number } from '../symbolic/build.ts';
import type { SourceString } from '../text/provenance.ts';

export interface PoissonInputOptions extends ObjectOptions {
  readonly target: BrianObject & Owner;
  readonly variable: string;
  /** Number of independent inputs to each element. */
  readonly N: number;
  /** Hz. */
  readonly rate: number;
  /** What each spike adds: an SI value, or an expression evaluated for each element. */
  readonly weight: number | SourceString;
}

/** Adds the spikes of N Poisson processes to a variable: a binomial number of them in every step. */
export class PoissonInput extends BrianObject implements CodeRunner {
  readonly kind = 'code';
  readonly className = 'PoissonInput';
  readonly owner = this;
  readonly group: BrianObject & Owner;
  private readonly options: PoissonInputOptions;

  constructor(options: PoissonInputOptions) {
    super({ ...options, when: options.when ?? 'synapses', clock: options.target.clock });
    this.group = options.target;
    this.options = options;
    if (!options.target.variables.has(options.variable)) this.reportVariable(options.variable);
    this.parts.push(this);
    const { weight } = options;
    if (typeof weight !== 'number')
      recordString(options.target, 'weight', weight, () => ({
        kind: 'expression',
        expr: parseExpression(weight.value).tree,
      }));
  }

  private reportVariable(name: string): void {
    const { session, group: target } = this;
    const message = `'${name} is not a variable of ${target.name}'`;
    const problem = groupProblem(this, 'unknown-variable', 'KeyError', message, this.locate?.('target_var'));
    session.problems.report({ ...problem, hint: nearestVariables(target, name) });
  }

  prepare(run: RunContext): CodeObject | undefined {
    const { target } = this;
    const context = { ...runResolveContext(target, run), objectName: this.name };
    const { weight } = this.options;
    const source = typeof weight === 'number' ? undefined : weight;
    const sections = [{ statements: [this.statement()], source, checked: true }];
    const data = { template: 'stateupdate' as const, N: target.N, start: target.start };
    return codeObject({ name: this.name, sections }, data, context, run.session.analysing);
  }

  private statement(): Statement {
    const { variable, N, rate, weight } = this.options;
    const size = typeof weight === 'number' ? number(weight, false) : parseExpression(weight.value).tree;
    const { range } = size;
    const count = call('_binomial', number(N), number(rate * this.clock.dt, false));
    const expr: Expression = { kind: 'binary', op: '*', left: size, right: count, range };
    return { target: name(variable), op: '+=', expr, range };
  }
}
