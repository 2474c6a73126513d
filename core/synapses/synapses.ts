import type { Equations } from '../equations/equations.ts';
import { addEquationVariables } from '../groups/equationVariables.ts';
import { type EventSource, unknownEvent } from '../groups/events.ts';
import { Group, type GroupOptions, groupProblem } from '../groups/group.ts';
import { StateUpdater } from '../groups/stateUpdater.ts';
import { SubexpressionUpdater } from '../groups/subexpressionUpdater.ts';
import type { ObjectState } from '../network/networkState.ts';
import type { BrianObject, RunContext } from '../network/object.ts';
import type { SourceString } from '../text/provenance.ts';
import type { Location } from '../text/range.ts';
import { SECOND } from '../units/dimension.ts';
import { defaultFloatType, type GivenTypes } from '../variables/floatType.ts';
import type { ArrayVariable } from '../variables/variable.ts';
import { Variables } from '../variables/variables.ts';
import { addNeuronVariables } from './neuronVariables.ts';
import { clockDrivenNotes, stepMismatch } from './notes.ts';
import { SynapticPathway } from './pathway.ts';
import { SummedVariableUpdater, summedEquations } from './summedVariable.ts';

/** Flags that a model of Synapses may have, by the type of equation. */
export const SYNAPSES_FLAGS = {
  'differential equation': ['event-driven', 'clock-driven'],
  parameter: ['constant', 'shared'],
  subexpression: ['summed', 'shared', 'constant over dt'],
} as const;

/** A pathway as the script asks for it. */
export interface PathwayRequest {
  /** `pre`, `post`, or the name that the script gives it. */
  readonly name: string;
  readonly side: 'pre' | 'post';
  readonly code: SourceString;
  readonly event: string;
  /** Seconds; one delay for all synapses. */
  readonly delay?: number;
}

export interface SynapsesOptions extends GroupOptions {
  readonly source: BrianObject & EventSource;
  readonly target: BrianObject & EventSource;
  readonly equations: Equations;
  readonly pathways: readonly PathwayRequest[];
  readonly method?: string | readonly string[];
  readonly methodLocation?: Location;
  readonly methodOptions?: readonly string[];
  /** Name for the number of a synapse among those that join the same two neurons. */
  readonly multisynapticIndex?: string;
  /** `dtype=` */
  readonly types?: GivenTypes;
}

/** Connections between two groups, with a model of their own and code that runs when events arrive. */
export class Synapses extends Group {
  readonly className = 'Synapses';
  readonly variables: Variables;
  readonly source: BrianObject & EventSource;
  readonly target: BrianObject & EventSource;
  readonly equations: Equations;
  readonly pathways = new Map<string, SynapticPathway>();
  /** Absolute indices into the arrays of the groups at both ends. */
  override readonly ends: { readonly pre: ArrayVariable; readonly post: ArrayVariable };
  readonly multisynapticIndex?: string;
  /** True once `connect` was called, even if it made nothing. */
  connected = false;
  /** Grows with every call of `connect`: what was derived from the connections is out of date. */
  generation = 0;
  private count = 0;

  constructor(options: SynapsesOptions) {
    super({ ...options, name: options.name ?? 'synapses*' });
    this.source = options.source;
    this.target = options.target;
    this.equations = options.equations;
    this.variables = new Variables(this.name, this.session.storage);
    const index = { size: 0, dataType: 'int32', dynamic: true, constant: true, readOnly: true } as const;
    this.ends = {
      pre: this.variables.addArray('_synaptic_pre', index),
      post: this.variables.addArray('_synaptic_post', index),
    };
    this.multisynapticIndex = options.multisynapticIndex;
    this.addVariables(options.types);
    for (const note of clockDrivenNotes(this.equations, this.location)) this.session.warnOnce(note);
    this.addParts(options);
  }

  get N(): number {
    return this.count;
  }

  override dependencies(): readonly BrianObject[] {
    return [this.source, this.target];
  }

  /** Raises TypeError where nothing was ever connected: the object would silently do nothing. */
  override beforeRun(run: RunContext): void {
    for (const pathway of this.pathways.values()) {
      const mismatch = stepMismatch(pathway);
      if (mismatch) this.session.warnOnce(mismatch);
    }
    if (this.connected) return;
    const message =
      `Synapses object '${this.name}' does not do anything, since it has not created synapses with 'connect'. ` +
      'Set its active attribute to False if you intend to do only do this for a subsequent run.';
    const hint = 'Call connect() of it, connect(p=0.1) for example, before the run.';
    run.report({ ...groupProblem(this, 'not-connected', 'TypeError', message), hint, objectName: this.name });
  }

  override storedState(): ObjectState {
    const stored = new Map(super.storedState());
    for (const [name, pathway] of this.pathways)
      for (const [key, values] of pathway.storedEvents()) stored.set(`${name} ${key}`, values);
    return stored;
  }

  override restoreState(state: ObjectState): void {
    super.restoreState(state);
    this.count = state.get('_synaptic_pre')?.length ?? this.count;
    this.generation++;
    for (const [name, pathway] of this.pathways) pathway.restoreEvents((key) => state.get(`${name} ${key}`));
  }

  /** Appends synapses given by index relative to source and target. */
  append(pre: Int32Array, post: Int32Array): void {
    this.connected = true;
    this.generation++;
    const before = this.count;
    this.resizeAll(before + pre.length);
    const { storage } = this.session;
    const preArray = storage.array(this.ends.pre);
    const postArray = storage.array(this.ends.post);
    for (let k = 0; k < pre.length; k++) {
      preArray[before + k] = pre[k]! + this.source.start;
      postArray[before + k] = post[k]! + this.target.start;
    }
    this.writeRelativeIndices(before, pre, post);
    this.countConnections(before);
    if (this.multisynapticIndex !== undefined) this.numberSynapses(this.multisynapticIndex);
  }

