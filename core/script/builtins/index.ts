/** Every name that scripts have without importing it. */
import { ELLIPSIS, NOT_IMPLEMENTED } from '../objects/classes.ts';
import { BUILTIN_EXCEPTIONS } from '../objects/exceptions.ts';
import { NativeFunction } from '../objects/functions.ts';
import type { PyValue } from '../values.ts';
import { checkCount } from './argumentCounts.ts';
import { open } from './files.ts';
import { ITERATION_BUILTINS } from './iteration.ts';
import { NUMBER_BUILTINS } from './numberFunctions.ts';
import { OBJECT_BUILTINS } from './objectFunctions.ts';
import { print } from './printing.ts';
import { BUILTIN_CLASSES } from './types.ts';

const FUNCTIONS = [
  ...ITERATION_BUILTINS,
  ...NUMBER_BUILTINS,
  ...OBJECT_BUILTINS,
  ['print', print] as const,
  ['open', open] as const,
];

function counted(name: string, body: (typeof FUNCTIONS)[number][1]): NativeFunction {
  return new NativeFunction(name, (args, ctx) => {
    checkCount(name, args.positional.length);
    return body(args, ctx);
  });
}

export const BUILTINS: ReadonlyMap<string, PyValue> = new Map<string, PyValue>([
  ...BUILTIN_CLASSES,
  ...BUILTIN_EXCEPTIONS,
  ['IOError', BUILTIN_EXCEPTIONS.get('OSError') ?? null],
  ['EnvironmentError', BUILTIN_EXCEPTIONS.get('OSError') ?? null],
  ['NotImplemented', NOT_IMPLEMENTED],
  ['Ellipsis', ELLIPSIS],
  ['__debug__', true],
  ...FUNCTIONS.map(([name, body]) => [name, counted(name, body)] as const),
]);
