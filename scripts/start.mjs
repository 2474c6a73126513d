// `npm start [-- FILE]`: from a fresh clone to a simulated script. Installs, builds, checks FILE and runs it.
import { basename, relative, resolve } from 'node:path';
import { installPackages, root, stage } from './install.mjs';

// Where the user typed the command; npm itself runs scripts in the package's folder.
const here = process.env.INIT_CWD ?? process.cwd();
const file = process.argv[2] ? resolve(here, process.argv[2]) : resolve(root, 'examples/cuba.py');
const shown = relative(here, file).startsWith('..') ? file : relative(here, file);
const name = basename(file).replace(/\.py$/, '');
const cli = resolve(root, 'dist/cli.js');

installPackages();
stage('', ['scripts/build.mjs']);
stage(`Checking ${shown}`, [cli, 'check', shown], { cwd: here });
console.error('No errors.');
stage(`Running ${shown}`, [cli, 'run', '--out', `spikelens-out/${name}`, shown], { cwd: here });
