/** What Brian's preferences ask of the compiler and of the program. */
import type { Preferences } from '../../preferences/preferences.ts';
import { type PreferenceValue, PythonTuple, typeNameOf } from '../../preferences/values.ts';

export interface BuildWishes {
  /** Instead of our own optimisation flags. */
  readonly optimisation?: readonly string[];
  /** Macros and folders with headers. */
  readonly compileFlags: readonly string[];
  /** Folders, libraries and other options of the linker. */
  readonly linkFlags: readonly string[];
  /** What to include, as after `#include`. */
  readonly headers: readonly string[];
  /** 0: nothing said. */
  readonly threads: number;
  /** Of the program. */
  readonly environment: Readonly<Record<string, string>>;
}

const NO_WISHES: BuildWishes = { compileFlags: [], linkFlags: [], headers: [], threads: 0, environment: {} };

/** Our templates need it, whatever older standard is asked for. */
const STANDARD = '-std=c++17';

export function buildWishes(preferences: Preferences | undefined): BuildWishes {
  if (preferences === undefined) return NO_WISHES;
  const texts = (name: string) => changed(preferences, name);
  const optimisation = optimisationFlags(preferences);
  return {
    ...(optimisation && { optimisation }),
    compileFlags: [...macros(preferences), ...texts('include_dirs').map((folder) => `-I${folder}`)],
    linkFlags: [
      ...texts('library_dirs').map((folder) => `-L${folder}`),
      ...texts('runtime_library_dirs').map((folder) => `-Wl,-rpath,${folder}`),
      ...texts('libraries').map((library) => `-l${library}`),
      ...texts('extra_link_args'),
    ],
    headers: texts('headers'),
    threads: Math.max(0, preferences.integer('devices.cpp_standalone.openmp_threads')),
    environment: environment(preferences.get('devices.cpp_standalone.run_environment_variables')),
  };
}

/** The texts of a list that the script has changed: the defaults are about Brian's own programs. */
function changed(preferences: Preferences, name: string): readonly string[] {
  const full = `codegen.cpp.${name}`;
  const usual = preferences.definition(full)?.default;
  const texts = preferences.texts(full);
  const isUsual =
    Array.isArray(usual) && usual.length === texts.length && usual.every((t, k) => t === texts[k]);
  return isUsual ? [] : texts;
}

function optimisationFlags(preferences: Preferences): readonly string[] | undefined {
  const any = preferences.get('codegen.cpp.extra_compile_args');
  const given =
    any === null
      ? changed(preferences, 'extra_compile_args_gcc')
      : preferences.texts('codegen.cpp.extra_compile_args');
  if (any === null && given.length === 0) return undefined;
  const isNewer = given.some((flag) => /^-std=(c|gnu)\+\+(1z|17|2\w|3\w)$/.test(flag));
  return isNewer ? given : [...given.filter((flag) => !flag.startsWith('-std=')), STANDARD];
}

function macros(preferences: Preferences): string[] {
  const pairs = preferences.get('codegen.cpp.define_macros');
  if (!Array.isArray(pairs)) return [];
  return pairs.flatMap((pair: PreferenceValue) => {
    const [name, text] = pair instanceof PythonTuple ? pair.items : Array.isArray(pair) ? pair : [];
    if (typeof name !== 'string') return [];
    return [text === null || text === undefined ? `-D${name}` : `-D${name}=${String(text)}`];
  });
}

function environment(value: PreferenceValue): Record<string, string> {
  if (!(value instanceof Map)) return {};
  return Object.fromEntries([...value].map(([key, item]) => [key, textOf(item)]));
}

function textOf(value: PreferenceValue): string {
  return typeNameOf(value) === 'str' ? (value as string) : String(value);
}
