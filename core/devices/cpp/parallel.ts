import type { CodeObject } from '../../codegen/codeObject.ts';

/**
 * True where the elements of a code object can be computed in any order: what an element writes, no other
 * element reads or writes.
 */
export function isParallel(code: CodeObject): boolean {
  const written = writtenArrays(code, 'vector');
  const indexOf = new Map<string, string>();
  for (const resolved of code.names.values()) {
    if (resolved.kind !== 'variable' || resolved.variable.kind !== 'array') continue;
    const { arrayName } = resolved.variable;
    if (!written.has(arrayName)) continue;
    const own = resolved.index === '_idx' || resolved.index === '_sub_idx';
    if (!own || (indexOf.get(arrayName) ?? resolved.index) !== resolved.index) return false;
    indexOf.set(arrayName, resolved.index);
  }
  return true;
}

/** Names of the arrays that the statements assign to. */
export function writtenArrays(code: CodeObject, part: 'vector' | 'all' = 'all'): Set<string> {
  const statements = part === 'all' ? [...code.block.scalar, ...code.block.vector] : code.block.vector;
  const written = new Set<string>();
  for (const { target } of statements) {
    const resolved = code.names.get(target);
    if (resolved?.kind === 'variable' && resolved.variable.kind === 'array')
      written.add(resolved.variable.arrayName);
  }
  return written;
}
