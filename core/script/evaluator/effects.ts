/** What an analysis knows after functions of the script may have run that it has not run. */
import { NdArray } from '../../arrays/ndarray.ts';
import { BoundMethod, PyClass, PyInstance } from '../objects/classes.ts';
import { PyDict, PySet } from '../objects/mappings.ts';
import { PySequence, PyTuple } from '../objects/sequences.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../values.ts';
import type { Frame } from './frame.ts';
import { PyFunction } from './functions.ts';
import { dimensionOf } from './merging.ts';

/**
 * Forgets what a function may have changed if it was called any number of times: the outer names that it binds, the
 * lists, dictionaries, sets and arrays that it mentions, and the plain values of the objects that it mentions.
 */
export function forgetEffects(callee: PyValue, seen: Set<PyValue> = new Set()): void {
  if (seen.has(callee)) return;
  seen.add(callee);
  if (callee instanceof BoundMethod) {
    forgetEffects(callee.callee, seen);
    forgetParts(callee.self);
  }
  if (!(callee instanceof PyFunction)) return;
  for (const place of placesOf(callee)) {
    const value = place.read();
    if (value === undefined) continue;
    if (place.assigned || isMutable(value)) place.write(unknownLike(value));
    else if (value instanceof PyFunction) forgetEffects(value, seen);
    else forgetParts(value);
  }
}

interface Place {
  /** Whether the function binds the name. */
  readonly assigned: boolean;
  read(): PyValue | undefined;
  write(value: PyValue): void;
}

function placesOf({ body, outer }: PyFunction): Place[] {
  const { code, globals } = body;
  const ofModule = [...code.globals].map((name): Place => {
    const cell = globals.cell(name);
    return {
      assigned: code.rebound.has(name),
      read: () => cell.value,
      write: (value) => globals.bind(cell, value, cell.definition),
    };
  });
  const free = [...code.free].flatMap(([name, { depth, slot }]): Place[] => {
    const frame = outwards(outer, depth - 1);
    if (frame === undefined) return [];
    return [
      {
        assigned: code.rebound.has(name),
        read: () => frame.slots[slot],
        write: (value) => {
          frame.slots[slot] = value;
        },
      },
    ];
  });
  return [...ofModule, ...free];
}

function outwards(frame: Frame | undefined, depth: number): Frame | undefined {
  let found = frame;
  for (let i = 0; i < depth; i++) found = found?.outer;
  return found;
}

/** Forgets the plain attributes of an object or class of the script; what it holds of Brian's stays. */
function forgetParts(value: PyValue): void {
  const attributes = attributesOf(value);
  for (const [name, part] of attributes) if (isPlain(part)) attributes.set(name, unknownLike(part));
}

function attributesOf(value: PyValue): Map<string, PyValue> {
  if (value instanceof PyInstance) return value.attributes;
  return value instanceof PyClass && value.interpreter !== undefined ? value.members : new Map();
}

/** Numbers, texts, quantities and containers. */
function isPlain(value: PyValue): boolean {
  if (!(value instanceof PyObject) || value instanceof PyStr) return true;
  return isMutable(value) || dimensionOf(value) !== undefined;
}

function isMutable(value: PyValue): boolean {
  if (value instanceof PyTuple) return false;
  if (value instanceof PySequence || value instanceof PyDict || value instanceof PySet) return true;
  return value instanceof PyObject && 'value' in value && value.value instanceof NdArray;
}

function unknownLike(value: PyValue): Unknown {
  return new Unknown(dimensionOf(value));
}
