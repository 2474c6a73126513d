/** The imports of the sources, as text says them. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** The importing file, from the root, with slashes. */
  readonly from: string;
  /** A package's name, or the imported file from the root. */
  readonly to: string;
  readonly isPackage: boolean;
  /** Leaves nothing behind when types are stripped. */
  readonly typeOnly: boolean;
}

export function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => posix.join(folder, String(name).replaceAll('\\', '/')))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('generated.ts'))
    .sort();
}

export function sourceText(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

export function importsOf(file: string): Import[] {
  const text = sourceText(file).replace(/\/\*[\s\S]*?\*\//g, '');
  const statements = /^\s*(?:import|export)\b(?:([^'";]*?)\bfrom\s*)?\s*['"]([^'"\n]+)['"]/gm;
  const dynamic = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;
  return [
    ...[...text.matchAll(statements)].map((match) => toImport(file, match[2]!, isTypeOnly(match[1] ?? ''))),
    // Loaded when it is needed: it cannot close a cycle at load time.
    ...[...text.matchAll(dynamic)].map((match) => toImport(file, match[1]!, true)),
  ];
}

function toImport(from: string, specifier: string, typeOnly: boolean): Import {
  if (!specifier.startsWith('.')) return { from, to: specifier, isPackage: true, typeOnly };
  const to = relative(root, join(root, dirname(from), specifier)).replaceAll('\\', '/');
  return { from, to, isPackage: false, typeOnly };
}

function isTypeOnly(clause: string): boolean {
  if (/^\s*type\b/.test(clause)) return true;
  const names = /^\s*\{([^}]*)\}\s*$/.exec(clause)?.[1];
  return names?.split(',').every((name) => name.trim() === '' || /^\s*type\s/.test(name)) ?? false;
}

/** The groups of files that import each other's values in a circle. */
export function cycles(files: readonly string[]): string[][] {
  const edges = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter((i) => !i.typeOnly && !i.isPackage)
        .map((i) => i.to),
    ]),
  );
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file)!);
    stack.push(file);
    for (const next of edges.get(file) ?? []) {
      if (!edges.has(next)) continue;
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file)!, low.get(next)!));
    }
    if (low.get(file) !== index.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1) found.push(group.sort());
  };
  for (const file of files) if (!index.has(file)) visit(file);
  return found;
}
