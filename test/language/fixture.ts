/** Small script models without the evaluator: strings in the text are parsed, names are looked up in a table. */

import type { CodeString, CodeStringTree, Definition, ScriptModel } from '../../core/language/model.ts';
import type { Resolved } from '../../core/namespaces/resolved.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { analyse } from '../../core/script/analyse.ts';
import { Provenance } from '../../core/text/provenance.ts';
import type { Location } from '../../core/text/range.ts';
import { parseEquations, parseExpression, parseStatements } from '../../grammars/equations/index.ts';

export const DOCUMENT = 'file:///scripts/model.py';

export interface FixtureOptions {
  readonly names?: Readonly<Record<string, Resolved>>;
  readonly problems?: readonly Problem[];
  readonly definitions?: readonly Pick<Definition, 'name' | 'description'>[];
}

/** `$0` marks the cursor. Strings: '''...''' are models, "..." are expressions or, with `=`, statements. */
export function fixture(marked: string, options: FixtureOptions = {}) {
  const offset = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  const names = new Map(Object.entries(options.names ?? {}));
  const runs = [...text.matchAll(/^run\(.*\)/gm)].map((match) => locate(text, match[0], match.index));
  const model: ScriptModel = {
    document: DOCUMENT,
    text,
    usesBrian: true,
    problems: options.problems ?? [],
    codeStrings: codeStrings(text, (name) => names.get(name)),
    runCalls: runs,
    objects: new Map(),
    definitions: (options.definitions ?? []).map((one) => ({
      ...one,
      location: locate(text, one.name, text.search(new RegExp(`^${one.name}\\b`, 'm'))),
    })),
  };
  return { model, offset, text };
}

/** A whole script, really analysed; `$0` marks the cursor. */
export function analysed(marked: string) {
  const offset = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  return { model: analyse(text, DOCUMENT), offset, text };
}

/** Where `part` stands in the text. */
export function locate(text: string, part: string, start = text.indexOf(part)): Location {
  return { document: DOCUMENT, range: { start, end: start + part.length } };
}

function codeStrings(text: string, resolve: CodeString['resolve']): CodeString[] {
  return [...text.matchAll(/'''([\s\S]*?)'''|"([^"\n]*)"/g)].map((match) => {
    const isModel = match[1] !== undefined;
    const value = match[1] ?? match[2]!;
    const provenance = Provenance.exact(DOCUMENT, match.index + (isModel ? 3 : 1), value.length);
    const role = isModel ? 'model' : /[^=<>!]=[^=]/.test(value) ? 'reset' : 'threshold';
    return { source: { value, provenance }, tree: tree(role, value), role, owner: 'neurongroup', resolve };
  });
}

function tree(role: string, value: string): CodeStringTree {
  if (role === 'model') return { kind: 'equations', equations: parseEquations(value).tree };
  if (role === 'reset') return { kind: 'statements', statements: parseStatements(value).tree };
  return { kind: 'expression', expr: parseExpression(value).tree };
}
