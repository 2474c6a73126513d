import { parseExpression } from '../../grammars/equations/index.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import type { CodeObject } from '../codegen/codeObject.ts';
import { dimensionOf } from '../equations/dimensionOf.ts';
import { type EventSource, eventSpaceName } from '../groups/events.ts';
import { readExpression } from '../groups/expressionString.ts';
import { Group, type GroupOptions, runResolveContext } from '../groups/group.ts';
import { codeObject, counting, reportIn } from '../groups/prepareCode.ts';
import { recordString } from '../groups/recordString.ts';
import type { CodeRunner, RunContext } from '../network/object.ts';
import { name } from '../symbolic/build.ts';
import { assign } from '../symbolic/statements.ts';
import type { SourceString } from '../text/provenance.ts';
import { DIMENSIONLESS, HERTZ } from '../units/dimension.ts';
import { unitDisplay } from '../units/displayUnits.ts';
import { defaultFloatType } from '../variables/floatType.ts';
import type { ArrayVariable } from '../variables/variable.ts';
import { Variables } from '../variables/variables.ts';

/** Hz: one number, one per neuron, or an expression evaluated at every step; absent where not known. */
export type Rates = number | ArrayLike<number> | SourceString | undefined;

export interface PoissonGroupOptions extends GroupOptions {
  readonly N: number;
  readonly rates: Rates;
}

/** Independent spikes: each neuron spikes in a step with probability rate * dt. */
export class PoissonGroup extends Group implements EventSource {
  readonly className = 'PoissonGroup';
  readonly variables: Variables;
  readonly N: number;
  readonly thresholder: PoissonThresholder;
  private readonly space: ArrayVariable;

  constructor(options: PoissonGroupOptions) {
    super({ when: 'thresholds', ...options, name: options.name ?? 'poissongroup*' });
    this.N = options.N;
    this.variables = new Variables(this.name, this.session.storage);
    this.variables.addConstant('N', this.N);
    this.variables.addArange('i', this.N);
    for (const name of ['t', 'dt', 't_in_timesteps'])
      this.variables.addReference(name, this.clock.variables.get(name)!, '0');
    const space = { size: this.N + 1, dataType: 'int32', readOnly: true } as const;
    this.space = this.variables.addArray(eventSpaceName('spike'), space);
    const source = isSource(options.rates) ? options.rates : undefined;
    if (source === undefined) this.addRates(options.rates as Exclude<Rates, SourceString>);
    else
      this.variables.addSubexpression('rates', parseExpression(source.value).tree, HERTZ, 'float64', false);
    this.thresholder = new PoissonThresholder(this, this.space, source);
    this.parts.push(this.thresholder);
  }

  eventSpace(event: string): ArrayVariable | undefined {
    return event === 'spike' ? this.space : undefined;
  }

  get eventSpaceSize(): number {
    return this.N;
  }

  eventPart(event: string) {
    return event === 'spike' ? this.thresholder : undefined;
  }

  private addRates(rates: number | ArrayLike<number> | undefined): void {
    const variable = this.variables.addArray('rates', {
      size: this.N,
      dimension: HERTZ,
      dataType: defaultFloatType(this.session.preferences),
    });
    if (rates === undefined || this.session.analysing) return;
    const array = this.session.storage.array(variable);
    if (typeof rates === 'number') array.fill(rates);
    else array.set(rates);
  }
}

function isSource(rates: Rates): rates is SourceString {
  return typeof rates === 'object' && 'value' in rates;
}

const CONDITION = { name: '_cond', dataType: 'bool', dimension: DIMENSIONLESS } as const;

class PoissonThresholder implements CodeRunner {
  readonly kind = 'code';
  readonly className = 'Thresholder';
  readonly name: string;

  constructor(
    readonly owner: PoissonGroup,
    private readonly space: ArrayVariable,
    private readonly rates?: SourceString,
  ) {
    this.name = `${owner.name}_spike_thresholder`;
    if (rates !== undefined)
      recordString(owner, 'rates', rates, () => ({
        kind: 'expression',
        expr: parseExpression(rates.value).tree,
      }));
  }

  get clock() {
    return this.owner.clock;
  }
  get when() {
    return this.owner.when;
  }
  get order() {
    return this.owner.order;
  }

  prepare(run: RunContext): CodeObject | undefined {
    const context = counting({ ...runResolveContext(this.owner, run), objectName: this.owner.name });
    const rates = this.rates === undefined ? name('rates') : this.ratesExpression(context);
    if (rates === undefined || context.errors() > 0) return undefined;
    const range = rates.range;
    const chance: Expression = { kind: 'binary', op: '*', left: rates, right: name('dt'), range };
    const draw: Expression = { kind: 'call', name: 'rand', nameRange: range, args: [], range };
    const condition: Expression = { kind: 'comparison', op: '<', left: draw, right: chance, range };
    const sections = [{ statements: [assign('_cond', condition)] }];
    const data = { template: 'threshold' as const, N: this.owner.N, eventSpace: this.space };
    return codeObject(
      { name: this.name, variables: [CONDITION], sections },
      data,
      context,
      run.session.analysing,
    );
  }

  private ratesExpression(context: ReturnType<typeof runResolveContext>): Expression | undefined {
    const source = this.rates!;
    const read = readExpression(source, context);
    if (read === undefined) return undefined;
    const { tree, names } = read;
    const report = reportIn(source, context);
    const dimension = dimensionOf(tree, names, report);
    if (dimension !== undefined && dimension !== HERTZ) {
      const message = `The expression provided for PoissonGroup's 'rates' argument, has to have units of Hz (unit is ${unitDisplay(dimension)}).`;
      report({
        code: 'dimension-mismatch',
        errorClass: 'DimensionMismatchError',
        message,
        range: tree.range,
      });
    }
    return tree;
  }
}
