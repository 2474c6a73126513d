/** Arrays of texts and other objects: kept, picked from, compared and shown, but not calculated with. */
import { getItems } from '../../../arrays/indexing.ts';
import { NdArray } from '../../../arrays/ndarray.ts';
import { arrayToString, PRINT_DEFAULTS } from '../../../arrays/print.ts';
import { reshape } from '../../../arrays/shape.ts';
import type { Interpreter } from '../../interpreter.ts';
import { typeError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyList, PySequence, PyTuple } from '../../objects/sequences.ts';
import { equals } from '../../operations/comparison.ts';
import { type CallArguments, type CompareOp, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { dtypeArgument, shapeArgument } from './arguments.ts';
import { plainNumeric } from './conversions.ts';
import { indexOf } from './indexExpression.ts';
import { numeric } from './numeric.ts';
import { NDARRAY } from './scalarTypes.ts';
import { environment, fromNumeric } from './wrapping.ts';

/** Texts of at most so many characters, or any objects. */
export type ObjectType = { readonly width: number } | 'object';

export class PyObjectArray extends PyObject {
  readonly typeName = 'numpy.ndarray';
  readonly pyClass = NDARRAY;

  constructor(
    /** Shared by all views; `places` says which of them, and in which shape. */
    private readonly items: PyValue[],
    private readonly places: NdArray,
    private readonly type: ObjectType,
  ) {
    super();
  }

  /** From a flat list. */
  static of(items: readonly PyValue[], shape: readonly number[], type: ObjectType): PyObjectArray {
    const places = new NdArray(
      Float64Array.from({ length: items.length }, (_, k) => k),
      shape,
      'int64',
    );
    return new PyObjectArray([...items], places, type);
  }

  /** All elements in order. */
  elements(): PyValue[] {
    return Array.from(this.places.flat(), (k) => this.items[k]!);
  }

  get isText(): boolean {
    return this.type !== 'object';
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    switch (name) {
      case 'shape':
        return new PyTuple(this.places.shape.map(BigInt));
      case 'size':
        return BigInt(this.places.size);
      case 'ndim':
        return BigInt(this.places.ndim);
      case 'dtype':
        return new ObjectDType(this.type);
      default: {
        const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
        return method && new NativeFunction(name, (args) => method(this, args, ctx));
      }
    }
  }

  override length(): number {
    if (this.places.ndim === 0) throw typeError('len() of unsized object');
    return this.places.shape[0]!;
  }

  override *iterate(): Iterable<PyValue> {
    for (let k = 0; k < this.length(); k++)
      yield this.view(getItems(this.places, [{ kind: 'integer', value: k }]));
  }

  private view(places: NdArray): PyValue {
    return places.ndim === 0
      ? this.items[places.flat()[0]!]!
      : new PyObjectArray(this.items, places, this.type);
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    const keys = indexOf(key, (part) => plainNumeric(part, ctx)?.value);
    return keys === undefined ? new Unknown() : this.view(getItems(this.places, keys));
  }

  override setItem(key: PyValue, value: PyValue, ctx: Interpreter): boolean {
    const keys = indexOf(key, (part) => plainNumeric(part, ctx)?.value);
    if (keys === undefined) return true;
    const given =
      value instanceof PyObjectArray || value instanceof PySequence ? [...ctx.iterate(value)] : [value];
    const targets = getItems(this.places, keys).flat();
    targets.forEach((place: number, k: number) => {
      this.items[place] = given[k % given.length]!;
    });
    return true;
  }

  reshaped(shape: readonly number[]): PyObjectArray {
    return new PyObjectArray(this.items, reshape(this.places, shape), this.type);
  }

  override compare(op: CompareOp, other: PyValue, ctx: Interpreter): PyValue | undefined {
    if (op !== '==' && op !== '!=') return undefined;
    const others = other instanceof PyObjectArray ? other.elements() : undefined;
    const result = NdArray.zeros(this.places.shape, 'bool');
    this.elements().forEach((item, k) => {
      const isEqual = equals(item, others === undefined ? other : (others[k] ?? null), ctx);
      result.data[k] = isEqual === (op === '==') ? 1 : 0;
    });
    return fromNumeric(numeric(result));
  }

  override contains(value: PyValue, ctx: Interpreter): boolean {
    return this.elements().some((item) => equals(item, value, ctx));
  }

  override repr(ctx: Interpreter): string {
    return `array(${this.text(', ', 'array(', ctx)}, dtype=${typeText(this.type, true)})`;
  }

  override str(ctx: Interpreter): string {
    return this.text(' ', '', ctx);
  }

  private text(separator: string, prefix: string, ctx: Interpreter): string {
    const texts = this.items.map((item) =>
      item instanceof PyList ? `list(${ctx.repr(item)})` : ctx.repr(item),
    );
    const width = this.isText ? Math.max(0, ...texts.map((text) => text.length)) : 0;
    const element = (_kind: unknown, place: number) => texts[place]!.padEnd(width);
    return arrayToString(this.places, separator, prefix, '', { ...PRINT_DEFAULTS, element }).replace(
      / +(?=\])/g,
      '',
    );
  }

  override hashKey(): unknown {
    return undefined;
  }
}

type Method = (self: PyObjectArray, args: CallArguments, ctx: Interpreter) => PyValue;

