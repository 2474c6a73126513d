import { ELLIPSIS, NOT_IMPLEMENTED } from '../objects/classes.ts';
import { BUILTIN_EXCEPTIONS } from '../objects/exceptions.ts';
import { NativeFunction } from '../objects/functions.ts';
import type { PyValue } from '../values.ts';
import { NUMBER_FUNCTIONS } from './numbers.ts';
import { OBJECT_FUNCTIONS } from './objects.ts';
import { SEQUENCE_FUNCTIONS } from './sequences.ts';
import { BUILTIN_CLASSES } from './types.ts';

/** The names that every script has. */
export const BUILTINS: ReadonlyMap<string, PyValue> = new Map<string, PyValue>([
  ...BUILTIN_CLASSES,
  ...BUILTIN_EXCEPTIONS,
  ...Object.entries({ ...SEQUENCE_FUNCTIONS, ...NUMBER_FUNCTIONS, ...OBJECT_FUNCTIONS }).map(
    ([name, body]) => [name, new NativeFunction(name, body)] as const,
  ),
  ['NotImplemented', NOT_IMPLEMENTED],
  ['Ellipsis', ELLIPSIS],
]);
