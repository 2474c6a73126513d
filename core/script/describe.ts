import type { Interpreter } from './interpreter.ts';
import { BrianFunctionObject } from './modules/brian2/brianFunction.ts';
import { BrianPyObject } from './modules/brian2/brianObject.ts';
import { EquationsObject } from './modules/brian2/equationsObject.ts';
import { OwnerObject } from './modules/brian2/ownerObject.ts';
import { PyNumeric } from './modules/numpy/objects.ts';
import { PyObject, type PyValue } from './values.ts';

/** One line for a hover on a name of the script; undefined for what needs no explanation of ours. */
export function describe(value: PyValue, ctx: Interpreter): string | undefined {
  // Analysis connects nothing: how many synapses there will be is not known.
  if (value instanceof OwnerObject && value.typeName !== 'Synapses')
    return `${value.typeName} of ${value.object.N}`;
  if (value instanceof BrianPyObject) return value.typeName;
  if (value instanceof EquationsObject) return `Equations of ${value.equations.names().join(', ')}`;
  if (value instanceof BrianFunctionObject) return `function ${value.fn.name}`;
  if (value instanceof PyNumeric) return shortened(ctx.str(value));
  if (value === null || value instanceof PyObject) return undefined;
  return ctx.str(value);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 77)}...` : line;
}
