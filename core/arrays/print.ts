/** NumPy's printing of arrays: `str` and `repr` with its default print options. */
import { type DType, type Kind, kindOf } from './dtype.ts';
import { floatRepr, positional, roundFixed, roundScientific } from './floats.ts';
import { NdArray, type Scalar } from './ndarray.ts';

export interface PrintOptions {
  /** Digits after the decimal point. */
  readonly precision?: number;
  /** Arrays with more elements are abbreviated ... */
  readonly threshold?: number;
  /** ... to so many elements at either end of each dimension. */
  readonly edgeItems?: number;
  readonly lineWidth?: number;
  /** Never use exponents for small numbers. */
  readonly suppressSmall?: boolean;
  readonly nan?: string;
  readonly infinity?: string;
  /** `+` shows the sign of positive numbers, a blank leaves room for it. */
  readonly sign?: '-' | '+' | ' ';
  readonly floatMode?: FloatMode;
  /** A script's own text for an element; undefined: NumPy's. */
  readonly element?: (kind: Kind, x: number) => string | undefined;
}

/** How many digits: all equally many or not, and up to the precision or as many as are needed. */
export type FloatMode = 'fixed' | 'unique' | 'maxprec' | 'maxprec_equal';

type Complete = Required<Omit<PrintOptions, 'element'>> & Pick<PrintOptions, 'element'>;

interface Layout extends Complete {
  readonly separator: string;
  readonly format: (x: number) => string;
  readonly abbreviate: boolean;
}

export const PRINT_DEFAULTS: Complete = {
  precision: 8,
  threshold: 1000,
  edgeItems: 3,
  lineWidth: 75,
  suppressSmall: false,
  nan: 'nan',
  infinity: 'inf',
  sign: '-',
  floatMode: 'maxprec',
};

/** `str(array)`: `[1. 2.]`. */
export function arrayStr(array: NdArray, options: PrintOptions = {}): string {
  if (array.ndim === 0) return scalarText(array.item(), array.dtype);
  return arrayToString(array, ' ', '', '', { ...PRINT_DEFAULTS, ...options });
}

/** `repr(array)`: `array([1., 2.])`. */
export function arrayRepr(array: NdArray, options: PrintOptions = {}): string {
  const all = { ...PRINT_DEFAULTS, ...options };
  const start = 'array(';
  const body = array.size === 0 ? emptyText(array) : bodyText(array, start, all);
  const implied = array.size > 0 && ['int64', 'float64', 'bool'].includes(array.dtype);
  if (implied) return `${start}${body})`;
  const dtype = `dtype=${array.dtype})`;
  const text = `${start}${body},`;
  const lastLine = text.length - (text.lastIndexOf('\n') + 1);
  const separator = lastLine + dtype.length + 1 > all.lineWidth ? `\n${' '.repeat(start.length)}` : ' ';
  return text + separator + dtype;
}

/** A scalar as NumPy prints it (which is as Python does). */
export function scalarText(value: Scalar, dtype: DType = 'float64'): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'bigint' ? String(value) : floatRepr(value, dtype);
}

function emptyText(array: NdArray): string {
  if (array.ndim === 1) return '[]';
  return `[], shape=(${array.shape.join(', ')}${array.ndim === 1 ? ',' : ''})`;
}

function bodyText(array: NdArray, start: string, options: Complete): string {
  if (array.ndim > 0) return arrayToString(array, ', ', start, ')', options);
  return kindOf(array.dtype) === 'float'
    ? floatFormat([Number(array.item())], array.dtype, options)(Number(array.item())).trim()
    : scalarText(array.item());
}

/** The brackets, numbers and line breaks of an array with at least one dimension. */
export function arrayToString(
  array: NdArray,
  separator: string,
  prefix: string,
  suffix: string,
  options: Complete,
): string {
  if (array.size === 0) return '[]';
  const abbreviate = array.size > options.threshold;
  const shown = abbreviate ? shownElements(array, options.edgeItems) : array.flat();
  const format = elementFormat(shown, array.dtype, options);
  const lineWidth = options.lineWidth - suffix.length;
  const layout: Layout = { ...options, lineWidth, separator, format, abbreviate };
  return formatAxis(array, ' '.repeat(prefix.length + 1), lineWidth, layout);
}

