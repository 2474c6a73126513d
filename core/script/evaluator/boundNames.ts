/** Which names a piece of text binds in its own scope. */
import type { Expr, Stmt } from '../syntax/ast.ts';

/** Every name that the statements bind, each once. */
export function boundNames(statements: readonly Stmt[]): Set<string> {
  const names = new Set<string>();
  for (const statement of statements) addStatement(statement, names);
  return names;
}

/** Analysis asks for every statement, at every keystroke for the same ones. */
const KNOWN = new WeakMap<Stmt, readonly string[]>();

/** The names that a statement binds. */
export function namesBoundBy(statement: Stmt): readonly string[] {
  const known = KNOWN.get(statement);
  if (known) return known;
  const names = [...boundNames([statement])];
  KNOWN.set(statement, names);
  return names;
}

/** The names of an assignment target. */
export function targetNames(target: Expr, names = new Set<string>()): Set<string> {
  if (target.kind === 'name') names.add(target.name);
  else if (target.kind === 'tuple' || target.kind === 'list')
    for (const item of target.items) targetNames(item, names);
  else if (target.kind === 'starred') targetNames(target.value, names);
  return names;
}

function addStatement(statement: Stmt, names: Set<string>): void {
  for (const expr of expressionsOf(statement)) addWalrus(expr, names);
  switch (statement.kind) {
    case 'assign':
      for (const target of statement.targets) targetNames(target, names);
      return;
    case 'augment':
    case 'annotate':
      targetNames(statement.target, names);
      return;
    case 'delete':
      for (const target of statement.targets) targetNames(target, names);
      return;
    case 'import':
      for (const { name, as } of statement.names) names.add(as ?? firstWord(name));
      return;
    case 'importFrom':
      if (statement.names !== '*') for (const { name, as } of statement.names) names.add(as ?? name);
      return;
    case 'function':
    case 'class':
      names.add(statement.name);
      return;
    case 'broken':
      for (const name of statement.names) names.add(name);
      return;
    default:
      addCompound(statement, names);
  }
}

function addCompound(statement: Stmt, names: Set<string>): void {
  const addAll = (body: readonly Stmt[]) => {
    for (const inner of body) addStatement(inner, names);
  };
  switch (statement.kind) {
    case 'for':
      targetNames(statement.target, names);
      addAll(statement.body);
      addAll(statement.orelse);
      return;
    case 'if':
    case 'while':
      addAll(statement.body);
      addAll(statement.orelse);
      return;
    case 'with':
      for (const { target } of statement.items) if (target) targetNames(target, names);
      addAll(statement.body);
      return;
    case 'try':
      addAll(statement.body);
      for (const handler of statement.handlers) {
        if (handler.name) names.add(handler.name.name);
        addAll(handler.body);
      }
      addAll(statement.orelse);
      addAll(statement.final);
  }
}

function firstWord(name: string): string {
  return name.split('.')[0] ?? name;
}

/** The expressions that stand in a statement itself, not in its blocks. */
export function expressionsOf(statement: Stmt): Expr[] {
  switch (statement.kind) {
    case 'expr':
      return [statement.value];
    case 'assign':
      return [statement.value, ...statement.targets];
    case 'augment':
      return [statement.target, statement.value];
    case 'annotate':
      return statement.value ? [statement.target, statement.value] : [statement.target];
    case 'return':
      return statement.value ? [statement.value] : [];
    case 'delete':
      return [...statement.targets];
    case 'raise':
      return [statement.value, statement.cause].filter((expr) => expr !== undefined);
    case 'assert':
      return [statement.test, statement.message].filter((expr) => expr !== undefined);
    case 'if':
    case 'while':
      return [statement.test];
    case 'for':
      return [statement.iterable];
    case 'with':
      return statement.items.map((item) => item.context);
    case 'function':
      return [
        ...statement.decorators,
        ...statement.parameters.flatMap((p) => (p.default ? [p.default] : [])),
      ];
    case 'class':
      return [...statement.decorators, ...statement.args.map((argument) => argument.value)];
    default:
      return [];
  }
}

/** The direct parts of an expression that belong to the same scope. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'tuple':
    case 'list':
    case 'set':
      return expr.items;
    case 'dict':
      return expr.entries.flatMap(({ key, value }) => (key ? [key, value] : [value]));
    case 'binary':
    case 'bool':
      return [expr.left, expr.right];
    case 'unary':
      return [expr.operand];
    case 'compare':
      return [expr.first, ...expr.rest.map(({ right }) => right)];
    case 'conditional':
      return [expr.test, expr.body, expr.orelse];
    case 'call':
      return [expr.callee, ...expr.args.map((argument) => argument.value)];
    case 'attribute':
      return [expr.object];
    case 'subscript':
      return [expr.object, expr.index];
    case 'slice':
      return [expr.lower, expr.upper, expr.step].filter((part) => part !== undefined);
    case 'starred':
    case 'named':
      return [expr.value];
    case 'yield':
      return expr.value ? [expr.value] : [];
    case 'comprehension':
      return [
        expr.element,
        ...(expr.value ? [expr.value] : []),
        ...expr.clauses.flatMap((clause) => [clause.iterable, ...clause.conditions]),
      ];
    case 'format':
      return expr.parts.flatMap((part) => ('expr' in part ? [part.expr] : []));
    default:
      return [];
  }
}

function addWalrus(expr: Expr, names: Set<string>): void {
  if (expr.kind === 'named') names.add(expr.name);
  for (const part of partsOf(expr)) addWalrus(part, names);
}

/** Whether a function body yields, which makes it a generator. */
export function containsYield(
  statements: readonly Stmt[],
  blocksOf: (s: Stmt) => readonly (readonly Stmt[])[],
): boolean {
  return statements.some(
    (statement) =>
      (statement.kind !== 'class' && expressionsOf(statement).some(expressionYields)) ||
      blocksOf(statement).some((block) => containsYield(block, blocksOf)),
  );
}

export function expressionYields(expr: Expr): boolean {
  if (expr.kind === 'yield') return true;
  if (expr.kind === 'comprehension' && expr.of === 'generator') return false;
  return partsOf(expr).some(expressionYields);
}
