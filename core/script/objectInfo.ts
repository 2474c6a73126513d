import { isEventSource } from '../groups/events.ts';
import { NeuronGroup } from '../groups/neuronGroup.ts';
import { StateUpdater } from '../groups/stateUpdater.ts';
import { Subgroup } from '../groups/subgroup.ts';
import type { ObjectInfo } from '../language/model.ts';
import { EventMonitor } from '../monitors/spikeMonitor.ts';
import { StateMonitor } from '../monitors/stateMonitor.ts';
import type { Resolved } from '../namespaces/resolved.ts';
import type { BrianObject } from '../network/object.ts';
import { Synapses } from '../synapses/synapses.ts';
import type { Variables } from '../variables/variables.ts';

/** A Brian object as the editor's features see it. Nothing is computed before it is asked for. */
export class BrianObjectInfo implements ObjectInfo {
  constructor(private readonly object: BrianObject) {}

  get name(): string {
    return this.object.name;
  }
  get className(): string {
    return this.object.className;
  }
  get location() {
    return this.object.location;
  }
  get dt(): number {
    return this.object.clock.dt;
  }

  /** Analysis connects nothing: how many synapses there will be is not known. */
  get size(): number | undefined {
    const { object } = this;
    return object instanceof Synapses || !('N' in object) ? undefined : Number(object.N);
  }

  get variables(): readonly string[] {
    const { object } = this;
    if (object instanceof StateMonitor) return object.variables;
    if (object instanceof EventMonitor) return object.recordedVariables;
    const names = [...(variablesOf(object)?.names() ?? [])];
    return names.filter((name) => !name.startsWith('_') && this.isVisible(name));
  }

  resolve(name: string): Resolved | undefined {
    return variablesOf(this.recorded ?? this.object)?.resolve(name);
  }

  get events(): readonly string[] {
    const { object } = this;
    if (object instanceof NeuronGroup) return [...object.events.keys()];
    if (object instanceof Subgroup && object.source instanceof NeuronGroup)
      return [...object.source.events.keys()];
    return isEventSource(object) ? ['spike'] : [];
  }

  get ends(): readonly string[] {
    const { object } = this;
    if (object instanceof Synapses) return [object.source.name, object.target.name];
    return object.dependencies().map(({ name }) => name);
  }

  get choice() {
    const updater = this.object.parts.find((part) => part instanceof StateUpdater);
    return updater?.choice;
  }

  /** What a monitor records. */
  private get recorded(): BrianObject | undefined {
    const { object } = this;
    const isMonitor = object instanceof StateMonitor || object instanceof EventMonitor;
    return isMonitor ? object.source : undefined;
  }

  private isVisible(name: string): boolean {
    const resolved = this.resolve(name);
    return resolved?.kind !== 'variable' || resolved.variable.kind !== 'auxiliary';
  }
}

function variablesOf(object: BrianObject): Variables | undefined {
  return 'variables' in object ? (object as BrianObject & { variables: Variables }).variables : undefined;
}
