/** What generator syntax yields, as far as numbers alone tell: which neuron it means that does not exist. */
import type { Expression, GeneratorTree } from '../../grammars/equations/tree.ts';
import { evaluateExpression } from '../equations/evaluate.ts';
import type { Names } from '../namespaces/resolved.ts';

export interface GeneratorEnds {
  /** The index that is gone through, `i` or `j`, and how many neurons there are. */
  readonly outer: { readonly name: string; readonly size: number };
  readonly inner: { readonly name: string; readonly size: number };
  /** The condition asks about the inner neuron, so that must exist before it is asked. */
  readonly conditionUsesInner: boolean;
}

const MOST_EVALUATIONS = 50_000;

/** An index outside the inner group; undefined where there is none, or where only a run can tell. */
export function invalidIndex(
  generator: GeneratorTree,
  names: Names,
  ends: GeneratorEnds,
): number | undefined {
  return new Generation(generator, names, ends).firstInvalid();
}

/** Thrown by what cannot be known. */
class Unknowable extends Error {}

class Generation {
  private evaluations = 0;

  constructor(
    private readonly generator: GeneratorTree,
    private readonly names: Names,
    private readonly ends: GeneratorEnds,
  ) {}

  firstInvalid(): number | undefined {
    const { outer, inner } = this.ends;
    if (!Number.isFinite(outer.size) || !Number.isFinite(inner.size)) return undefined;
    try {
      for (let k = 0; k < outer.size; k++) {
        const invalid = this.invalidOf(k);
        if (invalid !== undefined) return invalid;
      }
    } catch (error) {
      if (!(error instanceof Unknowable)) throw error;
    }
    return undefined;
  }

  private invalidOf(outer: number): number | undefined {
    const { generator, ends } = this;
    const fixed = new Map([[ends.outer.name, outer]]);
    for (const value of this.iteration(fixed)) {
      const known = new Map(fixed);
      if (generator.iterator) known.set(generator.iterator.variable.name, value);
      const index = Math.trunc(this.value(generator.element, known));
      const exists = index >= 0 && index < ends.inner.size;
      if (!exists && ends.conditionUsesInner) return index;
      known.set(ends.inner.name, index);
      const kept = generator.condition === undefined || this.value(generator.condition, known) !== 0;
      if (kept && !exists) return index;
    }
    return undefined;
  }

  private *iteration(known: ReadonlyMap<string, number>): Iterable<number> {
    const { iterator } = this.generator;
    if (iterator === undefined) {
      yield 0;
      return;
    }
    if (iterator.function !== 'range') throw new Unknowable();
    const bounds = iterator.args.map((arg) => Math.trunc(this.value(arg, known)));
    const [low, high, step] =
      bounds.length === 1 ? [0, bounds[0]!, 1] : [bounds[0]!, bounds[1]!, bounds[2] ?? 1];
    if (step === 0) throw new Unknowable();
    for (let k = low; step > 0 ? k < high : k > high; k += step) yield k;
  }

  private value(expr: Expression, known: ReadonlyMap<string, number>): number {
    if (++this.evaluations > MOST_EVALUATIONS) throw new Unknowable();
    const found = evaluateExpression(expr, (name) => known.get(name) ?? this.constant(name));
    if (found === undefined || Number.isNaN(found)) throw new Unknowable();
    return found;
  }

  private constant(name: string): number | undefined {
    const resolved = this.names.get(name);
    if (resolved?.kind === 'constant') return resolved.value;
    const isConstant = resolved?.kind === 'variable' && resolved.variable.kind === 'constant';
    return isConstant && Number.isFinite(resolved.variable.value) ? resolved.variable.value : undefined;
  }
}
