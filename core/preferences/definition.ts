import type { PreferenceValue } from './values.ts';

/** Why a value is refused, where it is not with Brian's usual PreferenceError. */
export interface Refusal {
  readonly errorClass: string;
  readonly message: string;
}

/** True, false, or why not. */
export type Accepts = (value: PreferenceValue) => boolean | Refusal;

export interface PreferenceDefinition {
  readonly default: PreferenceValue;
  /** What the preference is for, in a sentence or two. */
  readonly meaning: string;
  /** Which values are accepted; without it all of the default's class. */
  readonly accepts?: Accepts;
  /** What may be set, where the default's class does not say it all. */
  readonly values?: string;
  /** Why Spikelens does nothing about it; absent where it does what Brian does. */
  readonly ignored?: string;
  /** Brian 2.5.1 does not have it yet. */
  readonly newer?: true;
}

/** Preferences under one name, such as `codegen.cpp`. */
export interface PreferenceCategory {
  readonly name: string;
  readonly meaning: string;
  /** By the last part of their names, in the order in which Brian lists them. */
  readonly preferences: Readonly<Record<string, PreferenceDefinition>>;
}
