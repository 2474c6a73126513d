import type { Location } from '../text/range.ts';
import type { ResolvedConstant, ResolvedFunction, ResolvedUnknown } from './resolved.ts';

/** The object that a script gave the name to, for warnings about names that stand for several. */
export interface ExternalObject {
  /** The same for the same object only. */
  readonly identity: unknown;
  /** As Python shows it, long arrays abbreviated. */
  readonly repr: () => string;
  readonly definition?: Location;
}

/** Found, but of no use in code: an array where a scalar is needed. */
export interface ExternalArray {
  readonly kind: 'array';
  readonly name: string;
  readonly definition?: Location;
}

/** Found, but Brian can't make a function of it. */
export interface ExternalFault {
  readonly kind: 'fault';
  readonly name: string;
  readonly errorClass: string;
  readonly message: string;
  readonly definition?: Location;
}

export type External = (
  | ResolvedConstant
  | ResolvedFunction
  | ResolvedUnknown
  | ExternalArray
  | ExternalFault
) & {
  /** Absent where the value is unknown. */
  readonly object?: ExternalObject;
};

/**
 * Names from outside a group: the frame that calls `run`, or an explicit namespace. What Brian cannot use
 * in code (lists, strings, undecorated functions) is not found.
 */
export interface Externals {
  lookup(name: string): External | undefined;
  /** For suggestions of a nearest name. */
  names(): Iterable<string>;
  /** True where a name that is missing may still exist at run time (a wildcard import of an unknown module). */
  readonly open?: boolean;
}

export const NO_EXTERNALS: Externals = { lookup: () => undefined, names: () => [] };

/** The same names for as long as nothing can change what they stand for, such as while a run is prepared. */
export function lookingUpOnce(externals: Externals): Externals {
  const known = new Map<string, External | undefined>();
  return {
    names: () => externals.names(),
    get open() {
      return externals.open;
    },
    lookup: (name) => {
      if (!known.has(name)) known.set(name, externals.lookup(name));
      return known.get(name);
    },
  };
}
