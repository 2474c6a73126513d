/** NumPy's functions as Brian passes them on: they know units. */
import { type EntryTexts, entries } from '../entry.ts';

const X = { x: 'Number, array or list; without unit.' };
const ANY = { x: 'Number, array or quantity.' };

function plain(text: string, example: string) {
  return { text: `${text} Element by element; the argument must not have a unit.`, parameters: X, example };
}

const ARRAY_FUNCTIONS: EntryTexts = {
  sin: plain('Sine of angles in radians.', 'sin(2*pi*5*Hz*0.1*second)'),
  cos: plain('Cosine of angles in radians.', 'cos(2*pi*5*Hz*0.1*second)'),
  tan: plain('Tangent of angles in radians.', 'tan(0.5)'),
  sinh: plain('Hyperbolic sine.', 'sinh(0.5)'),
  cosh: plain('Hyperbolic cosine.', 'cosh(0.5)'),
  tanh: plain('Hyperbolic tangent.', 'tanh(0.5)'),
  arcsin: plain('Angles, in radians, whose sine is given.', 'arcsin(0.5)'),
  arccos: plain('Angles, in radians, whose cosine is given.', 'arccos(0.5)'),
  arctan: plain('Angles, in radians, whose tangent is given.', 'arctan(0.5)'),
  arcsinh: plain('Inverse of `sinh`.', 'arcsinh(0.5)'),
  arccosh: plain('Inverse of `cosh`.', 'arccosh(1.5)'),
  arctanh: plain('Inverse of `tanh`.', 'arctanh(0.5)'),
  exp: plain('e to the power of x.', 'exp(-5*ms/tau)'),
  expm1: plain('e**x - 1 without loss of digits near 0.', 'expm1(-5*ms/tau)'),
  exprel: plain('(e**x - 1)/x, with its limit 1 at x = 0.', 'exprel(0.1)'),
  log: plain('Natural logarithm.', 'log(2)'),
  log10: plain('Logarithm to base 10.', 'log10(100)'),
  log1p: plain('log(1 + x) without loss of digits near 0.', 'log1p(0.01)'),
  sqrt: { text: 'Square root, of the unit too.', parameters: ANY, example: 'sqrt(4*mV**2)' },
  floor: {
    text: 'Rounds down; of a quantity, the number in SI units.',
    parameters: ANY,
    example: 'floor(2.5)',
  },
  ceil: { text: 'Rounds up; of a quantity, the number in SI units.', parameters: ANY, example: 'ceil(2.5)' },
  sign: {
    text: '-1, 0 or 1 for negative, zero or positive numbers, without unit.',
    parameters: ANY,
    example: 'sign(-3*mV)',
  },
  clip: {
    text: 'Holds numbers between two bounds in the same unit.',
    parameters: { a: 'Array.', a_min: 'Lower bound.', a_max: 'Upper bound.' },
    example: 'clip([-1, 0.5, 2], 0, 1)',
  },
  arange: {
    text: 'Numbers at equal distances, the end left out; all arguments in the same unit.',
    parameters: {
      'start=0': 'First number.',
      stop: 'End, left out.',
      'step=1': 'Distance.',
      'dtype=None': 'Type of the numbers.',
    },
    example: 'times = arange(0, 10)*ms',
  },
  linspace: {
    text: 'A number of values at equal distances, both ends included; both in the same unit.',
    parameters: {
      start: 'First value.',
      stop: 'Last value.',
      'num=50': 'How many values.',
      'endpoint=True': 'Whether `stop` is one of them.',
      'retstep=False': 'Whether the distance is returned too.',
      'dtype=None': 'Type of the numbers.',
    },
    example: 'currents = linspace(0*nA, 2*nA, 21)',
  },
  where: {
    text: 'Elements of one array where a condition holds, of another elsewhere; both in the same unit. With the condition alone, the places where it holds.',
    parameters: { condition: 'Array of truth values.', 'x=None': 'Where it holds.', 'y=None': 'Elsewhere.' },
    example: 'where(array([1, 5]) > 3, 1*mV, 0*mV)',
  },
  dot: {
    text: 'Product of matrices or vectors; units multiply.',
    parameters: { a: 'First array.', b: 'Second array.' },
    example: 'dot([1, 2]*mV, [3, 4]*nS)',
  },
  trace: {
    text: 'Sum along the diagonal of a matrix.',
    parameters: { a: 'Matrix.' },
    example: 'trace(ones((3, 3))*mV)',
  },
  diagonal: {
    text: 'The diagonal of a matrix.',
    parameters: { a: 'Matrix.' },
    example: 'diagonal(ones((3, 3))*mV)',
  },
  ravel: { text: 'All elements in one row.', parameters: { a: 'Array.' }, example: 'ravel(ones((2, 3))*mV)' },
  ones_like: {
    text: 'Ones in the shape of an array, without unit.',
    parameters: { x: 'Array.' },
    example: 'ones_like([1, 2]*mV)',
  },
  zeros_like: {
    text: 'Zeros in the shape of an array, without unit.',
    parameters: { x: 'Array.' },
    example: 'zeros_like([1, 2]*mV)',
  },
  mean: {
    text: 'Mean, in the unit of the array.',
    parameters: { a: 'Array.', 'axis=None': 'Axis; default: of all elements.' },
    example: 'mean([1, 2]*mV)',
  },
  std: {
    text: 'Standard deviation, in the unit of the array.',
    parameters: { a: 'Array.', 'axis=None': 'Axis; default: of all elements.' },
    example: 'std([1, 2]*mV)',
  },
  var: {
    text: 'Variance, in the square of the unit of the array.',
    parameters: { a: 'Array.', 'axis=None': 'Axis; default: of all elements.' },
    example: 'var([1, 2]*mV)',
  },
  rand: {
    text: 'Random numbers from 0 up to 1, as a number or an array. In strings, `rand()` gives one for each element.',
    parameters: { '*shape': 'Numbers of rows, columns, ...' },
    example: 'rand(10)',
  },
  randn: {
    text: 'Random numbers from the normal distribution of mean 0 and deviation 1, as a number or an array. In strings, `randn()` gives one for each element.',
    parameters: { '*shape': 'Numbers of rows, columns, ...' },
    example: 'randn(10)',
  },
};

export const ARRAYS = entries('function', ARRAY_FUNCTIONS);
