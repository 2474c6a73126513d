import type { CompilerOptions } from '../../../../functions/function.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { typeError, valueError } from '../../../objects/errors.ts';
import { PyList, PySequence } from '../../../objects/sequences.ts';
import type { PyValue } from '../../../values.ts';

const KEYWORDS = [
  'headers',
  'sources',
  'define_macros',
  'libraries',
  'include_dirs',
  'library_dirs',
  'runtime_library_dirs',
];

/** What `@implementation(..., headers=[...], libraries=[...])` asks of a compiler. Raises TypeError and ValueError. */
export function compilerOptions(given: ReadonlyMap<string, PyValue>, ctx: Interpreter): CompilerOptions {
  for (const [keyword, value] of given) {
    if (!(value instanceof PyList))
      throw typeError(`Compiler keyword argument '${keyword}' requires a list of values.`);
    if (!KEYWORDS.includes(keyword)) {
      const valid = KEYWORDS.map((name) => `'${name}'`).join(', ');
      throw valueError(
        `The keyword argument '${keyword}' is not understood by the code generation target 'C++ standalone'. The ` +
          `valid arguments are: ${valid}.`,
      );
    }
  }
  const items = (keyword: string) => {
    const list = given.get(keyword);
    return list instanceof PyList ? list.items : [];
  };
  const texts = (keyword: string, before = '') => items(keyword).map((item) => before + ctx.str(item));
  return {
    headers: texts('headers'),
    sources: texts('sources'),
    flags: [...items('define_macros').map((macro) => macroFlag(macro, ctx)), ...texts('include_dirs', '-I')],
    linkFlags: [
      ...texts('library_dirs', '-L'),
      ...texts('runtime_library_dirs', '-Wl,-rpath,'),
      ...texts('libraries', '-l'),
    ],
  };
}

/** `('NAME', 'value')`, or `('NAME', None)`. */
function macroFlag(macro: PyValue, ctx: Interpreter): string {
  const [name = null, value = null] = macro instanceof PySequence ? macro.items : [macro];
  return value === null ? `-D${ctx.str(name)}` : `-D${ctx.str(name)}=${ctx.str(value)}`;
}
