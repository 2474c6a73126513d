/** What hovers say of units, flags, constants, methods, slots and preferences: names that mean the same in every script. */
import {
  documentedFlags,
  flagDocumentation,
  methodDocumentation,
  physicalConstant,
  preferenceCategory,
  preferenceDocumentation,
  preferencesUnder,
  slotDocumentation,
  unitDocumentation,
  variableDocumentation,
} from '../../documentation/index.ts';
import { PHYSICAL_CONSTANTS } from '../../units/constants.ts';
import { code, inline, list, paragraphs } from '../markdown.ts';
import { dimensionText, valueText } from './values.ts';

export function example(text: string | undefined): string {
  if (text === undefined) return '';
  return text.includes('\n') ? `Example:\n${code(text)}` : `Example: ${inline(text)}`;
}

/** A unit, or one of the words that stand in its place after the colon of an equation. */
export function describeUnit(name: string): string | undefined {
  const found = unitDocumentation(name);
  return found && paragraphs(code(name), found.text, found.places, example(found.example));
}

export function describeFlag(name: string): string | undefined {
  const found = flagDocumentation(name);
  if (found === undefined) return undefined;
  const allowed = found.allowed.map(({ group, types }) => `${inline(group)}: ${types.join(', ')}`);
  return paragraphs(code(`(${name})`), found.text, `Allowed on:\n${list(allowed)}`, example(found.example));
}

/** All flags by name, for an empty pair of brackets. */
export function flagNames(): readonly string[] {
  return [...documentedFlags()].map(({ name }) => name);
}

export function describeMethod(name: string): string | undefined {
  const found = methodDocumentation(name);
  if (found === undefined) return undefined;
  const facts = [
    `**Solves** ${lowerFirst(found.solves)}`,
    ...(found.formula === undefined ? [] : [`**One step** ${inline(found.formula)}`]),
    `**Order** ${lowerFirst(found.order)}`,
    `**Choice** ${lowerFirst(found.chosen)}`,
  ];
  return paragraphs(code(`(method) ${found.name}`), found.text, list(facts), example(found.example));
}

export function describeSlot(name: string): string | undefined {
  const found = slotDocumentation(name);
  return found && paragraphs(code(`(slot) ${name}`), found.text, example(found.example));
}

/** A preference by its full name, or a category of them. */
export function describePreference(name: string): string | undefined {
  const found = preferenceDocumentation(name);
  if (found === undefined) return describeCategory(name);
  const values = found.values === undefined ? [] : [`**Values** ${found.values}`];
  return paragraphs(
    code(`prefs.${name}`),
    found.text,
    list([`**Default** ${inline(found.default)}`, ...values, `**Here** ${found.effect}`]),
    example(found.example),
  );
}

function describeCategory(name: string): string | undefined {
  const below = preferencesUnder(name);
  if (below.length === 0) return undefined;
  return paragraphs(
    code(`(category) prefs.${name}`),
    preferenceCategory(name)?.meaning ?? 'Category of preferences.',
    list(below.map(inline)),
  );
}

/** A constant of `brian2.units.constants`. */
export function describePhysicalConstant(name: string): string | undefined {
  const value = PHYSICAL_CONSTANTS.get(name);
  const found = physicalConstant(name);
  if (value === undefined || found === undefined) return undefined;
  const header = code(`${name} = ${valueText(value.value, value.dimension)}`);
  const unit = `${upperFirst(dimensionText(value.dimension))}.`;
  return paragraphs(header, found.text, unit, example(found.example));
}

/** A variable that Brian adds to groups, as such. */
export function describeInternal(name: string): string | undefined {
  const found = variableDocumentation(name);
  return found && paragraphs(code(`${name} : ${found.unit}`), found.text, example(found.example));
}

function lowerFirst(text: string): string {
  // Names keep their capitals: `Runge-Kutta`, `SpatialNeuron`.
  return /^[A-Z][a-z]+\b(?!-)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
