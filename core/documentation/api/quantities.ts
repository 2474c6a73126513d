/** Python's side of units. */
import { type EntryTexts, entries } from '../entry.ts';

const UNIT_CLASSES: EntryTexts = {
  Quantity: {
    text: 'A number or an array with a unit. Made by multiplying with a unit; arithmetic checks units, and what has none in the end is a plain number.',
    parameters: {
      arr: 'Number, array or list of quantities.',
      'dim=None': 'Its dimensions.',
      'dtype=None': 'Type of the numbers.',
      'copy=False': 'Whether to copy the array.',
      'force_quantity=False': 'Whether a result without dimensions stays a quantity.',
    },
    example: 'currents = Quantity([1*nA, 2*nA])\nprint(currents/pA)',
    attributes: {
      dim: 'Its dimensions.',
      dimensions: 'Its dimensions.',
      is_dimensionless: 'Whether it has no dimensions.',
    },
    methods: {
      in_unit: {
        text: 'Its text in a given unit.',
        parameters: {
          u: 'The unit.',
          'precision=None': 'Digits.',
          'python_code=False': 'Whether the text is Python.',
        },
        example: '(0.03*volt).in_unit(mV)',
      },
      in_best_unit: {
        text: 'Its text in the unit that gives handy numbers.',
        parameters: { 'precision=None': 'Digits.', 'python_code=False': 'Whether the text is Python.' },
        example: '(0.03*volt).in_best_unit()',
      },
      get_best_unit: { text: 'The unit that gives handy numbers.', example: '(0.03*volt).get_best_unit()' },
      has_same_dimensions: {
        text: 'Whether it has the same dimensions as another.',
        parameters: { other: 'The other quantity.' },
        example: '(3*mV).has_same_dimensions(volt)',
      },
      with_dimensions: {
        text: 'A quantity from a plain number or array and dimensions.',
        parameters: {
          value: 'The numbers, in SI units.',
          '*args': 'Dimensions.',
          '**keywords': 'Exponents by name of the base dimension.',
        },
        example: 'Quantity.with_dimensions(0.03, volt.dim)',
      },
    },
  },
  Unit: {
    text: 'A unit such as `mV`: a scale with dimensions and a name.',
    bases: ['Quantity'],
    parameters: {
      arr: 'Its value in SI units.',
      'dim=None': 'Its dimensions.',
      'scale=0': 'Power of ten.',
      'name=None': 'Its name.',
      'dispname=None': 'Its name as shown.',
      'latexname=None': 'Its name for LaTeX.',
      'iscompound=False': 'Whether it is made of several units.',
    },
    example: 'isinstance(mV, Unit)',
    attributes: {
      name: 'Its name.',
      dispname: 'Its name as shown.',
      scale: 'Power of ten.',
      iscompound: 'Whether it is made of several.',
    },
  },
};

const UNIT_FUNCTIONS: EntryTexts = {
  in_unit: {
    text: 'Text of a quantity in a given unit.',
    parameters: { x: 'The quantity.', u: 'The unit.', 'precision=None': 'Digits.' },
    example: 'in_unit(30*mV, volt)',
  },
  in_best_unit: {
    text: 'Text of a quantity in the unit that gives handy numbers.',
    parameters: { x: 'The quantity.', 'precision=None': 'Digits.' },
    example: 'in_best_unit(0.03*volt)',
  },
  get_unit: {
    text: 'The SI unit with given dimensions.',
    parameters: { d: 'The dimensions.' },
    example: 'get_unit((3*mV).dim)',
  },
  get_dimensions: {
    text: 'The dimensions of a quantity.',
    parameters: { obj: 'The quantity.' },
    example: 'get_dimensions(3*mV)',
  },
  is_dimensionless: {
    text: 'Whether something has no dimensions.',
    parameters: { obj: 'Number or quantity.' },
    example: 'is_dimensionless(3*mV/volt)',
  },
  have_same_dimensions: {
    text: 'Whether two quantities have the same dimensions.',
    parameters: { obj1: 'One.', obj2: 'The other.' },
    example: 'have_same_dimensions(3*mV, nA*Mohm)',
  },
  get_or_create_dimension: {
    text: 'Dimensions from the exponents of the seven base dimensions.',
    parameters: {
      '*args': 'Seven exponents: length, mass, time, current, temperature, substance, luminosity.',
      '**kwds': 'Exponents by name.',
    },
    example: 'get_or_create_dimension(length=1, time=-1)',
  },
  is_scalar_type: {
    text: 'Whether something is a single number, with or without unit.',
    parameters: { obj: 'Anything.' },
    example: 'is_scalar_type(3*mV)',
  },
  register_new_unit: {
    text: 'Lets quantities be shown in a unit of your own.',
    parameters: { u: 'The unit.' },
    example: 'register_new_unit(pfarad/mmetre)',
  },
};

const UNIT_ERRORS: EntryTexts = {
  DimensionMismatchError: {
    text: 'Raised where units do not fit: a sum of volts and amps, an exponential of a time, a current where a voltage belongs.',
    example: 'try:\n    total = 3*mV + 2*nA\nexcept DimensionMismatchError as error:\n    print(error)',
  },
};

export const QUANTITIES = [
  ...entries('class', UNIT_CLASSES),
  ...entries('function', UNIT_FUNCTIONS),
  ...entries('exception', UNIT_ERRORS),
];
