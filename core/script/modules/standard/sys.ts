/** Python's `sys`. */
import { STDERR, STDOUT } from '../../builtins/printing.ts';
import type { Interpreter } from '../../interpreter.ts';
import { BUILTIN_EXCEPTIONS } from '../../objects/exceptions.ts';
import { PyDict } from '../../objects/mappings.ts';
import type { PyModule } from '../../objects/module.ts';
import { PyList } from '../../objects/sequences.ts';
import { PyStr, type PyValue, Unknown } from '../../values.ts';
import { fn, members, moduleOf, raised } from './define.ts';
import { makeNamedTuple, NamedTuple } from './namedtuple.ts';

const VERSION_INFO = makeNamedTuple(
  'sys.version_info',
  ['major', 'minor', 'micro', 'releaselevel', 'serial'],
  [],
  'sys',
);

const FLOAT_INFO = makeNamedTuple('sys.float_info', ['max', 'min', 'epsilon', 'dig', 'mant_dig'], [], 'sys');

/** The exception of `exit(code)`. */
function exit(code: PyValue, ctx: Interpreter): never {
  const cls = BUILTIN_EXCEPTIONS.get('SystemExit');
  if (cls === undefined) throw new Error('SystemExit is a builtin');
  throw raised(cls, code === null ? [] : [code], ctx);
}

/** The script's own name; the editor can't know what else a user will pass. */
function argumentsOf(ctx: Interpreter): PyValue {
  return ctx.mode === 'analysis' ? new Unknown() : new PyList([new PyStr(ctx.location()?.document ?? '')]);
}

function functions(): Map<string, PyValue> {
  let recursionLimit: PyValue = 1000n;
  return members(
    fn('exit', 'status=None', ([status = null], ctx) => exit(status, ctx)),
    fn('getrecursionlimit', '', () => recursionLimit),
    fn('setrecursionlimit', 'limit', ([limit = null]) => {
      recursionLimit = limit;
      return null;
    }),
    fn('getsizeof', 'object default=None', () => 64n),
    fn('intern', 'string', ([text = null]) => text),
  );
}

export function sysModule(ctx: Interpreter): PyModule {
  const constants: readonly [string, PyValue][] = [
    ['argv', argumentsOf(ctx)],
    ['stdout', STDOUT],
    ['stderr', STDERR],
    ['version', new PyStr('3.11.2 (Spikelens)')],
    ['version_info', new NamedTuple(VERSION_INFO, [3n, 11n, 2n, new PyStr('final'), 0n])],
    ['platform', new PyStr('linux')],
    ['byteorder', new PyStr('little')],
    ['executable', new PyStr('')],
    ['maxsize', 2n ** 63n - 1n],
    ['path', new PyList([new PyStr('')])],
    ['modules', new PyDict()],
    ['float_info', new NamedTuple(FLOAT_INFO, [Number.MAX_VALUE, 2 ** -1022, Number.EPSILON, 15n, 53n])],
  ];
  return moduleOf('sys', functions(), new Map(constants));
}
