/** What hovers say about names: Markdown, one header line of code and short sentences. */
import { functionDocumentation } from '../functions/documentation.ts';
import type { BrianFunction } from '../functions/function.ts';
import type {
  Resolved,
  ResolvedConstant,
  ResolvedUnknown,
  ResolvedVariable,
} from '../namespaces/resolved.ts';
import type { Location } from '../text/range.ts';
import { DIMENSIONLESS, type Dimension } from '../units/dimension.ts';
import { bestUnit, dimensionName, unitDisplay } from '../units/displayUnits.ts';
import { anyUnit } from '../units/registry.ts';
import type { Variable } from '../variables/variable.ts';
import type { CodeString, ScriptModel } from './model.ts';
import { definingEquation } from './sites.ts';

/** Explains a name in an expression or statement; undefined where nothing is known. */
export function describeName(model: ScriptModel, codeString: CodeString, name: string): string | undefined {
  const resolved = codeString.resolve(name);
  if (resolved !== undefined) return describeResolved(model, codeString, name, resolved);
  const own = describeEquation(model, codeString.owner, name);
  if (own !== undefined) return own;
  if (/^xi(?:_\w+)?$/.test(name))
    return paragraphs(
      code(`${name} : second**-0.5`),
      'Gaussian white noise; every name that starts with `xi` is its own source.',
    );
  const { tree } = codeString;
  const assigned = tree.kind === 'statements' && tree.statements.some(({ target }) => target.name === name);
  return assigned ? paragraphs(code(name), `Temporary variable of \`${codeString.role}\`.`) : undefined;
}

/** Explains a unit after the colon of an equation. */
export function describeUnit(name: string): string | undefined {
  const special = UNIT_WORDS.get(name);
  if (special !== undefined) return paragraphs(code(name), special);
  const unit = anyUnit(name);
  return unit && paragraphs(code(name), unitSentence(unit.value, unit.dimension));
}

export function describeFlag(name: string): string | undefined {
  const meaning = FLAGS.get(name);
  return meaning === undefined ? undefined : paragraphs(code(`(${name})`), meaning);
}

/** A plain number in the unit that shows it best: `10 ms`. */
export function valueText(value: number, dimension: Dimension): string {
  const unit = bestUnit([value], dimension);
  const number = String(Number((value / unit.value).toPrecision(8)));
  return dimension === DIMENSIONLESS ? number : `${number} ${unit.displayName}`;
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
): string {
  if (variable.kind === 'constant') {
    const header = code(`${name} = ${valueText(variable.value, variable.dimension)}`);
    return paragraphs(header, `Constant of \`${variable.owner}\`. ${INTERNAL.get(variable.name) ?? ''}`);
  }
  const equation = describeEquation(model, variable.owner, variable.name, name);
  if (equation !== undefined) return equation;
  const meaning = INTERNAL.get(variable.name) ?? '';
  const whose = variable.owner === codeString.owner ? '' : ` of \`${variable.owner}\``;
  return paragraphs(
    code(`${name} : ${unitWord(variable)}`),
    `Variable${whose}. ${meaning}`,
    definedAt(model, definition),
  );
}

/** A name that a model string defines; `shownAs` differs in synapses (`v_post`). */
function describeEquation(
  model: ScriptModel,
  owner: string,
  name: string,
  shownAs = name,
): string | undefined {
  const found = definingEquation(model, owner, name);
  if (found === undefined) return undefined;
  const { equation, codeString } = found;
  const kind = equation.type === 'differential equation' ? 'state variable' : equation.type;
  const { value, provenance } = codeString.source;
  const text = value.slice(equation.range.start, equation.range.end).replace(/\s+/g, ' ').trim();
  const header = `${shownAs} : ${equation.unit.text.trim()}`;
  const whose = `Belongs to \`${owner}\`.`;
  const where = definedAt(model, provenance?.locate(equation.name.range));
  // A parameter's equation says no more than the header, unless it has flags.
  return paragraphs(code(`(${kind}) ${header}`), text === header ? '' : `\`${text}\``, `${whose} ${where}`);
}

function describeConstant(model: ScriptModel, constant: ResolvedConstant): string | undefined {
  const { name, value, dimension, source, definition } = constant;
  if (source === 'unit') return describeUnit(name) ?? paragraphs(code(name), unitSentence(value, dimension));
  const header = code(`${name} = ${shownValue(constant)}`);
  const where = { constant: 'Built-in constant.', 'group namespace': 'Constant of the group’s `namespace`.' };
  const from =
    source === 'run namespace' ? 'Constant of the script, taken when `run` is called.' : where[source];
  return paragraphs(header, `${from} ${definedAt(model, definition)}`);
}

function shownValue({ value, valueType, dimension }: ResolvedConstant): string {
  if (valueType === 'boolean') return value ? 'True' : 'False';
  return valueText(value, dimension);
}

function describeUnknown(model: ScriptModel, { name, dimension, definition }: ResolvedUnknown): string {
  const unit =
    dimension === undefined ? 'value and unit are' : `in ${dimensionName(dimension)}; the value is`;
  return paragraphs(
    code(name),
    `Name of the script, ${unit} only known in a run.`,
    definedAt(model, definition),
  );
}

