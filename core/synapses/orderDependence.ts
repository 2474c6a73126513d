/**
 * Whether synaptic code may give other results when the synapses are gone through in another order. Several
 * synapses share a neuron, so what one writes to it another may read. The rules are Brian's: sums and
 * products into a neuron's variable commute, reading what was summed does not.
 */
import type { CodeStatement } from '../codegen/codeObject.ts';
import { identifiersOf } from '../equations/names.ts';
import type { Names } from '../namespaces/resolved.ts';

const COMMUTING = new Set(['+=', '-=', '*=', '/=']);

/** @param statements one block, subexpressions put in before their uses */
export function dependsOnOrder(statements: readonly CodeStatement[], names: Names): boolean {
  if (!statements.some(({ target }) => isShared(names, target))) return false;
  if (statements.some(({ expr }) => [...identifiersOf(expr)].some((name) => isStateful(names, name))))
    return true;
  return new Analysis(statements, names).findsDependence();
}

class Analysis {
  /** Variables of neurons that some synapse before may have changed. */
  private readonly changed = new Set<string>();
  /** Temporaries computed from such. */
  private readonly tainted = new Set<string>();
  private readonly temporaries: ReadonlySet<string>;

  constructor(
    private readonly statements: readonly CodeStatement[],
    private readonly names: Names,
  ) {
    const defined = statements.filter(({ op, target }) => op === ':=' && !isVariable(names, target));
    this.temporaries = new Set(defined.map(({ target }) => target));
  }

  findsDependence(): boolean {
    for (let before = -1; before !== this.size; ) {
      before = this.size;
      if (this.statements.some((statement) => this.isDependent(statement))) return true;
    }
    return false;
  }

  private get size(): number {
    return this.changed.size + this.tainted.size;
  }

  /** Notes what the statement changes; true where its result depends on the order. */
  private isDependent({ target, op, expr }: CodeStatement): boolean {
    const { names } = this;
    const read = [...identifiersOf(expr)].filter(
      (name) => isVariable(names, name) || this.temporaries.has(name),
    );
    if (read.length === 1 && read[0] === target) return false;
    const stale = read.some((name) => this.changed.has(name) || this.tainted.has(name));
    if (op === ':=') {
      if (stale) this.tainted.add(target);
      return false;
    }
    if (stale || !isDerived(names, target)) return stale;
    if (COMMUTING.has(op)) {
      this.changed.add(target);
      return false;
    }
    return op !== '=' || read.some((name) => !isDerived(names, name) || isOfOtherEnd(names, name, target));
  }
}

/** A variable that several synapses reach: one of a neuron. */
function isShared(names: Names, name: string): boolean {
  const resolved = names.get(name);
  return resolved?.kind === 'variable' && /synaptic_idx$/.test(resolved.index);
}

/** Whether an element belongs to more than one synapse: variables of neurons, and shared ones. */
function isDerived(names: Names, name: string): boolean {
  const resolved = names.get(name);
  return resolved?.kind === 'variable' && resolved.index !== '_idx';
}

function isOfOtherEnd(names: Names, name: string, target: string): boolean {
  return isShared(names, name) && indexOf(names, name) !== indexOf(names, target);
}

function indexOf(names: Names, name: string): string | undefined {
  const resolved = names.get(name);
  return resolved?.kind === 'variable' ? resolved.index : undefined;
}

function isVariable(names: Names, name: string): boolean {
  const resolved = names.get(name);
  return resolved?.kind === 'variable' && resolved.variable.kind !== 'constant';
}

function isStateful(names: Names, name: string): boolean {
  const resolved = names.get(name);
  return resolved?.kind === 'function' && !resolved.function.stateless;
}
