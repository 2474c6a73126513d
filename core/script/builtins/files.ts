/** `open`, for reading and for writing next to the script; through the host alone. */
import type { Interpreter } from '../interpreter.ts';
import { bindArguments } from '../objects/arguments.ts';
import { pythonError, valueError } from '../objects/errors.ts';
import { NativeFunction } from '../objects/functions.ts';
import { PyList } from '../objects/sequences.ts';
import { splitLines } from '../text/strings.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../values.ts';

/** Raises FileNotFoundError, and ValueError for modes that are not text. */
export function open(args: CallArguments, ctx: Interpreter): PyValue {
  const [path = null, mode = null] = bindArguments('open', args, [
    'file',
    "mode='r'",
    'buffering=-1',
    'encoding=None',
    'errors=None',
    'newline=None',
  ]);
  if (ctx.mode === 'analysis' || path instanceof Unknown || !ctx.host) return new Unknown();
  const name = ctx.str(path);
  const how = ctx.str(mode);
  if (!/^[rwax]t?$/.test(how)) throw valueError(`mode '${how}' is not supported; use 'r', 'w' or 'a'`);
  if (how.startsWith('x') && ctx.host.exists(name))
    throw pythonError('FileExistsError', `[Errno 17] File exists: '${name}'`);
  const bytes = how.startsWith('w') ? undefined : ctx.host.readFile(name);
  if (how.startsWith('r') && bytes === undefined)
    throw pythonError('FileNotFoundError', `[Errno 2] No such file or directory: '${name}'`);
  return new TextFile(name, how.charAt(0), bytes ? new TextDecoder().decode(bytes) : '');
}

class TextFile extends PyObject {
  readonly typeName = 'TextIOWrapper';
  private position = 0;
  private closed = false;

  constructor(
    private readonly path: string,
    private readonly mode: string,
    private text: string,
  ) {
    super();
  }

  override getAttribute(name: string): PyValue | undefined {
    const method = METHODS.get(name);
    if (method) return new NativeFunction(name, (args, ctx) => method(this, args.positional, ctx));
    if (name === 'name') return new PyStr(this.path);
    if (name === 'mode') return new PyStr(this.mode);
    return name === 'closed' ? this.closed : undefined;
  }

  override *iterate(): Iterable<PyValue> {
    for (let line = this.readLine(); line !== ''; line = this.readLine()) yield new PyStr(line);
  }

  read(size: number | undefined): string {
    if (this.closed) throw valueError('I/O operation on closed file.');
    if (this.mode !== 'r') throw pythonError('OSError', 'not readable');
    const end = size === undefined || size < 0 ? this.text.length : this.position + size;
    const result = this.text.slice(this.position, end);
    this.position = Math.min(end, this.text.length);
    return result;
  }

  readLine(): string {
    const end = this.text.indexOf('\n', this.position);
    return this.read((end < 0 ? this.text.length : end + 1) - this.position);
  }

  write(text: string): void {
    if (this.closed) throw valueError('I/O operation on closed file.');
    if (this.mode === 'r') throw pythonError('OSError', 'not writable');
    this.text += text;
  }

  close(ctx: Interpreter): void {
    if (!this.closed && this.mode !== 'r') ctx.host?.writeFile(this.path, this.text);
    this.closed = true;
  }
}

type Method = (self: TextFile, args: readonly PyValue[], ctx: Interpreter) => PyValue;

const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  [
    'read',
    (self, [size]) => new PyStr(self.read(size === undefined || size === null ? undefined : Number(size))),
  ],
  ['readline', (self) => new PyStr(self.readLine())],
  ['readlines', (self) => new PyList(splitLines(new PyStr(self.read(undefined)), true))],
  [
    'write',
    (self, [text = null], ctx) => {
      self.write(ctx.str(text));
      return BigInt(ctx.str(text).length);
    },
  ],
  [
    'writelines',
    (self, [lines = null], ctx) => {
      for (const line of ctx.iterate(lines)) self.write(ctx.str(line));
      return null;
    },
  ],
  [
    'close',
    (self, _args, ctx) => {
      self.close(ctx);
      return null;
    },
  ],
  ['flush', () => null],
  ['__enter__', (self) => self],
  [
    '__exit__',
    (self, _args, ctx) => {
      self.close(ctx);
      return null;
    },
  ],
]);
