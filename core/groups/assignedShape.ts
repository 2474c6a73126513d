import type { Variable } from '../variables/variable.ts';
import { UNKNOWN_SIZE } from './group.ts';
import type { Item, Owner } from './stateAccess.ts';

/** The form of what is assigned: numbers have no axes; a list counts as one even where it holds one number. */
export interface AssignedShape {
  readonly shape: readonly number[];
  readonly isList: boolean;
}

export interface ShapeFault {
  readonly errorClass: 'ValueError' | 'TypeError' | 'IndexError';
  readonly message: string;
  readonly hint?: string;
}

/**
 * Why values of that shape can't be assigned to those elements, in the words of Brian or of NumPy, whose
 * broadcasting it is where a variable is set as a whole. Says nothing where the number of elements is unknown.
 */
export function shapeFault(
  owner: Owner,
  variable: Variable,
  item: Item,
  value: AssignedShape,
): ShapeFault | undefined {
  if (item.kind === 'unknown') return undefined;
  if (variable.scalar) return scalarFault(variable.name, item, value);
  const { shape } = value;
  if (item.kind === 'condition') return isSingle(value) ? undefined : fault('TypeError', NOT_SINGLE);
  if (shape.length === 0) return undefined;
  if (item.kind === 'indices' && item.scalar)
    return shape.length === 1 && shape[0] === 1 ? undefined : fault('TypeError', 'len() of unsized object');
  const count = item.kind === 'indices' ? item.indices.length : sizeOf(owner);
  if (count === undefined) return undefined;
  const isWhole = item.kind === 'all' && owner.variables.indexOf(variable.name) === '_idx';
  return isWhole ? broadcastFault(shape, count) : countFault(shape, count);
}

const NOT_SINGLE =
  'When setting a variable based on a string index, the value has to be a string or a scalar.';

function scalarFault(name: string, item: Item, value: AssignedShape): ShapeFault | undefined {
  if (item.kind === 'condition')
    return fault('IndexError', `Cannot conditionally set the scalar variable '${name}'.`);
  if (item.kind === 'indices')
    return fault('IndexError', `Illegal index for variable '${name}', it is a scalar variable.`);
  return isSingle(value) ? undefined : fault('ValueError', 'setting an array element with a sequence.');
}

/** What `float()` takes. */
function isSingle({ shape, isList }: AssignedShape): boolean {
  return !isList && shape.every((length) => length === 1);
}

function sizeOf({ N, ends, session }: Owner): number | undefined {
  return N === UNKNOWN_SIZE || (session.analysing && ends !== undefined) ? undefined : N;
}

function broadcastFault(shape: readonly number[], count: number): ShapeFault | undefined {
  const lengths = [...shape];
  while (lengths.length > 1 && lengths[0] === 1) lengths.shift();
  const fits = lengths.length === 1 && (lengths[0] === 1 || lengths[0] === count);
  const shown = `(${shape.join(',')}${shape.length === 1 ? ',' : ''})`;
  const message = `could not broadcast input array from shape ${shown} into shape (${count},)`;
  return fits ? undefined : fault('ValueError', message, `Give one value for all, or ${count} of them.`);
}

function countFault(shape: readonly number[], count: number): ShapeFault | undefined {
  const fits = shape.length === 1 && (shape[0] === 1 || shape[0] === count);
  const message = `Provided values do not match the size of the indices, ${shape[0]} != ${count}.`;
  return fits ? undefined : fault('ValueError', message, `Give one value for all, or ${count} of them.`);
}

function fault(errorClass: ShapeFault['errorClass'], message: string, hint?: string): ShapeFault {
  return { errorClass, message, hint };
}
