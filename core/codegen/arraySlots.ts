import type { Names } from '../namespaces/resolved.ts';
import { visit } from '../symbolic/tree.ts';
import type { ArrayVariable } from '../variables/variable.ts';
import type { CodeStatement } from './codeObject.ts';
import type { CodeScope } from './scope.ts';

/** One array element that code keeps in a local: loaded before the statements, stored after them. */
export interface Slot {
  readonly variable: ArrayVariable;
  readonly index: string;
  readonly local: string;
  read: boolean;
  written: boolean;
  /** Must be true for the store to happen. */
  condition?: Slot;
}

/** The slots of a block. Names that stand for the same element (`v` and `v_post` in synapses) share one. */
export class ArraySlots {
  private readonly slots = new Map<string, Slot>();

  constructor(
    private readonly scope: CodeScope,
    private readonly names: Names,
    private readonly localName: (name: string) => string,
    private readonly conditionalWrites: boolean,
  ) {}

  get all(): readonly Slot[] {
    return [...this.slots.values()];
  }

  /** The arrays that lead to the elements of linked variables, by the names of the indices. */
  get indexArrays(): ReadonlyMap<string, ArrayVariable> {
    const found = new Map<string, ArrayVariable>();
    for (const { index } of this.slots.values()) {
      const array = this.scope.arrayOf(index);
      if (array !== undefined) found.set(index, array.variable);
    }
    return found;
  }

  /**
   * Arrays of which the code for one element writes what the code for another one reads, through a linked variable.
   * As in NumPy, all elements see what there was before.
   */
  get rewritten(): ReadonlyMap<string, ArrayVariable> {
    const linked = this.indexArrays;
    const reached = new Set<string>();
    for (const { variable, index } of this.all) if (linked.has(index)) reached.add(variable.arrayName);
    const found = new Map<string, ArrayVariable>();
    for (const { variable, written } of this.all)
      if (written && reached.has(variable.arrayName)) found.set(variable.arrayName, variable);
    return found;
  }

  slotOf(name: string): Slot | undefined {
    const array = this.scope.arrayOf(name);
    return array && this.slots.get(keyOf(array));
  }

  use({ target, op, expr }: CodeStatement): void {
    visit(expr, (node) => {
      if (node.kind === 'name') this.read(node.name);
    });
    if (op !== '=' && op !== ':=') this.read(target);
    this.write(target);
  }

  read(name: string): void {
    const slot = this.slot(name);
    if (slot) slot.read = true;
  }

  private write(name: string): void {
    const slot = this.slot(name);
    if (slot === undefined) return;
    slot.written = true;
    if (this.conditionalWrites && slot.variable.conditionalWrite !== undefined)
      slot.condition = this.condition(slot);
  }

  private slot(name: string): Slot | undefined {
    const array = this.scope.arrayOf(name);
    if (array === undefined) return undefined;
    const key = keyOf(array);
    let slot = this.slots.get(key);
    if (slot === undefined) {
      slot = { ...array, local: this.localName(name), read: false, written: false };
      this.slots.set(key, slot);
    }
    return slot;
  }

  /** The condition belongs to the same owner and element, under whatever name this code knows it. */
  private condition({ variable, index }: Slot): Slot {
    const belongs = (candidate: ArrayVariable) =>
      candidate.name === variable.conditionalWrite && candidate.owner === variable.owner;
    for (const name of this.names.keys()) {
      const array = this.scope.arrayOf(name);
      if (array === undefined || array.index !== index || !belongs(array.variable)) continue;
      this.read(name);
      return this.slotOf(name)!;
    }
    throw new Error(`the names of the code lack ${variable.conditionalWrite} of ${variable.owner}`);
  }
}

function keyOf({ variable, index }: { readonly variable: ArrayVariable; readonly index: string }): string {
  return `${variable.arrayName}[${index}]`;
}
