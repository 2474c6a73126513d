import assert from 'node:assert/strict';
import { Preferences, type PreferenceValue } from '../../core/preferences/preferences.ts';

describe('preferences', () => {
  it('have defaults, and keep what is set', () => {
    const prefs = new Preferences();
    assert.equal(prefs.get('codegen.target'), 'auto');
    prefs.set('codegen.target', 'numpy');
    assert.equal(prefs.get('codegen.target'), 'numpy');
    assert.equal(new Preferences().get('codegen.target'), 'auto');
    prefs.resetToDefaults();
    assert.equal(prefs.get('codegen.target'), 'auto');
    assert.ok(prefs.isCategory('codegen.cpp') && !prefs.isCategory('codegen.target'));
    assert.ok(prefs.meaning('codegen.target'));
  });

  for (const [name, value, message] of [
    ['codegen.targt', 'numpy', "Preference 'codegen.targt' is unregistered. Spelling error?"],
    ['codgen.target', 'numpy', 'Preference category codgen is unregistered. Spelling error?'],
    [
      'codegen.loop_invariant_optimisations',
      3,
      "Value '3' for preference 'codegen.loop_invariant_optimisations' is invalid.",
    ],
    [
      'core.default_float_dtype',
      'int32',
      "Value 'int32' for preference 'core.default_float_dtype' is invalid.",
    ],
    ['codegen', 3, 'Cannot set a preference category.'],
    ['toString', 3, 'Preference category  is unregistered. Spelling error?'],
  ] as const)
    it(`refuses ${name} = ${value}`, () =>
      assert.throws(() => new Preferences().set(name, value as PreferenceValue), {
        name: 'PreferenceError',
        message,
      }));

  for (const [name, value] of [
    ['core.default_float_dtype', 'float32'],
    ['codegen.max_cache_dir_size', true],
    ['core.network.default_schedule', ['start', 'end']],
    ['codegen.runtime.cython.cache_dir', null],
    ['devices.cpp_standalone.openmp_threads', 4],
  ] as const)
    it(`takes ${name} = ${value}`, () => {
      const prefs = new Preferences();
      prefs.set(name, value);
      assert.deepEqual(prefs.get(name), value);
    });

  it('raises KeyError for a name that nobody registered', () =>
    assert.throws(() => new Preferences().get('codegen.foo'), {
      name: 'KeyError',
      message: "'codegen.foo'",
    }));
});
