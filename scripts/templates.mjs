// Compiles the code templates into one module, so that the core needs no file system to find them and no run has
// to read them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nunjucks from 'nunjucks';

const root = new URL('../templates', import.meta.url).pathname;
const env = new nunjucks.Environment([], { autoescape: false, throwOnUndefined: false });
const lines = readdirSync(root, { recursive: true })
  .map((file) => String(file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.njk'))
  .sort()
  .map((file) => compiled(file.replace(/\.njk$/, ''), readFileSync(join(root, file), 'utf8')));
const text = `// @ts-nocheck Written by scripts/templates.mjs.
export const TEMPLATES: Readonly<Record<string, object>> = {
${lines.join('\n')}
};
`;
writeFileSync(join(root, 'generated.ts'), text);

function compiled(name, source) {
  const wrapper = ([{ template }]) => `  ${JSON.stringify(name)}: (() => {\n${template}\n})(),`;
  return nunjucks.precompileString(source, { name, env, wrapper });
}
