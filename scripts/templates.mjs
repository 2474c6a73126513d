// Gathers the code templates into one module, so that the core needs no file system to find them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('../templates', import.meta.url).pathname;
const entries = readdirSync(root, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.njk'))
  .sort()
  .map((name) => [name.replaceAll('\\', '/').replace(/\.njk$/, ''), readFileSync(join(root, name), 'utf8')]);
const lines = entries.map(([name, text]) => `  ${JSON.stringify(name)}: ${JSON.stringify(text)},`);
const text = `// Written by scripts/templates.mjs.\nexport const TEMPLATES: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n`;
writeFileSync(join(root, 'generated.ts'), text);
