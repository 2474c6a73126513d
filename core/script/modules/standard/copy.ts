/** Python's `copy`. */
import type { Interpreter } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { PyInstance } from '../../objects/classes.ts';
import { PyDict } from '../../objects/mappings.ts';
import type { PyModule } from '../../objects/module.ts';
import { PySequence, PyTuple } from '../../objects/sequences.ts';
import { findAttribute } from '../../operations/attributes.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { fn, members, moduleOf } from './define.ts';
import { NamedTuple } from './namedtuple.ts';

/** Copies made so far, so that what is shared or contains itself stays so. */
type Memo = Map<PyValue, PyValue>;

/** What a native's own `copy` method gives. */
function ownCopy(value: PyObject, ctx: Interpreter): PyValue | undefined {
  const method = findAttribute(value, 'copy', ctx);
  return method === undefined ? undefined : ctx.call(method, callArguments([]));
}

function special(
  value: PyInstance,
  name: string,
  args: readonly PyValue[],
  ctx: Interpreter,
): PyValue | undefined {
  const method = value.cls.lookup(name);
  return method === undefined ? undefined : ctx.call(method, callArguments([value, ...args]));
}

function copied(value: PyValue, ctx: Interpreter): PyValue {
  if (!(value instanceof PyObject) || value instanceof PyStr || value instanceof PyTuple) return value;
  if (value instanceof PyInstance)
    return special(value, '__copy__', [], ctx) ?? instanceCopy(value, (member) => member);
  return ownCopy(value, ctx) ?? value;
}

function instanceCopy(value: PyInstance, copy: (member: PyValue) => PyValue, memo?: Memo): PyInstance {
  const made = new PyInstance(value.cls);
  memo?.set(value, made);
  for (const [name, member] of value.attributes) made.attributes.set(name, copy(member));
  made.native = value.native === undefined ? undefined : copy(value.native);
  return made;
}

function deepCopied(value: PyValue, memo: Memo, ctx: Interpreter): PyValue {
  if (!(value instanceof PyObject) || value instanceof PyStr || value instanceof Unknown) return value;
  const known = memo.get(value);
  if (known !== undefined) return known;
  const deep = (member: PyValue) => deepCopied(member, memo, ctx);
  if (value instanceof PyInstance)
    return special(value, '__deepcopy__', [new PyDict()], ctx) ?? instanceCopy(value, deep, memo);
  if (value instanceof PyTuple) return deepTuple(value, deep);
  const made = ownCopy(value, ctx);
  if (made === undefined) return value;
  memo.set(value, made);
  if (made instanceof PySequence)
    made.items.forEach((item, i) => {
      made.items[i] = deep(item);
    });
  else if (made instanceof PyDict)
    for (const [key, member] of [...made.entries()]) made.set(key, deep(member));
  return made;
}

/** A tuple of things that need no copy is its own copy. */
function deepTuple(value: PyTuple, deep: (member: PyValue) => PyValue): PyValue {
  const items = value.items.map(deep);
  if (items.every((item, i) => item === value.items[i])) return value;
  return value instanceof NamedTuple ? new NamedTuple(value.pyClass, items) : new PyTuple(items);
}

const FUNCTIONS = [
  fn('copy', 'x', ([x = null], ctx) => copied(x, ctx)),
  fn('deepcopy', 'x memo=None', ([x = null], ctx) => deepCopied(x, new Map(), ctx)),
];

export function copyModule(): PyModule {
  return moduleOf('copy', members(...FUNCTIONS));
}
