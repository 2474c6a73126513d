// `npm test`: everything but the tests in the real editor. Ends at the first stage that fails; the last
// line counts the tests.
import { spawn } from 'node:child_process';
import { fail, installPackages, root, stage } from './install.mjs';

installPackages();
stage('Build', ['scripts/build.mjs']);
stage('Lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']);
stage('Types', ['node_modules/typescript/bin/tsc', '--noEmit']);

console.error('\n--- Tests');
const { output, status } = await showing(['node_modules/mocha/bin/mocha.js', '--reporter', 'dot']);
const passed = count(output, /^\s*(\d+) passing/m);
const failed = count(output, /^\s*(\d+) failing/m);
console.log(`${passed} passed, ${status !== 0 && failed === 0 ? 1 : failed} failed`);
if (passed === 0) fail('No test ran.');
process.exit(status);

/** Runs a Node program, shows what it prints and returns it. */
function showing(args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    process.stdout.write(text);
  });
  return new Promise((done) => child.on('close', (status) => done({ output, status: status ?? 1 })));
}

function count(text, pattern) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: mocha's colours
  return Number(text.replace(/\x1b\[[\d;]*m/g, '').match(pattern)?.[1] ?? 0);
}
