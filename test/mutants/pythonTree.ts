/** Every statement and expression of a script, and what stands around them. */
import type { Expr, Stmt } from '../../core/script/syntax/ast.ts';

export interface PythonNodes {
  readonly expressions: readonly Expr[];
  readonly statements: readonly Stmt[];
  /** Runs of statements that follow each other. */
  readonly bodies: readonly (readonly Stmt[])[];
  /** Names that an assignment, a loop or a `with` binds. */
  readonly targets: ReadonlySet<Expr>;
}

const STATEMENT_KINDS = new Set(
  (
    'expr assign augment annotate return delete pass break continue raise scope assert import importFrom if while for ' +
    'try with function class broken'
  ).split(' '),
);

export function nodesOf(script: readonly Stmt[]): PythonNodes {
  const expressions: Expr[] = [];
  const statements: Stmt[] = [];
  const bodies: (readonly Stmt[])[] = [];
  const targets = new Set<Expr>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      if (isStatement(node[0])) bodies.push(node);
      for (const item of node) visit(item);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    if (isStatement(node)) {
      statements.push(node);
      for (const target of targetsOf(node)) targets.add(target);
    } else if (isExpression(node)) expressions.push(node);
    if ('kind' in node && node.kind === 'constant') return;
    for (const [key, part] of Object.entries(node)) if (key !== 'nameSpan' && key !== 'doc') visit(part);
  };
  visit(script);
  return { expressions, statements, bodies, targets };
}

function isStatement(node: unknown): node is Stmt {
  return isObject(node) && typeof node.kind === 'string' && STATEMENT_KINDS.has(node.kind) && 'start' in node;
}

/** Parameters have a kind, too, but are no expressions. */
function isExpression(node: object): node is Expr {
  return isObject(node) && typeof node.kind === 'string' && 'start' in node && !('default' in node);
}

function isObject(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null;
}

function targetsOf(statement: Stmt): Expr[] {
  if (statement.kind === 'assign') return statement.targets.flatMap(namesIn);
  if (statement.kind === 'augment' || statement.kind === 'for') return namesIn(statement.target);
  return [];
}

function namesIn(target: Expr): Expr[] {
  return target.kind === 'tuple' || target.kind === 'list' ? target.items.flatMap(namesIn) : [target];
}