  /** Counts along the synapses of each pair of neurons, in the order in which they were made. */
  private numberSynapses(index: string): void {
    const { storage } = this.session;
    const pre = storage.array(this.ends.pre);
    const post = storage.array(this.ends.post);
    const numbers = storage.array(this.variables.get(index) as ArrayVariable);
    const seen = new Map<number, number>();
    const width = this.target.start + this.target.N;
    for (let k = 0; k < this.count; k++) {
      const pair = pre[k]! * width + post[k]!;
      const number = seen.get(pair) ?? 0;
      numbers[k] = number;
      seen.set(pair, number + 1);
    }
  }

  private countConnections(before: number): void {
    const { storage } = this.session;
    const preArray = storage.array(this.ends.pre);
    const postArray = storage.array(this.ends.post);
    const outgoing = storage.array(this.variables.get('N_outgoing') as ArrayVariable);
    const incoming = storage.array(this.variables.get('N_incoming') as ArrayVariable);
    for (let k = before; k < this.count; k++) {
      outgoing[preArray[k]!]!++;
      incoming[postArray[k]!]!++;
    }
  }

  private writeRelativeIndices(before: number, pre: Int32Array, post: Int32Array): void {
    const { storage } = this.session;
    // Where a group starts at 0 the absolute arrays serve as i and j: ten million synapses cost 8 bytes each.
    const i = this.variables.get('i') as ArrayVariable;
    const j = this.variables.get('j') as ArrayVariable;
    if (i !== this.ends.pre) (storage.array(i) as Int32Array).set(pre, before);
    if (j !== this.ends.post) (storage.array(j) as Int32Array).set(post, before);
  }

  private resizeAll(size: number): void {
    this.count = size;
    const { storage } = this.session;
    for (const name of this.variables.names()) {
      const variable = this.variables.get(name);
      if (variable?.kind === 'array' && variable.dynamic && variable.owner === this.name)
        if (variable.size !== size) storage.resize(variable, size);
    }
    const n = this.variables.get('N') as ArrayVariable;
    storage.array(n)[0] = size;
  }

  private addVariables(types: GivenTypes | undefined): void {
    const { variables, source, target, clock } = this;
    const index = { size: 0, dataType: 'int32', dynamic: true, constant: true, readOnly: true } as const;
    if (source.start === 0) variables.addReference('i', this.ends.pre);
    else variables.addArray('i', index);
    if (target.start === 0) variables.addReference('j', this.ends.post);
    else variables.addArray('j', index);
    variables.addArray('N', { size: 1, scalar: true, dataType: 'int32', constant: true, readOnly: true });
    variables.addConstant('N_pre', source.N);
    variables.addConstant('N_post', target.N);
    const counts = { dataType: 'int32', constant: true, readOnly: true } as const;
    const ends = [
      ['N_outgoing', source, '_presynaptic_idx'],
      ['N_incoming', target, '_postsynaptic_idx'],
    ] as const;
    for (const [name, group, end] of ends)
      variables.addArray(name, { ...counts, size: group.start + group.N, index: end });
    for (const name of ['t', 'dt', 't_in_timesteps'])
      variables.addReference(name, clock.variables.get(name)!, '0');
    if (this.multisynapticIndex !== undefined) variables.addArray(this.multisynapticIndex, index);
    if (this.isEventDriven)
      variables.addArray('lastupdate', {
        size: 0,
        dynamic: true,
        dimension: SECOND,
        dataType: defaultFloatType(this.session.preferences),
      });
    addEquationVariables(this, this.equations, { refractory: false, dynamic: true, types });
    addNeuronVariables(this, 'pre', source);
    addNeuronVariables(this, 'post', target);
  }

  get isEventDriven(): boolean {
    return [...this.equations.values()].some((equation) => equation.flags.includes('event-driven'));
  }

  private addParts(options: SynapsesOptions): void {
    for (const request of options.pathways) this.addPathway(request);
    const update = new SubexpressionUpdater(this, this.equations);
    if (!update.isEmpty) this.parts.push(update);
    for (const equation of summedEquations(this.equations))
      this.parts.push(new SummedVariableUpdater(this, equation));
    const { method, methodLocation, methodOptions } = options;
    const onlyChecks = this.equations.diffEquations.every(({ flags }) => flags.includes('event-driven'));
    const updater = { method, methodLocation, methodOptions, onlyChecks, refractory: false };
    this.parts.push(new StateUpdater(this, this.equations, updater));
  }

  private addPathway(request: PathwayRequest): void {
    const group = request.side === 'pre' ? this.source : this.target;
    const space = group.eventSpace(request.event);
    if (space === undefined) {
      const end = request.side === 'pre' ? 'Source' : 'Target';
      const hint = request.event === 'spike' ? " Did you forget to set a 'threshold'?" : '';
      const message = `${end} group '${group.name}' does not define an event '${request.event}'.${hint}`;
      const place = request.event === 'spike' ? this.location : this.locate?.('on_event', request.event);
      const problem = groupProblem(this, 'no-event', 'ValueError', message, place);
      this.session.problems.report({ ...problem, ...unknownEvent(group, request.event) });
      return;
    }
    const pathway = new SynapticPathway(this, request, group, space);
    this.pathways.set(request.name, pathway);
    this.parts.push(pathway);
  }
}

/** Flags that releases after 2.5.1 allow. */
export const SYNAPSES_NEWER_FLAGS = { parameter: ['linked'] } as const;

/** Flags that exclude each other. */
export const SYNAPSES_INCOMPATIBLE: readonly (readonly string[])[] = [
  ['event-driven', 'clock-driven'],
  ['summed', 'shared', 'constant over dt'],
];
