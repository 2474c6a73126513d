import type { CodeObject, StateRecord } from '../codegen/codeObject.ts';
import { GrowingValues } from '../devices/growing.ts';
import { groupProblem, nearestVariables, runResolveContext, type VariableOwner } from '../groups/group.ts';
import { codeObject } from '../groups/prepareCode.ts';
import { type AccessContext, getState } from '../groups/stateAccess.ts';
import type { ObjectState } from '../network/networkState.ts';
import { BrianObject, type CodeRunner, type ObjectOptions, type RunContext } from '../network/object.ts';
import { warning } from '../problems/problem.ts';
import { name as nameNode } from '../symbolic/build.ts';
import { assign } from '../symbolic/statements.ts';
import { DIMENSIONLESS, type Dimension } from '../units/dimension.ts';
import { recordArray, restoreRecord, storedRecord } from './record.ts';

export interface StateMonitorOptions extends ObjectOptions {
  readonly source: BrianObject & VariableOwner;
  readonly variables: readonly string[];
  /** Indices relative to the source; `'all'` is settled when first run, for synapses may still be made. */
  readonly record: 'all' | Int32Array;
}

/** Records values of some elements at every step of its clock. */
export class StateMonitor extends BrianObject implements CodeRunner {
  readonly kind = 'code';
  readonly className = 'StateMonitor';
  override readonly invalidatesMagicNetwork = false;
  readonly owner = this;
  readonly source: BrianObject & VariableOwner;
  readonly variables: readonly string[];
  readonly record: StateRecord;
  private indices?: Int32Array;

  constructor(options: StateMonitorOptions) {
    super({ ...options, clock: options.clock ?? options.source.clock });
    this.source = options.source;
    // Code that records what is not there would only repeat the complaint.
    this.variables = options.variables.filter((name) => this.checkVariable(name));
    if (options.record !== 'all') this.indices = options.record;
    this.checkOptions();
    const { variables } = this.source;
    this.record = {
      name: this.name,
      t: GrowingValues.float64(),
      variables: new Map(this.variables.map((name) => [name, recordArray(variables.get(name))])),
    };
    this.parts.push(this);
  }

  override dependencies(): readonly BrianObject[] {
    return [this.source];
  }

  /** The recorded indices, relative to the source. */
  get recorded(): Int32Array {
    return this.indices ?? Int32Array.from({ length: this.source.N }, (_, k) => k);
  }

  dimensionOf(name: string): Dimension {
    return this.source.variables.get(name)?.dimension ?? DIMENSIONLESS;
  }

  private get recordArrays() {
    return new Map([['t', this.record.t], ...this.record.variables]);
  }

  override storedState(): ObjectState {
    return storedRecord(this.recordArrays);
  }

  override restoreState(state: ObjectState): void {
    restoreRecord(this.recordArrays, state);
  }

  settle(): string {
    this.indices ??= this.recorded;
    return String(this.source.variables.revision);
  }

  prepare(run: RunContext): CodeObject | undefined {
    const { source } = this;
    const context = { ...runResolveContext(source, run), objectName: this.name };
    const sections = [
      { statements: this.variables.map((name) => assign(`_to_record_${name}`, nameNode(name))) },
    ];
    const data = {
      template: 'statemonitor' as const,
      indices: this.indices ?? new Int32Array(0),
      start: source.start,
      monitor: this.record,
      ends: source.ends,
    };
    return codeObject({ name: this.name, sections }, data, context, run.session.analysing);
  }

  /** Records the present values, once. */
  recordNow(access: AccessContext): void {
    const { record, recorded: indices } = this;
    record.t.push(this.clock.t);
    for (const [name, values] of record.variables)
      for (const value of getState(this.source, name, { kind: 'indices', indices }, access))
        values.push(value);
  }

  private checkVariable(name: string): boolean {
    const { source } = this;
    if (source.variables.has(name) || source.variables.open) return true;
    const place = this.locate?.('variables', name);
    const problem = groupProblem(this, 'unknown-variable', 'KeyError', `'${name}'`, place);
    this.session.problems.report({ ...problem, hint: nearestVariables(source, name) });
    return false;
  }

  private warnOnShared(name: string): void {
    const isShared = this.source.variables.get(name)?.scalar ?? false;
    if (!isShared || (this.indices?.length ?? this.source.N) <= 1) return;
    const message = `Variable ${name} is a shared variable but it will be recorded once for every target.`;
    this.session.warnOnce(warning('shared-variable', message, this.locate?.('variables', name)));
  }

  private checkOptions(): void {
    const { session, source } = this;
    for (const name of this.variables) this.warnOnShared(name);
    // Nobody knows how many synapses there will be.
    if (session.analysing && source.ends !== undefined) return;
    const bad = this.indices?.some((k) => !(k >= 0 && k < source.N));
    if (!bad) return;
    const message = `The indices to record from contain values outside of the range [0, ${source.N - 1}] allowed for the group '${source.name}'`;
    session.problems.report(groupProblem(this, 'index', 'IndexError', message, this.locate?.('record')));
  }
}
