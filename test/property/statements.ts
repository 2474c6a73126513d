import { blocksOf } from '../../core/script/evaluator/scope.ts';
import type { Stmt } from '../../core/script/syntax/ast.ts';

/** Where statements start, those of all blocks among them, in the order of the text. */
export function startsOfStatements(statements: readonly Stmt[]): number[] {
  return statements
    .flatMap((statement) => [statement.start, ...bodiesOf(statement).flatMap(startsOfStatements)])
    .sort((a, b) => a - b);
}

function bodiesOf(statement: Stmt): readonly (readonly Stmt[])[] {
  return statement.kind === 'function' || statement.kind === 'class' ? [statement.body] : blocksOf(statement);
}
