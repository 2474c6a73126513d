/** What `BrianLogger` and `get_logger` do to the messages of a run. */
import assert from 'node:assert/strict';
import { analyse } from '../../../../core/script/analyse.ts';
import { runScript } from '../../../../core/script/run.ts';
import { MemoryHost } from '../../support.ts';

const CONFLICT = "v = 3\nG = NeuronGroup(1, 'v : 1')\nG.v = 'i'\nH = NeuronGroup(1, 'v : 1')\nH.v = 'i'\n";

function messages(script: string, files: Readonly<Record<string, string>> = {}): string {
  const host = new MemoryHost();
  for (const [path, text] of Object.entries(files)) host.files.set(path, text);
  const { error } = runScript(`from brian2 import *\n${script}`, 'script.py', {
    host,
    device: 'runtime',
    threads: 1,
    seed: 1,
    overrides: new Map(),
  });
  assert.equal(error, undefined, error?.text);
  return host.messages;
}

describe('the messages of a run', () => {
  it('are shown, each once', () => {
    const lines = messages(`i = 5\n${CONFLICT}G.v = 'i'`).match(/is an internal variable/g);
    assert.equal(lines?.length, 4);
  });

  for (const silencing of [
    'BrianLogger.log_level_error()',
    "BrianLogger.suppress_name('resolution_conflict')",
    "BrianLogger.suppress_hierarchy('brian2.groups')",
    "BrianLogger.suppress_hierarchy('brian2')",
  ])
    it(`are silenced by ${silencing}`, () => assert.equal(messages(`${silencing}\n${CONFLICT}`), ''));

  for (const other of [
    'BrianLogger.log_level_warn()',
    "BrianLogger.suppress_name('conflict')",
    "BrianLogger.suppress_hierarchy('brian2.synapses')",
  ])
    it(`are left alone by ${other}`, () =>
      assert.match(messages(`${other}\n${CONFLICT}`), /internal variable/));

  it('are silenced by a preference file, not by a script that sets the preference', () => {
    const file = { brian_preferences: "logging.console_log_level = 'ERROR'" };
    assert.equal(messages(CONFLICT, file), '');
    assert.notEqual(messages(`prefs.logging.console_log_level = 'ERROR'\n${CONFLICT}`), '');
  });

  it("may be the script's own", () => {
    const script = `logger = get_logger('brian2.mine')
logger.info('an info')
logger.debug('nothing')
logger.warn('a warning', 'part', once=True)
logger.warn('a warning', 'part', once=True)
with std_silent():
    logger.error('an error')`;
    const expected =
      'INFO       an info [brian2.mine]\nWARNING    a warning [brian2.mine.part]\nERROR      an error [brian2.mine]\n';
    assert.equal(messages(script), expected);
  });

  it('are silenced in a check, too', () => {
    const script = `from brian2 import *\nBrianLogger.suppress_name('resolution_conflict')\n${CONFLICT}`;
    assert.deepEqual(
      analyse(script, 'script.py').problems.filter(({ code }) => code === 'resolution-conflict'),
      [],
    );
  });

  it('are chosen by methods that exist', () => {
    const { problems } = analyse('from brian2 import *\nBrianLogger.log_level_eror()', 'script.py');
    assert.deepEqual(
      problems.map(({ errorClass }) => errorClass),
      ['AttributeError'],
    );
  });
});
