import type { CodeObject } from '../codegen/codeObject.ts';
import type { Equations } from '../equations/equations.ts';
import type { CodeRunner, RunContext } from '../network/object.ts';
import { assign } from '../symbolic/statements.ts';
import { type Group, runResolveContext } from './group.ts';
import { codeObject } from './prepareCode.ts';

/** Evaluates the subexpressions that are `constant over dt`, once at the beginning of each step. */
export class SubexpressionUpdater implements CodeRunner {
  readonly kind = 'code';
  readonly className = 'SubexpressionUpdater';
  readonly name: string;
  readonly when = 'before_start';

  constructor(
    readonly owner: Group,
    private readonly equations: Equations,
  ) {
    this.name = `${owner.name}_subexpression_update`;
  }

  get clock() {
    return this.owner.clock;
  }
  get order() {
    return this.owner.order;
  }

  get isEmpty(): boolean {
    return this.updated().length === 0;
  }

  prepare(run: RunContext): CodeObject | undefined {
    const context = { ...runResolveContext(this.owner, run), objectName: this.name };
    const sections = this.updated().map(({ name, expr, source }) => ({
      statements: [assign(name, expr)],
      source,
      checked: true,
    }));
    const { N, ends } = this.owner;
    const data = { template: 'stateupdate' as const, N, start: 0, ends };
    return codeObject({ name: this.name, sections }, data, context, run.session.analysing);
  }

  private updated() {
    return this.equations.subexpressions.filter((e) => e.flags.includes('constant over dt'));
  }
}
