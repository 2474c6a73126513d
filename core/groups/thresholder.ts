import { parseExpression } from '../../grammars/equations/index.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import type { CodeObject } from '../codegen/codeObject.ts';
import type { CodeRunner, RunContext } from '../network/object.ts';
import { assign } from '../symbolic/statements.ts';
import type { SourceString } from '../text/provenance.ts';
import { DIMENSIONLESS } from '../units/dimension.ts';
import type { ArrayVariable } from '../variables/variable.ts';
import { embedded } from './codeFaults.ts';
import { readCondition } from './expressionString.ts';
import { runResolveContext } from './group.ts';
import type { NeuronGroup } from './neuronGroup.ts';
import { codeObject, parseSection } from './prepareCode.ts';
import { recordString } from './recordString.ts';

const CONDITION = { name: '_cond', dataType: 'bool', dimension: DIMENSIONLESS } as const;

/** Finds the elements whose condition holds. A spike also needs the neuron not to be refractory. */
export class Thresholder implements CodeRunner {
  readonly kind = 'code';
  readonly className = 'Thresholder';
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

  settle(): string {
    return '';
  }

  prepare(run: RunContext): CodeObject | undefined {
    const context = { ...runResolveContext(this.owner, run), objectName: this.name };
    const read = readCondition(this.condition, context, notBoolean, this.name);
    if (read === undefined) return undefined;
    const { tree } = read;
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
    parseSection(embedded('_cond = ', this.condition), context);
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

function notBoolean(text: string): string {
  return `Threshold condition '${text}' is not a boolean expression`;
}

function whileNotRefractory(condition: Expression): Expression {
  const { range } = condition;
  const right: Expression = { kind: 'name', name: 'not_refractory', range };
  return { kind: 'logical', op: 'and', left: condition, right, range };
}
