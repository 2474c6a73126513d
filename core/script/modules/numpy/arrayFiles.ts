/** Arrays in files, through the host alone; an analysis reads and writes none. */
import { asArray, NdArray } from '../../../arrays/ndarray.ts';
import { isArchive, npyBytes, npzBytes, parseNpy, parseNpz } from '../../../arrays/npy.ts';
import * as shapes from '../../../arrays/shape.ts';
import type { Interpreter } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { pythonError, valueError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyList, PySequence, PyTuple } from '../../objects/sequences.ts';
import { getAttribute } from '../../operations/attributes.ts';
import { percentFormat } from '../../text/percentFormat.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { type Argument, dtypeArgument, hasUnknown, integerArgument, settledArguments } from './arguments.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { numeric } from './numeric.ts';
import { bindOptions } from './options.ts';
import { environment } from './wrapping.ts';

function textOf(value: Argument, missing = ''): string {
  return value instanceof PyStr ? value.value : missing;
}

/** A function that touches files: unknown in an analysis. */
function onFiles(signature: string, body: (values: readonly Argument[], env: NumericEnvironment) => PyValue) {
  return define(signature, (values, env) =>
    env.ctx.mode === 'analysis' || env.ctx.host === undefined ? new Unknown() : body(values, env),
  );
}

function readBytes(path: string, ctx: Interpreter): Uint8Array {
  const bytes = ctx.host?.readFile(path);
  if (bytes === undefined)
    throw pythonError('FileNotFoundError', `[Errno 2] No such file or directory: '${path}'`);
  return bytes;
}

/** The lines of a text file, of a file object or of a list. */
function linesOf(source: PyValue, env: NumericEnvironment): string[] {
  const { ctx } = env;
  const isPath = source instanceof PyStr || (source instanceof PyObject && source.typeName.endsWith('Path'));
  if (!isPath) return [...ctx.iterate(source)].map((line) => ctx.str(line).replace(/\r?\n$/, ''));
  const path = ctx.str(source);
  const bytes = ctx.host?.readFile(path);
  if (bytes === undefined) throw pythonError('FileNotFoundError', `${path} not found.`);
  return new TextDecoder().decode(bytes).split(/\r?\n/);
}

interface TextOptions {
  readonly comments: Argument;
  readonly delimiter: Argument;
  readonly skip: Argument;
  readonly columns: Argument;
  readonly most: Argument;
}

/** The fields of each line that has any. */
function fieldsOf(source: PyValue, options: TextOptions, env: NumericEnvironment): string[][] {
  const comment = options.comments === null ? undefined : textOf(options.comments, '#');
  const delimiter = options.delimiter instanceof PyStr ? options.delimiter.value : undefined;
  const columns = options.columns ?? null;
  const wanted = columns === null ? undefined : Array.from(asArray(env.plain(columns).value).flat());
  const rows = linesOf(source, env)
    .slice(integerArgument(options.skip, 0))
    .map((line) => (comment === undefined ? line : line.split(comment)[0]!).trim())
    .filter((line) => line !== '')
    .map((line) => (delimiter === undefined ? line.split(/\s+/) : line.split(delimiter)));
  const most = integerArgument(options.most, rows.length);
  return rows.slice(0, most).map((row) => (wanted === undefined ? row : wanted.map((k) => row.at(k) ?? '')));
}

