/** What hovers say of a variable that an equation defines: kind, unit, dependencies, integration. */
import type { EquationTree } from '../../../grammars/equations/tree.ts';
import type { ChosenMethod, MethodChoice } from '../../stateupdaters/index.ts';
import { namesRead, type Reader, readersOf, writersOf } from '../dependencies.ts';
import { NO_OWNER } from '../looseStrings.ts';
import { code, inline, list, oneLine, paragraphs, place } from '../markdown.ts';
import type { CodeString, ScriptModel } from '../model.ts';
import { definingEquation } from '../sites.ts';
import { unitWord, valueText } from './values.ts';

/** A name that a model string defines; `shownAs` differs in synapses (`v_post`). */
export function describeEquation(
  model: ScriptModel,
  owner: string,
  name: string,
  shownAs = name,
): string | undefined {
  const found = definingEquation(model, owner, name);
  return found && describeFoundEquation(model, found, shownAs);
}

/** An equation of a string, whether or not an object has it. */
export function describeFoundEquation(
  model: ScriptModel,
  { equation, codeString }: { readonly equation: EquationTree; readonly codeString: CodeString },
  shownAs = equation.name.name,
): string {
  const { owner } = codeString;
  const { name } = equation.name;
  const { value, provenance } = codeString.source;
  const text = oneLine(value.slice(equation.range.start, equation.range.end));
  const header = `${shownAs} : ${oneLine(equation.unit.text)}`;
  // A parameter's equation says no more than the header, unless it has flags.
  const lines = [`(${equation.type}) ${header}`, ...(text === header ? [] : [text])];
  const id = { owner, name };
  const where = place(model, provenance?.locate(equation.name.range));
  const facts = [
    ...fact(
      'Reads',
      namesRead(equation).map((one) => describeRead(codeString, one)),
    ),
    ...fact(
      'Read by',
      readersOf(model, id).map((reader) => describeUse(reader, owner)),
    ),
    ...fact(
      'Set by',
      writersOf(model, id).map((codeString) => describeUse({ codeString }, owner)),
    ),
    ...integrationFacts(model, owner, equation),
  ];
  return paragraphs(
    code(lines.join('\n')),
    `${owner === NO_OWNER ? 'Of no object yet' : ofObject(model, owner)}${where ? `, ${where}` : ''}.`,
    list(facts),
  );
}

/** `Variable of NeuronGroup neurongroup` */
function ofObject(model: ScriptModel, owner: string): string {
  const className = model.objects.get(owner)?.className;
  const names = model.definitions.filter(({ object }) => object === owner).map(({ name }) => inline(name));
  const called = names.length > 0 ? names.join(', ') : inline(owner);
  return className ? `Of the ${className} ${called}` : `Belongs to ${inline(owner)}`;
}

function fact(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`**${title}** ${[...new Set(items)].join(' · ')}`];
}

/** A name with its value or unit: what a reader of the equation wants to know of it. */
function describeRead(codeString: CodeString, name: string): string {
  const resolved = codeString.resolve(name);
  switch (resolved?.kind) {
    case 'constant':
      return resolved.source === 'unit'
        ? inline(name)
        : `${inline(name)} = ${valueText(resolved.value, resolved.dimension)}`;
    case 'variable':
      return `${inline(name)} ${unitWord(resolved.variable)}`;
    case 'function':
      return inline(`${name}()`);
    case 'unknown':
      return `${inline(name)} (value only known in a run)`;
    default:
      return inline(name);
  }
}

/** `dv/dt`, `threshold`, or `on_pre of synapses` where another object reads. */
function describeUse({ codeString, equation }: Reader, owner: string): string {
  const what = equation === undefined ? codeString.role : leftSide(equation);
  return codeString.owner === owner ? inline(what) : `${inline(what)} of ${inline(codeString.owner)}`;
}

function leftSide({ type, name }: EquationTree): string {
  return type === 'differential equation' ? `d${name.name}/dt` : name.name;
}

function integrationFacts(model: ScriptModel, owner: string, equation: EquationTree): string[] {
  if (equation.type !== 'differential equation') return [];
  if (equation.flags.some(({ name }) => name === 'event-driven'))
    return ['**Integrated** at events only, by the solution for the time since the last one'];
  const choice = model.objects.get(owner)?.choice;
  return choice === undefined ? [] : [describeChoice(choice)];
}

/** The method that a run takes, and why none of those before it. */
export function describeChoice(choice: MethodChoice): string {
  const refused = choice.reasons.map(({ method, message }) => `  - not ${inline(method)}: ${message}`);
  const taken = choice.ok ? chosenText(choice) : '**Integrated by** no method: none suits the equations';
  return [taken, ...refused].join('\n');
}

function chosenText({ method, fromList, reasons }: ChosenMethod): string {
  if (!fromList) return `**Integrated by** ${inline(method)}, as the script asks`;
  const why = reasons.length === 0 ? FIRST_CHOICE[method] : undefined;
  return `**Integrated by** ${inline(method)}, ${why ?? 'the first of the list that suits the equations'}`;
}

const FIRST_CHOICE: Readonly<Record<string, string>> = {
  exact: 'the first choice: the equations are linear, with coefficients that last for a time step',
};
