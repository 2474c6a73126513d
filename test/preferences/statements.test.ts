/** `prefs` in scripts: each line of statements.py, compared with what record.py says that Brian makes of it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse } from '../../core/script/analyse.ts';
import { runScript } from '../../core/script/run.ts';
import { MemoryHost } from '../script/support.ts';

type Recorded = readonly [
  line: string,
  form: 'expression' | 'statement',
  /** The value of an expression, or the message of an error. */
  text: string,
  errorClass?: string,
];

const recorded = JSON.parse(
  readFileSync(new URL('recorded.json', import.meta.url), 'utf8'),
) as readonly Recorded[];

function printing([line, form]: Recorded): string {
  const statement = form === 'expression' ? `print(repr(${line}))` : `${line}; print(None)`;
  return `try:\n    ${statement}\nexcept Exception as error:\n    print(type(error).__name__, error, sep=': ')\n`;
}

function wanted([, , text, errorClass]: Recorded): string {
  return errorClass === undefined ? text : `${errorClass}: ${text}`;
}

describe('statements about preferences', () => {
  const SEPARATOR = '-----';
  const script = recorded.map((one) => `${printing(one)}print('${SEPARATOR}')\n`).join('');
  const host = new MemoryHost();
  const options = { host, device: 'runtime', threads: 1, seed: 1, overrides: new Map() } as const;
  const { error } = runScript(`from brian2 import *\n${script}`, 'script.py', options);
  const printed = host.output.split(`${SEPARATOR}\n`).map((text) => text.replace(/\n$/, ''));

  it('are run to the last', () => assert.equal(error, undefined, error?.text));

  for (const [k, one] of recorded.entries()) it(one[0], () => assert.equal(printed[k], wanted(one)));

  describe('in an analysis', () => {
    const text = ['from brian2 import *', ...recorded.map(([line]) => line)].join('\n');
    const { problems } = analyse(text, 'script.py');
    const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
    for (const [k, [line, , , errorClass]] of recorded.entries()) {
      // No analysis looks at files.
      if (errorClass === 'FileNotFoundError') continue;
      it(line, () => {
        const found = problems.filter(
          ({ location, severity }) => severity === 'error' && lineOf(location!.range.start) === k + 2,
        );
        assert.deepEqual(
          found.map((problem) => problem.errorClass),
          errorClass ? [errorClass] : [],
        );
      });
    }
  });
});
