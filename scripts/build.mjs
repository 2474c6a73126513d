// Bundles what people run: the command, its simulation thread, the library, the language server and the
// editor extension. Entries that are not there are left out.
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const began = performance.now();
const verbose = process.argv.includes('--verbose');

await import('./templates.mjs');
rmSync(resolve(root, 'dist/chunks'), { recursive: true, force: true });

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  // Short variable names hide nothing that the source map does not tell, and load faster.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: verbose,
};

/** ES modules that share their chunks, so that a command loads only what it needs. */
const modules = existing({
  cli: 'client/cli/main.ts',
  worker: 'client/cli/worker.ts',
  index: 'core/index.ts',
});
const jobs = [
  build({
    ...common,
    entryPoints: modules,
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    // Packages in CommonJS ask for Node's modules through `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
    },
  }),
];
for (const [name, entry] of Object.entries({
  server: 'server/main.ts',
  extension: 'client/vscode/extension.ts',
})) {
  if (!existsSync(resolve(root, entry))) continue;
  jobs.push(
    build({
      ...common,
      entryPoints: [entry],
      outfile: `dist/${name}.cjs`,
      format: 'cjs',
      external: ['vscode'],
      mainFields: ['module', 'main'],
    }),
  );
}
const results = await Promise.all(jobs).catch(() => process.exit(1));
chmodSync(resolve(root, 'dist/cli.js'), 0o755);
if (verbose) report(results);
console.error(`Built dist in ${((performance.now() - began) / 1000).toFixed(1)} s.`);

function existing(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(resolve(root, path))));
}

function report(results) {
  for (const { metafile } of results)
    for (const [file, { bytes }] of Object.entries(metafile.outputs))
      if (!file.endsWith('.map')) console.error(`${(bytes / 1024).toFixed(0).padStart(7)} KiB  ${file}`);
}
