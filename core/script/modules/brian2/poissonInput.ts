import { PoissonInput } from '../../../inputs/poissonInput.ts';
import { HERTZ } from '../../../units/dimension.ts';
import { mismatchMessage } from '../../../units/errors.ts';
import type { Interpreter } from '../../interpreter.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../values.ts';
import { asQuantity } from '../numpy/objects.ts';
import { Arguments } from './arguments.ts';
import { BrianPyObject } from './brianObject.ts';
import { OwnerObject } from './ownerObject.ts';

export class PoissonInputObject extends BrianPyObject<PoissonInput> {}

const SIGNATURE = ['target', 'target_var', 'N', 'rate', 'weight', "when='synapses'", 'order=0'];

/** `PoissonInput(target, target_var, N, rate, weight)`. */
export function makePoissonInput(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('PoissonInput', call, SIGNATURE, ctx);
  const target = args.get('target');
  const variable = args.text('target_var');
  if (target instanceof Unknown || args.isUnknown('target_var')) return new Unknown();
  if (!(target instanceof OwnerObject) || variable === undefined)
    return args.raise(
      'TypeError',
      'PoissonInput needs a group and the name of one of its variables.',
      'target',
    );
  const input = new PoissonInput({
    session: ctx.session,
    target: target.object,
    variable,
    N: args.integer('N') ?? 0,
    rate: args.scalar('rate', HERTZ) ?? 0,
    weight: weightArgument(args, target, variable),
    when: args.slot(),
    order: args.integer('order'),
    name: 'poissoninput*',
    ...args.place,
  });
  return new PoissonInputObject(input);
}

/** SI value, or an expression. Raises DimensionMismatchError where it does not fit the variable. */
function weightArgument(args: Arguments, target: OwnerObject, variable: string): number | PyStr {
  const weight = args.get('weight');
  if (weight instanceof PyStr) return weight;
  if (weight === undefined || weight instanceof Unknown) return 0;
  const quantity = asQuantity(weight, args.ctx);
  const wanted = target.object.variables.get(variable)?.dimension;
  if (quantity === undefined || typeof quantity.value !== 'number')
    return args.raise('TypeError', 'weight has to be a single quantity or a string', 'weight');
  if (wanted === undefined || quantity.dimension === wanted) return quantity.value;
  const text = `The provided weight does not have the same unit as the target variable '${variable}'`;
  const hint = args.remedy('weight', quantity.dimension, wanted);
  return args.raise(
    'DimensionMismatchError',
    mismatchMessage(text, [quantity.dimension, wanted]),
    'weight',
    hint,
  );
}
