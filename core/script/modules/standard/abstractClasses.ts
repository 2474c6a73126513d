/** `collections.abc` and `abc`: classes that only say what a value can do. */
import { OBJECT } from '../../builtins/types.ts';
import { ClassMethod, Property, PyClass, PyInstance, StaticMethod } from '../../objects/classes.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyIterator, PyRange } from '../../objects/iterators.ts';
import { PyDict, PySet } from '../../objects/mappings.ts';
import type { PyModule } from '../../objects/module.ts';
import { PyList, PySequence } from '../../objects/sequences.ts';
import { isHashable } from '../../operations/hashing.ts';
import { PyObject, PyStr, type PyValue } from '../../values.ts';
import { moduleOf } from './define.ts';

type Test = (value: PyValue) => boolean;

/** Natives by a test of their own, instances of a script's classes by the special methods that they have. */
function abstractClass(name: string, native: Test, ...special: readonly string[]): [string, PyClass] {
  const isInstance: Test = (value) =>
    value instanceof PyInstance
      ? special.length > 0 && special.every((method) => value.cls.lookup(method) !== undefined)
      : native(value);
  return [name, new PyClass(name, [OBJECT], new Map(), { module: 'collections.abc', isInstance })];
}

const isText: Test = (value) => value instanceof PyStr;
const isSequence: Test = (value) => isText(value) || value instanceof PySequence || value instanceof PyRange;
const isSized: Test = (value) => isSequence(value) || value instanceof PyDict || value instanceof PySet;
const isIterable: Test = (value) =>
  isSized(value) ||
  value instanceof PyIterator ||
  (value instanceof PyObject && value.iterate !== PyObject.prototype.iterate);

const CLASSES: readonly [string, PyClass][] = [
  abstractClass('Iterable', isIterable, '__iter__'),
  abstractClass('Iterator', (value) => value instanceof PyIterator, '__iter__', '__next__'),
  abstractClass('Generator', (value) => value instanceof PyIterator && value.typeName === 'generator'),
  abstractClass('Sized', isSized, '__len__'),
  abstractClass('Container', isSized, '__contains__'),
  abstractClass('Collection', isSized, '__len__', '__iter__', '__contains__'),
  abstractClass('Sequence', isSequence),
  abstractClass('MutableSequence', (value) => value instanceof PyList),
  abstractClass('Mapping', (value) => value instanceof PyDict),
  abstractClass('MutableMapping', (value) => value instanceof PyDict),
  abstractClass('Set', (value) => value instanceof PySet),
  abstractClass('MutableSet', (value) => value instanceof PySet && value.typeName === 'set'),
  abstractClass('Hashable', isHashable, '__hash__'),
  abstractClass(
    'Callable',
    (value) => value instanceof PyObject && value.call !== PyObject.prototype.call,
    '__call__',
  ),
];

export function collectionsAbcModule(): PyModule {
  return moduleOf('collections.abc', new Map(CLASSES));
}

const same = new NativeFunction('abstractmethod', ({ positional: [value = null] }) => value);

export function abcModule(): PyModule {
  const wrapper = (name: string, make: (f: PyValue) => PyValue) =>
    [name, new NativeFunction(name, ({ positional: [f = null] }) => make(f))] as const;
  return moduleOf(
    'abc',
    new Map<string, PyValue>([
      ['ABC', new PyClass('ABC', [OBJECT], new Map(), { module: 'abc' })],
      ['ABCMeta', new PyClass('ABCMeta', [OBJECT], new Map(), { module: 'abc' })],
      ['abstractmethod', same],
      wrapper('abstractproperty', (f) => new Property(f)),
      wrapper('abstractclassmethod', (f) => new ClassMethod(f)),
      wrapper('abstractstaticmethod', (f) => new StaticMethod(f)),
    ]),
  );
}
