/** What the strings of a model read, and who reads a variable. */
import type { EquationTree, Expression } from '../../grammars/equations/tree.ts';
import type { CodeString, ScriptModel } from './model.ts';
import { expressionsOf, sitesOf } from './sites.ts';

/** A variable by the object that owns it. */
export interface VariableId {
  readonly owner: string;
  readonly name: string;
}

/** One string, or one equation of it, in which a variable is read. */
export interface Reader {
  readonly codeString: CodeString;
  /** Where the string is a model. */
  readonly equation?: EquationTree;
}

/** Names that an equation's right-hand side uses, each once, in order. */
export function namesRead(equation: EquationTree): string[] {
  if (equation.expr === undefined) return [];
  const sites = sitesOf({ kind: 'expression', expr: equation.expr });
  const inOrder = sites.filter(({ kind }) => kind === 'name').sort((a, b) => a.range.start - b.range.start);
  return [...new Set(inOrder.map(({ name }) => name))];
}

/** Everything that reads a variable, in the order in which the script made it. */
export function readersOf(model: ScriptModel, id: VariableId): Reader[] {
  return model.codeStrings.flatMap((codeString) => {
    const uses = (expr: Expression) =>
      sitesOf({ kind: 'expression', expr }).some(({ name }) => isVariable(codeString, name, id));
    if (codeString.tree.kind !== 'equations')
      return expressionsOf(codeString.tree).some(uses) ? [{ codeString }] : [];
    const using = codeString.tree.equations.filter(({ expr }) => expr !== undefined && uses(expr));
    return using.map((equation) => ({ codeString, equation }));
  });
}

/** The code whose statements assign to a variable. */
export function writersOf(model: ScriptModel, id: VariableId): CodeString[] {
  return model.codeStrings.filter(
    (codeString) =>
      codeString.tree.kind === 'statements' &&
      codeString.tree.statements.some(({ target }) => isVariable(codeString, target.name, id)),
  );
}

/** The variable that a name in a string stands for, also where it is reached as `v_post`. */
export function variableOf(codeString: CodeString, name: string): VariableId | undefined {
  const resolved = codeString.resolve(name);
  if (resolved?.kind === 'variable') return { owner: resolved.variable.owner, name: resolved.variable.name };
  return resolved === undefined && definesName(codeString, name)
    ? { owner: codeString.owner, name }
    : undefined;
}

/** An equation whose unit was not understood makes no variable, but it is meant to. */
function definesName({ tree }: CodeString, name: string): boolean {
  return tree.kind === 'equations' && tree.equations.some((equation) => equation.name.name === name);
}

function isVariable(codeString: CodeString, name: string, id: VariableId): boolean {
  // Cheap test first: names in synapses end with `_pre` or `_post`.
  if (name !== id.name && !name.startsWith(`${id.name}_`)) return false;
  const found = variableOf(codeString, name);
  return found?.owner === id.owner && found.name === id.name;
}
