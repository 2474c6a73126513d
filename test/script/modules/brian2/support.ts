/** Scripts run in memory, and what they print. */
import { runScript } from '../../../../core/script/run.ts';
import { MemoryHost } from '../../support.ts';

/** What a script prints after `from brian2 import *`; errors as the last line. */
export function printed(script: string, host = new MemoryHost()): string[] {
  const text = `from brian2 import *\n${script}\n`;
  const { error } = runScript(text, 'script.py', { host, threads: 1, overrides: new Map() });
  const errors = error === undefined ? [] : [`${error.problem.errorClass}: ${error.problem.message}`];
  return [
    ...host.output
      .trimEnd()
      .split('\n')
      .filter((line) => line !== ''),
    ...errors,
  ];
}
