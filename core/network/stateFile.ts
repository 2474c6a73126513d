import type { TypedArray } from '../devices/plan.ts';
import { base64 } from '../figures/png.ts';
import { ProblemError } from '../problems/problem.ts';
import { networkProblem } from './networkProblems.ts';
import type { NetworkState, ObjectState } from './networkState.ts';
import type { RandomSnapshot } from './randomState.ts';

const FORMAT = 'Spikelens network states, version 1';

interface FileContents {
  readonly format: string;
  readonly states: Readonly<Record<string, StoredNetwork>>;
}

interface StoredNetwork {
  readonly t: number;
  readonly clocks: Readonly<Record<string, { readonly dt: number; readonly timestep: number }>>;
  readonly objects: Readonly<Record<string, Readonly<Record<string, StoredArray>>>>;
  readonly random: RandomSnapshot;
}

type ElementType = 'float64' | 'float32' | 'int32' | 'uint8';

interface StoredArray {
  readonly type: ElementType;
  /** The bytes as base64, so that NaN and infinities are kept. */
  readonly data: string;
}

/** The states of a file by name, as text; numbers in the byte order of the machine. */
export function encodeStates(states: ReadonlyMap<string, NetworkState>): string {
  const contents: FileContents = {
    format: FORMAT,
    states: record(states, ({ t, clocks, objects, random }) => ({
      t,
      clocks: Object.fromEntries(clocks),
      objects: record(objects, (state) => record(state, encodeArray)),
      random,
    })),
  };
  return JSON.stringify(contents);
}

/** Raises ValueError where a text is none that `encodeStates` has made. */
export function decodeStates(text: string): Map<string, NetworkState> {
  const contents = parse(text);
  if (contents?.format !== FORMAT) {
    const problem = networkProblem('stored-state', 'ValueError', 'The file holds no stored states');
    throw new ProblemError({ ...problem, hint: 'Only files that Spikelens has stored can be restored.' });
  }
  const decodeObject = (object: Readonly<Record<string, StoredArray>>): ObjectState =>
    map(object, decodeArray);
  return map(contents.states, ({ t, clocks, objects, random }) => ({
    t,
    clocks: new Map(Object.entries(clocks)),
    objects: map(objects, decodeObject),
    random,
  }));
}

function parse(text: string): FileContents | undefined {
  try {
    return JSON.parse(text) as FileContents;
  } catch {
    return undefined;
  }
}

function encodeArray(values: TypedArray): StoredArray {
  return { type: elementType(values), data: base64(bytesOf(values)) };
}

function bytesOf({ buffer, byteOffset, byteLength }: TypedArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function elementType(values: TypedArray): ElementType {
  if (values instanceof Float64Array) return 'float64';
  if (values instanceof Float32Array) return 'float32';
  return values instanceof Int32Array ? 'int32' : 'uint8';
}

const ARRAYS = { float64: Float64Array, float32: Float32Array, int32: Int32Array, uint8: Uint8Array };

function decodeArray({ type, data }: StoredArray): TypedArray {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  return new ARRAYS[type](bytes.buffer);
}

function record<T, R>(entries: ReadonlyMap<string, T>, encode: (value: T) => R): Record<string, R> {
  return Object.fromEntries([...entries].map(([name, value]) => [name, encode(value)]));
}

function map<T, R>(entries: Readonly<Record<string, T>>, decode: (value: T) => R): Map<string, R> {
  return new Map(Object.entries(entries).map(([name, value]) => [name, decode(value)]));
}
