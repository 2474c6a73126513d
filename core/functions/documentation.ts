/** Short texts about the built-in functions, for hovers and completion. */
export interface FunctionDocumentation {
  /** With argument names: `clip(a, a_min, a_max)`. */
  readonly signature: string;
  readonly text: string;
  readonly example: string;
}

const ENTRIES: readonly (readonly [signature: string, text: string, example: string])[] = [
  ['sin(x)', 'Sine of an angle in radians.', 'sin(2*pi*f*t)'],
  ['cos(x)', 'Cosine of an angle in radians.', 'cos(2*pi*f*t)'],
  ['tan(x)', 'Tangent of an angle in radians.', 'tan(phase)'],
  ['sinh(x)', 'Hyperbolic sine.', 'sinh(v/VT)'],
  ['cosh(x)', 'Hyperbolic cosine.', 'cosh((v - v_half)/k)'],
  ['tanh(x)', 'Hyperbolic tangent; a smooth step from -1 to 1.', 'tanh((v - v_half)/k)'],
  ['arcsin(x)', 'Angle whose sine is x, from -pi/2 to pi/2; nan outside [-1, 1].', 'arcsin(x)'],
  ['arccos(x)', 'Angle whose cosine is x, from 0 to pi; nan outside [-1, 1].', 'arccos(x)'],
  ['arctan(x)', 'Angle whose tangent is x, from -pi/2 to pi/2.', 'arctan(y/x)'],
  [
    'exp(x)',
    'e to the power of x. Divide a voltage by a voltage before you pass it.',
    'exp((v - VT)/DeltaT)',
  ],
  ['expm1(x)', 'e**x - 1 without loss of digits near 0.', 'expm1(-dt/tau)'],
  [
    'exprel(x)',
    '(e**x - 1)/x, with its limit 1 at x = 0. Keeps Hodgkin-Huxley rates finite at 0/0.',
    'exprel((v_half - v)/k)',
  ],
  ['log(x)', 'Natural logarithm.', 'log(1 + x)'],
  ['log10(x)', 'Logarithm to base 10.', 'log10(concentration/mM)'],
  ['log1p(x)', 'log(1 + x) without loss of digits near 0.', 'log1p(x)'],
  ['sqrt(x)', 'Square root, of the unit too: the root of volt**2 is in volt.', 'sqrt(2*sigma**2/tau)'],
  ['abs(x)', 'Absolute value, in the unit of x.', 'abs(v - El)'],
  ['floor(x)', 'Rounds down. With a unit, it is the number in SI base units that is rounded.', 'floor(t/ms)'],
  ['ceil(x)', 'Rounds up. With a unit, it is the number in SI base units that is rounded.', 'ceil(t/ms)'],
  ['sign(x)', '-1, 0 or 1 for negative, zero or positive x, without unit.', 'sign(w - w0)'],
  [
    'clip(a, a_min, a_max)',
    'a, held between a_min and a_max; all three in the same unit.',
    'clip(w + Apost, 0, w_max)',
  ],
  ['int(x)', 'Integer part, towards zero; a truth value becomes 0 or 1.', 'int(v > v_th)'],
  [
    'timestep(t, dt)',
    'Number of the time step of length dt in which t lies, safe against rounding.',
    'timestep(t - lastspike, dt)',
  ],
  [
    'rand()',
    'Random number, uniform from 0 up to 1; a new one for each element and step.',
    'rand() < rate*dt',
  ],
  [
    'randn()',
    'Random number from the normal distribution with mean 0 and deviation 1; a new one for each element and step.',
    'v = El + 5*mV*randn()',
  ],
  [
    'poisson(lam)',
    'Random count from the Poisson distribution with mean lam; a new one for each element and step.',
    'poisson(rate*dt)',
  ],
];

const DOCUMENTATION: ReadonlyMap<string, FunctionDocumentation> = new Map(
  ENTRIES.map(([signature, text, example]) => [
    signature.slice(0, signature.indexOf('(')),
    { signature, text, example },
  ]),
);

/** What a built-in function does; undefined for functions of the script. */
export function functionDocumentation(name: string): FunctionDocumentation | undefined {
  return DOCUMENTATION.get(name);
}
