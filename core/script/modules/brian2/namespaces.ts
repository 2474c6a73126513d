/** `namespace=` and `level=` of Brian's calls, and the functions that hand a script its own namespaces. */
import { DEFAULT_CONSTANTS, DEFAULT_FUNCTIONS } from '../../../functions/defaults.ts';
import type { Externals } from '../../../namespaces/externals.ts';
import { stringUnits, unitByName } from '../../../units/registry.ts';
import type { Interpreter, ScriptFrame } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyList, PySequence } from '../../objects/sequences.ts';
import { typeName } from '../../operations/numbers.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { PyUnit } from '../numpy/objects.ts';
import { Arguments } from './arguments.ts';
import { DictExternals, frameExternals } from './externals.ts';
import { defaultFunction } from './functions/defaultFunction.ts';

/** The frame that a call with `level=` means: the caller's, or one so many calls further out. */
export function frameOf(args: Arguments): ScriptFrame {
  return args.ctx.frame(args.integer('level') ?? 0);
}

/** Where `run` and `connect` look for names: their `namespace=` alone, else the frame of the call. */
export function callNamespace(args: Arguments): Externals {
  const values = args.get('namespace');
  if (values === undefined) return frameExternals(frameOf(args), args.ctx);
  const namespace = dictionary(values) ?? args.raise('AssertionError', '', 'namespace');
  return new DictExternals(namespace, 'run namespace', args.ctx);
}

/**
 * The namespace of a group: its `namespace=` itself, not a copy, so that the script may change it later.
 * Raises ValueError for names that start with an underscore.
 */
export function groupNamespace(args: Arguments): DictExternals {
  const values = args.get('namespace');
  const namespace = values === undefined ? new PyDict() : (dictionary(values) ?? refused(values, args));
  const externals = new DictExternals(namespace, 'group namespace', args.ctx);
  for (const name of externals.names())
    if (name.startsWith('_')) args.raise('ValueError', RESERVED, 'namespace');
  return externals;
}

const RESERVED =
  'Names starting with underscores are reserved for internal use an cannot be defined in the namespace argument.';

/** What may stand for a dictionary; an object of another kind may be one that we don't know. */
function dictionary(values: PyValue): PyDict | Unknown | undefined {
  if (values instanceof PyDict || values instanceof Unknown) return values;
  const isPlain = !(values instanceof PyObject) || values instanceof PySequence || values instanceof PyStr;
  return isPlain ? undefined : new Unknown();
}

function refused(values: PyValue, args: Arguments): never {
  const [first = null] = values instanceof PySequence ? values.items : [];
  const message =
    values instanceof PySequence
      ? `'${typeName(first)}' object has no attribute 'startswith'`
      : `'${typeName(values)}' object is not iterable`;
  return args.raise(values instanceof PySequence ? 'AttributeError' : 'TypeError', message, 'namespace');
}

/** `get_local_namespace(level)`: a copy of what a code string would see so many calls further out. */
export function getLocalNamespace(call: CallArguments, ctx: Interpreter): PyValue {
  const frame = ctx.frame(new Arguments('get_local_namespace', call, ['level'], ctx).integer('level') ?? 0);
  const namespace = new PyDict(
    [...frame.entries()].map(([name, value]) => [new PyStr(name), value] as const),
  );
  if (frame.open) namespace.hasUnknownKeys = true;
  return namespace;
}

/** `DEFAULT_UNITS` and its like: names that all strings know. */
class DefaultNames extends PyObject {
  readonly typeName = 'dict';

  constructor(
    private readonly lookup: (name: string) => PyValue | undefined,
    private readonly known: () => Iterable<string>,
  ) {
    super();
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue | undefined {
    if (key instanceof Unknown) return key;
    const value = key instanceof PyStr ? this.lookup(key.value) : undefined;
    return value === undefined ? ctx.raise('KeyError', ctx.repr(key)) : value;
  }

  override contains(key: PyValue): boolean | undefined {
    if (key instanceof Unknown) return undefined;
    return key instanceof PyStr && this.lookup(key.value) !== undefined;
  }

  override iterate(): Iterable<PyValue> {
    return [...this.known()].map((name) => new PyStr(name));
  }

  override length(): number {
    return [...this.known()].length;
  }

  override getAttribute(name: string): PyValue | undefined {
    return name === 'keys' ? new NativeFunction(name, () => new PyList([...this.iterate()])) : undefined;
  }
}

/** The namespaces that every group has before its own, by the names under which Brian exports them. */
export function defaultNamespaces(): readonly (readonly [string, PyValue])[] {
  const constants = new Map([...DEFAULT_CONSTANTS, ['-inf', Number.NEGATIVE_INFINITY] as const]);
  return [
    [
      'DEFAULT_CONSTANTS',
      new DefaultNames(
        (name) => constants.get(name),
        () => constants.keys(),
      ),
    ],
    [
      'DEFAULT_UNITS',
      new DefaultNames(
        (name) => {
          const unit = unitByName(name);
          return unit && new PyUnit(unit);
        },
        () => stringUnits().keys(),
      ),
    ],
    [
      'DEFAULT_FUNCTIONS',
      new DefaultNames(
        (name) => {
          const fn = DEFAULT_FUNCTIONS.get(name);
          return fn && defaultFunction(fn);
        },
        () => DEFAULT_FUNCTIONS.keys(),
      ),
    ],
  ];
}
