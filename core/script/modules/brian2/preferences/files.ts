/** Preference files: found by the host, their values read as Python expressions with NumPy's and Brian's names. */
import { readEntries } from '../../../../preferences/file.ts';
import type { Preferences } from '../../../../preferences/preferences.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { callArguments } from '../../../objects/arguments.ts';
import { findAttribute } from '../../../operations/attributes.ts';
import { type CallArguments, PyStr, Unknown } from '../../../values.ts';
import { Arguments } from '../arguments.ts';
import { HeldValue } from './values.ts';

/** Names that values in files may use, later modules winning. */
const NAMES = ['numpy', 'brian2.units', 'brian2.units.stdunits'];

/** The user's file, then the one in the current directory; those that do not exist are passed over. */
export function loadPreferences(preferences: Preferences, ctx: Interpreter): undefined {
  const { host } = ctx;
  if (host === undefined) return;
  const paths = [host.join(host.homeDirectory(), '.brian', 'user_preferences'), 'brian_preferences'];
  for (const path of paths) {
    const bytes = host.readFile(path);
    if (bytes !== undefined) applyFile(preferences, new TextDecoder().decode(bytes), path, ctx);
  }
}

/** `prefs.read_preference_file(file)`: a path, or an open file. Raises FileNotFoundError. */
export function readPreferenceFile(
  preferences: Preferences,
  call: CallArguments,
  ctx: Interpreter,
): undefined {
  const args = new Arguments('read_preference_file', call, ['file'], ctx);
  const file = args.get('file') ?? null;
  if (file instanceof Unknown) return;
  if (!(file instanceof PyStr)) {
    const read = findAttribute(file, 'read', ctx);
    const text = read === undefined ? null : ctx.call(read, callArguments([]));
    if (text instanceof PyStr) applyFile(preferences, text.value, ctx.repr(file), ctx);
    return;
  }
  if (ctx.host === undefined) return;
  const bytes = ctx.host.readFile(file.value);
  if (bytes === undefined)
    args.raise('FileNotFoundError', `[Errno 2] No such file or directory: '${file.value}'`, 'file');
  applyFile(preferences, new TextDecoder().decode(bytes), file.value, ctx);
}

function applyFile(preferences: Preferences, text: string, path: string, ctx: Interpreter): void {
  for (const { name, expression } of readEntries(text, path)) {
    const value = ctx.evaluateText(expression, path, NAMES);
    const held = new HeldValue(value, ctx, preferences.definition(name)?.default ?? null);
    preferences.setFromFile(name, held, () => ctx.str(value));
  }
}
