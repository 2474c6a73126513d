/** What there is to say about one thing of Brian. Data in, data out: editors decide how it looks. */

export interface Parameter {
  readonly name: string;
  /** Python text of the default; absent for arguments that must be given. */
  readonly default?: string;
  readonly text: string;
}

export type EntryKind = 'class' | 'function' | 'object' | 'exception' | 'method' | 'attribute';

/** A class, function or object of Brian's Python interface, or a member of one. */
export interface ApiEntry {
  readonly name: string;
  readonly kind: EntryKind;
  readonly text: string;
  /** What calls take, in order; empty for what is no callable. */
  readonly parameters: readonly Parameter[];
  /** Lines of a script in which `EXAMPLE_NAMES` exist. */
  readonly example?: string;
  /** Class of a call's result, of an attribute's value, or of the object. */
  readonly type?: string;
  /** Classes whose members it has too. */
  readonly bases: readonly string[];
  readonly members: ReadonlyMap<string, ApiEntry>;
}

/** How entries are written down; a key of `parameters` is a name, or `name=default`. */
export interface EntryText {
  readonly text: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly example?: string;
  readonly type?: string;
  readonly bases?: readonly string[];
  readonly attributes?: Readonly<Record<string, string | EntryText>>;
  readonly methods?: Readonly<Record<string, string | EntryText>>;
}

export type EntryTexts = Readonly<Record<string, EntryText>>;

/** Scripts in examples start with this. */
export const EXAMPLE_NAMES = `from brian2 import *
tau = 10*ms
G = NeuronGroup(10, 'dv/dt = -v/tau : 1', threshold='v > 1', reset='v = 0', method='exact')
S = Synapses(G, G, 'w : 1', on_pre='v_post += w')
S.connect(p=0.5)
M = StateMonitor(G, 'v', record=True)
spikes = SpikeMonitor(G)
rates = PopulationRateMonitor(G)
net = Network(G, S, M, spikes, rates)
`;

/** Entries of one kind by name. */
export function entries(kind: EntryKind, texts: EntryTexts): readonly ApiEntry[] {
  return Object.entries(texts).map(([name, text]) => entry(kind, name, text));
}

function entry(kind: EntryKind, name: string, text: EntryText): ApiEntry {
  const { parameters = {}, attributes = {}, methods = {}, bases = [], ...rest } = text;
  const members = [...membersOf('attribute', attributes), ...membersOf('method', methods)];
  return {
    ...rest,
    name,
    kind,
    bases,
    parameters: Object.entries(parameters).map(([key, meaning]) => parameter(key, meaning)),
    members: new Map(members.map((member) => [member.name, member])),
  };
}

function membersOf(
  kind: EntryKind,
  texts: Readonly<Record<string, string | EntryText>>,
): readonly ApiEntry[] {
  return Object.entries(texts).map(([name, text]) =>
    entry(kind, name, typeof text === 'string' ? { text } : text),
  );
}

function parameter(key: string, text: string): Parameter {
  const equals = key.indexOf('=');
  if (equals < 0) return { name: key, text };
  return { name: key.slice(0, equals), default: key.slice(equals + 1), text };
}
