/** What hovers say of functions that strings call. */
import { functionDocumentation } from '../../functions/documentation.ts';
import type { BrianFunction } from '../../functions/function.ts';
import type { Location } from '../../text/range.ts';
import { DIMENSIONLESS } from '../../units/dimension.ts';
import { code, definedAt, inline, paragraphs } from '../markdown.ts';
import type { ScriptModel } from '../model.ts';
import { dimensionWord } from './values.ts';
import { example } from './words.ts';

export function describeFunction(model: ScriptModel, fn: BrianFunction, definition?: Location): string {
  const documentation = functionDocumentation(fn.name);
  return paragraphs(
    code(functionSignature(fn)),
    documentation?.text ?? scriptFunctionText(fn),
    unitsSentence(fn),
    randomSentence(fn),
    example(documentation?.example),
    definedAt(model, definition),
  );
}

/** `clip(a, a_min, a_max)` */
export function functionSignature(fn: BrianFunction): string {
  return functionDocumentation(fn.name)?.signature ?? `${fn.name}(${fn.argNames.join(', ')})`;
}

/** Units of the arguments and of the result. */
export function unitsSentence(fn: BrianFunction): string {
  const args = fn.argUnits.map((_, k) => argumentSentence(fn, k));
  const what = args.length === 0 ? 'No arguments' : `Arguments: ${args.join(', ')}`;
  return `${what}. Result: ${resultUnit(fn)}.`;
}

/** `x without unit` */
export function argumentSentence(fn: BrianFunction, k: number): string {
  const unit = fn.argUnits[k] ?? 'any';
  const name = inline(fn.argNames[k] ?? `argument ${k + 1}`);
  if (unit === 'any') return `${name} in any unit`;
  if (unit === 'boolean') return `${name} true or false`;
  if ('sameAs' in unit) return `${name} in the unit of ${inline(fn.argNames[unit.sameAs] ?? '')}`;
  return unit === DIMENSIONLESS ? `${name} without unit` : `${name} in ${inline(dimensionWord(unit))}`;
}

function resultUnit({ returnUnit, returnType }: BrianFunction): string {
  if (returnUnit === 'boolean') return 'true or false';
  if (typeof returnUnit === 'function') return 'unit follows from the arguments';
  if (returnUnit !== DIMENSIONLESS) return `in ${inline(dimensionWord(returnUnit))}`;
  return returnType === 'integer' ? 'whole number without unit' : 'no unit';
}

function randomSentence(fn: BrianFunction): string {
  if (fn.stateless) return '';
  return 'Gives another value at each call; a subexpression that calls it needs the flag `constant over dt`.';
}

function scriptFunctionText(fn: BrianFunction): string {
  return fn.implementation?.kind === 'timed array'
    ? 'Values over time, from a `TimedArray`.'
    : 'Function of the script.';
}
