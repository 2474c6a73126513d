import { resolveBuiltin } from '../../namespaces/builtins.ts';
import type { Resolved } from '../../namespaces/resolved.ts';
import { anyUnit } from '../../units/registry.ts';
import type { ScriptModel } from '../model.ts';
import { nodesAt, syntaxTree } from './syntax.ts';
import { definitionOf, isLocal } from './types.ts';

/** What a name in the script stands for, as far as its unit goes. */
export function resolveInScript(model: ScriptModel, name: string, offset: number): Resolved | undefined {
  const [node] = nodesAt(model, offset);
  const scope = node ?? syntaxTree(model).topNode;
  const found = isLocal(model, scope, name) ? undefined : definitionOf(model, name, offset);
  if (found !== undefined && found.className !== 'Unit') {
    const { dimension, location } = found;
    return { kind: 'unknown', name, dimension, definition: location };
  }
  const unit = anyUnit(name);
  if (unit === undefined) return resolveBuiltin(name);
  const { value, dimension } = unit;
  return { kind: 'constant', name, value, dimension, valueType: 'float', source: 'unit' };
}
