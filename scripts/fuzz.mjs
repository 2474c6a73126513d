// `npm run fuzz [-- FOLDER] [--seconds N] [--seed N]`: see test/property/fuzz.ts.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { installPackages, root } from './install.mjs';

installPackages();
await import('./templates.mjs');
const args = ['--import', 'tsx', resolve(root, 'test/property/fuzz.ts'), ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1);
