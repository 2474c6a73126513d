/** Assignment to targets of every kind. */
import { typeError, valueError } from '../objects/errors.ts';
import { PyList, PySequence } from '../objects/sequences.ts';
import { inplaceOperation } from '../operations/arithmetic.ts';
import { deleteAttribute, getAttribute, setAttribute } from '../operations/attributes.ts';
import { deleteItem, elementsOf, getItem, setItem } from '../operations/items.ts';
import { typeName } from '../operations/numbers.ts';
import type { Expr, ExprOf, Span, StmtOf } from '../syntax/ast.ts';
import { type PyValue, Unknown } from '../values.ts';
import type { Compiler } from './compiler.ts';
import { type Exec, type Frame, NORMAL, type Store } from './frame.ts';
import { deleteName, storeName } from './variables.ts';

export function compileStore(c: Compiler, target: Expr): Store {
  switch (target.kind) {
    case 'name':
      return storeName(c, target.name, target);
    case 'attribute': {
      const object = c.expr(target.object);
      return (frame, value) => {
        const owner = object(frame);
        frame.at = target;
        setAttribute(owner, target.name, value, c.evaluator);
      };
    }
    case 'subscript': {
      const object = c.expr(target.object);
      const index = c.expr(target.index);
      return (frame, value) => {
        const owner = object(frame);
        const key = index(frame);
        frame.at = target;
        setItem(owner, key, value, c.evaluator);
      };
    }
    case 'tuple':
    case 'list':
      return unpacking(c, target.items, target);
    default:
      return (frame) => {
        frame.at = target;
        c.evaluator.raise('SyntaxError', 'cannot assign to expression');
      };
  }
}

function unpacking(c: Compiler, items: readonly Expr[], target: Span): Store {
  const stores = items.map((item) => c.store(item.kind === 'starred' ? item.value : item));
  const star = items.findIndex((item) => item.kind === 'starred');
  return (frame, value) => {
    frame.at = target;
    const parts = unpacked(c, value, stores.length, star);
    stores.forEach((store, i) => {
      store(frame, parts[i] ?? null);
    });
  };
}

/** The values for `count` targets, of which the one at `star` takes what is left over. */
function unpacked(c: Compiler, value: PyValue, count: number, star: number): readonly PyValue[] {
  if (value instanceof Unknown)
    return Array.from({ length: count }, (_, i) =>
      i === star ? new PyList([new Unknown()]) : new Unknown(value.dimension),
    );
  const items =
    value instanceof PySequence
      ? value.items
      : taken(c, value, star < 0 ? count + 1 : Number.POSITIVE_INFINITY);
  if (star < 0) {
    if (items.length === count) return items;
    throw valueError(
      items.length > count
        ? `too many values to unpack (expected ${count})`
        : `not enough values to unpack (expected ${count}, got ${items.length})`,
    );
  }
  const after = count - star - 1;
  if (items.length < count - 1)
    throw valueError(`not enough values to unpack (expected at least ${count - 1}, got ${items.length})`);
  const middle = new PyList(items.slice(star, items.length - after));
  return [...items.slice(0, star), middle, ...items.slice(items.length - after)];
}

function taken(c: Compiler, value: PyValue, most: number): PyValue[] {
  const elements = elementsOf(value, c.evaluator);
  if (elements === undefined) throw typeError(`cannot unpack non-iterable ${typeName(value)} object`);
  const items: PyValue[] = [];
  for (const element of elements) {
    items.push(element);
    if (items.length >= most) break;
  }
  return items;
}

export function compileAssign(c: Compiler, statement: StmtOf<'assign'>): Exec {
  const value = c.expr(statement.value);
  const stores = statement.targets.map((target) => c.store(target));
  const [only] = stores;
  const [target] = statement.targets;
  if (only && target && stores.length === 1) {
    const assignment = { target, value: statement.value };
    return (frame) => {
      const given = value(frame);
      frame.assignment = assignment;
      only(frame, given);
      return NORMAL;
    };
  }
  return (frame) => {
    const result = value(frame);
    for (const store of stores) store(frame, result);
    return NORMAL;
  };
}

export function compileAugment(c: Compiler, statement: StmtOf<'augment'>): Exec {
  const { target, op } = statement;
  const value = c.expr(statement.value);
  const apply = (frame: Frame, old: PyValue): PyValue => {
    const given = value(frame);
    if (typeof old === 'bigint' && typeof given === 'bigint') {
      if (op === '+') return old + given;
      if (op === '-') return old - given;
    }
    frame.at = statement;
    return inplaceOperation(op, old, given, c.evaluator);
  };
  if (target.kind === 'attribute') return augmentAttribute(c, target, apply);
  if (target.kind === 'subscript') return augmentItem(c, target, apply);
  const load = c.expr(target);
  const store = c.store(target);
  return (frame) => {
    store(frame, apply(frame, load(frame)));
    return NORMAL;
  };
}

type Apply = (frame: Frame, old: PyValue) => PyValue;

function augmentAttribute(c: Compiler, target: ExprOf<'attribute'>, apply: Apply): Exec {
  const object = c.expr(target.object);
  return (frame) => {
    const owner = object(frame);
    frame.at = target;
    const result = apply(frame, getAttribute(owner, target.name, c.evaluator));
    frame.at = target;
    setAttribute(owner, target.name, result, c.evaluator);
    return NORMAL;
  };
}

function augmentItem(c: Compiler, target: ExprOf<'subscript'>, apply: Apply): Exec {
  const object = c.expr(target.object);
  const index = c.expr(target.index);
  return (frame) => {
    const owner = object(frame);
    const key = index(frame);
    frame.at = target;
    const result = apply(frame, getItem(owner, key, c.evaluator));
    frame.at = target;
    setItem(owner, key, result, c.evaluator);
    return NORMAL;
  };
}

export function compileDelete(c: Compiler, statement: StmtOf<'delete'>): Exec {
  const removals = statement.targets.map((target) => removal(c, target));
  return (frame) => {
    for (const remove of removals) remove(frame);
    return NORMAL;
  };
}

function removal(c: Compiler, target: Expr): (frame: Frame) => void {
  switch (target.kind) {
    case 'name':
      return deleteName(c, target.name, target);
    case 'attribute': {
      const object = c.expr(target.object);
      return (frame) => {
        const owner = object(frame);
        frame.at = target;
        deleteAttribute(owner, target.name, c.evaluator);
      };
    }
    case 'subscript': {
      const object = c.expr(target.object);
      const index = c.expr(target.index);
      return (frame) => {
        const owner = object(frame);
        const key = index(frame);
        frame.at = target;
        deleteItem(owner, key, c.evaluator);
      };
    }
    case 'tuple':
    case 'list': {
      const removals = target.items.map((item) => removal(c, item));
      return (frame) => {
        for (const remove of removals) remove(frame);
      };
    }
    default:
      return () => {};
  }
}
