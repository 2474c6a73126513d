/** Values of a script as names in Brian's strings. */
import type { ValueType } from '../../../../grammars/equations/tree.ts';
import { kindOf } from '../../../arrays/dtype.ts';
import { arrayRepr } from '../../../arrays/print.ts';
import { numberIdentity, unitIdentity } from '../../../namespaces/conflicts.ts';
import type { External, ExternalObject, Externals } from '../../../namespaces/externals.ts';
import type { Location } from '../../../text/range.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import type { Interpreter, ScriptFrame } from '../../interpreter.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { asQuantity, PyArray, PyNumeric, PyScalar, PyUnit } from '../numpy/objects.ts';
import { calledFunction } from './functions/calledFunction.ts';
import { BrianFunctionObject } from './functions/functionObject.ts';

type Source = 'group namespace' | 'run namespace';

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

/** An explicit namespace: a dictionary as it is whenever a name is looked up, or something unknown. */
export class DictExternals implements Externals {
  constructor(
    public values: PyDict | Unknown,
    private readonly source: Source,
    private readonly ctx: Interpreter,
  ) {}

  lookup(name: string): External | undefined {
    const value = this.values instanceof PyDict ? this.values.find(new PyStr(name)) : undefined;
    return value === undefined ? undefined : external(name, value, this.source, this.ctx);
  }

  *names(): Iterable<string> {
    if (this.values instanceof Unknown) return;
    for (const key of this.values.keys()) if (key instanceof PyStr) yield key.value;
  }

  get open(): boolean {
    return this.values instanceof Unknown || this.values.hasUnknownKeys;
  }
}

/** A Python value as Brian accepts it in code: scalars and functions; all else counts as not found. */
function external(
  name: string,
  value: PyValue,
  source: Source,
  ctx: Interpreter,
  definition?: Location,
): External | undefined {
  if (value instanceof Unknown) return { kind: 'unknown', name, dimension: value.dimension, definition };
  const object = () => objectOf(value, ctx, definition);
  const called = calledFunction(name, value, ctx);
  if (called !== undefined) return { ...called, definition, object: object() };
  const quantity = isUsable(value) ? asQuantity(value, ctx) : undefined;
  if (quantity === undefined) return undefined;
  if (typeof quantity.value !== 'number' && quantity.value.shape.length > 0)
    return { kind: 'array', name, definition, object: object() };
  const number = typeof quantity.value === 'number' ? quantity.value : Number(quantity.value.item());
  const dimension = quantity.dimension ?? DIMENSIONLESS;
  return {
    kind: 'constant',
    name,
    value: number,
    dimension,
    valueType: valueTypeOf(value),
    source,
    definition,
    object: object(),
  };
}

/** Numbers, quantities and arrays. NumPy's own truth values are no numbers, Python's are. */
function isUsable(value: PyValue): boolean {
  if (value instanceof PyScalar) return value.dtype !== 'bool';
  return !(value instanceof PyObject) ? value !== null : value instanceof PyNumeric;
}

function valueTypeOf(value: PyValue): ValueType {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'bigint') return 'integer';
  const array = value instanceof PyScalar || value instanceof PyArray ? value.value : undefined;
  const kind = array && kindOf(array.dtype);
  return kind === 'bool' ? 'boolean' : (kind ?? 'float');
}

function objectOf(value: PyValue, ctx: Interpreter, definition: Location | undefined): ExternalObject {
  return { identity: identityOf(value), repr: () => shown(value, ctx), definition };
}

function identityOf(value: PyValue): unknown {
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return numberIdentity(value);
  return value instanceof PyUnit ? unitIdentity(value.unit.name) : value;
}

/** As Brian's log shows it, arrays of more than ten elements abbreviated. */
function shown(value: PyValue, ctx: Interpreter): string {
  if (value instanceof BrianFunctionObject) return '<Function>';
  return value instanceof PyArray ? arrayRepr(value.value, { threshold: 10 }) : ctx.repr(value);
}
