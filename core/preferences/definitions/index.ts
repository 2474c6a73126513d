/** Every preference of Brian 2. */
import type { PreferenceCategory, PreferenceDefinition } from '../definition.ts';
import {
  CODEGEN,
  CODEGEN_CPP,
  CODEGEN_GENERATORS,
  CODEGEN_GENERATORS_CPP,
  CODEGEN_RUNTIME,
  CODEGEN_RUNTIME_CYTHON,
  CODEGEN_RUNTIME_NUMPY,
} from './codegen.ts';
import { CORE, CORE_NETWORK, GSL, LEGACY } from './core.ts';
import { DEVICES, DEVICES_CPP_STANDALONE } from './devices.ts';
import { LOGGING } from './logging.ts';

/** In the order in which Brian registers and lists them. */
export const PREFERENCE_CATEGORIES: readonly PreferenceCategory[] = [
  LOGGING,
  CODEGEN_RUNTIME,
  CODEGEN_GENERATORS,
  CODEGEN_CPP,
  CODEGEN_GENERATORS_CPP,
  DEVICES,
  GSL,
  CODEGEN_RUNTIME_NUMPY,
  CODEGEN_RUNTIME_CYTHON,
  CODEGEN,
  CORE_NETWORK,
  DEVICES_CPP_STANDALONE,
  CORE,
  LEGACY,
];

/** By full name, such as `codegen.target`. */
export const PREFERENCE_DEFINITIONS: ReadonlyMap<string, PreferenceDefinition> = new Map(
  PREFERENCE_CATEGORIES.flatMap(({ name: category, preferences }) =>
    Object.entries(preferences).map(([name, definition]) => [`${category}.${name}`, definition] as const),
  ),
);
