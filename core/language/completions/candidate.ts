import {
  type ApiEntry,
  exportedNames,
  flagDocumentation,
  typeWords,
  unitDocumentation,
} from '../../documentation/index.ts';
import { DEFAULT_FUNCTIONS } from '../../functions/defaults.ts';
import type { TextRange } from '../../text/range.ts';
import { equationUnits, pythonUnits, unitByName } from '../../units/registry.ts';
import { describeEntry, isCallable, parameterText } from '../describe/api.ts';
import { functionSignature } from '../describe/functions.ts';
import {
  describeFlag,
  describeMethod,
  describePreference,
  describeSlot,
  describeUnit,
  flagNames,
} from '../describe/words.ts';
import type { ScriptModel } from '../model.ts';

export type CompletionKind =
  | 'variable'
  | 'constant'
  | 'function'
  | 'class'
  | 'method'
  | 'unit'
  | 'flag'
  | 'argument'
  | 'event'
  | 'value';

/** A name that may stand at the cursor. */
export interface Completion {
  readonly name: string;
  readonly kind: CompletionKind;
  /** A few words beside the name: unit, value, signature. */
  readonly detail: string;
  /** What is written, where it is not the name alone: `threshold=`. */
  readonly insert?: string;
  /** The part of a word before the cursor, which the name replaces. */
  readonly replace: TextRange;
  /** As a hover would explain it; made when it is shown. */
  readonly documentation?: () => string | undefined;
}

/** A completion before it is known what it replaces. */
export type Candidate = Omit<Completion, 'replace'>;

export function flagCandidates(): Candidate[] {
  return flagNames().map((name) => ({
    name,
    kind: 'flag',
    detail:
      flagDocumentation(name)
        ?.allowed.map(({ group }) => group)
        .join(', ') ?? '',
    documentation: () => describeFlag(name),
  }));
}

/** Units, and the words in their place, after the colon of an equation. */
export function equationUnitCandidates(): Candidate[] {
  return [...typeWords(), ...equationUnits().keys()].map(unitCandidate);
}

/** Units that scripts and strings know alike; strings know `mS` where the script does. */
export function unitCandidates(): Candidate[] {
  return [...pythonUnits().keys()].map(unitCandidate);
}

export function stringUnitCandidates(): Candidate[] {
  return [...pythonUnits().keys()].filter((name) => unitByName(name) !== undefined).map(unitCandidate);
}

function unitCandidate(name: string): Candidate {
  const detail = unitDocumentation(name)?.text.replaceAll('`', '').replace(/\.$/, '') ?? '';
  return { name, kind: 'unit', detail, documentation: () => describeUnit(name) };
}

/** The functions that all strings can call. */
export function functionCandidates(describe: (name: string) => string | undefined): Candidate[] {
  return [...DEFAULT_FUNCTIONS].map(([name, fn]) => ({
    name,
    kind: 'function',
    detail: functionSignature(fn),
    documentation: () => describe(name),
  }));
}

export function methodCandidates(names: Iterable<string>): Candidate[] {
  return [...names].map((name) => ({
    name,
    kind: 'value',
    detail: 'integration method',
    documentation: () => describeMethod(name),
  }));
}

export function slotCandidates(names: Iterable<string>): Candidate[] {
  return [...names].map((name) => ({
    name,
    kind: 'value',
    detail: 'slot of the time step',
    documentation: () => describeSlot(name),
  }));
}

/** Names of preferences; `prefix` is what stands before them already. */
export function preferenceCandidates(names: readonly string[], prefix = ''): Candidate[] {
  return names.map((name) => ({
    name,
    kind: 'variable',
    detail: 'preference',
    documentation: () => describePreference(prefix === '' ? name : `${prefix}.${name}`),
  }));
}

/** What `from brian2 import *` brings of Brian. */
export function apiCandidates(entryOf: (name: string) => ApiEntry | undefined): Candidate[] {
  return exportedNames().flatMap((name) => {
    const entry = entryOf(name);
    return entry ? [entryCandidate(entry)] : [];
  });
}

export function entryCandidate(entry: ApiEntry, owner?: string): Candidate {
  const args = entry.parameters.map(parameterText).join(', ');
  return {
    name: entry.name,
    kind: kindOf(entry),
    detail: isCallable(entry) ? `(${args})` : (entry.type ?? entry.kind),
    documentation: () => describeEntry(entry, owner),
  };
}

function kindOf({ kind }: ApiEntry): CompletionKind {
  if (kind === 'class' || kind === 'exception') return 'class';
  if (kind === 'method' || kind === 'function') return kind;
  return 'variable';
}

/** Names of the script that stand for values. */
export function definedNames(model: ScriptModel): string[] {
  return [...new Set(model.definitions.map(({ name }) => name))];
}
