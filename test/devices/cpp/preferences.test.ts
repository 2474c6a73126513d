import assert from 'node:assert/strict';
import { buildWishes } from '../../../core/devices/cpp/preferences.ts';
import { Preferences } from '../../../core/preferences/preferences.ts';
import { type PreferenceValue, PythonTuple, pythonText } from '../../../core/preferences/values.ts';

function wishes(values: Readonly<Record<string, PreferenceValue>>) {
  const preferences = new Preferences();
  for (const [name, value] of Object.entries(values)) preferences.set(name, value, () => pythonText(value));
  return buildWishes(preferences);
}

describe('what preferences ask of the compiler', () => {
  it('is nothing by default, but for the environment', () =>
    assert.deepEqual(wishes({}), {
      compileFlags: [],
      linkFlags: [],
      headers: [],
      threads: 0,
      environment: { LD_BIND_NOW: '1' },
    }));

  for (const [name, value, expected] of [
    ['codegen.cpp.extra_compile_args_gcc', ['-O1', '-std=c++11'], { optimisation: ['-O1', '-std=c++17'] }],
    ['codegen.cpp.extra_compile_args_gcc', ['-O1', '-std=c++20'], { optimisation: ['-O1', '-std=c++20'] }],
    ['codegen.cpp.extra_compile_args', ['-O2'], { optimisation: ['-O2', '-std=c++17'] }],
    ['codegen.cpp.extra_compile_args', [], { optimisation: ['-std=c++17'] }],
    ['codegen.cpp.extra_link_args', ['-lm'], { linkFlags: ['-lm'] }],
    ['codegen.cpp.libraries', ['m', 'pthread'], { linkFlags: ['-lm', '-lpthread'] }],
    ['codegen.cpp.library_dirs', ['/opt/lib'], { linkFlags: ['-L/opt/lib'] }],
    ['codegen.cpp.runtime_library_dirs', ['/opt/lib'], { linkFlags: ['-Wl,-rpath,/opt/lib'] }],
    ['codegen.cpp.include_dirs', ['/opt/include'], { compileFlags: ['-I/opt/include'] }],
    ['codegen.cpp.include_dirs', ['/usr/include'], { compileFlags: [] }],
    [
      'codegen.cpp.define_macros',
      [new PythonTuple(['A', '1']), new PythonTuple(['B', null])],
      { compileFlags: ['-DA=1', '-DB'] },
    ],
    ['codegen.cpp.headers', ['<vector>', '"mine.h"'], { headers: ['<vector>', '"mine.h"'] }],
    ['devices.cpp_standalone.openmp_threads', 4n, { threads: 4 }],
    ['devices.cpp_standalone.run_environment_variables', new Map([['A', 3n]]), { environment: { A: '3' } }],
  ] as const satisfies readonly (readonly [string, PreferenceValue, object])[])
    it(`${name} = ${pythonText(value)}`, () => {
      const found = wishes({ [name]: value });
      assert.deepEqual({ ...found, ...expected }, found);
    });
});
