/** Python's `typing`: names for annotations, which nothing looks at. */
import { OBJECT } from '../../builtins/types.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyClass } from '../../objects/classes.ts';
import type { NativeFunction } from '../../objects/functions.ts';
import type { PyModule } from '../../objects/module.ts';
import { getItem } from '../../operations/items.ts';
import { type BinaryOp, type CallArguments, PyObject, PyStr, type PyValue } from '../../values.ts';
import { fn, members, moduleOf } from './define.ts';
import { makeNamedTuple } from './namedtuple.ts';

/** `List`, `Optional[...]` and the like. */
class TypingName extends PyObject {
  readonly typeName = '_SpecialForm';
  constructor(private readonly name: string) {
    super();
  }
  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    return new TypingName(`${this.name}[${key instanceof PyClass ? key.name : ctx.repr(key)}]`);
  }
  override binary(op: BinaryOp): PyValue | undefined {
    return op === '|' ? this : undefined;
  }
  override call(args: CallArguments): PyValue {
    return new TypingName(args.positional[0] instanceof PyStr ? args.positional[0].value : this.name);
  }
  override getAttribute(name: string): PyValue | undefined {
    return name === '__name__' ? new PyStr(this.name) : undefined;
  }
  override repr(): string {
    return `typing.${this.name}`;
  }
}

const NAMES =
  `Any Union Optional List Dict Tuple Set FrozenSet Type Callable Iterable Iterator Generator Sequence
  MutableSequence Mapping MutableMapping Literal Final ClassVar Annotated NoReturn Never Self TypeVar ParamSpec
  TypeAlias Text AnyStr Hashable Sized Collection Container Awaitable Coroutine AsyncIterator AsyncGenerator
  ContextManager Deque DefaultDict OrderedDict Counter NewType SupportsFloat SupportsInt SupportsIndex IO TextIO
  BinaryIO Pattern Match Concatenate TypeGuard Required NotRequired Unpack`.split(/\s+/);

const same = (name: string): NativeFunction =>
  fn(name, 'value=None *rest **options', ([value = null]) => value, { takesUnknown: true });

const FUNCTIONS = [
  fn('cast', 'typ val', ([, value = null]) => value, { takesUnknown: true }),
  ...[
    'overload',
    'final',
    'no_type_check',
    'runtime_checkable',
    'override',
    'assert_never',
    'reveal_type',
  ].map(same),
];

const NAMED_TUPLE = fn('NamedTuple', 'typename fields', ([name = null, fields = null], ctx) =>
  makeNamedTuple(
    ctx.str(name),
    [...ctx.iterate(fields)].map((field) => ctx.str(getItem(field, 0n, ctx))),
  ),
);

function baseClass(name: string): [string, PyValue] {
  return [name, new PyClass(name, [OBJECT], new Map(), { module: 'typing' })];
}

export function typingModule(): PyModule {
  return moduleOf(
    'typing',
    new Map(NAMES.map((name) => [name, new TypingName(name)])),
    members(...FUNCTIONS, NAMED_TUPLE),
    new Map<string, PyValue>([baseClass('Generic'), baseClass('Protocol'), ['TYPE_CHECKING', false]]),
  );
}
