import type { TextRange } from '../text/range.ts';
import { isWritten } from './definition.ts';
import type { CodeString, Definition, ScriptModel } from './model.ts';

/** An entry of the outline: a name that the script binds, or an equation of a model. */
export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'object' | 'variable';
  readonly range: TextRange;
  readonly children: readonly DocumentSymbol[];
}

/** The script's quantities and Brian objects, then each model string with its variables. */
export function documentSymbols(model: ScriptModel): DocumentSymbol[] {
  const names = model.definitions.flatMap((definition) =>
    isWritten(model, definition) ? [outlined(definition)] : [],
  );
  const seen = new Set<number>();
  const models = model.codeStrings.flatMap((codeString) => {
    const symbol = modelSymbol(codeString, model.document);
    if (symbol === undefined || seen.has(symbol.range.start)) return [];
    seen.add(symbol.range.start);
    return [symbol];
  });
  return [...names, ...models].sort((a, b) => a.range.start - b.range.start);
}

function outlined({ name, description, location }: Definition): DocumentSymbol {
  return { name, detail: description, kind: 'object', range: location.range, children: [] };
}

function modelSymbol(codeString: CodeString, document: string): DocumentSymbol | undefined {
  const { tree, source, owner, role } = codeString;
  if (tree.kind !== 'equations') return undefined;
  const children = tree.equations.flatMap((equation) => {
    const location = source.provenance?.locate(equation.range);
    if (location?.document !== document) return [];
    const { name, type, unit } = equation;
    const detail = `${type}, ${unit.text.trim()}`;
    return [{ name: name.name, detail, kind: 'variable' as const, range: location.range, children: [] }];
  });
  if (children.length === 0) return undefined;
  const start = Math.min(...children.map(({ range }) => range.start));
  const end = Math.max(...children.map(({ range }) => range.end));
  return { name: `${role} of ${owner}`, detail: '', kind: 'object', range: { start, end }, children };
}
