/** What lines of Python give here, in the words of `describe.py`. */
import { readFileSync } from 'node:fs';
import { PRINT_DEFAULTS } from '../../../core/arrays/print.ts';
import { evaluate } from '../../../core/script/evaluator/index.ts';
import { moduleRegistry } from '../../../core/script/modules/index.ts';
import { numpyRandomOf } from '../../../core/script/modules/numpy/index.ts';
import { setPrintOptions } from '../../../core/script/modules/numpy/printSettings.ts';
import { PyStr } from '../../../core/script/values.ts';
import { unitRegistryOf } from '../../../core/units/displayUnits.ts';
import { MemoryHost } from '../../script/support.ts';
import { newSession } from '../../support/session.ts';

const DESCRIBE = readFileSync(new URL('./describe.py', import.meta.url), 'utf8');

/** Each line: statements separated by `; `, the last of which is the expression. */
export function outcomesOf(lines: readonly string[]): Map<string, () => string> {
  const source = `${DESCRIBE}\nfrom brian2 import *\n${lines.map(functionText).join('')}`;
  const { session } = newSession(0);
  const options = { session, mode: 'run', host: new MemoryHost(), modules: moduleRegistry() } as const;
  const { ctx, error, globals } = evaluate(source, 'x.py', options);
  if (error !== undefined) throw new Error(error.text);
  const outcome = (k: number) => {
    unitRegistryOf(session).clear();
    numpyRandomOf(ctx).seed(0);
    setPrintOptions(session, PRINT_DEFAULTS);
    const value = ctx.call(globals.lookup(`case_${k}`) ?? null, { positional: [], keywords: new Map() });
    return value instanceof PyStr ? value.value : '';
  };
  return new Map(lines.map((line, k) => [line, () => outcome(k)]));
}

function functionText(line: string, k: number): string {
  const statements = line.split('; ');
  const expression = statements.pop();
  const body = [...statements, `return describe(${expression})`].map((text) => `        ${text}\n`).join('');
  const handler = "        return '!' + type(error).__name__ + ': ' + str(error)\n";
  return `def case_${k}():\n    try:\n${body}    except Exception as error:\n${handler}`;
}
