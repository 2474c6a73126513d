import { parseStatements } from '../../grammars/equations/index.ts';
import type { CodeObject } from '../codegen/codeObject.ts';
import type { Clock } from '../network/clock.ts';
import { BrianObject, type CodeRunner, type RunContext } from '../network/object.ts';
import type { SourceString } from '../text/provenance.ts';
import type { Location } from '../text/range.ts';
import { runResolveContext } from './group.ts';
import { codeObject, parseSection } from './prepareCode.ts';
import { recordString } from './recordString.ts';
import type { Owner } from './stateAccess.ts';
import { Subgroup } from './subgroup.ts';

export interface RunRegularlyOptions {
  readonly clock?: Clock;
  readonly when?: string;
  readonly order?: number;
  readonly name?: string;
  readonly location?: Location;
}

/** Statements that run for all elements of a group at every step of a clock. Runs wherever its group does. */
export class RunRegularly extends BrianObject implements CodeRunner {
  readonly kind = 'code';
  readonly className = 'CodeRunner';
  override readonly addToMagicNetwork = false;
  readonly owner = this;
  readonly partOf: BrianObject & Owner;

  constructor(
    group: BrianObject & Owner,
    private readonly code: SourceString,
    options: RunRegularlyOptions,
  ) {
    super({
      session: group.session,
      name: options.name ?? `${group.name}_run_regularly*`,
      clock: options.clock ?? group.clock,
      when: options.when ?? 'start',
      order: options.order ?? 0,
      location: options.location,
    });
    this.partOf = group;
    // Nobody adds the part of a group that a script indexes in passing to a network.
    (group instanceof Subgroup ? group.source : group).parts.push(this);
    recordString(group, 'run_regularly', code, () => ({
      kind: 'statements',
      statements: parseStatements(code.value).tree,
    }));
  }

  prepare(run: RunContext): CodeObject | undefined {
    if (!this.active) return undefined;
    const { partOf: group } = this;
    const context = { ...runResolveContext(group, run), objectName: this.name };
    const section = parseSection(this.code, context);
    const data = { template: 'stateupdate' as const, N: group.N, start: group.start, ends: group.ends };
    return codeObject({ name: this.name, sections: [section] }, data, context, run.session.analysing);
  }
}
