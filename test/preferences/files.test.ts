/** Preference files, as a run finds them. */
import assert from 'node:assert/strict';
import { runScript } from '../../core/script/run.ts';
import { MemoryHost } from '../script/support.ts';

function run(script: string, files: Readonly<Record<string, string>> = {}) {
  const host = new MemoryHost();
  for (const [path, text] of Object.entries(files)) host.files.set(path, text);
  const options = { host, device: 'runtime', threads: 1, seed: 1, overrides: new Map() } as const;
  const { error } = runScript(`from brian2 import *\n${script}`, 'script.py', options);
  return { output: host.output, messages: host.messages, error };
}

const USER = '/home/.brian/user_preferences';

describe('preference files', () => {
  it('are read in order, later ones winning', () => {
    const files = {
      [USER]: "codegen.target = 'cython'\n[codegen]\nmax_cache_dir_size = 5\n",
      brian_preferences: "[codegen]\ntarget = 'numpy'\n",
    };
    const script = 'print(prefs.codegen.target, prefs.codegen.max_cache_dir_size)';
    assert.equal(run(script, files).output, 'numpy 5\n');
  });

  it('may use names of NumPy and of units', () => {
    const files = { brian_preferences: 'core.default_float_dtype = float32\nmine.size = 3*mV\n' };
    const script = `print(prefs.core.default_float_dtype)
prefs.register_preferences('mine', 'My own', size=BrianPreference(1*volt, 'size'))
print(prefs.mine.size)`;
    assert.equal(run(script, files).output, "<class 'numpy.float32'>\n3. mV\n");
  });

  for (const [text, errorClass, message] of [
    [
      'core.default_float = float32',
      'PreferenceError',
      "Preference 'core.default_float' is unregistered. Spelling error?",
    ],
    [
      "[core]\ndefault_float_dtype = 'x'",
      'PreferenceError',
      "Value 'x' for preference 'core.default_float_dtype' is invalid.",
    ],
    ['nothing', 'PreferenceError', 'Parsing error in preference file brian_preferences'],
    ['codegen.target = numpie', 'NameError', "name 'numpie' is not defined"],
    ["codegen.target = 'a' 'b", 'SyntaxError', undefined],
  ] as const)
    it(`refuse ${text}`, () => {
      const { error } = run('', { brian_preferences: text });
      assert.equal(error?.problem.errorClass, errorClass);
      if (message) assert.equal(error?.problem.message, message);
    });

  it('of unknown categories are warned of in a run', () => {
    const { messages } = run("G = NeuronGroup(1, 'v : 1')\nrun(0.1*ms)\nrun(0.1*ms)", {
      brian_preferences: 'foo.bar = 3\n',
    });
    assert.equal(messages.split('foo.bar').length, 2, messages);
  });

  it('are read when a script asks for it', () => {
    const script = `prefs.read_preference_file('mine.txt')
print(prefs.codegen.target)
with open('stored.txt', 'w') as file:
    file.write(prefs.as_file)
prefs.codegen.target = 'cython'
prefs.reset_to_defaults()
print(prefs.codegen.target)
with open('stored.txt') as file:
    prefs.read_preference_file(file)
print(prefs.codegen.target)
prefs.load_preferences()
print(prefs.codegen.target)`;
    const files = { 'mine.txt': "codegen.target = 'numpy'", brian_preferences: "codegen.target = 'auto'" };
    assert.equal(run(script, files).output, 'numpy\nauto\nnumpy\nauto\n');
  });
});
