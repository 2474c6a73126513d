import type { External, Externals } from '../../../namespaces/externals.ts';
import type { Location } from '../../../text/range.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import type { Interpreter, ScriptFrame } from '../../interpreter.ts';
import type { PyDict } from '../../objects/mappings.ts';
import { PyStr, type PyValue, Unknown } from '../../values.ts';
import { asQuantity, PyArray, PyQuantity } from '../numpy/objects.ts';
import { BrianFunctionObject } from './brianFunction.ts';

/** The names of a frame as code strings may use them: locals, then globals. */
export function frameExternals(frame: ScriptFrame, ctx: Interpreter): Externals {
  return {
    lookup: (name) => {
      const value = frame.lookup(name);
      return value === undefined
        ? undefined
        : external(name, value, 'run namespace', ctx, frame.definitionOf(name));
    },
    names: function* () {
      for (const [name] of frame.entries()) yield name;
    },
    open: frame.open,
  };
}

/** An explicit `namespace=` dictionary. */
export function dictExternals(
  dict: PyDict,
  source: 'group namespace' | 'run namespace',
  ctx: Interpreter,
): Externals {
  return {
    lookup: (name) => {
      const value = dict.find(new PyStr(name));
      return value === undefined ? undefined : external(name, value, source, ctx);
    },
    names: function* () {
      for (const key of dict.keys()) if (key instanceof PyStr) yield key.value;
    },
  };
}

/** A Python value as Brian accepts it in code: scalars and functions; all else counts as not found. */
function external(
  name: string,
  value: PyValue,
  source: 'group namespace' | 'run namespace',
  ctx: Interpreter,
  definition?: Location,
): External | undefined {
  if (value instanceof Unknown) return { kind: 'unknown', name, dimension: value.dimension, definition };
  if (value instanceof BrianFunctionObject) return { kind: 'function', function: value.fn, definition };
  const isNumber = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
  if (!isNumber && !(value instanceof PyQuantity) && !(value instanceof PyArray)) return undefined;
  const quantity = asQuantity(value, ctx);
  if (quantity === undefined) return undefined;
  if (typeof quantity.value !== 'number') {
    if (quantity.value.shape.length > 0) return { kind: 'array', name, definition };
  }
  const number = typeof quantity.value === 'number' ? quantity.value : Number(quantity.value.item());
  const valueType = typeof value === 'boolean' ? 'boolean' : typeof value === 'bigint' ? 'integer' : 'float';
  const dimension = quantity.dimension ?? DIMENSIONLESS;
  return { kind: 'constant', name, value: number, dimension, valueType, source, definition };
}
