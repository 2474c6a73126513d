import type { Expression } from '../../grammars/equations/tree.ts';
import { asNumber, call, name, number, operation } from '../symbolic/build.ts';
import { mapExpression } from '../symbolic/tree.ts';
import type { CodeStatement } from './codeObject.ts';
import { type CodeScope, temporaryDataType } from './scope.ts';

/** From here on a target's own power function is as good. */
const HIGHEST = 8;

/** Small whole powers become products, square roots become `sqrt`; a base that is no name is computed once. */
export function expandPowers(
  statements: readonly CodeStatement[],
  scope: CodeScope,
  suffix: string,
): CodeStatement[] {
  let made = 0;
  return statements.flatMap((statement) => {
    const before: CodeStatement[] = [];
    const asName = (base: Expression): Expression => {
      if (base.kind === 'name' || base.kind === 'number') return base;
      const target = `_base${suffix}_${++made}`;
      const dataType = temporaryDataType(scope.typeOf(base));
      const definition = {
        target,
        op: ':=',
        expr: base,
        dataType,
        scalar: statement.scalar,
        constant: true,
      } as const;
      scope.declare(definition);
      before.push(definition);
      return name(target);
    };
    const expr = mapExpression(statement.expr, (node) => expandPower(node, scope, asName));
    return [...before, { ...statement, expr }];
  });
}

function expandPower(
  node: Expression,
  scope: CodeScope,
  asName: (base: Expression) => Expression,
): Expression {
  if (node.kind !== 'binary' || node.op !== '**') return node;
  const exponent = asNumber(node.right);
  if (exponent === undefined) return node;
  if (exponent.value === 0.5) return call('sqrt', node.left);
  const size = Math.abs(exponent.value);
  if (!Number.isInteger(size) || size < 1 || size > HIGHEST) return node;
  if (exponent.value < 0 && scope.typeOf(node) !== 'float') return node;
  const product = multiplied(size === 1 ? node.left : asName(node.left), size);
  const inverse = exponent.value < 0 ? operation('/', number(1, false), product) : product;
  return scope.typeOf(node) === 'float' && scope.typeOf(inverse) !== 'float'
    ? operation('*', number(1, false), inverse)
    : inverse;
}

function multiplied(base: Expression, times: number): Expression {
  if (times === 1) return base;
  const half = multiplied(base, Math.floor(times / 2));
  const even = operation('*', half, half);
  return times % 2 === 0 ? even : operation('*', even, base);
}
