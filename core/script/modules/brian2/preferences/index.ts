/** What Brian exports about preferences. */
import { isLogLevel } from '../../../../problems/messageLog.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { PyClass } from '../../../objects/classes.ts';
import { BRIAN_EXCEPTIONS } from '../../../objects/exceptions.ts';
import { PyModule } from '../../../objects/module.ts';
import type { PyValue } from '../../../values.ts';
import { loadPreferences } from './files.ts';
import { PreferencesObject, RenamedPreferences } from './prefs.ts';
import { BrianPreferenceObject, makeBrianPreference } from './register.ts';

/** `prefs` and what belongs to it, by name. Reads preference files the first time, as importing Brian does. */
export function preferenceNames(ctx: Interpreter): Map<string, PyValue> {
  const { preferences } = ctx.session;
  if (preferences.filesPending()) readFiles(ctx);
  const isInstance = (value: PyValue) => value instanceof BrianPreferenceObject;
  return new Map<string, PyValue>([
    ['prefs', new PreferencesObject(preferences)],
    ['brian_prefs', new RenamedPreferences()],
    [
      'BrianPreference',
      new PyClass('BrianPreference', [], new Map(), {
        construct: makeBrianPreference,
        isInstance,
        module: MODULE,
      }),
    ],
    ['PreferenceError', BRIAN_EXCEPTIONS.get('PreferenceError') ?? null],
    ...codeObjectClasses(),
  ]);
}

/** Brian's log looks at its preference then, and never again. */
function readFiles(ctx: Interpreter): void {
  const { preferences, log } = ctx.session;
  loadPreferences(preferences, ctx);
  const level = preferences.get('logging.console_log_level');
  if (typeof level === 'string' && isLogLevel(level)) log.level = level;
}

const MODULE = 'brian2.core.preferences';

/** `brian2.core.preferences` */
export function preferencesModule(ctx: Interpreter): PyModule {
  return new PyModule(MODULE, preferenceNames(ctx));
}

/** Only names of targets here, as values of `codegen.target`. */
function codeObjectClasses(): [string, PyValue][] {
  return [
    ['NumpyCodeObject', 'brian2.codegen.runtime.numpy_rt.numpy_rt'],
    ['CythonCodeObject', 'brian2.codegen.runtime.cython_rt.cython_rt'],
  ].map(([name, module]) => [
    name!,
    new PyClass(name!, [], new Map(), { construct: notHere(name!), module }),
  ]);
}

function notHere(name: string) {
  return (_args: unknown, ctx: Interpreter): never =>
    ctx.raise('NotImplementedError', `Spikelens doesn't support ${name} yet.`);
}
