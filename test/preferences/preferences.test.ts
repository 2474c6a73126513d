import assert from 'node:assert/strict';
import { PREFERENCE_DEFINITIONS } from '../../core/preferences/definitions/index.ts';
import {
  documentedPreferences,
  preferenceDocumentation,
  preferencesUnder,
} from '../../core/preferences/documentation.ts';
import { asFile, readEntries } from '../../core/preferences/file.ts';
import { Preferences } from '../../core/preferences/preferences.ts';
import { sameClassAs } from '../../core/preferences/validators.ts';
import { ForeignValue, NamedType, type PreferenceValue, pythonText } from '../../core/preferences/values.ts';
import { ProblemError } from '../../core/problems/problem.ts';

function set(prefs: Preferences, name: string, value: PreferenceValue): void {
  prefs.set(name, value, () => pythonText(value));
}

describe('preferences', () => {
  it('have defaults, and keep what is set', () => {
    const prefs = new Preferences();
    assert.equal(prefs.get('codegen.target'), 'auto');
    set(prefs, 'codegen.target', 'numpy');
    assert.equal(prefs.get('codegen.target'), 'numpy');
    assert.equal(new Preferences().get('codegen.target'), 'auto');
    prefs.resetToDefaults();
    assert.equal(prefs.get('codegen.target'), 'auto');
  });

  it('have defaults that are accepted', () => {
    for (const [name, definition] of PREFERENCE_DEFINITIONS) {
      const accepts = definition.accepts ?? sameClassAs(definition.default);
      assert.equal(accepts(definition.default), true, name);
    }
  });

  it('read what is shared when they are asked', () => {
    const prefs = new Preferences();
    const shared = ['-O1'];
    prefs.set('codegen.cpp.extra_compile_args_gcc', { read: () => shared }, String);
    shared.push('-g');
    assert.deepEqual(prefs.texts('codegen.cpp.extra_compile_args_gcc'), ['-O1', '-g']);
  });

  it('come back from a backup', () => {
    const prefs = new Preferences();
    set(prefs, 'devices.cpp_standalone.openmp_threads', 2n);
    prefs.backup();
    set(prefs, 'devices.cpp_standalone.openmp_threads', 4n);
    prefs.restore();
    assert.equal(prefs.integer('devices.cpp_standalone.openmp_threads'), 2);
  });

  for (const [name, nearest] of [
    ['codegen.targt', 'codegen.target'],
    ['codgen.target', 'codegen.target'],
    ['devices.cpp_standalone.openmp_thread', 'devices.cpp_standalone.openmp_threads'],
  ] as const)
    it(`tell what ${name} may have meant`, () => {
      const hint = `Did you mean '${nearest}'?`;
      const hintOf = (error: unknown) => error instanceof ProblemError && error.problem.hint === hint;
      assert.throws(() => set(new Preferences(), name, 3n), hintOf);
      assert.throws(() => new Preferences().get(name), hintOf);
    });

  it('of a file wait until their category is known', () => {
    const prefs = new Preferences();
    prefs.setFromFile('mine.size', 4n, String);
    assert.match(prefs.unregisteredWarning()?.message ?? '', /mine\.size/);
    prefs.register({ name: 'mine', meaning: '', preferences: { size: { default: 3n, meaning: '' } } });
    assert.equal(prefs.get('mine.size'), 4n);
    assert.equal(prefs.unregisteredWarning(), undefined);
  });
});

describe('values of preferences', () => {
  for (const [value, text] of [
    [null, 'None'],
    [true, 'True'],
    [3n, '3'],
    [2, '2.0'],
    [0.5, '0.5'],
    ["it's", `"it's"`],
    ['a\\b', "'a\\\\b'"],
    [['-j', 3n], "['-j', 3]"],
    [new Map([['LD_BIND_NOW', '1']]), "{'LD_BIND_NOW': '1'}"],
    [new NamedType('float64', 'numpy'), 'float64'],
    [new ForeignValue(undefined, 'tuple', '(1, 2)'), '(1, 2)'],
  ] as const)
    it(text, () => assert.equal(pythonText(value), text));
});

describe('preference files', () => {
  const text = `# a comment
codegen.target = 'numpy'
  [core]
default_float_dtype = float32

[devices.cpp_standalone]
run_cmd_unix = 'a=b'
`;

  it('have names in front of the first =, after headings', () =>
    assert.deepEqual(
      [...readEntries(text, 'file')],
      [
        { name: 'codegen.target', expression: "'numpy'" },
        { name: 'core.default_float_dtype', expression: 'float32' },
        { name: 'devices.cpp_standalone.run_cmd_unix', expression: "'a=b'" },
      ],
    ));

  it('are refused from the line on that is none', () => {
    const entries = readEntries('a.b = 1\nnothing\n', 'some_file')[Symbol.iterator]();
    assert.equal(entries.next().value?.name, 'a.b');
    assert.throws(() => entries.next(), {
      name: 'PreferenceError',
      message: 'Parsing error in preference file some_file',
    });
  });

  it('that we write hold all preferences', () => {
    const prefs = new Preferences();
    set(prefs, 'devices.cpp_standalone.openmp_threads', 4n);
    const current = new Map(
      [...readEntries(asFile(prefs, 'current'), 'f')].map((e) => [e.name, e.expression]),
    );
    const usual = new Map(
      [...readEntries(asFile(prefs, 'defaults'), 'f')].map((e) => [e.name, e.expression]),
    );
    assert.deepEqual([...current.keys()].sort(), [...prefs.names()].sort());
    assert.equal(current.get('devices.cpp_standalone.openmp_threads'), '4');
    assert.equal(usual.get('devices.cpp_standalone.openmp_threads'), '0');
  });
});

describe('the documentation of preferences', () => {
  for (const name of documentedPreferences())
    it(name, () => {
      const found = preferenceDocumentation(name)!;
      assert.match(found.text, /\.$/);
      assert.match(found.effect, /\.$/);
      assert.ok(found.example.startsWith(`prefs.${name} = `));
    });

  it('knows what stands under a category', () => {
    assert.deepEqual([...preferencesUnder('')].sort(), [
      'GSL',
      'codegen',
      'core',
      'devices',
      'legacy',
      'logging',
    ]);
    assert.ok(preferencesUnder('codegen').includes('cpp') && preferencesUnder('codegen').includes('target'));
    assert.deepEqual(preferencesUnder('nothing'), []);
  });
});
