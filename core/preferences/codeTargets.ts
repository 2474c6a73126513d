import type { Problem } from '../problems/problem.ts';
import type { Preferences } from './preferences.ts';

export type TargetPreference = 'codegen.target' | 'codegen.string_expression_target';

const TARGETS = ['auto', 'numpy', 'cython'];

/**
 * What making code for the runtime device complains of: any text may be set as a target, but only some are
 * one. Undefined where the target is fine.
 */
export function targetProblem(preferences: Preferences, name: TargetPreference): Problem | undefined {
  const target = preferences.isUnknown(name) ? undefined : preferences.get(name);
  if (typeof target !== 'string' || TARGETS.includes(target)) return undefined;
  const known = TARGETS.map((one) => `'${one}'`).join(', ');
  const location = preferences.shared(name)?.location;
  return {
    code: 'unknown-target',
    severity: 'error',
    errorClass: 'ValueError',
    message: `Unknown code generation target: ${target}, should be  one of [${known}]`,
    hint: target.includes('standalone')
      ? `A device is chosen with set_device('cpp_standalone').`
      : `Set prefs.${name} to one of these, or leave it alone.`,
    location,
  };
}
