import { childrenOf } from '../../grammars/equations/children.ts';
import type { Expression, ValueType } from '../../grammars/equations/tree.ts';
import {
  isScalarExpression,
  isScalarResolved,
  type Signature,
  type TypedNames,
  typeOf,
  typeOfResolved,
} from '../equations/typeOf.ts';
import type { BrianFunction } from '../functions/function.ts';
import type { Names, Resolved } from '../namespaces/resolved.ts';
import { type ArrayVariable, type DataType, valueTypeOf } from '../variables/variable.ts';
import type { CodeStatement, StatementBlock } from './codeObject.ts';
import { INTERNAL_FUNCTIONS } from './internalFunctions.ts';

export interface Temporary {
  readonly dataType: DataType;
  readonly scalar: boolean;
}

/**
 * What the names in one code block are: those that the group resolved, and the temporaries that the block
 * makes itself. A temporary hides an outer constant of the same name.
 */
export class CodeScope implements TypedNames {
  readonly temporaries = new Map<string, Temporary>();

  constructor(readonly names: Names) {}

  /** The scope of a finished block. */
  static ofBlock(block: StatementBlock, names: Names): CodeScope {
    const scope = new CodeScope(names);
    for (const statement of [...block.scalar, ...block.vector]) scope.declare(statement);
    return scope;
  }

  declare({ target, dataType, scalar }: Pick<CodeStatement, 'target' | 'dataType' | 'scalar'>): void {
    if (this.arrayOf(target) === undefined && !this.temporaries.has(target))
      this.temporaries.set(target, { dataType, scalar });
  }

  resolved(name: string): Resolved | undefined {
    return this.temporaries.has(name) ? undefined : this.names.get(name);
  }

  /** The array behind a name, and the index that code uses for it. */
  arrayOf(name: string): { readonly variable: ArrayVariable; readonly index: string } | undefined {
    const resolved = this.resolved(name);
    if (resolved?.kind !== 'variable' || resolved.variable.kind !== 'array') return undefined;
    return { variable: resolved.variable, index: resolved.variable.scalar ? '0' : resolved.index };
  }

  functionOf(name: string): BrianFunction | undefined {
    const resolved = this.names.get(name);
    return resolved?.kind === 'function' ? resolved.function : undefined;
  }

  signatureOf(name: string): Signature | undefined {
    return INTERNAL_FUNCTIONS.get(name) ?? this.functionOf(name);
  }

  isStatefulCall(name: string): boolean {
    return this.signatureOf(name)?.stateless === false;
  }

  hasStatefulCall(expr: Expression): boolean {
    if (expr.kind === 'call' && this.isStatefulCall(expr.name)) return true;
    return childrenOf(expr).some((part) => this.hasStatefulCall(part));
  }

  isScalarName(name: string): boolean {
    return this.temporaries.get(name)?.scalar ?? isScalarResolved(this.names.get(name));
  }

  isScalar(expr: Expression): boolean {
    return isScalarExpression(expr, this);
  }

  typeOfName(name: string): ValueType {
    const temporary = this.temporaries.get(name);
    return temporary === undefined ? typeOfResolved(this.names.get(name)) : valueTypeOf(temporary.dataType);
  }

  /** Targets compute with numbers: the sum of two truth values is a whole number. */
  typeOf(expr: Expression): ValueType {
    return typeOf(expr, this, 'integer');
  }
}

/** How a temporary of that type is kept. */
export function temporaryDataType(type: ValueType): DataType {
  if (type === 'boolean') return 'bool';
  return type === 'integer' ? 'int64' : 'float64';
}
