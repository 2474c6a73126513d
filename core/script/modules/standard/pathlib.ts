/** Python's `pathlib`: paths as objects. */

import { open } from '../../builtins/files.ts';
import { OBJECT } from '../../builtins/types.ts';
import type { Interpreter } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { PyClass } from '../../objects/classes.ts';
import { pythonError, typeError, valueError } from '../../objects/errors.ts';
import type { PyModule } from '../../objects/module.ts';
import { PyList, PyTuple } from '../../objects/sequences.ts';
import { typeName } from '../../operations/numbers.ts';
import { type BinaryOp, type CompareOp, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { type Argument, type MethodBody, methods, moduleOf } from './define.ts';
import { joinPaths, splitExtension } from './paths.ts';

export class PyPath extends PyObject {
  readonly typeName = 'PosixPath';
  readonly path: string;
  constructor(path: string) {
    super();
    this.path = simplified(path);
  }
  get pyClass(): PyClass {
    return POSIX_PATH;
  }
  get parts(): string[] {
    const names = this.path.split('/').filter((part) => part !== '' && this.path !== '.');
    return this.path.startsWith('/') ? ['/', ...names] : names;
  }
  get name(): string {
    const last = this.parts.at(-1) ?? '';
    return last === '/' ? '' : last;
  }
  get parent(): PyPath {
    const { parts } = this;
    return parts.length === 1 && parts[0] === '/' ? this : new PyPath(joinParts(parts.slice(0, -1)));
  }
  joined(others: readonly PyValue[]): PyPath {
    return new PyPath(joinPaths([this.path, ...others.map(pathText)]));
  }
  renamed(name: string): PyPath {
    if (this.name === '') throw valueError(`${this.repr()} has an empty name`);
    return new PyPath(joinParts([...this.parts.slice(0, -1), name]));
  }

  override getAttribute(name: string): PyValue | undefined {
    const read = ATTRIBUTES[name];
    return read?.(this);
  }
  override binary(op: BinaryOp, other: PyValue, reflected: boolean): PyValue | undefined {
    if (op !== '/' || !(other instanceof PyStr || other instanceof PyPath)) return undefined;
    return reflected ? new PyPath(joinPaths([pathText(other), this.path])) : this.joined([other]);
  }
  override compare(op: CompareOp, other: PyValue): PyValue | undefined {
    if (!(other instanceof PyPath)) return undefined;
    if (op === '==' || op === '!=') return (other.path === this.path) === (op === '==');
    const order = this.path < other.path ? -1 : Number(this.path > other.path);
    if (op === '<') return order < 0;
    if (op === '<=') return order <= 0;
    return op === '>' ? order > 0 : order >= 0;
  }
  override hashKey(): unknown {
    return `p${this.path}`;
  }
  override repr(): string {
    return `PosixPath('${this.path}')`;
  }
  override str(): string {
    return this.path;
  }
  override format(spec: string): string | undefined {
    return spec === '' ? this.path : undefined;
  }
}

const texts = (values: readonly string[]): PyStr[] => values.map((value) => new PyStr(value));

const ATTRIBUTES: Readonly<Record<string, (self: PyPath) => PyValue>> = {
  name: (self) => new PyStr(self.name),
  stem: (self) => new PyStr(splitExtension(self.name)[0]),
  suffix: (self) => new PyStr(splitExtension(self.name)[1]),
  suffixes: (self) =>
    new PyList(
      texts(
        self.name
          .split('.')
          .slice(1)
          .map((part) => `.${part}`),
      ),
    ),
  parent: (self) => self.parent,
  parents: (self) => new PyTuple(ancestors(self)),
  parts: (self) => new PyTuple(texts(self.parts)),
  root: (self) => new PyStr(self.path.startsWith('/') ? '/' : ''),
  anchor: (self) => new PyStr(self.path.startsWith('/') ? '/' : ''),
  drive: () => new PyStr(''),
};

function ancestors(path: PyPath): PyPath[] {
  const result: PyPath[] = [];
  for (let at = path; at.parent.path !== at.path; at = at.parent) result.push(at.parent);
  return result;
}

function simplified(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return (path.startsWith('/') ? '/' : '') + parts.join('/') || '.';
}

function joinParts(parts: readonly string[]): string {
  return parts.length === 0 ? '.' : joinPaths(parts);
}

/** The text of a path or of a str. Raises TypeError. */
export function pathText(value: Argument): string {
  if (value instanceof PyStr) return value.value;
  if (value instanceof PyPath) return value.path;
  throw typeError(`expected str, bytes or os.PathLike object, not ${typeName(value ?? null)}`);
}

type Row = readonly [string, string, MethodBody<PyPath>];

function refused(name: string): Row {
  return [
    name,
    '*args **options',
    (_self, _values, ctx) => {
      if (ctx.mode === 'analysis') return new Unknown();
      throw pythonError(
        'PermissionError',
        `[Errno 1] Path.${name}() is not available in Spikelens: scripts have no access to the system`,
      );
    },
  ];
}

function question(name: string, ask: (self: PyPath, ctx: Interpreter) => boolean): Row {
  return [name, '', (self, _values, ctx) => (ctx.mode === 'analysis' ? new Unknown() : ask(self, ctx))];
}

const isFile = (self: PyPath, ctx: Interpreter): boolean => ctx.host?.readFile(self.path) !== undefined;
const exists = (self: PyPath, ctx: Interpreter): boolean => ctx.host?.exists(self.path) ?? false;

const METHODS: readonly Row[] = [
  ['joinpath', '*others', (self, _values, _ctx, { rest }) => self.joined(rest)],
  ['with_name', 'name', (self, [name]) => self.renamed(pathText(name))],
  ['with_stem', 'stem', (self, [stem]) => self.renamed(pathText(stem) + splitExtension(self.name)[1])],
  [
    'with_suffix',
    'suffix',
    (self, [suffix]) => self.renamed(splitExtension(self.name)[0] + pathText(suffix)),
  ],
  ['as_posix', '', (self) => new PyStr(self.path)],
  ['is_absolute', '', (self) => self.path.startsWith('/')],
  ...['absolute', 'resolve', 'expanduser'].map((name): Row => [name, 'strict=False', (self) => self]),
  question('exists', exists),
  question('is_file', isFile),
  question('is_dir', (self, ctx) => exists(self, ctx) && !isFile(self, ctx)),
  [
    'open',
    '*args **options',
    (self, _values, ctx, { rest, keywordRest }) =>
      open(callArguments([new PyStr(self.path), ...rest], keywordRest), ctx),
  ],
  ...'mkdir iterdir glob rglob unlink rmdir rename replace touch stat read_text read_bytes write_text write_bytes'
    .split(' ')
    .map(refused),
];

function construct(args: { positional: readonly PyValue[] }): PyValue {
  if (args.positional.some((value) => value instanceof Unknown)) return new Unknown();
  return new PyPath(args.positional.length === 0 ? '.' : joinPaths(args.positional.map(pathText)));
}

const PURE_PATH = new PyClass('PurePath', [OBJECT], methods(PyPath, METHODS), {
  module: 'pathlib',
  construct,
});
const PATH = new PyClass('Path', [PURE_PATH], new Map(), { module: 'pathlib', construct });
const POSIX_PATH: PyClass = new PyClass('PosixPath', [PATH], new Map(), { module: 'pathlib', construct });

export function pathlibModule(): PyModule {
  return moduleOf('pathlib', new Map([PURE_PATH, PATH, POSIX_PATH].map((cls) => [cls.name, cls])));
}
