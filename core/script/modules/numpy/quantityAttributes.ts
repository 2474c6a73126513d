/** What quantities and units have beyond arrays. */
import { DIMENSIONLESS, type Dimension } from '../../../units/dimension.ts';
import { bestUnitOf, type DisplayUnit, inUnit } from '../../../units/display.ts';
import { isRegistered } from '../../../units/displayUnits.ts';
import type { Unit } from '../../../units/unit.ts';
import { bindSignature } from '../../objects/arguments.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../values.ts';
import { type Argument, hasUnknown, integerArgument } from './arguments.ts';
import { withDimension } from './conversions.ts';
import { dimensionObject } from './dimensionObject.ts';
import type { NumericEnvironment } from './environment.ts';
import { type Numeric, requireSameDimension } from './numeric.ts';
import { printOptionsOf } from './printSettings.ts';

/** The attribute of that name, or undefined. */
export function quantityAttribute(self: Numeric, name: string, env: NumericEnvironment): PyValue | undefined {
  switch (name) {
    case 'dim':
    case 'dimensions':
      return dimensionObject(self.dimension);
    case 'is_dimensionless':
      return self.dimension === DIMENSIONLESS;
    case 'has_same_dimensions':
      return method(name, ['other'], ([other]) => {
        return withDimension(other ?? null, env.ctx).dimension === self.dimension;
      });
    case 'get_best_unit':
      return new NativeFunction(name, () => bestUnitObject(self, env));
    case 'in_best_unit':
      return method(name, ['precision=None', 'python_code=False'], ([precision, code]) =>
        inBestUnit(self, precision, code, env),
      );
    case 'in_unit':
      return method(name, ['u', 'precision=None', 'python_code=False'], ([unit, precision, code]) =>
        inGivenUnit(self, withDimension(unit ?? null, env.ctx), precision, code, env),
      );
    default:
      return undefined;
  }
}

/** A method whose result is unknown where an argument is. */
function method(
  name: string,
  signature: readonly string[],
  body: (values: readonly Argument[]) => PyValue,
): PyValue {
  return new NativeFunction(name, (args: CallArguments) => {
    const { values } = bindSignature(name, args, signature);
    return hasUnknown(values) ? new Unknown() : body(values);
  });
}

/** A unit, or one of the bare base units where no register knows the dimension. */
function bestUnitObject(self: Numeric, env: NumericEnvironment): PyValue {
  const unit = bestUnitOf(self.value, self.dimension, env);
  if (isRegistered(self.dimension, env.registry)) return env.wrapUnit(unit);
  return env.wrapQuantity({ value: 1, dimension: self.dimension });
}

/** `x.in_unit(u, precision)`. Raises DimensionMismatchError. */
function inGivenUnit(
  self: Numeric,
  unit: Numeric,
  precision: Argument,
  code: Argument,
  env: NumericEnvironment,
): PyStr {
  requireSameDimension(self, unit, () => 'Non-matching unit for method "in_unit"', env.registry);
  const shownIn = unit.unit ?? { value: Number(unit.value), dimension: unit.dimension };
  return new PyStr(written(self, shownIn, precision, code, env));
}

function inBestUnit(self: Numeric, precision: Argument, code: Argument, env: NumericEnvironment): PyStr {
  return new PyStr(written(self, bestUnitOf(self.value, self.dimension, env), precision, code, env));
}

function written(
  { value, dimension }: { value: Numeric['value']; dimension: Dimension },
  unit: DisplayUnit,
  precision: Argument,
  code: Argument,
  env: NumericEnvironment,
): string {
  const options = printOptionsOf(env.ctx.session);
  return inUnit(value, dimension, unit, {
    ...options,
    precision: integerArgument(precision, options.precision ?? 8),
    form: code === true ? 'repr' : 'str',
  });
}

export function unitAttribute(unit: Unit, name: string): PyValue | undefined {
  if (name === 'name') return new PyStr(unit.name);
  if (name === 'dispname') return new PyStr(unit.displayName);
  if (name === 'scale') return Number.isInteger(unit.scale) ? BigInt(unit.scale) : unit.scale;
  return name === 'iscompound' ? unit.compound : undefined;
}
