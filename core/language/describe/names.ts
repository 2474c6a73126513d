/** What hovers say of names in code strings. */
import type { EquationTree } from '../../../grammars/equations/tree.ts';
import { stringConstant, variableDocumentation } from '../../documentation/index.ts';
import type {
  Resolved,
  ResolvedConstant,
  ResolvedUnknown,
  ResolvedVariable,
} from '../../namespaces/resolved.ts';
import { NO_OWNER } from '../looseStrings.ts';
import { code, definedAt, inline, paragraphs } from '../markdown.ts';
import type { CodeString, ScriptModel } from '../model.ts';
import { describeEquation, describeFoundEquation } from './equations.ts';
import { describeFunction } from './functions.ts';
import { dimensionText, unitWord, valueText } from './values.ts';
import { describeInternal, describeUnit, example } from './words.ts';

/** Explains a name in an expression or statement; undefined where nothing is known. */
export function describeName(model: ScriptModel, codeString: CodeString, name: string): string | undefined {
  const loose = codeString.owner === NO_OWNER ? ownEquation(codeString, name) : undefined;
  if (loose !== undefined) return describeFoundEquation(model, { equation: loose, codeString });
  const resolved = codeString.resolve(name);
  const known = resolved && describeResolved(model, codeString, name, resolved);
  if (known !== undefined) return known;
  const own = describeEquation(model, codeString.owner, name);
  if (own !== undefined) return own;
  if (/^xi(?:_\w+)?$/.test(name)) return describeInternal(name);
  const { tree } = codeString;
  const assigned = tree.kind === 'statements' && tree.statements.some(({ target }) => target.name === name);
  if (assigned)
    return paragraphs(
      code(name),
      `Temporary variable of ${inline(codeString.role)}: it lasts until the end of the statements.`,
    );
  const iterates = tree.kind === 'generator' && tree.generator.iterator?.variable.name === name;
  return iterates
    ? paragraphs(code(`${name} : integer`), 'Runs through the values of the generator.')
    : undefined;
}

function ownEquation({ tree }: CodeString, name: string): EquationTree | undefined {
  return tree.kind === 'equations'
    ? tree.equations.find((equation) => equation.name.name === name)
    : undefined;
}

function describeResolved(
  model: ScriptModel,
  codeString: CodeString,
  name: string,
  resolved: Resolved,
): string | undefined {
  switch (resolved.kind) {
    case 'variable':
      return describeVariable(model, codeString, name, resolved);
    case 'constant':
      return describeConstant(model, resolved);
    case 'function':
      return describeFunction(model, resolved.function, resolved.definition);
    case 'unknown':
      return describeUnknown(model, resolved);
  }
}

function describeVariable(
  model: ScriptModel,
  codeString: CodeString,
  name: string,
  { variable, definition }: ResolvedVariable,
): string | undefined {
  // What code generation adds for itself (`xi` of a group) is explained by its name.
  if (variable.kind === 'auxiliary') return describeInternal(name);
  const internal = variableDocumentation(variable.name);
  const of = `Of ${inline(variable.owner)}.`;
  if (variable.kind === 'constant')
    return paragraphs(
      code(`${name} = ${valueText(variable.value, variable.dimension)}`),
      internal?.text ?? 'Constant of the group.',
      of,
    );
  const equation = describeEquation(model, variable.owner, variable.name, name);
  if (equation !== undefined) return equation;
  return paragraphs(
    code(`${name} : ${unitWord(variable)}`),
    internal?.text ?? 'Variable.',
    variable.owner === codeString.owner ? '' : of,
    example(internal?.example),
    definedAt(model, definition),
  );
}

function describeConstant(model: ScriptModel, constant: ResolvedConstant): string | undefined {
  const { name, source, definition, dimension } = constant;
  if (source === 'unit') return describeUnit(name);
  const builtin = source === 'constant' ? stringConstant(name) : undefined;
  const from = {
    constant: builtin?.text ?? '',
    'group namespace': 'Constant of the group’s `namespace`.',
    'run namespace': 'Constant of the script, taken when `run` is called.',
  }[source];
  const unit =
    source === 'constant' ? 'Known to all strings, without unit.' : `${capital(dimensionText(dimension))}.`;
  return paragraphs(
    code(`${name} = ${shownValue(constant)}`),
    from,
    unit,
    example(builtin?.example),
    definedAt(model, definition),
  );
}

function shownValue({ value, valueType, dimension }: ResolvedConstant): string {
  if (valueType === 'boolean') return value ? 'True' : 'False';
  return valueText(value, dimension);
}

function describeUnknown(model: ScriptModel, { name, dimension, definition }: ResolvedUnknown): string {
  const what =
    dimension === undefined
      ? 'Name of the script; value and unit are only known in a run.'
      : `Name of the script, ${dimensionText(dimension)}; the value is only known in a run.`;
  return paragraphs(code(name), what, definedAt(model, definition));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
