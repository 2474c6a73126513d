import assert from 'node:assert/strict';
import { type Command, parseCommandLine, UsageError } from '../../client/cli/arguments.ts';
import { help, usage } from '../../client/cli/usage.ts';

function run(words: string): Command {
  return parseCommandLine(words.split(' ').filter((word) => word !== '')).command;
}

const RUN = {
  name: 'run',
  file: 'a.py',
  device: undefined,
  threads: 1,
  seed: undefined,
  overrides: new Map(),
  out: undefined,
  quiet: false,
};

describe('command line', () => {
  const accepted: [string, unknown][] = [
    ['--version', { name: 'version' }],
    ['-V', { name: 'version' }],
    ['--help', { name: 'help', topic: undefined }],
    ['-h', { name: 'help', topic: undefined }],
    ['help run', { name: 'help', topic: 'run' }],
    ['run --help', { name: 'help', topic: 'run' }],
    ['check a.py', { name: 'check', format: 'text', files: ['a.py'] }],
    ['check --format json a.py b.py', { name: 'check', format: 'json', files: ['a.py', 'b.py'] }],
    ['check a.py --format=text', { name: 'check', format: 'text', files: ['a.py'] }],
    ['check -- --odd.py', { name: 'check', format: 'text', files: ['--odd.py'] }],
    ['run a.py', RUN],
    ['run a.py --device cpp_standalone', { ...RUN, device: 'cpp_standalone' }],
    ['run --threads 4 --seed 0 a.py', { ...RUN, threads: 4, seed: 0 }],
    ['run --out=results --quiet a.py', { ...RUN, out: 'results', quiet: true }],
    ['run -o results -q a.py', { ...RUN, out: 'results', quiet: true }],
    [
      'run --set N=10 --set tau=5*ms a.py',
      {
        ...RUN,
        overrides: new Map([
          ['N', '10'],
          ['tau', '5*ms'],
        ]),
      },
    ],
    ['run --seed 1 --seed 2 a.py', { ...RUN, seed: 2 }],
    ['codegen --out d a.py', { name: 'codegen', file: 'a.py', device: 'cpp_standalone', out: 'd' }],
    ['codegen --device runtime --out d a.py', { name: 'codegen', file: 'a.py', device: 'runtime', out: 'd' }],
    ['lsp --stdio', { name: 'lsp' }],
  ];
  for (const [words, command] of accepted) {
    it(`understands "${words}"`, () => assert.deepEqual(run(words), command));
  }

  const refused: [string, RegExp][] = [
    ['', /command is missing/],
    ['frobnicate', /unknown command 'frobnicate'/],
    ['--frob', /unknown option '--frob'/],
    ['constructor', /unknown command/],
    ['check', /file is missing/],
    ['check --format xml a.py', /--format must be text or json, not 'xml'/],
    ['check --quiet a.py', /unknown option '--quiet'/],
    ['run', /file is missing/],
    ['run a.py b.py', /unexpected argument 'b.py'/],
    ['run --device gpu a.py', /--device must be runtime or cpp_standalone/],
    ['run --threads 0 a.py', /--threads must be a whole number from 1/],
    ['run --seed -1 a.py', /--seed must be a whole number/],
    ['run --seed 4294967296 a.py', /--seed must be/],
    ['run --set N a.py', /--set must look like NAME=EXPR/],
    ['run --set N==3 a.py', /--set must look like NAME=EXPR/],
    ['run --set 1N=3 a.py', /--set must look like NAME=EXPR/],
    ['run --quiet=yes a.py', /--quiet takes no value/],
    ['run a.py --out', /--out needs a value/],
    ['codegen a.py', /codegen needs --out DIR/],
    ['lsp', /--stdio/],
    ['lsp --stdio a.py', /unexpected argument/],
  ];
  for (const [words, message] of refused) {
    it(`refuses "${words}"`, () => {
      assert.throws(
        () => run(words),
        (error) => error instanceof UsageError && message.test(error.message),
      );
    });
  }

  it('finds --debug anywhere', () => {
    assert.equal(parseCommandLine(['check', 'a.py', '--debug']).debug, true);
    assert.equal(parseCommandLine(['check', 'a.py']).debug, false);
  });

  it('keeps spaces and equals signs of a setting', () => {
    const { command } = parseCommandLine(['run', '--set', 'f = lambda x: x == 1', 'a.py']);
    assert.deepEqual(command.name === 'run' && [...command.overrides], [['f', 'lambda x: x == 1']]);
  });

  it('shows the usage of one command or of all', () => {
    assert.match(usage('lsp'), /^usage: spikelens lsp --stdio\n$/);
    for (const command of ['check', 'run', 'codegen', 'lsp', '--version'])
      assert.match(help(), new RegExp(`spikelens ${command}`));
  });
});
