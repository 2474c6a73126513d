/** Reading and binding names: each use of a name becomes a closure that knows where the value lives. */
import { pythonError } from '../objects/errors.ts';
import type { Span } from '../syntax/ast.ts';
import { type PyValue, Unknown } from '../values.ts';
import type { Compiler } from './compiler.ts';
import type { Eval, Frame, Store } from './frame.ts';
import { suggestion } from './suggestions.ts';

/** A variable that analysis can look at and set without any of Python's errors. */
export interface Variable {
  peek(frame: Frame): PyValue | undefined;
  poke(frame: Frame, value: PyValue | undefined): void;
}

export function loadName(c: Compiler, name: string, span: Span): Eval {
  const place = c.scope.place(name);
  switch (place.kind) {
    case 'local':
      return loadLocal(c, name, place.slot, span);
    case 'free':
      return loadFree(c, name, place.depth, place.slot, span);
    case 'class': {
      const outer = c.scope.outerPlace(name);
      const rest =
        outer.kind === 'free' ? loadFree(c, name, outer.depth, outer.slot, span) : loadGlobal(c, name, span);
      return (frame) => {
        const own = frame.namespace?.get(name);
        return own === undefined ? rest(frame) : own;
      };
    }
    case 'global':
      return loadGlobal(c, name, span);
  }
}

export function storeName(c: Compiler, name: string, span: Span): Store {
  const location = c.locationOf(span);
  const place = c.scope.place(name);
  switch (place.kind) {
    case 'local': {
      const { slot } = place;
      return (frame, value) => {
        frame.slots[slot] = value;
        frame.definitions[slot] = location;
      };
    }
    case 'free': {
      const { depth, slot } = place;
      c.scope.code.rebound.add(name);
      return (frame, value) => {
        const target = frameAt(frame, depth);
        target.slots[slot] = value;
        target.definitions[slot] = location;
      };
    }
    case 'class':
      return (frame, value) => {
        frame.namespace?.set(name, value);
      };
    case 'global': {
      const cell = c.globals.cell(name);
      c.scope.code.globals.add(name);
      c.scope.code.rebound.add(name);
      return (_frame, value) => {
        cell.value = value;
        cell.definition = location;
        cell.deleted = false;
      };
    }
  }
}

/** `del name` */
export function deleteName(c: Compiler, name: string, span: Span): (frame: Frame) => void {
  const load = loadName(c, name, span);
  const variable = variableOf(c, name);
  return (frame) => {
    load(frame);
    variable.poke(frame, undefined);
  };
}

export function variableOf(c: Compiler, name: string): Variable {
  const place = c.scope.place(name);
  switch (place.kind) {
    case 'local':
    case 'free': {
      const depth = place.kind === 'free' ? place.depth : 0;
      const { slot } = place;
      return {
        peek: (frame) => frameAt(frame, depth).slots[slot],
        poke: (frame, value) => {
          frameAt(frame, depth).slots[slot] = value;
        },
      };
    }
    case 'class':
      return {
        peek: (frame) => frame.namespace?.get(name),
        poke: (frame, value) => {
          if (value === undefined) frame.namespace?.delete(name);
          else frame.namespace?.set(name, value);
        },
      };
    case 'global': {
      const cell = c.globals.cell(name);
      return {
        peek: () => cell.value,
        poke: (_frame, value) => {
          cell.value = value;
          cell.deleted = value === undefined;
        },
      };
    }
  }
}

function frameAt(frame: Frame, depth: number): Frame {
  let target: Frame | undefined = frame;
  for (let i = 0; i < depth; i++) target = target?.outer;
  return target ?? frame;
}

function loadLocal(c: Compiler, name: string, slot: number, span: Span): Eval {
  return (frame) => {
    const value = frame.slots[slot];
    if (value !== undefined) return value;
    frame.at = span;
    return unbound(c, name, `cannot access local variable '${name}' where it is not associated with a value`);
  };
}

function loadFree(c: Compiler, name: string, depth: number, slot: number, span: Span): Eval {
  return (frame) => {
    const value = frameAt(frame, depth).slots[slot];
    if (value !== undefined) return value;
    frame.at = span;
    return unbound(
      c,
      name,
      `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
      'NameError',
    );
  };
}

function unbound(c: Compiler, _name: string, message: string, errorClass = 'UnboundLocalError'): PyValue {
  // In analysis a branch not taken, or a loop of unknown length, may have bound it.
  if (c.analysing && c.evaluator.analysis.mayBeUnbound) return new Unknown();
  throw pythonError(errorClass, message);
}

function loadGlobal(c: Compiler, name: string, span: Span): Eval {
  const cell = c.globals.cell(name);
  const { globals, scope } = c;
  scope.code.globals.add(name);
  return (frame) => {
    const value = cell.value;
    if (value !== undefined) return value;
    const fallback = globals.fallback(name);
    if (fallback !== undefined) return fallback;
    frame.at = span;
    if (c.analysing && c.evaluator.analysis.mayBeUnbound && scope.kind !== 'function' && cell.definition)
      return new Unknown();
    throw pythonError('NameError', `name '${name}' is not defined${suggestion(name, frame, globals)}`);
  };
}
