/** Between values of a script and values of preferences. */

import type { SharedValue } from '../../../../preferences/preferences.ts';
import {
  ForeignValue,
  NamedType,
  type PreferenceValue,
  PythonTuple,
  typeNameOf,
} from '../../../../preferences/values.ts';
import type { Location } from '../../../../text/range.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { PyClass } from '../../../objects/classes.ts';
import { PyDict } from '../../../objects/mappings.ts';
import { PyList, PyTuple } from '../../../objects/sequences.ts';
import { typeName } from '../../../operations/numbers.ts';
import { PyStr, type PyValue, Unknown } from '../../../values.ts';
import { PyDType } from '../../numpy/dtypes.ts';
import { scalarClassNamed } from '../../numpy/scalarTypes.ts';

/** What a script has set, so that it gets the same object back and may change it in place. */
export class HeldValue implements SharedValue {
  constructor(
    readonly object: PyValue,
    private readonly ctx: Interpreter,
    /** What it counts as where analysis does not know it. */
    private readonly usual: PreferenceValue,
    readonly location?: Location,
    /** False where an analysis cannot tell whether a run comes here. */
    private readonly certain = true,
  ) {}

  get isUnknown(): boolean {
    return this.object instanceof Unknown || !this.certain;
  }

  read(): PreferenceValue {
    return this.object instanceof Unknown ? this.usual : fromPython(this.object, this.ctx);
  }
}

export function toPython(value: PreferenceValue, ctx: Interpreter): PyValue {
  if (value === null || typeof value !== 'object')
    return typeof value === 'string' ? new PyStr(value) : value;
  if (value instanceof ForeignValue) return value.object as PyValue;
  if (value instanceof NamedType) return scalarClassNamed(value.name) ?? new Unknown();
  if (value instanceof PythonTuple) return new PyTuple(value.items.map((item) => toPython(item, ctx)));
  if (value instanceof Map) {
    const dict = new PyDict();
    for (const [key, item] of value) dict.set(new PyStr(key), toPython(item, ctx));
    return dict;
  }
  return new PyList((value as readonly PreferenceValue[]).map((item) => toPython(item, ctx)));
}

export function fromPython(value: PyValue, ctx: Interpreter): PreferenceValue {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof PyStr) return value.value;
  if (value instanceof PyClass) return new NamedType(value.name, value.module);
  if (value instanceof PyDType) return new NamedType(value.dtype, 'numpy', false);
  if (value instanceof PyTuple) return new PythonTuple(value.items.map((item) => fromPython(item, ctx)));
  if (value instanceof PyList) return value.items.map((item) => fromPython(item, ctx));
  if (value instanceof PyDict)
    return new Map([...value.entries()].map(([key, item]) => [ctx.str(key), fromPython(item, ctx)]));
  return new ForeignValue(value, typeName(value), ctx.repr(value));
}

/** Lists and dictionaries are handed out once, so that a change in place is a change of the preference. */
export function isChangeable(value: PreferenceValue): boolean {
  const kind = typeNameOf(value);
  return kind === 'list' || kind === 'dict';
}