const METHODS: Readonly<Record<string, Method>> = {
  tolist: (self) => nested(self),
  copy: (self) => self.reshaped(shapeOf(self)),
  flatten: (self) => self.reshaped([self.elements().length]),
  ravel: (self) => self.reshaped([self.elements().length]),
  reshape: (self, { positional }) => {
    const given = positional.length === 1 ? shapeArgument(positional[0]) : positional.map((n) => Number(n));
    return self.reshaped(given);
  },
  astype: (self, { positional: [type] }, ctx) => {
    const items = self.elements();
    if (isTextType(type ?? null))
      return textArray(
        items.map((item) => new PyStr(ctx.str(item))),
        shapeOf(self),
      );
    const env = environment(ctx);
    const numbers = items.map((item) =>
      item instanceof PyStr ? Number.parseFloat(item.value) : Number(env.plain(item).value),
    );
    const array = NdArray.of(numbers, dtypeArgument(type) ?? 'float64');
    return env.wrapArray(reshape(array, shapeOf(self)));
  },
};

function shapeOf(self: PyObjectArray): number[] {
  const shape = self.getAttribute('shape', undefined as never) as PyTuple;
  return shape.items.map(Number);
}

function nested(value: PyValue): PyValue {
  return value instanceof PyObjectArray ? new PyList([...value.iterate()].map(nested)) : value;
}

/** `dtype('<U3')`, `dtype('O')`. */
class ObjectDType extends PyObject {
  readonly typeName = 'numpy.dtype';

  constructor(private readonly type: ObjectType) {
    super();
  }

  override getAttribute(name: string): PyValue | undefined {
    if (name === 'kind') return new PyStr(this.type === 'object' ? 'O' : 'U');
    if (name === 'name') return new PyStr(this.type === 'object' ? 'object' : `str${this.type.width * 32}`);
    return undefined;
  }

  override repr(): string {
    return this.type === 'object' ? "dtype('O')" : `dtype(${typeText(this.type, true)})`;
  }

  override str(): string {
    return typeText(this.type, false);
  }
}

function typeText(type: ObjectType, quoted: boolean): string {
  if (type === 'object') return 'object';
  return quoted ? `'<U${type.width}'` : `<U${type.width}`;
}

function isTextType(value: PyValue): boolean {
  const name =
    value instanceof PyStr ? value.value : value instanceof PyObject && 'name' in value ? value.name : '';
  return name === 'str' || (typeof name === 'string' && /^[<=|]?U\d*$/.test(name));
}

function isObjectType(value: PyValue): boolean {
  const name =
    value instanceof PyStr ? value.value : value instanceof PyObject && 'name' in value ? value.name : '';
  return name === 'object' || name === 'O';
}

export function textArray(items: readonly PyStr[], shape: readonly number[]): PyObjectArray {
  const width = Math.max(1, ...items.map((item) => item.value.length));
  return PyObjectArray.of(items, shape, { width });
}

/** Widths of the texts that numbers become among texts. */
const NUMBER_WIDTH = { bigint: 21, number: 32, boolean: 5 } as const;

/** An array of what are no numbers, or was asked to be of objects; undefined for anything else. */
export function objectArray(value: PyValue, dtype: PyValue, ctx: Interpreter): PyObjectArray | undefined {
  if (value instanceof PyObjectArray) return value.reshaped(shapeOf(value));
  if (value instanceof PyStr) return textArray([value], []);
  if (!(value instanceof PySequence)) return undefined;
  if (isObjectType(dtype)) return PyObjectArray.of(value.items, [value.items.length], 'object');
  const [items, shape] = flattened(value);
  if (isTextType(dtype))
    return textArray(
      items.map((item) => new PyStr(ctx.str(item))),
      shape,
    );
  if (!items.some((item) => item instanceof PyStr)) return PyObjectArray.of(items, shape, 'object');
  if (!items.every(isTextOrNumber)) return PyObjectArray.of(items, shape, 'object');
  const texts = items.map((item) => new PyStr(ctx.str(item)));
  const widths = items.map((item) => (item instanceof PyStr ? item.value.length : widthOf(item)));
  return PyObjectArray.of(texts, shape, { width: Math.max(1, ...widths) });
}

function isTextOrNumber(value: PyValue): boolean {
  return (
    value instanceof PyStr ||
    typeof value === 'bigint' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  );
}

function widthOf(value: PyValue): number {
  return NUMBER_WIDTH[typeof value as keyof typeof NUMBER_WIDTH] ?? 1;
}

/** Nested sequences of equal lengths become axes. */
function flattened(value: PySequence): [PyValue[], number[]] {
  const rows = value.items;
  const first = rows[0];
  const isNested =
    first instanceof PySequence &&
    rows.every((row) => row instanceof PySequence && row.items.length === first.items.length);
  if (!isNested) return [[...rows], [rows.length]];
  const parts = rows.map((row) => flattened(row as PySequence));
  const shapes = new Set(parts.map(([, shape]) => shape.join()));
  if (shapes.size > 1) return [[...rows], [rows.length]];
  return [parts.flatMap(([items]) => items), [rows.length, ...parts[0]![1]]];
}

/** An array of texts, or what makes one. */
export function textsOf(value: PyValue | undefined, ctx: Interpreter): PyObjectArray | undefined {
  const isList = value instanceof PySequence && value.items.some((item) => item instanceof PyStr);
  if (!isList && !(value instanceof PyObjectArray)) return undefined;
  const array = objectArray(value, null, ctx);
  return array?.isText === true ? array : undefined;
}

/** Texts in order, or each once. */
export function sortedTexts(array: PyObjectArray, unique: boolean): PyObjectArray {
  const texts = array.elements().map((item) => (item instanceof PyStr ? item.value : ''));
  const sorted = [...(unique ? new Set(texts) : texts)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return textArray(
    sorted.map((text) => new PyStr(text)),
    [sorted.length],
  );
}