/** Complex numbers in brackets: `[1.+0.j 0.-2.j]`; of a single one the two parts alone. */
export function complexText(re: NdArray, im: NdArray, separator: string, given: PrintOptions = {}): string {
  if (re.ndim === 0) {
    const [x, y] = [Number(re.item()), Number(im.item())];
    const shown = (value: number) => floatRepr(value).replace(/\.0$/, '');
    return `${shown(x)}${y < 0 || Object.is(y, -0) ? '' : '+'}${shown(y)}j`;
  }
  const options = { ...PRINT_DEFAULTS, ...given };
  const real = elementFormat(re.flat(), 'float64', options);
  const imaginary = elementFormat(im.flat(), 'float64', { ...options, sign: '+' });
  // The elements of this array stand for their places.
  const places = new NdArray(
    Float64Array.from({ length: re.size }, (_, k) => k),
    re.shape,
    'int64',
  );
  const [x, y] = [re.flat(), im.flat()];
  const element = (_kind: Kind, k: number) =>
    real(x[k]!) +
    imaginary(y[k]!)
      .trimStart()
      .replace(/ *$/, (blanks) => `j${blanks}`);
  return arrayToString(places, separator, separator === ' ' ? '' : 'array(', '', { ...options, element });
}

/** The elements that an abbreviated print shows. */
export function shownElements(array: NdArray, edgeItems: number): ArrayLike<number> {
  let offsets = [array.offset];
  array.shape.forEach((length, axis) => {
    const picked = pickedIndices(length, edgeItems);
    offsets = offsets.flatMap((offset) => picked.map((k) => offset + k * array.strides[axis]!));
  });
  return offsets.map((offset) => array.data[offset]!);
}

function pickedIndices(length: number, edgeItems: number): number[] {
  const all = Array.from({ length: Math.min(length, 2 * edgeItems) }, (_, k) => k);
  return length <= 2 * edgeItems ? all : all.map((k) => (k < edgeItems ? k : length - 2 * edgeItems + k));
}

function formatAxis(array: NdArray, indent: string, width: number, layout: Layout): string {
  const length = array.shape[0]!;
  const abbreviate = layout.abbreviate && length > 2 * layout.edgeItems;
  const indices = abbreviate ? pickedIndices(length, layout.edgeItems) : Array.from({ length }, (_, k) => k);
  const text =
    array.ndim === 1
      ? formatRow(array, indices, abbreviate, indent, width, layout)
      : formatRows(array, indices, abbreviate, indent, width, layout);
  return `[${text.slice(indent.length)}]`;
}

function formatRow(
  array: NdArray,
  indices: readonly number[],
  abbreviate: boolean,
  indent: string,
  width: number,
  layout: Layout,
): string {
  const room = width - Math.max(layout.separator.trimEnd().length, 1);
  const words = indices.map((k) => layout.format(array.data[array.offset + k * array.strides[0]!]!));
  if (abbreviate) words.splice(layout.edgeItems, 0, '...');
  let done = '';
  let line = indent;
  words.forEach((word, k) => {
    if (line.length + word.length > room && line.length > indent.length) {
      done += `${line.trimEnd()}\n`;
      line = indent;
    }
    line += word + (k === words.length - 1 ? '' : layout.separator);
  });
  return done + line;
}

function formatRows(
  array: NdArray,
  indices: readonly number[],
  abbreviate: boolean,
  indent: string,
  width: number,
  layout: Layout,
): string {
  const rows = indices.map((k) => {
    const row = new NdArray(
      array.data,
      array.shape.slice(1),
      array.dtype,
      array.strides.slice(1),
      array.offset + k * array.strides[0]!,
    );
    return indent + formatAxis(row, `${indent} `, width - 1, layout);
  });
  if (abbreviate) rows.splice(layout.edgeItems, 0, `${indent}...`);
  return rows.join(layout.separator.trimEnd() + '\n'.repeat(array.ndim - 1));
}

