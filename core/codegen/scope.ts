import { childrenOf } from '../../grammars/equations/children.ts';
import type { Expression, ValueType } from '../../grammars/equations/tree.ts';
import type { BrianFunction } from '../functions/function.ts';
import type { Names, Resolved } from '../namespaces/resolved.ts';
import { type ArrayVariable, type DataType, valueTypeOf } from '../variables/variable.ts';
import type { CodeStatement, StatementBlock } from './codeObject.ts';
import { INTERNAL_FUNCTIONS } from './internalFunctions.ts';

export interface Temporary {
  readonly dataType: DataType;
  readonly scalar: boolean;
}

const ORDER: readonly ValueType[] = ['boolean', 'integer', 'float'];

export function highestType(types: readonly ValueType[]): ValueType {
  return ORDER[Math.max(0, ...types.map((type) => ORDER.indexOf(type)))]!;
}

/**
 * What the names in one code block are: those that the group resolved, and the temporaries that the block
 * makes itself. A temporary hides an outer constant of the same name.
 */
export class CodeScope {
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

  isStatefulCall(name: string): boolean {
    return name === '_binomial' || this.functionOf(name)?.stateless === false;
  }

  hasStatefulCall(expr: Expression): boolean {
    if (expr.kind === 'call' && this.isStatefulCall(expr.name)) return true;
    return childrenOf(expr).some((part) => this.hasStatefulCall(part));
  }

  /** True where a name has one value for all elements; names that nothing is known of are constants. */
  isScalarName(name: string): boolean {
    const temporary = this.temporaries.get(name);
    if (temporary !== undefined) return temporary.scalar;
    const resolved = this.names.get(name);
    return resolved?.kind === 'variable' ? resolved.variable.scalar : true;
  }

  isScalar(expr: Expression): boolean {
    if (expr.kind === 'name') return this.isScalarName(expr.name);
    if (expr.kind === 'call' && this.isStatefulCall(expr.name)) return false;
    return childrenOf(expr).every((part) => this.isScalar(part));
  }

  nameType(name: string): ValueType {
    const temporary = this.temporaries.get(name);
    if (temporary !== undefined) return valueTypeOf(temporary.dataType);
    const resolved = this.names.get(name);
    if (resolved?.kind === 'variable') return valueTypeOf(resolved.variable.dataType);
    return resolved?.kind === 'constant' ? resolved.valueType : 'float';
  }

  /** boolean < integer < float; operators give the highest type of their operands, `/` always float. */
  typeOf(expr: Expression): ValueType {
    switch (expr.kind) {
      case 'number':
        return expr.isInteger ? 'integer' : 'float';
      case 'boolean':
      case 'comparison':
      case 'logical':
        return 'boolean';
      case 'name':
        return this.nameType(expr.name);
      case 'unary':
        return expr.op === 'not' ? 'boolean' : highestType(['integer', this.typeOf(expr.operand)]);
      case 'binary':
        if (expr.op === '/') return 'float';
        return highestType(['integer', this.typeOf(expr.left), this.typeOf(expr.right)]);
      case 'call':
        return this.callType(expr.name, expr.args);
    }
  }

  private callType(name: string, args: readonly Expression[]): ValueType {
    if (name === '_where') return highestType(args.slice(1).map((arg) => this.typeOf(arg)));
    if (INTERNAL_FUNCTIONS.has(name)) return 'float';
    const returnType = this.functionOf(name)?.returnType ?? 'float';
    return returnType === 'highest' ? highestType(args.map((arg) => this.typeOf(arg))) : returnType;
  }
}

/** How a temporary of that type is kept. */
export function temporaryDataType(type: ValueType): DataType {
  if (type === 'boolean') return 'bool';
  return type === 'integer' ? 'int64' : 'float64';
}
