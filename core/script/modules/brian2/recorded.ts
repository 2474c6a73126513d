import type { VariableOwner } from '../../../groups/group.ts';
import type { BrianObject } from '../../../network/object.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PySequence } from '../../objects/sequences.ts';
import { PyObject, PyStr, type PyValue, UnknownView } from '../../values.ts';
import { fromQuantity } from '../numpy/objects.ts';
import type { Arguments } from './arguments.ts';
import { arrayOf, type Numbers, VariableView } from './variableView.ts';

export type Recorded = Numbers;

/** `M.t`, `M.i`, `M.rate`: what a monitor holds by now. */
class RecordedView extends VariableView {
  constructor(
    private readonly monitor: BrianObject,
    name: string,
    private readonly dimension: Dimension,
    private readonly read: () => Recorded,
  ) {
    super(name.endsWith('_') ? name.slice(0, -1) : name, !name.endsWith('_'));
  }

  protected override ownerName(): string {
    return this.monitor.name;
  }

  override values(): PyValue {
    return fromQuantity({
      value: arrayOf(this.read()),
      dimension: this.withUnits ? this.dimension : DIMENSIONLESS,
    });
  }

  override length(): number {
    return this.read().length;
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue | undefined {
    const values = this.values();
    return values instanceof PyObject ? values.getItem(key, ctx) : undefined;
  }
}

/** What was recorded is known only after a run: analysis knows its unit at most. */
export function recorded(
  monitor: BrianObject,
  name: string,
  dimension: Dimension,
  read: () => Recorded,
  ctx: Interpreter,
): PyValue {
  if (ctx.mode === 'analysis') return new UnknownView(dimensionFor(name, dimension));
  return new RecordedView(monitor, name, dimension, read);
}

export function dimensionFor(name: string, dimension: Dimension): Dimension {
  return name.endsWith('_') ? DIMENSIONLESS : dimension;
}

/** One name, a list of names, or True for all variables of the equations. */
export function namesArgument(args: Arguments, source: BrianObject & VariableOwner): string[] {
  const value = args.get('variables');
  if (value instanceof PyStr) return [value.value];
  if (value instanceof PySequence)
    return value.items.filter((item): item is PyStr => item instanceof PyStr).map((item) => item.value);
  if (value !== true) return [];
  return 'equations' in source ? [...(source.equations as { names(): readonly string[] }).names()] : [];
}
