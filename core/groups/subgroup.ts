import { BrianObject } from '../network/object.ts';
import type { Location } from '../text/range.ts';
import { Variables } from '../variables/variables.ts';
import type { EventSource } from './events.ts';
import { type Group, groupProblem } from './group.ts';

/** A contiguous part of a group: a view that owns no values, with indices that start at 0. */
export class Subgroup extends BrianObject implements EventSource {
  readonly className = 'Subgroup';
  override readonly addToMagicNetwork = false;
  readonly variables: Variables;
  readonly N: number;
  readonly source: Group & EventSource;
  /** Absolute, also for a part of a part. */
  readonly start: number;
  readonly stop: number;

  constructor(source: Group & EventSource, start: number, stop: number, location?: Location) {
    super({
      session: source.session,
      name: `${source.name}_subgroup*`,
      clock: source.clock,
      when: 'thresholds',
      order: source.order + 1,
      location,
    });
    this.source = source;
    this.start = start;
    this.stop = stop;
    this.N = stop - start;
    this.variables = this.makeVariables();
  }

  get groupNamespace() {
    return this.source.groupNamespace;
  }

  eventSpace(event: string) {
    return this.source.eventSpace(event);
  }

  get eventSpaceSize(): number {
    return this.source.eventSpaceSize;
  }

  /** Later than the group itself, and always in the thresholds slot, as in Brian. */
  eventPart(event: string) {
    const part = this.source.eventPart(event);
    return part && { when: 'thresholds', order: this.source.order + 1 };
  }

  override dependencies(): readonly BrianObject[] {
    return [this.source];
  }

  private makeVariables(): Variables {
    const variables = new Variables(this.name, this.session.storage);
    variables.open = this.source.variables.open;
    variables.addConstant('N', this.N);
    variables.addArange('i', this.N);
    for (const name of this.source.variables.names()) {
      if (name === 'N' || name === 'i') continue;
      const resolved = this.source.variables.resolve(name);
      if (resolved?.kind !== 'variable') continue;
      if (!['_idx', '_sub_idx', '0'].includes(resolved.index)) this.reportLinked(name, resolved.index);
      const index = resolved.index === '_idx' ? '_sub_idx' : resolved.index;
      variables.addReference(name, resolved.variable, index, resolved.definition);
    }
    return variables;
  }

  private reportLinked(name: string, index: string): void {
    const message = `Do not know how to deal with variable '${name}' using index '${index}' in a subgroup.`;
    this.session.problems.report(groupProblem(this, 'linked', 'ValueError', message));
  }
}
