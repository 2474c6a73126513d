/** Brian's Python interface, explained: what `from brian2 import *` brings, and the members of its classes. */
import type { ApiEntry } from '../entry.ts';
import { ARRAYS } from './arrays.ts';
import { DEVICES } from './devices.ts';
import { GROUPS } from './groups.ts';
import { INPUTS } from './inputs.ts';
import { MODELS } from './models.ts';
import { MONITORS } from './monitors.ts';
import { MORPHOLOGY } from './morphology.ts';
import { NETWORK } from './network.ts';
import { QUANTITIES } from './quantities.ts';
import { SETTINGS } from './settings.ts';
import { SYNAPSES } from './synapses.ts';

const ENTRIES: ReadonlyMap<string, ApiEntry> = new Map(
  [
    GROUPS,
    SYNAPSES,
    INPUTS,
    MONITORS,
    NETWORK,
    MODELS,
    QUANTITIES,
    ARRAYS,
    DEVICES,
    SETTINGS,
    MORPHOLOGY,
  ].flatMap((list) => list.map((entry) => [entry.name, entry] as const)),
);

/** Classes whose objects scripts have without naming the class, and what lives in modules of Brian only. */
const NOT_EXPORTED: ReadonlySet<string> = new Set([
  'VariableView',
  'SynapticPathway',
  'Device',
  'BrianGlobalPreferences',
  'reset_device',
  'get_or_create_dimension',
]);

/** A class, function or object of Brian by its name. */
export function apiEntry(name: string): ApiEntry | undefined {
  return ENTRIES.get(name);
}

/** A function of NumPy that knows units; NumPy's own of that name does the same without them. */
export function arrayFunction(name: string): ApiEntry | undefined {
  return ARRAYS.find((entry) => entry.name === name);
}

/** Names that `from brian2 import *` brings, without NumPy's, pyplot's and the units. */
export function exportedNames(): readonly string[] {
  return [...ENTRIES.keys()].filter((name) => !NOT_EXPORTED.has(name));
}

export function apiNames(): Iterable<string> {
  return ENTRIES.keys();
}

/** Members of a class by name, those of its bases included; the class' own win. */
export function membersOf(className: string): ReadonlyMap<string, ApiEntry> {
  const entry = apiEntry(className);
  if (entry === undefined) return new Map();
  return new Map([...entry.bases.flatMap((base) => [...membersOf(base)]), ...entry.members]);
}
