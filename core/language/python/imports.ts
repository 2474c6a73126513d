import type { SyntaxNode } from '@lezer/common';
import type { ScriptModel } from '../model.ts';
import { childrenOf, syntaxTree, textOf } from './syntax.ts';

/** What the import statements of a script say, wherever they stand. */
export interface Imports {
  /** Modules by the names that the script gives them: `b2` is `brian2`. */
  readonly modules: ReadonlyMap<string, string>;
  /** Full names by the names that the script gives them: `NG` is `brian2.NeuronGroup`. */
  readonly names: ReadonlyMap<string, string>;
  /** Modules of which it takes all names. */
  readonly wildcards: ReadonlySet<string>;
}

const cache = new WeakMap<ScriptModel, Imports>();

export function importsOf(model: ScriptModel): Imports {
  const known = cache.get(model);
  if (known !== undefined) return known;
  const found = {
    modules: new Map<string, string>(),
    names: new Map<string, string>(),
    wildcards: new Set<string>(),
  };
  syntaxTree(model).iterate({
    enter: ({ node }) => {
      if (node.name === 'ImportStatement') readImport(model, node, found);
    },
  });
  cache.set(model, found);
  return found;
}

interface Found {
  readonly modules: Map<string, string>;
  readonly names: Map<string, string>;
  readonly wildcards: Set<string>;
}

function readImport(model: ScriptModel, node: SyntaxNode, found: Found): void {
  const words = childrenOf(node).map((child) => textOf(model, child));
  const at = words.indexOf('import');
  if (words[0] !== 'from') {
    for (const { name, as } of imported(words.slice(at + 1))) {
      // `import a.b` binds `a`.
      const first = name.split('.')[0] ?? name;
      found.modules.set(as ?? first, as === undefined ? first : name);
    }
    return;
  }
  const module = words.slice(1, at).join('');
  for (const { name, as } of imported(words.slice(at + 1)))
    if (name === '*') found.wildcards.add(module);
    else found.names.set(as ?? name, `${module}.${name}`);
}

/** `a.b as c, (d)` in its parts. */
function imported(words: readonly string[]): { name: string; as?: string }[] {
  const parts = words
    .filter((word) => word !== '(' && word !== ')')
    .join(' ')
    .replaceAll(' . ', '.')
    .split(',');
  return parts.flatMap((part) => {
    const [name, , as] = part.trim().split(' ');
    return name ? [{ name, ...(as && { as }) }] : [];
  });
}
