import { parseExpression, parseStatements, printForMessage } from '../../grammars/equations/index.ts';
import type { Expression, Statement } from '../../grammars/equations/tree.ts';
import type { CodeObject } from '../codegen/codeObject.ts';
import { dimensionOf } from '../equations/dimensionOf.ts';
import { embedded, statementFault } from '../groups/codeFaults.ts';
import { groupProblem, nearestVariables, runResolveContext } from '../groups/group.ts';
import { codeObject, counting, reportIn } from '../groups/prepareCode.ts';
import { recordString } from '../groups/recordString.ts';
import type { Owner } from '../groups/stateAccess.ts';
import { namesOf, type ResolveContext, resolveNames } from '../namespaces/resolve.ts';
import { BrianObject, type CodeRunner, type ObjectOptions, type RunContext } from '../network/object.ts';
import { call, name, number } from '../symbolic/build.ts';
import type { SourceString } from '../text/provenance.ts';
import { unitDisplay } from '../units/displayUnits.ts';

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
  readonly partOf: BrianObject & Owner;
  private readonly options: PoissonInputOptions;

  constructor(options: PoissonInputOptions) {
    super({ ...options, when: options.when ?? 'synapses', clock: options.target.clock });
    this.partOf = options.target;
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
    const { session, partOf: target } = this;
    const message = `'${name} is not a variable of ${target.name}'`;
    const problem = groupProblem(this, 'unknown-variable', 'KeyError', message, this.locate?.('target_var'));
    session.problems.report({ ...problem, hint: nearestVariables(target, name) });
  }

  prepare(run: RunContext): CodeObject | undefined {
    const { partOf: target } = this;
    const context = { ...runResolveContext(target, run), objectName: this.name };
    const { weight } = this.options;
    const source = typeof weight === 'number' ? undefined : weight;
    if (source !== undefined && !this.checkWeight(source, context)) return undefined;
    const sections = [{ statements: [this.statement()], source, checked: true }];
    const data = { template: 'stateupdate' as const, N: target.N, start: target.start };
    return codeObject({ name: this.name, sections }, data, context, run.session.analysing);
  }

  /** False where the weight can't be used at all. */
  private checkWeight(source: SourceString, context: ResolveContext): boolean {
    const { variable } = this.options;
    const counted = counting(context);
    const spikes = `${this.name}_binomial()`;
    const line = embedded(`${variable} += ${spikes}*(`, source, ')');
    for (const problem of parseStatements(line.value).problems)
      reportIn(line, counted)(statementFault(problem, this.name, counted));
    if (counted.errors() > 0) return false;
    const { tree } = parseExpression(source.value);
    const report = reportIn(source, counted);
    const dimension = dimensionOf(tree, resolveNames(namesOf(tree, source), counted), report);
    const expected = this.partOf.variables.get(variable)?.dimension;
    if (dimension === undefined || expected === undefined || dimension === expected)
      return counted.errors() === 0;
    const added = `${spikes} * ${printForMessage(tree)}`;
    const message =
      `Expression '${variable} + ${added}' uses inconsistent units ('${variable}' has unit ${unitDisplay(expected)}; ` +
      `'${added}' has unit ${unitDisplay(dimension)}).`;
    report({ code: 'dimension-mismatch', errorClass: 'DimensionMismatchError', message, range: tree.range });
    return false;
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
