/**
 * Syntax that knows where it stands by a shared origin, so that a statement which text before it has moved can be
 * used again: only the origin changes.
 */
import { PyStr, type PyValue } from '../values.ts';
import type { Span, Stmt } from './ast.ts';

/** Where the top-level statement starts, and where it started when its strings were read. */
export interface Origin {
  offset: number;
  readonly read: number;
}

interface Placed {
  readonly origin: Origin;
  /** Counted from the origin. */
  readonly from: number;
  readonly to: number;
}

/** Own properties, so that a copy of a node has its present place. */
const PLACE: PropertyDescriptorMap & ThisType<Placed> = {
  start: {
    enumerable: true,
    get() {
      return this.origin.offset + this.from;
    },
  },
  end: {
    enumerable: true,
    get() {
      return this.origin.offset + this.to;
    },
  },
};

const OPERATOR_PLACE: PropertyDescriptorMap & ThisType<Placed & { readonly opFrom: number }> = {
  opStart: {
    enumerable: true,
    get() {
      return this.origin.offset + this.opFrom;
    },
  },
};

/** The same statement; all of its nodes have their places from `origin`. */
export function placed(statement: Stmt, origin: Origin): Stmt {
  return converted(statement, origin) as Stmt;
}

function converted(value: unknown, origin: Origin): unknown {
  if (Array.isArray(value)) return value.map((item) => converted(item, origin));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  const node = value as Record<string, unknown>;
  const copy = emptyNode(node, origin);
  for (const key of Object.keys(node)) if (!(key in copy)) copy[key] = converted(node[key], origin);
  return copy;
}

function emptyNode(
  { start, end, opStart }: Record<string, unknown>,
  origin: Origin,
): Record<string, unknown> {
  if (typeof start !== 'number' || typeof end !== 'number') return {};
  const place = { origin, from: start - origin.offset, to: end - origin.offset };
  if (typeof opStart !== 'number') return Object.defineProperties(place, PLACE);
  const operator = { ...place, opFrom: opStart - origin.offset };
  return Object.defineProperties(operator, { ...PLACE, ...OPERATOR_PLACE });
}

/** A constant of a node as it is where the node stands now: a string knows its own characters' places. */
export function relocated<T extends PyValue | undefined>(value: T, node: Span): T | PyStr {
  if (!(value instanceof PyStr) || value.provenance === undefined || !('origin' in node)) return value;
  const { offset, read } = node.origin as Origin;
  return offset === read ? value : new PyStr(value.value, value.provenance.moved(offset - read));
}