function elementFormat(shown: ArrayLike<number>, dtype: DType, options: Complete): (x: number) => string {
  const kind = kindOf(dtype);
  const own = options.element;
  if (own !== undefined && shown.length > 0 && own(kind, shown[0]!) !== undefined)
    return (x) => own(kind, x) ?? '';
  if (kind === 'float') return floatFormat(shown, dtype, options);
  if (kind === 'bool') return (x) => (x !== 0 ? ' True' : 'False');
  let width = 0;
  for (let k = 0; k < shown.length; k++) width = Math.max(width, integerText(shown[k]!).length);
  return (x) => integerText(x).padStart(width);
}

function integerText(x: number): string {
  return Number.isSafeInteger(x) || !Number.isInteger(x) ? String(x + 0) : String(BigInt(x));
}

/** All numbers get the same width, and the same exponent format where their sizes differ much. */
function floatFormat(shown: ArrayLike<number>, dtype: DType, options: Complete): (x: number) => string {
  const finite = Array.from(shown).filter(Number.isFinite);
  const sizes = finite.filter((x) => x !== 0).map(Math.abs);
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  const smallest = sizes.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const spread = smallest < 1e-4 || largest / smallest > 1000;
  const useExponent = sizes.length > 0 && (largest >= 1e8 || (!options.suppressSmall && spread));
  const write = useExponent ? exponentWriter(finite, dtype, options) : fixedWriter(finite, dtype, options);
  const special = Array.from(shown).filter((x) => !Number.isFinite(x));
  const width = special.reduce((w, x) => Math.max(w, specialText(x, options).length), write.width);
  return (x) => (Number.isFinite(x) ? write.text(x) : specialText(x, options)).padStart(width);
}

function specialText(x: number, options: Complete): string {
  if (Number.isNaN(x)) return options.nan;
  return (x > 0 ? (options.sign === '+' ? '+' : '') : '-') + options.infinity;
}

interface Writer {
  readonly width: number;
  /** Padded on the right. */
  text(x: number): string;
}

function fixedWriter(finite: readonly number[], dtype: DType, options: Complete): Writer {
  const places = options.floatMode === 'unique' ? Number.POSITIVE_INFINITY : options.precision;
  const text = (x: number): string => {
    const { digits, exponent } = roundFixed(x, places, dtype);
    const body = digits === '0' ? '0.' : positional(digits, exponent);
    return signOf(x, options) + body;
  };
  let left = 0;
  let right = options.floatMode === 'fixed' ? options.precision : 0;
  for (const x of finite) {
    const [whole, fraction] = text(x).split('.');
    left = Math.max(left, whole!.length);
    right = Math.max(right, fraction!.length);
  }
  const filler = options.floatMode === 'fixed' || options.floatMode === 'maxprec_equal' ? '0' : ' ';
  const padded = (x: number) => {
    const plain = text(x);
    return plain + filler.repeat(Math.max(0, right - (plain.length - plain.indexOf('.') - 1)));
  };
  return { width: finite.length === 0 ? 0 : left + 1 + right, text: padded };
}

function exponentWriter(finite: readonly number[], dtype: DType, options: Complete): Writer {
  const most = options.floatMode === 'unique' ? 16 : options.precision;
  let places = options.floatMode === 'fixed' ? most : 0;
  let exponentDigits = 2;
  let left = 1;
  for (const x of finite) {
    const { digits, exponent } = roundScientific(x, most, dtype);
    places = Math.max(places, digits.length - 1);
    exponentDigits = Math.max(exponentDigits, String(Math.abs(exponent)).length);
    left = Math.max(left, 1 + signOf(x, options).length);
  }
  const text = (x: number): string => {
    // Digits beyond the shortest form are the exact ones, which shows for float32.
    const [mantissa, exponent] = Math.abs(x).toExponential(places).split('e');
    const point = mantissa!.includes('.') ? mantissa! : `${mantissa!}.`;
    return `${signOf(x, options)}${point}e${exponent![0]}${exponent!.slice(1).padStart(exponentDigits, '0')}`;
  };
  return { width: left + 1 + places + 2 + exponentDigits, text };
}

function signOf(x: number, options: Complete): string {
  if (x < 0 || Object.is(x, -0)) return '-';
  return options.sign === '-' ? '' : options.sign;
}
