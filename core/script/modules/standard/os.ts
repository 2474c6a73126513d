/** Python's `os` and `os.path`: paths as texts, and whether a file exists. The rest of the system is closed. */
import type { Interpreter } from '../../interpreter.ts';
import { pythonError } from '../../objects/errors.ts';
import { BUILTIN_EXCEPTIONS } from '../../objects/exceptions.ts';
import type { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import type { PyModule } from '../../objects/module.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { substring } from '../../text/strings.ts';
import { PyStr, type PyValue, Unknown } from '../../values.ts';
import { type Argument, fn, members, moduleOf } from './define.ts';
import { pathText } from './pathlib.ts';
import { joinPaths, normalPath, relativePath, splitExtension, splitPath } from './paths.ts';

/** Where the script runs; the host knows no absolute name of it. */
const HERE = '.';

function text(value: Argument): string {
  return pathText(value);
}

/** A path made from a path. */
function onPath(name: string, change: (path: string) => string): NativeFunction {
  return fn(name, 'path', ([path]) => new PyStr(change(text(path))));
}

function pair([a, b]: readonly [string, string]): PyTuple {
  return new PyTuple([new PyStr(a), new PyStr(b)]);
}

/** A question about the file system, which only a run may ask. */
function question(name: string, ask: (path: string, ctx: Interpreter) => boolean): NativeFunction {
  return fn(name, 'path', ([path], ctx) => (ctx.mode === 'analysis' ? new Unknown() : ask(text(path), ctx)));
}

const exists = (path: string, ctx: Interpreter): boolean => ctx.host?.exists(path) ?? false;
const isFile = (path: string, ctx: Interpreter): boolean => ctx.host?.readFile(path) !== undefined;

const PATH_FUNCTIONS: readonly NativeFunction[] = [
  fn(
    'join',
    'path *paths',
    ([path], _ctx, { rest }) => new PyStr(joinPaths([text(path), ...rest.map(text)])),
  ),
  fn('basename', 'path', ([path]) => {
    const name = splitPath(text(path))[1];
    return path instanceof PyStr
      ? substring(path, path.value.length - name.length, path.value.length)
      : new PyStr(name);
  }),
  onPath('dirname', (path) => splitPath(path)[0]),
  fn('split', 'path', ([path]) => pair(splitPath(text(path)))),
  fn('splitext', 'path', ([path]) => pair(splitExtension(text(path)))),
  onPath('normpath', normalPath),
  onPath('abspath', normalPath),
  onPath('realpath', normalPath),
  onPath('normcase', (path) => path),
  onPath('expanduser', (path) => path),
  onPath('expandvars', (path) => path),
  fn(
    'relpath',
    'path start=None',
    ([path, start]) => new PyStr(relativePath(text(path), start === null ? '' : text(start))),
  ),
  fn('isabs', 'path', ([path]) => text(path).startsWith('/')),
  question('exists', exists),
  question('lexists', exists),
  question('isfile', isFile),
  question('isdir', (path, ctx) => exists(path, ctx) && !isFile(path, ctx)),
];

/** A function that would change or list files, or start programs. */
function refused(name: string): NativeFunction {
  return fn(name, '*args **options', (_values, ctx) => {
    if (ctx.mode === 'analysis') return new Unknown();
    throw pythonError(
      'PermissionError',
      `[Errno 1] os.${name}() is not available in Spikelens: scripts have no access to the system`,
    );
  });
}

const REFUSED =
  `makedirs mkdir listdir scandir walk remove unlink rmdir removedirs rename replace chdir chmod stat
  system popen startfile kill fork execv symlink link utime`.split(/\s+/);

const FUNCTIONS: readonly NativeFunction[] = [
  fn('getcwd', '', () => new PyStr(HERE)),
  fn('getenv', 'key default=None', ([, fallback = null]) => fallback),
  fn('putenv', 'key value', () => null),
  fn('cpu_count', '', (_values, ctx) => (ctx.mode === 'analysis' ? new Unknown() : 1n)),
  fn('getpid', '', (_values, ctx) => (ctx.mode === 'analysis' ? new Unknown() : 1n)),
  fn('fspath', 'path', ([path]) => new PyStr(text(path))),
];

const PATH_CONSTANTS = new Map<string, PyValue>([
  ['sep', new PyStr('/')],
  ['pardir', new PyStr('..')],
  ['curdir', new PyStr('.')],
  ['extsep', new PyStr('.')],
  ['pathsep', new PyStr(':')],
]);

export function osPathModule(): PyModule {
  return moduleOf('os.path', members(...PATH_FUNCTIONS), PATH_CONSTANTS);
}

export function osModule(): PyModule {
  return moduleOf(
    'os',
    members(...FUNCTIONS, ...REFUSED.map(refused)),
    PATH_CONSTANTS,
    new Map<string, PyValue>([
      ['path', osPathModule()],
      ['environ', new PyDict()],
      ['name', new PyStr('posix')],
      ['linesep', new PyStr('\n')],
      ['devnull', new PyStr('/dev/null')],
      ['error', BUILTIN_EXCEPTIONS.get('OSError') ?? null],
    ]),
  );
}
