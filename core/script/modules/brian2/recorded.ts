import type { VariableOwner } from '../../../groups/group.ts';
import type { BrianObject } from '../../../network/object.ts';
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyObject, PyStr, type PyValue, Unknown, UnknownView } from '../../values.ts';
import { fromQuantity } from '../numpy/objects.ts';
import type { Arguments } from './arguments.ts';
import { BrianPyObject } from './brianObject.ts';
import { type StateHolder, type StateSelection, stateMethod } from './states.ts';
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

/** A monitor as scripts see it: what it holds can be listed and read, but not set. */
export abstract class MonitorObject<T extends BrianObject = BrianObject>
  extends BrianPyObject<T>
  implements StateHolder
{
  abstract recordedNames(): readonly string[];

  /** All that monitors hold is read-only. */
  stateNames({ readOnly }: StateSelection): readonly string[] {
    return readOnly ? this.recordedNames() : [];
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    return stateMethod(name, this) ?? super.getAttribute(name, ctx);
  }

  stateValue(name: string, units: boolean, ctx: Interpreter): PyValue | undefined {
    if (!this.recordedNames().includes(name)) return undefined;
    return this.getAttribute(units || PLAIN.has(name) ? name : `${name}_`, ctx);
  }

  setState(name: string, _value: PyValue, _units: boolean, ctx: Interpreter): void {
    if (!this.recordedNames().includes(name)) ctx.raise('KeyError', `'${name}'`);
    ctx.raise('TypeError', `Variable ${name} is read-only.`);
  }
}

/** Numbers without unit, which have no second name. */
const PLAIN: ReadonlySet<string> = new Set(['N', 'count']);

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

/** One name, a list of names, or True for all variables of the equations. Raises TypeError for anything else. */
export function namesArgument(args: Arguments, source: BrianObject & VariableOwner): string[] {
  const value = args.get('variables');
  if (value instanceof Unknown) return [];
  if (value instanceof PyStr) return [value.value];
  if (value === true && args.functionName === 'StateMonitor') return equationNames(source);
  if (value === undefined && args.functionName !== 'StateMonitor') return [];
  const names = [...args.ctx.iterate(value ?? null)].flatMap((item) => nameIn(args, item));
  const again = names.find((name, k) => names.indexOf(name) < k);
  if (again === undefined || args.functionName !== 'StateMonitor') return names;
  return args.raise(
    'KeyError',
    `The name '${again}' is already present in the variables dictionary.`,
    'variables',
  );
}

function equationNames(source: BrianObject & VariableOwner): string[] {
  return 'equations' in source ? [...(source.equations as { names(): readonly string[] }).names()] : [];
}

function nameIn(args: Arguments, item: PyValue): string[] {
  if (item instanceof PyStr) return [item.value];
  if (item instanceof Unknown) return [];
  const shown = args.ctx.str(item);
  if (args.functionName === 'StateMonitor') return args.raise('KeyError', shown, 'variables');
  return args.raise('ValueError', `'${shown}' is not a variable of the recorded group`, 'variables');
}
