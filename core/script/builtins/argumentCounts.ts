/** How many positional arguments builtins take, and what Python says where there are more or fewer. */
import { typeError } from '../objects/errors.ts';

interface Count {
  readonly least: number;
  readonly most: number;
  /** `f() takes exactly one argument (2 given)`, `f expected at most 1 argument, got 2`, `f() takes at most ...`. */
  readonly wording: 'one' | 'expected' | 'takes';
}

const COUNTS: ReadonlyMap<string, Count> = new Map([
  ...counts('abs repr ascii hash id callable ord chr bin hex oct', 1, 1, 'one'),
  ...counts('float bool list tuple set frozenset dict', 0, 1, 'expected'),
  ...counts('reversed', 1, 1, 'expected'),
  ...counts('hasattr delattr isinstance issubclass divmod', 2, 2, 'expected'),
  ...counts('setattr', 3, 3, 'expected'),
  ...counts('getattr', 2, 3, 'expected'),
  ...counts('iter next', 1, 2, 'expected'),
  ...counts('range', 1, 3, 'expected'),
  ...counts('slice', 1, 3, 'expected'),
  ...counts('round sum int', 0, 2, 'takes'),
  ...counts('str complex', 0, 3, 'takes'),
]);

function counts(names: string, least: number, most: number, wording: Count['wording']): [string, Count][] {
  return names.split(' ').map((name) => [name, { least, most, wording }]);
}

/** Raises TypeError where a builtin can't take that many arguments. */
export function checkCount(name: string, given: number): void {
  const count = COUNTS.get(name);
  if (count === undefined || (given >= count.least && given <= count.most)) return;
  throw typeError(message(name, count, given));
}

function message(name: string, { least, most, wording }: Count, given: number): string {
  if (wording === 'one') return `${name}() takes exactly one argument (${given} given)`;
  if (wording === 'takes') return `${name}() takes at most ${most} arguments (${given} given)`;
  const wanted = given < least ? least : most;
  const bound = least === most ? '' : given < least ? 'at least ' : 'at most ';
  return `${name} expected ${bound}${wanted} argument${wanted === 1 ? '' : 's'}, got ${given}`;
}
