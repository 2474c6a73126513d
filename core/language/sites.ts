/** Where names stand in the trees of a script's code strings, and in the script. */
import type { EquationTree, Expression, UnitText } from '../../grammars/equations/tree.ts';
import { rangeContains, type TextRange } from '../text/range.ts';
import { looseString } from './looseStrings.ts';
import type { CodeString, CodeStringTree, ScriptModel } from './model.ts';

/** One name in a code string. `unit` names stand after the colon of an equation, flags in its brackets. */
export interface Site {
  readonly kind: 'name' | 'unit' | 'flag';
  readonly name: string;
  /** Offsets in the code string. */
  readonly range: TextRange;
}

/** A site, the string that holds it, and where that is in the script. */
export interface LocatedSite {
  readonly site: Site;
  readonly codeString: CodeString;
  readonly range: TextRange;
}

/**
 * The name at a document offset. A string that several groups share is seen through the first of them
 * that knows the name. Text that the script computed (an interpolated value) has no sites.
 */
export function siteAt(model: ScriptModel, offset: number): LocatedSite | undefined {
  let fallback: LocatedSite | undefined;
  for (const codeString of codeStringsAt(model, offset)) {
    const located = siteInString(codeString, model.document, offset);
    if (located === undefined) continue;
    if (located.site.kind !== 'name' || codeString.resolve(located.site.name) !== undefined) return located;
    fallback ??= located;
  }
  return fallback;
}

/** The code string that holds a document offset, and the offset in it. */
export function codeStringAt(
  model: ScriptModel,
  offset: number,
): { readonly codeString: CodeString; readonly inside: number } | undefined {
  const [codeString] = codeStringsAt(model, offset);
  const inside = codeString?.source.provenance?.offsetOf(model.document, offset);
  return codeString && inside !== undefined ? { codeString, inside } : undefined;
}

/** One for each object that has the string; a model that no object has yet counts, too. */
function codeStringsAt(model: ScriptModel, offset: number): CodeString[] {
  const found = model.codeStrings.filter(
    ({ source }) => source.provenance?.offsetOf(model.document, offset) !== undefined,
  );
  const loose = found.length === 0 ? looseString(model, offset) : undefined;
  return loose === undefined ? found : [loose];
}

/** All names of a tree, in no particular order. */
export function sitesOf(tree: CodeStringTree): Site[] {
  const sites: Site[] = [];
  if (tree.kind === 'equations') for (const equation of tree.equations) addEquation(equation, sites);
  for (const expression of expressionsOf(tree)) addExpression(expression, sites);
  if (tree.kind === 'statements') for (const { target } of tree.statements) addName(target, sites);
  if (tree.kind === 'generator' && tree.generator.iterator) addName(tree.generator.iterator.variable, sites);
  return sites;
}

/** The equation of a model that defines a name. */
export function definingEquation(
  model: ScriptModel,
  owner: string,
  name: string,
): { readonly equation: EquationTree; readonly codeString: CodeString } | undefined {
  for (const codeString of model.codeStrings) {
    if (codeString.owner !== owner || codeString.tree.kind !== 'equations') continue;
    const equation = codeString.tree.equations.find((candidate) => candidate.name.name === name);
    if (equation) return { equation, codeString };
  }
  return undefined;
}

function siteInString(codeString: CodeString, document: string, offset: number): LocatedSite | undefined {
  const provenance = codeString.source.provenance;
  const inside = provenance?.offsetOf(document, offset);
  if (provenance === undefined || inside === undefined) return undefined;
  const touching = sitesOf(codeString.tree).filter((site) => rangeContains(site.range, inside));
  const site = touching.find((candidate) => inside < candidate.range.end) ?? touching[0];
  const location = site && provenance.locateExactly(site.range);
  if (site === undefined || location === undefined || location.document !== document) return undefined;
  return { site, codeString, range: location.range };
}

/** The expressions of a tree, outermost ones only. */
export function expressionsOf(tree: CodeStringTree): readonly Expression[] {
  switch (tree.kind) {
    case 'equations':
      return tree.equations.flatMap(({ expr }) => (expr ? [expr] : []));
    case 'expression':
      return [tree.expr];
    case 'statements':
      return tree.statements.map(({ expr }) => expr);
    case 'generator': {
      const { element, iterator, condition } = tree.generator;
      const parts = [element, ...(iterator?.args ?? []), iterator?.p, iterator?.size, condition];
      return parts.filter((part) => part !== undefined);
    }
  }
}

function addName(name: { readonly name: string; readonly range: TextRange }, sites: Site[]): void {
  sites.push({ kind: 'name', name: name.name, range: name.range });
}

function addEquation(equation: EquationTree, sites: Site[]): void {
  addName(equation.name, sites);
  addUnits(equation.unit, sites);
  for (const { name, range } of equation.flags) sites.push({ kind: 'flag', name, range });
}

function addUnits(unit: UnitText, sites: Site[]): void {
  for (const match of unit.text.matchAll(/[A-Za-z_]\w*/g)) {
    const start = unit.range.start + match.index;
    sites.push({ kind: 'unit', name: match[0], range: { start, end: start + match[0].length } });
  }
}

function addExpression(expression: Expression, sites: Site[]): void {
  switch (expression.kind) {
    case 'name':
      addName(expression, sites);
      return;
    case 'call':
      addName({ name: expression.name, range: expression.nameRange }, sites);
      for (const argument of expression.args) addExpression(argument, sites);
      return;
    case 'unary':
      addExpression(expression.operand, sites);
      return;
    case 'binary':
    case 'comparison':
    case 'logical':
      addExpression(expression.left, sites);
      addExpression(expression.right, sites);
  }
}
