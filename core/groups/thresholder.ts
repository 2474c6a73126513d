import { parseExpression } from '../../grammars/equations/index.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import type { CodeObject } from '../codegen/codeObject.ts';
import { checkCondition } from '../equations/checkCondition.ts';
import { type ResolveContext, resolveNames } from '../namespaces/resolve.ts';
import type { CodeRunner, RunContext } from '../network/object.ts';
import { assign } from '../symbolic/statements.ts';
import type { SourceString } from '../text/provenance.ts';
import type { TextRange } from '../text/range.ts';
import { DIMENSIONLESS } from '../units/dimension.ts';
import type { ArrayVariable } from '../variables/variable.ts';
import { runResolveContext } from './group.ts';
import type { NeuronGroup } from './neuronGroup.ts';
import { codeObject, counting, reportIn, resolveCode } from './prepareCode.ts';
import { recordString } from './recordString.ts';

const CONDITION = { name: '_cond', dataType: 'bool', dimension: DIMENSIONLESS } as const;

/** Finds the elements whose condition holds. A spike also needs the neuron not to be refractory. */
export class Thresholder implements CodeRunner {
  readonly kind = 'code';
  readonly name: string;
  when: string;
  order: number;

  constructor(
    readonly owner: NeuronGroup,
    readonly event: string,
    private readonly condition: SourceString,
  ) {
    this.name = `${owner.name}_${event}_thresholder`;
    this.when = event === 'spike' ? 'thresholds' : 'after_thresholds';
    this.order = owner.order;
    recordString(owner, 'threshold', condition, () => ({
      kind: 'expression',
      expr: parseExpression(condition.value).tree,
    }));
  }

  get clock() {
    return this.owner.clock;
  }

  prepare(run: RunContext): CodeObject | undefined {
    const context = { ...runResolveContext(this.owner, run), objectName: this.name };
    const { tree, problems } = parseExpression(this.condition.value);
    const report = reportIn(this.condition, context);
    for (const problem of problems)
      if (!reportAttribute(this.condition, problem.range, context)) report(problem);
    if (problems.length > 0) return undefined;
    const spike = this.event === 'spike' && this.owner.refractory !== undefined;
    const request = {
      name: this.name,
      variables: [CONDITION],
      sections: [
        {
          statements: [assign('_cond', spike ? whileNotRefractory(tree) : tree)],
          source: this.condition,
          checked: true,
        },
      ],
    };
    checkCondition(tree, resolveCode(request, context), report, this.condition.value);
    return codeObject(request, this.templateData(spike), context, run.session.analysing);
  }

  private templateData(spike: boolean) {
    const { variables, N } = this.owner;
    return {
      template: 'threshold' as const,
      N,
      eventSpace: this.owner.eventSpace(this.event)!,
      notRefractory: spike ? (variables.get('not_refractory') as ArrayVariable) : undefined,
      lastSpike: spike ? (variables.get('lastspike') as ArrayVariable) : undefined,
    };
  }
}

/** Brian looks up all names before it reads the condition: of `b2.mV` it misses `b2`. True where one is missing. */
function reportAttribute(condition: SourceString, range: TextRange, context: ResolveContext): boolean {
  const piece = condition.value.slice(range.start, range.end);
  if (!/^\w+(?:\.\w+)+$/.test(piece)) return false;
  const counted = counting(context);
  const uses = [...piece.matchAll(/[A-Za-z_]\w*/g)].map(({ 0: name, index }) => {
    const start = range.start + index;
    return { name, range: { start, end: start + name.length }, source: condition };
  });
  resolveNames(uses, counted);
  return counted.errors() > 0;
}

function whileNotRefractory(condition: Expression): Expression {
  const { range } = condition;
  const right: Expression = { kind: 'name', name: 'not_refractory', range };
  return { kind: 'logical', op: 'and', left: condition, right, range };
}
