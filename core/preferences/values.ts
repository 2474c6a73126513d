/** Values of preferences: what of Python's values a preference may hold, as plain data. */

/** A class or data type, known by its name: `float32` of NumPy, `NumpyCodeObject`. */
export class NamedType {
  constructor(
    readonly name: string,
    /** `numpy` and the like; Python's own types have none. */
    readonly module = '',
    /** `np.dtype('float32')` is not the class `np.float32`. */
    readonly isClass = true,
  ) {}
}

export class PythonTuple {
  constructor(readonly items: readonly PreferenceValue[]) {}
}

/** A value that a script made and that is none of the others: a quantity, an array, an object. */
export class ForeignValue {
  constructor(
    readonly object: unknown,
    readonly typeName: string,
    readonly repr: string,
  ) {}
}

/** A bigint is a Python int, a number a float. */
export type PreferenceValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | readonly PreferenceValue[]
  | ReadonlyMap<string, PreferenceValue>
  | PythonTuple
  | NamedType
  | ForeignValue;

/** As Python writes it in code: `'numpy'`, `None`, `['-j']`, `float64`. */
export function pythonText(value: PreferenceValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(1) : String(value);
  if (typeof value === 'string') return quoted(value);
  if (value instanceof NamedType) return value.name;
  if (value instanceof ForeignValue) return value.repr;
  if (value instanceof PythonTuple)
    return `(${value.items.map(pythonText).join(', ')}${value.items.length === 1 ? ',' : ''})`;
  if (value instanceof Map) {
    const items = [...value].map(([key, item]) => `${quoted(key)}: ${pythonText(item)}`);
    return `{${items.join(', ')}}`;
  }
  return `[${(value as readonly PreferenceValue[]).map(pythonText).join(', ')}]`;
}

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replaceAll(quote, `\\${quote}`);
  return `${quote}${escaped}${quote}`;
}

/** The name of the class, as Python's error messages give it. */
export function typeNameOf(value: PreferenceValue): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'number') return 'float';
  if (typeof value === 'string') return 'str';
  if (value instanceof NamedType) return value.isClass ? 'type' : 'dtype';
  if (value instanceof ForeignValue) return value.typeName;
  if (value instanceof PythonTuple) return 'tuple';
  return value instanceof Map ? 'dict' : 'list';
}
