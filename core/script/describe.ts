import { NdArray } from '../arrays/ndarray.ts';
import type { Definition } from '../language/model.ts';
import type { Location } from '../text/range.ts';
import { DIMENSIONLESS } from '../units/dimension.ts';
import type { Interpreter } from './interpreter.ts';
import { BrianPyObject } from './modules/brian2/brianObject.ts';
import { ClockObject } from './modules/brian2/clockObject.ts';
import { EquationsObject } from './modules/brian2/equationsObject.ts';
import { BrianFunctionObject } from './modules/brian2/functions/functionObject.ts';
import { NetworkObject } from './modules/brian2/networkObjects.ts';
import { OwnerObject } from './modules/brian2/ownerObject.ts';
import { PyNumeric } from './modules/numpy/objects.ts';
import { PyObject, type PyValue, Unknown } from './values.ts';

const LONGEST = 80;

/**
 * Describes a name of the script by its value; undefined for what needs no explanation of ours. Texts are
 * made when they are asked for: an editor's keystroke makes none.
 */
export function describe(
  name: string,
  location: Location,
  value: PyValue,
  ctx: Interpreter,
): Definition | undefined {
  const common = { name, location };
  if (value instanceof BrianPyObject) return { ...common, ...describeBrianObject(value) };
  if (value instanceof EquationsObject)
    return {
      ...common,
      description: `Equations of ${value.equations.names().join(', ')}`,
      className: 'Equations',
    };
  if (value instanceof BrianFunctionObject)
    return { ...common, description: `function ${value.fn.name}`, className: value.typeName };
  if (value instanceof PyNumeric) return new NumberDefinition(name, location, value, ctx);
  if (value instanceof Unknown)
    return (
      value.dimension && { ...common, description: 'value only known in a run', dimension: value.dimension }
    );
  if (value instanceof NetworkObject || value instanceof ClockObject)
    return { ...common, description: value.typeName, className: value.typeName };
  if (value === null || value instanceof PyObject) return undefined;
  return { ...common, description: numberText(value, ctx), dimension: DIMENSIONLESS };
}

const HUGE = 10n ** BigInt(LONGEST);

/** Digits that fill lines tell nothing, and take long to make. */
function numberText(value: number | bigint | boolean, ctx: Interpreter): string {
  const isHuge = typeof value === 'bigint' && (value >= HUGE || -value >= HUGE);
  return isHuge ? `int of more than ${LONGEST} digits` : ctx.str(value);
}

/** Analysis connects nothing: how many synapses there will be is not known. */
function describeBrianObject(value: BrianPyObject): Pick<Definition, 'description' | 'className' | 'object'> {
  const { typeName, object } = value;
  const size = value instanceof OwnerObject && typeName !== 'Synapses' ? ` of ${value.object.N}` : '';
  return { description: `${typeName}${size}`, className: typeName, object: object.name };
}

/** A quantity or an array. */
class NumberDefinition implements Definition {
  constructor(
    readonly name: string,
    readonly location: Location,
    private readonly value: PyNumeric,
    private readonly ctx: Interpreter,
  ) {}

  get description(): string {
    const line = this.ctx.str(this.value).replace(/\s+/g, ' ');
    return line.length > LONGEST ? `${line.slice(0, LONGEST - 3)}...` : line;
  }
  get className(): string {
    return this.value.typeName;
  }
  get dimension() {
    return this.value.dimension;
  }
  get shape(): readonly number[] | undefined {
    const { value } = this.value;
    return value instanceof NdArray ? value.shape : undefined;
  }
}
