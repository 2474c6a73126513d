/** Types of expressions: boolean < integer < float. */
import { childrenOf } from '../../grammars/equations/children.ts';
import { isMissing } from '../../grammars/equations/index.ts';
import type { Call, Expression, ValueType } from '../../grammars/equations/tree.ts';
import type { BrianFunction } from '../functions/function.ts';
import type { Names, Resolved } from '../namespaces/resolved.ts';
import { valueTypeOf } from '../variables/variable.ts';

/** What types and scalars depend on, by name. */
export interface TypedNames {
  typeOfName(name: string): ValueType;
  /** True where a name has one value for all elements. */
  isScalarName(name: string): boolean;
  signatureOf(name: string): Signature | undefined;
}

/** What types and scalars depend on, of a function. */
export type Signature = Pick<BrianFunction, 'returnType' | 'stateless'>;

const ORDER: readonly ValueType[] = ['boolean', 'integer', 'float'];

export function highestType(types: readonly ValueType[]): ValueType {
  return ORDER[Math.max(0, ...types.map((type) => ORDER.indexOf(type)))]!;
}

/**
 * The type of the value. Operators give the highest type of their operands, `/` always a float.
 * @param arithmetic the lowest type that arithmetic gives: for Brian the sum of two truth values is one, too
 */
export function typeOf(
  expr: Expression,
  names: Names | TypedNames,
  arithmetic: ValueType = 'boolean',
): ValueType {
  return new Types(typed(names), arithmetic).of(expr);
}

class Types {
  constructor(
    private readonly names: TypedNames,
    private readonly arithmetic: ValueType,
  ) {}

  of(expr: Expression): ValueType {
    switch (expr.kind) {
      case 'number':
        return expr.isInteger ? 'integer' : 'float';
      case 'boolean':
      case 'comparison':
      case 'logical':
        return 'boolean';
      case 'name':
        return this.names.typeOfName(expr.name);
      case 'unary':
        return expr.op === 'not' ? 'boolean' : highestType([this.arithmetic, this.of(expr.operand)]);
      case 'binary':
        if (expr.op === '/') return 'float';
        return highestType([this.arithmetic, this.of(expr.left), this.of(expr.right)]);
      case 'call':
        return this.ofCall(expr);
    }
  }

  private ofCall({ name, args }: Call): ValueType {
    const returnType = this.names.signatureOf(name)?.returnType ?? 'float';
    return returnType === 'highest' ? highestType(args.map((arg) => this.of(arg))) : returnType;
  }
}

/** Whether an expression has one value for all elements: it does where all its names do, and none is a call of chance. */
export function isScalarExpression(expr: Expression, names: Names | TypedNames): boolean {
  const known = typed(names);
  const isScalar = (part: Expression): boolean => {
    if (part.kind === 'name') return known.isScalarName(part.name);
    if (part.kind === 'call' && known.signatureOf(part.name)?.stateless === false) return false;
    return childrenOf(part).every(isScalar);
  };
  return isScalar(expr);
}

function typed(names: Names | TypedNames): TypedNames {
  if ('typeOfName' in names) return names;
  return {
    typeOfName: (name) => typeOfResolved(names.get(name)),
    isScalarName: (name) => isScalarResolved(names.get(name)),
    signatureOf: (name) => signatureOf(names.get(name)),
  };
}

export function signatureOf(resolved: Resolved | undefined): Signature | undefined {
  return resolved?.kind === 'function' ? resolved.function : undefined;
}

export function typeOfResolved(resolved: Resolved | undefined): ValueType {
  if (resolved?.kind === 'variable') return valueTypeOf(resolved.variable.dataType);
  return resolved?.kind === 'constant' ? resolved.valueType : 'float';
}

/** Names that nothing is known of are constants. */
export function isScalarResolved(resolved: Resolved | undefined): boolean {
  return resolved?.kind === 'variable' ? resolved.variable.scalar : true;
}

/**
 * Whether Brian takes an expression for a condition: comparisons, `not`, `and`, `or`, truth values, boolean
 * variables and functions. What is unknown may be one.
 */
export function isBooleanExpression(expr: Expression, names: Names): boolean {
  switch (expr.kind) {
    case 'boolean':
    case 'comparison':
      return true;
    case 'number':
      return isMissing(expr);
    case 'logical':
      return isBooleanExpression(expr.left, names) && isBooleanExpression(expr.right, names);
    case 'unary':
      return expr.op === 'not';
    case 'name': {
      const resolved = names.get(expr.name);
      if (resolved === undefined || resolved.kind === 'unknown') return true;
      return resolved.kind !== 'function' && typeOfResolved(resolved) === 'boolean';
    }
    case 'call': {
      const resolved = names.get(expr.name);
      if (resolved === undefined || resolved.kind === 'unknown') return true;
      return resolved.kind === 'function' && resolved.function.returnUnit === 'boolean';
    }
    case 'binary':
      return false;
  }
}
