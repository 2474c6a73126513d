/** The methods and properties of `prefs`. */

import { documentationText } from '../../../../preferences/documentation.ts';
import { asFile } from '../../../../preferences/file.ts';
import type { Preferences } from '../../../../preferences/preferences.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { NativeFunction } from '../../../objects/functions.ts';
import { PyList } from '../../../objects/sequences.ts';
import { type CallArguments, PyStr, type PyValue } from '../../../values.ts';
import { Arguments } from '../arguments.ts';
import { loadPreferences, readPreferenceFile } from './files.ts';
import { registerPreferences } from './register.ts';

type Method = (preferences: Preferences, args: CallArguments, ctx: Interpreter) => PyValue | undefined;

const METHODS: Readonly<Record<string, Method>> = {
  reset_to_defaults: (preferences) => {
    preferences.resetToDefaults();
    return undefined;
  },
  _backup: (preferences) => {
    preferences.backup();
    return undefined;
  },
  _restore: (preferences) => {
    preferences.restore();
    return undefined;
  },
  load_preferences: (preferences, _args, ctx) => loadPreferences(preferences, ctx),
  read_preference_file: readPreferenceFile,
  register_preferences: registerPreferences,
  // What a script sets is checked at once, and files that are read before their category is known wait for it.
  do_validation: () => undefined,
  check_all_validated: (preferences, args, ctx) => {
    const warning = preferences.unregisteredWarning(args.location);
    if (warning !== undefined) ctx.session.warnOnce(warning);
    return undefined;
  },
  get_documentation: (preferences, call, ctx) => {
    const signature = ['basename=None', 'link_targets=True'];
    const args = new Arguments('get_documentation', call, signature, ctx);
    return new PyStr(
      documentationText(preferences, args.text('basename'), args.get('link_targets') !== false),
    );
  },
};

const PROPERTIES: Readonly<Record<string, (preferences: Preferences) => PyValue>> = {
  as_file: (preferences) => new PyStr(asFile(preferences, 'current')),
  defaults_as_file: (preferences) => new PyStr(asFile(preferences, 'defaults')),
  toplevel_categories: ({ categories }) => {
    const names = [...categories].map(({ name }) => name).filter((name) => !name.includes('.'));
    return new PyList(names.map((name) => new PyStr(name)));
  },
};

/** Undefined where `prefs` has no method or property of that name. */
export function preferencesMethod(
  preferences: Preferences,
  name: string,
  _ctx: Interpreter,
): PyValue | undefined {
  if (Object.hasOwn(PROPERTIES, name)) return PROPERTIES[name]!(preferences);
  if (!Object.hasOwn(METHODS, name)) return undefined;
  return new NativeFunction(name, (args, ctx) => METHODS[name]!(preferences, args, ctx) ?? null);
}
