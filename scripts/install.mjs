// Installs the npm packages that are missing or outdated. Needs nothing but Node and npm.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export function installPackages() {
  requireNode(20);
  const installed = `${root}/node_modules/.package-lock.json`;
  const wanted = `${root}/package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs - 1000) return;
  console.error('Installing packages (once) ...');
  const outcome = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (outcome.status !== 0) fail('The packages could not be installed: npm ci failed.');
}

/** Runs a program of the project, showing its output; ends this process where it fails. */
export function stage(title, args, options = {}) {
  if (title) console.error(`\n--- ${title}`);
  const { status, signal } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', ...options });
  if (status !== 0) fail(title && `${title} failed.`, status ?? (signal === 'SIGINT' ? 130 : 1));
}

export function fail(message, status = 1) {
  if (message) console.error(message);
  process.exit(status);
}

function npm(args) {
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  // Within `npm start` this is the very npm that the user called.
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return spawnSync(process.execPath, [cli, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function requireNode(least) {
  if (Number(process.versions.node.split('.')[0]) < least)
    fail(`Spikelens needs Node ${least} or newer; this is ${process.versions.node}.`);
}
