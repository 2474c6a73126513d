import type { ScriptModel } from '../core/language/model.ts';

/** What the server needs of the core and of the machine; tests inject doubles. */
export interface ServerOptions {
  /** Reads a script; never throws by contract, but the server survives it if it does. */
  readonly analyse: (text: string, document: string, options: AnalysisRequest) => ScriptModel;
  /** Milliseconds of quiet after a change before its script is analysed. */
  readonly debounce: number;
}

export interface AnalysisRequest {
  readonly readSibling: (name: string) => SiblingText | undefined;
  /** The model of an earlier text of the document, which is of no use any more. */
  readonly previous?: ScriptModel;
}

export interface SiblingText {
  readonly document: string;
  readonly text: string;
}

export const DEFAULT_DEBOUNCE = 150;

/** The user's settings that the server follows; named as in the extension's manifest. */
export interface Settings {
  readonly diagnostics: { readonly enable: boolean };
}

export const DEFAULT_SETTINGS: Settings = { diagnostics: { enable: true } };

/** Reads what a client sent as settings: the `spikelens` section or an object that holds it. */
export function settingsFrom(sent: unknown): Settings {
  const section = property(sent, 'spikelens') ?? sent;
  const enable = property(property(section, 'diagnostics'), 'enable');
  return { diagnostics: { enable: typeof enable === 'boolean' ? enable : true } };
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<string, unknown>)[name];
}