/** Raises ValueError where a field is no number. */
function numberOf(field: string): number {
  const text = field.trim();
  const word = /^([+-]?)(nan|inf|infinity)$/i.exec(text);
  if (word !== null) {
    if (word[2]!.toLowerCase() === 'nan') return Number.NaN;
    return word[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  const number = Number(text);
  if (text === '' || Number.isNaN(number)) throw valueError(`could not convert string to float: '${text}'`);
  return number;
}

/** Rows as a matrix, and a single row or column as a line. */
function matrixOf(rows: readonly (readonly number[])[], dtype: Argument): NdArray {
  const width = rows[0]?.length ?? 0;
  const ragged = rows.findIndex((row) => row.length !== width);
  if (ragged >= 0)
    throw valueError(
      `the number of columns changed from ${width} to ${rows[ragged]!.length} at row ${ragged + 1}; use \`usecols\` to select a subset and avoid this error`,
    );
  const flat = NdArray.of(rows.flat(), dtypeArgument(dtype) ?? 'float64');
  return shapes.reshape(flat, [rows.length, width]);
}

function asResult(matrix: NdArray, unpack: Argument, ndim: Argument, env: NumericEnvironment): PyValue {
  const squeezed = integerArgument(ndim, 0) >= 2 ? matrix : shapes.squeeze(matrix);
  const whole = shapes.atLeast(squeezed, Math.max(integerArgument(ndim, 0), matrix.size === 0 ? 1 : 0));
  return env.wrap({ ...numeric(unpack === true ? shapes.transpose(whole) : whole), isArray: true });
}

function saveText(values: readonly Argument[], env: NumericEnvironment): PyValue {
  const [target, x, format, delimiter, newline, header, footer, comments] = values;
  const { ctx } = env;
  const array = asArray(env.plain(x ?? null).value);
  const rows = array.ndim === 1 ? shapes.reshape(array, [array.size, 1]) : array;
  const [count, width] = rows.shape as [number, number];
  const flat = rows.flat();
  const row = rowFormat(format, textOf(delimiter, ' '), width);
  const end = textOf(newline, '\n');
  const commented = (text: string) =>
    `${textOf(comments, '# ')}${text.replaceAll('\n', `\n${textOf(comments, '# ')}`)}${end}`;
  let text = textOf(header) === '' ? '' : commented(textOf(header));
  for (let k = 0; k < count; k++) {
    const cells = Array.from(flat.slice(k * width, (k + 1) * width), (value) => rows.toScalar(value));
    text += percentFormat(new PyStr(row), new PyTuple(cells), ctx).value + end;
  }
  if (textOf(footer) !== '') text += commented(textOf(footer));
  if (target instanceof PyStr) ctx.host?.writeFile(target.value, text);
  else ctx.call(getAttribute(target ?? null, 'write', ctx), callArguments([new PyStr(text)]));
  return null;
}

/** One format for all columns, one for each, or a whole row's. */
function rowFormat(format: Argument, delimiter: string, width: number): string {
  if (format instanceof PySequence) return format.items.map((item) => textOf(item)).join(delimiter);
  const text = textOf(format, '%.18e');
  const count = (text.match(/%/g) ?? []).length;
  return count === 1 ? new Array<string>(width).fill(text).join(delimiter) : text;
}

/** What `np.load` gives for an archive. */
class ArrayArchive extends PyObject {
  readonly typeName = 'numpy.lib.npyio.NpzFile';

  constructor(private readonly arrays: ReadonlyMap<string, NdArray>) {
    super();
  }

  override getAttribute(name: string): PyValue | undefined {
    if (name === 'files') return new PyList([...this.arrays.keys()].map((key) => new PyStr(key)));
    if (name === 'keys')
      return new NativeFunction(name, () => new PyList([...this.arrays.keys()].map((key) => new PyStr(key))));
    if (name === '__enter__') return new NativeFunction(name, () => this);
    return name === 'close' || name === '__exit__' ? new NativeFunction(name, () => null) : undefined;
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    const array = this.arrays.get(textOf(key));
    if (array === undefined) throw pythonError('KeyError', `'${textOf(key)} is not a file in the archive'`);
    return environment(ctx).wrapArray(array.copy());
  }

  override contains(key: PyValue): boolean {
    return this.arrays.has(textOf(key));
  }

  override *iterate(): Iterable<PyValue> {
    for (const name of this.arrays.keys()) yield new PyStr(name);
  }

  override length(): number {
    return this.arrays.size;
  }
}

function withSuffix(path: string, suffix: string): string {
  return path.endsWith(suffix) ? path : path + suffix;
}

export const ARRAY_FILES: FunctionTable = {
  loadtxt: onFiles(
    "fname dtype=None comments='#' delimiter=None converters=None skiprows=0 usecols=None unpack=False ndmin=0 encoding=None max_rows=None",
    ([source, dtype, comments, delimiter, , skip, columns, unpack, ndim, , most], env) => {
      const rows = fieldsOf(source ?? null, { comments, delimiter, skip, columns, most }, env);
      return asResult(
        matrixOf(
          rows.map((row) => row.map(numberOf)),
          dtype,
        ),
        unpack,
        ndim,
        env,
      );
    },
  ),
  genfromtxt: onFiles(
    "fname dtype=None comments='#' delimiter=None skip_header=0 usecols=None unpack=False max_rows=None",
    ([source, dtype, comments, delimiter, skip, columns, unpack, most], env) => {
      const rows = fieldsOf(source ?? null, { comments, delimiter, skip, columns, most }, env);
      // Whatever is no number is missing.
      const number = (field: string) =>
        /^[+-]?(inf|infinity)$/i.test(field.trim()) ? numberOf(field) : Number(field.trim() || Number.NaN);
      return asResult(
        matrixOf(
          rows.map((row) => row.map(number)),
          dtype,
        ),
        unpack,
        0n,
        env,
      );
    },
  ),
  fromstring: define("string dtype=None count=-1 sep=''", ([text, dtype, , separator], env) => {
    const parts = textOf(text).split(textOf(separator).trim() === '' ? /\s+/ : textOf(separator).trim());
    const numbers = parts.filter((part) => part.trim() !== '').map(numberOf);
    return env.wrapArray(NdArray.of(numbers, dtypeArgument(dtype) ?? 'float64'));
  }),
  savetxt: onFiles(
    "fname X fmt='%.18e' delimiter=None newline=None header='' footer='' comments=None encoding=None",
    saveText,
  ),
  save: onFiles('file arr allow_pickle=True', ([file, array], env) => {
    const path = withSuffix(env.ctx.str(file ?? null), '.npy');
    env.ctx.host?.writeFile(path, npyBytes(asArray(env.plain(array ?? null).value)));
    return null;
  }),
  load: onFiles("file mmap_mode=None allow_pickle=False fix_imports=True encoding='ASCII'", ([file], env) => {
    const bytes = readBytes(env.ctx.str(file ?? null), env.ctx);
    return isArchive(bytes) ? new ArrayArchive(parseNpz(bytes)) : env.wrapArray(parseNpy(bytes));
  }),
};

/** `np.savez(file, a, b, name=c)`: arrays by their names, or `arr_0` and so on. */
function archiveFunction(name: string): NativeFunction {
  return new NativeFunction(name, (call: CallArguments, ctx) => {
    const args = settledArguments(call, ctx);
    if (ctx.mode === 'analysis' || hasUnknown([...args.positional, ...args.keywords.values()])) return null;
    const { rest, keywordRest, values } = bindOptions(name, args, ['file', '*args', '**kwds']);
    const env = environment(ctx);
    const given = [...rest.map((value, k) => [`arr_${k}`, value] as const), ...keywordRest];
    const arrays = given.map(([key, value]) => [key, asArray(env.plain(value).value)] as const);
    const path = withSuffix(ctx.str(values[0] ?? null), '.npz');
    ctx.host?.writeFile(path, npzBytes(arrays, { compressed: name === 'savez_compressed' }));
    return null;
  });
}

export const ARCHIVE_FUNCTIONS: ReadonlyMap<string, NativeFunction> = new Map(
  ['savez', 'savez_compressed'].map((name) => [name, archiveFunction(name)]),
);
