import { childrenOf } from '../../../grammars/equations/children.ts';
import type { Expression } from '../../../grammars/equations/tree.ts';
import type { ArrayVariable } from '../../variables/variable.ts';
import { ArraySlots } from '../arraySlots.ts';
import type { CodeObject } from '../codeObject.ts';
import { safeIdentifier } from '../identifiers.ts';
import { CodeScope } from '../scope.ts';
import type { WasmType } from './encoding.ts';
import { NotVectorisable } from './vectorisable.ts';

interface Parameter {
  readonly type: WasmType;
  /** The JavaScript that the caller evaluates. */
  readonly argument: string;
}

/** What a kernel is called with: addresses of arrays, values that are the same for all elements, the random key. */
export class KernelParameters {
  readonly scope: CodeScope;
  readonly slots: ArraySlots;
  private readonly known = new Map<string, number>();
  private readonly parameters: Parameter[] = [];
  private readonly addressed = new Map<string, ArrayVariable>();

  constructor({ block, names, data }: CodeObject) {
    this.scope = CodeScope.ofBlock(block, names);
    this.slots = new ArraySlots(this.scope, names, localName, true);
    for (const statement of block.vector) this.slots.use(statement);
    for (const { variable, index, written, local } of this.slots.all) {
      if (index === '_idx') this.addArray(variable);
      else if (index === '0' && !written)
        this.add(local, { type: 'f64', argument: number(local, variable.dataType === 'bool') });
      else throw new NotVectorisable();
    }
    for (const { expr } of block.vector) {
      this.addScalars(expr);
      if (!this.scope.hasStatefulCall(expr)) continue;
      for (const argument of ['_seed', '_tick']) this.add(argument, { type: 'i32', argument });
    }
    if (data.template !== 'threshold') return;
    this.add('_t', { type: 'f64', argument: '_t' });
    for (const variable of [data.eventSpace, data.notRefractory, data.lastSpike])
      if (variable !== undefined) this.addArray(variable);
  }

  get types(): WasmType[] {
    return this.parameters.map(({ type }) => type);
  }

  get arguments(): string[] {
    return this.parameters.map(({ argument }) => argument);
  }

  get arrays(): ArrayVariable[] {
    return [...this.addressed.values()];
  }

  /** Number of the local that holds a value of the JavaScript around the kernel. */
  valueOf(local: string): number | undefined {
    return this.known.get(local);
  }

  /** Number of the local that holds the address of an array. */
  addressOf(variable: ArrayVariable): number {
    return this.known.get(variable.arrayName)!;
  }

  private addArray(variable: ArrayVariable): void {
    this.addressed.set(variable.arrayName, variable);
    this.add(variable.arrayName, { type: 'i32', argument: `${variable.arrayName}.byteOffset` });
  }

  private addScalars(expr: Expression): void {
    for (const part of childrenOf(expr)) this.addScalars(part);
    if (expr.kind !== 'name' || this.scope.temporaries.get(expr.name)?.scalar !== true) return;
    const local = localName(expr.name);
    this.add(local, { type: 'f64', argument: number(local, this.scope.typeOfName(expr.name) === 'boolean') });
  }

  private add(name: string, parameter: Parameter): void {
    if (!this.known.has(name)) this.known.set(name, this.parameters.push(parameter) - 1);
  }
}

export function localName(name: string): string {
  return safeIdentifier('javascript', name);
}

function number(local: string, isBoolean: boolean): string {
  return isBoolean ? `${local} ? 1 : 0` : local;
}