function describeFunction(model: ScriptModel, fn: BrianFunction, definition: Location | undefined): string {
  const documentation = functionDocumentation(fn.name);
  const signature = documentation?.signature ?? `${fn.name}(${fn.argNames.join(', ')})`;
  const what = documentation?.text ?? scriptFunctionText(fn);
  const example = documentation?.example;
  const units = `Arguments: ${argumentUnits(fn)}. Result: ${resultUnit(fn)}.`;
  return paragraphs(
    code(signature),
    what,
    units,
    example === undefined ? '' : `Example: \`${example}\``,
    definedAt(model, definition),
  );
}

function scriptFunctionText(fn: BrianFunction): string {
  return fn.implementation?.kind === 'timed array'
    ? 'Values over time, from a TimedArray.'
    : 'Function of the script.';
}

function argumentUnits(fn: BrianFunction): string {
  if (fn.argNames.length === 0) return 'none';
  const described = fn.argUnits.map((unit, k) => {
    const name = fn.argNames[k] ?? `argument ${k + 1}`;
    if (unit === 'any') return `\`${name}\` in any unit`;
    if (unit === 'boolean') return `\`${name}\` true or false`;
    if ('sameAs' in unit) return `\`${name}\` in the unit of \`${fn.argNames[unit.sameAs]}\``;
    return unit === DIMENSIONLESS ? `\`${name}\` without unit` : `\`${name}\` in ${dimensionName(unit)}`;
  });
  return described.join(', ');
}

function resultUnit({ returnUnit }: BrianFunction): string {
  if (returnUnit === 'boolean') return 'true or false';
  if (typeof returnUnit === 'function') return 'unit follows from the arguments';
  return returnUnit === DIMENSIONLESS ? 'no unit' : dimensionName(returnUnit);
}

function unitSentence(value: number, dimension: Dimension): string {
  if (dimension === DIMENSIONLESS) return 'Unit without dimension.';
  const base = dimension.toString();
  const named = unitDisplay(dimension);
  const scale = value === 1 ? '' : `${Number(value.toPrecision(12))} `;
  const size = named === base ? `${scale}${base}` : `${scale}${named}`;
  return named === base ? `Unit: \`${size}\`.` : `Unit: \`${size}\`, dimension \`${base}\`.`;
}

function unitWord({ dataType, dimension }: Variable): string {
  if (dataType === 'bool') return 'boolean';
  if (dataType === 'int32' || dataType === 'int64') return 'integer';
  return dimension === DIMENSIONLESS ? '1' : dimensionName(dimension);
}

function definedAt(model: ScriptModel, location: Location | undefined): string {
  if (location === undefined) return '';
  if (location.document !== model.document) return `Defined in \`${location.document.split('/').at(-1)}\`.`;
  const line = model.text.slice(0, location.range.start).split('\n').length;
  const isUri = /^[a-z][\w+.-]*:\/\//i.test(location.document);
  return isUri ? `Defined on [line ${line}](${location.document}#L${line}).` : `Defined on line ${line}.`;
}

function code(text: string): string {
  return `\`\`\`python\n${text}\n\`\`\``;
}

function paragraphs(...parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}

const UNIT_WORDS: ReadonlyMap<string, string> = new Map([
  ['boolean', 'A truth value, without unit.'],
  ['integer', 'A whole number, without unit.'],
]);

/** What each flag of an equation promises or asks for. */
export const FLAGS: ReadonlyMap<string, string> = new Map([
  ['constant', 'The value does not change during a run; generated code may rely on it.'],
  ['shared', 'One value for the whole group instead of one per element.'],
  ['linked', 'The values are those of a variable of another group, given with `linked_var`.'],
  ['constant over dt', 'Evaluated once at the start of each time step and kept until its end.'],
  ['unless refractory', 'Held fixed while the neuron is refractory.'],
  ['event-driven', 'Brought up to date only when an event arrives, from the exact solution.'],
  ['clock-driven', 'Integrated in every time step.'],
  ['summed', 'Each step, the sum over all synapses of a neuron is written to the neuron’s variable.'],
]);

/** Variables that Brian adds to groups. */
const INTERNAL: ReadonlyMap<string, string> = new Map([
  ['t', 'The present time of the simulation.'],
  ['dt', 'Length of one time step of the group’s clock.'],
  ['t_in_timesteps', 'The present time, in steps of the group’s clock.'],
  ['i', 'Index of the element in its group; in synapses, of the presynaptic neuron.'],
  ['j', 'Index of the postsynaptic neuron.'],
  ['N', 'Number of elements.'],
  ['N_pre', 'Number of presynaptic neurons.'],
  ['N_post', 'Number of postsynaptic neurons.'],
  ['N_incoming', 'Number of synapses onto the same postsynaptic neuron.'],
  ['N_outgoing', 'Number of synapses from the same presynaptic neuron.'],
  ['lastspike', 'Time of the neuron’s last spike; minus infinity before the first.'],
  ['not_refractory', 'False while the neuron is refractory.'],
  ['lastupdate', 'Time of the last event at the synapse.'],
  ['delay', 'Time between a spike and its effect at the synapse.'],
  ['rates', 'Firing rate of each neuron.'],
]);
