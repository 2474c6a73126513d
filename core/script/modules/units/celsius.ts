import { typeError } from '../../objects/errors.ts';
import { PyObject } from '../../values.ts';

/** Stands in for the unit that would confuse temperatures with their differences. */
class Celsius extends PyObject {
  readonly typeName = '_Celsius';

  override binary(): never {
    throw typeError(
      'The unit "celsius" is no longer supported to avoid ambiguities when mixed with absolute temperatures defined in Kelvin. Directly use "kelvin" when you are only interested in temperature differences, and add the "zero_celsius" constant from the brian2.units.constants module if you want to convert a temperature from Celsius to Kelvin.',
    );
  }
}

export const CELSIUS = new Celsius();
