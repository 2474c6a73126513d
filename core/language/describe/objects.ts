/** What hovers say of names of the script: values with units, Brian objects. */
import { apiEntry, variableDocumentation } from '../../documentation/index.ts';
import { SECOND } from '../../units/dimension.ts';
import { code, definedAt, inline, list, paragraphs, table } from '../markdown.ts';
import type { Definition, ObjectInfo, ScriptModel } from '../model.ts';
import { definingEquation } from '../sites.ts';
import { describeChoice } from './equations.ts';
import { dimensionText, unitWord, valueText } from './values.ts';

/** A table of variables ends here; more would hide the code. */
const MOST_ROWS = 12;

export function describeDefinition(model: ScriptModel, definition: Definition): string {
  const { name, description, className, location } = definition;
  const object = definition.object === undefined ? undefined : model.objects.get(definition.object);
  if (object !== undefined)
    return paragraphs(
      code(`(${object.className}) ${name}`),
      describeObject(model, object),
      definedAt(model, location),
    );
  const entry = className === undefined ? undefined : apiEntry(className);
  if (entry !== undefined && className !== 'Quantity' && className !== 'Unit')
    return paragraphs(code(`(${entry.name}) ${name}`), description, entry.text, definedAt(model, location));
  return paragraphs(code(`${name} = ${description}`), numberText(definition), definedAt(model, location));
}

/** `Array of shape (3,), in volt` */
function numberText({ dimension, shape, className }: Definition): string {
  if (dimension === undefined) return '';
  const what =
    shape === undefined
      ? className === undefined
        ? 'Value'
        : 'Number'
      : `Array of shape ${inline(shapeText(shape))}`;
  return `${what} ${dimensionText(dimension)}.`;
}

function shapeText(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

/** Size, time step, method and variables of a Brian object. */
function describeObject(model: ScriptModel, object: ObjectInfo): string {
  return paragraphs(
    summary(object),
    list(objectFacts(object)),
    variableTable(model, object),
    sentence(object),
  );
}

function summary(object: ObjectInfo): string {
  const { className, size, dt, ends, name } = object;
  const elements = size === undefined ? '' : `${size} ${size === 1 ? 'element' : 'elements'}, `;
  const [source, target] = ends.map(inline);
  const of =
    className === 'Synapses' ? `from ${source} to ${target}, ` : source === undefined ? '' : `of ${source}, `;
  return `${inline(name)}: ${of}${elements}time step ${valueText(dt, SECOND)}.`;
}

function objectFacts({ events, choice }: ObjectInfo): string[] {
  return [
    ...(events.length === 0 ? [] : [`**Events** ${events.map(inline).join(', ')}`]),
    ...(choice === undefined ? [] : [describeChoice(choice)]),
  ];
}

/** Variables of its own equations; those that all groups have are no news. */
function variableTable(model: ScriptModel, object: ObjectInfo): string {
  const own = object.variables.filter((name) => isOwn(model, object, name));
  const rows = own.slice(0, MOST_ROWS).map((name) => variableRow(model, object, name));
  const more = own.length > MOST_ROWS ? `… and ${own.length - MOST_ROWS} more.` : '';
  return paragraphs(table(['Variable', 'Unit', 'Kind'], rows), more);
}

function isOwn(model: ScriptModel, object: ObjectInfo, name: string): boolean {
  if (object.className !== 'Synapses') return variableDocumentation(name) === undefined;
  return definingEquation(model, object.name, name) !== undefined;
}

function variableRow(model: ScriptModel, object: ObjectInfo, name: string): string[] {
  const resolved = object.resolve(name);
  const variable = resolved?.kind === 'variable' ? resolved.variable : undefined;
  const found = variable && definingEquation(model, variable.owner, variable.name);
  const flags = found?.equation.flags.map((flag) => flag.name) ?? [];
  const kind = [found?.equation.type ?? '', ...flags].filter((part) => part !== '').join(', ');
  return [inline(name), variable ? inline(unitWord(variable)) : '', kind];
}

/** What objects of the class are for. */
function sentence({ className }: ObjectInfo): string {
  const text = apiEntry(className)?.text;
  return text === undefined ? '' : `*${text}*`;
}
