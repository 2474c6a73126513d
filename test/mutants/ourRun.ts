/** Runs the script on standard input as `spikelens run` does; prints the class of the error that ended it. */
import { readFileSync } from 'node:fs';
import { NodeHost } from '../../client/cli/nodeHost.ts';
import { runScript } from '../../core/script/run.ts';

class SilentHost extends NodeHost {
  override writeOutput(): void {}
  override writeMessage(): void {}
  override progress(): void {}
}

const host = new SilentHost();
const text = readFileSync(0, 'utf8');
const path = process.argv[2] ?? 'script.py';
const { error } = runScript(text, path, {
  host,
  device: 'runtime',
  threads: 1,
  seed: 1,
  overrides: new Map(),
});
host.dispose();
process.stdout.write(error?.problem.errorClass ?? '');
