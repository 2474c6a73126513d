// Writes spikelens-VERSION.vsix: the extension with everything it needs bundled, so no node_modules.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

const build = spawnSync(process.execPath, [`${root}/scripts/build.mjs`], { stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);
for (const file of ['dist/extension.cjs', 'dist/server.cjs', 'dist/cli.js'])
  if (!existsSync(`${root}/${file}`)) throw new Error(`${file} is missing: the extension cannot be packaged`);

const packagePath = `${root}/spikelens-${version}.vsix`;
await createVSIX({
  cwd: root,
  packagePath,
  dependencies: false,
  // Until the project has a public address, pictures of the README stay relative.
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
console.log(`Wrote ${packagePath}`);
