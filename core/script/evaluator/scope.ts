import type { FunctionNode, Stmt, StmtOf } from '../syntax/ast.ts';
import { boundNames } from './boundNames.ts';
import type { Code } from './frame.ts';

/** Where a name of the text lives when it runs. */
export type Place =
  | { readonly kind: 'local'; readonly slot: number }
  | { readonly kind: 'free'; readonly depth: number; readonly slot: number }
  | { readonly kind: 'class' }
  | { readonly kind: 'global' };

/** The names of one module, function or class body, as its text decides them. */
export class Scope {
  readonly code: Code;
  private readonly slots = new Map<string, number>();
  private readonly globals = new Set<string>();
  private readonly nonlocals = new Set<string>();
  /** Names of the comprehensions that are being compiled, innermost last. */
  private readonly hidden: Map<string, number>[] = [];

  constructor(
    readonly kind: Code['kind'],
    name: string,
    document: string,
    readonly parent?: Scope,
  ) {
    this.code = {
      name,
      qualifiedName: qualified(name, parent),
      document,
      kind,
      names: [],
      free: new Map(),
      globals: new Set(),
      rebound: new Set(),
    };
  }

  /** A function's scope: its parameters and all that its body binds. */
  static ofFunction(
    name: string,
    parameters: readonly string[],
    body: readonly Stmt[],
    parent: Scope,
  ): Scope {
    const scope = new Scope('function', name, parent.code.document, parent);
    scope.declare(body);
    for (const parameter of parameters) scope.addSlot(parameter);
    for (const bound of boundNames(body))
      if (!scope.globals.has(bound) && !scope.nonlocals.has(bound)) scope.addSlot(bound);
    return scope;
  }

  static ofClass(node: StmtOf<'class'>, parent: Scope): Scope {
    const scope = new Scope('class', node.name, parent.code.document, parent);
    scope.declare(node.body);
    return scope;
  }

  /** Makes names that only a comprehension sees, and gives their slots; `leave` ends them. */
  enter(names: Iterable<string>): ReadonlyMap<string, number> {
    const slots = new Map([...names].map((name) => [name, this.newSlot(name)]));
    this.hidden.push(slots);
    return slots;
  }

  leave(): void {
    this.hidden.pop();
  }

  /** A slot for the compiler's own use. */
  newSlot(name = '.temporary'): number {
    this.code.names.push(name.startsWith('.') ? name : `.${name}`);
    return this.code.names.length - 1;
  }

  place(name: string): Place {
    const hidden = this.hidden.findLast((names) => names.has(name))?.get(name);
    if (hidden !== undefined) return { kind: 'local', slot: hidden };
    if (this.globals.has(name)) return { kind: 'global' };
    if (this.kind === 'class') {
      // A class body reads its own names first and falls back to the scopes around it.
      return this.nonlocals.has(name) ? this.outerPlace(name) : { kind: 'class' };
    }
    const slot = this.slots.get(name);
    return slot !== undefined ? { kind: 'local', slot } : this.outerPlace(name);
  }

  /** The place of a name as seen from here, but not in this scope's own names. */
  outerPlace(name: string): Place {
    let depth = 1;
    const passed: Scope[] = [this];
    for (let scope = this.parent; scope; scope = scope.parent) {
      // A class frame is no part of the chain of frames that functions in it see.
      if (scope.kind === 'class') continue;
      const slot = scope.ownSlot(name);
      if (slot !== undefined) {
        for (const [k, inner] of passed.entries()) inner.noteFree(name, depth - k, slot);
        return { kind: 'free', depth, slot };
      }
      if (scope.globals.has(name)) return { kind: 'global' };
      passed.push(scope);
      depth += 1;
    }
    return { kind: 'global' };
  }

  /** Python gives functions the names from around them that they mention, class bodies none. */
  private noteFree(name: string, depth: number, slot: number): void {
    if (this.kind === 'function') this.code.free.set(name, { depth, slot });
  }

  private ownSlot(name: string): number | undefined {
    const hidden = this.hidden.findLast((names) => names.has(name))?.get(name);
    return hidden ?? (this.nonlocals.has(name) ? undefined : this.slots.get(name));
  }

  private addSlot(name: string): void {
    if (this.slots.has(name)) return;
    this.code.names.push(name);
    this.slots.set(name, this.code.names.length - 1);
  }

  private declare(body: readonly Stmt[]): void {
    for (const statement of scopeStatements(body))
      for (const name of statement.names)
        (statement.of === 'global' ? this.globals : this.nonlocals).add(name);
  }
}

/** The `global` and `nonlocal` statements of a body, not of functions in it. */
function* scopeStatements(body: readonly Stmt[]): Iterable<StmtOf<'scope'>> {
  for (const statement of body) {
    if (statement.kind === 'scope') yield statement;
    for (const block of blocksOf(statement)) yield* scopeStatements(block);
  }
}

/** The blocks of a compound statement that belong to the same scope. */
export function blocksOf(statement: Stmt): readonly (readonly Stmt[])[] {
  switch (statement.kind) {
    case 'if':
    case 'while':
    case 'for':
      return [statement.body, statement.orelse];
    case 'with':
      return [statement.body];
    case 'try':
      return [
        statement.body,
        ...statement.handlers.map((handler) => handler.body),
        statement.orelse,
        statement.final,
      ];
    default:
      return [];
  }
}

export function parameterNames(node: Pick<FunctionNode, 'parameters'>): string[] {
  return node.parameters.map((parameter) => parameter.name);
}

function qualified(name: string, parent: Scope | undefined): string {
  if (!parent || parent.kind === 'module') return name;
  return `${parent.code.qualifiedName}${parent.kind === 'function' ? '.<locals>' : ''}.${name}`;
}
