/** Numerical integration methods. */

export interface MethodDocumentation {
  readonly name: string;
  readonly text: string;
  /** The equations that it takes. */
  readonly solves: string;
  /** One step, where a formula says it; `f` is the right-hand side without noise, `g` the factor of the noise `dW`. */
  readonly formula?: string;
  /** How the error of a run shrinks with the time step. */
  readonly order: string;
  /** When Brian takes it by itself. */
  readonly chosen: string;
  readonly example: string;
}

const NEVER = 'Never taken by itself: name it.';
const NO_NOISE = 'Equations without noise.';
const GSL_CHOSEN = `${NEVER} Needs the GNU Scientific Library.`;

function gsl(name: string, scheme: string, order: string): MethodDocumentation {
  const text = `${scheme}, from the GNU Scientific Library. The step is divided as the tolerated error demands.`;
  return { name, text, solves: NO_NOISE, order, chosen: GSL_CHOSEN, example: `method='${name}'` };
}

const METHODS: readonly MethodDocumentation[] = [
  {
    name: 'exact',
    text: 'Solves linear equations: each step is the solution itself, whatever the time step.',
    solves:
      'Linear equations whose coefficients do not change within a time step, without noise; none of them may be a mere constant or zero.',
    order: 'No error but rounding.',
    chosen: 'First choice where no method is named.',
    example: "method='exact'",
  },
  {
    name: 'linear',
    text: 'Another name of `exact`.',
    solves: 'Linear equations with coefficients that do not change within a time step, without noise.',
    order: 'No error but rounding.',
    chosen: 'First choice where no method is named, as `exact`.',
    example: "method='linear'",
  },
  {
    name: 'independent',
    text: 'Solves equations that do not depend on each other, one by one. Outdated: use `exact`.',
    solves: 'Linear equations that do not depend on each other, without noise.',
    order: 'No error but rounding.',
    chosen: NEVER,
    example: "method='independent'",
  },
  {
    name: 'exponential_euler',
    text: 'Solves each equation exactly for its own variable, with all others held still during the step. Steady with Hodgkin-Huxley equations.',
    solves: 'Equations that are linear in their own variable, without noise.',
    formula: 'x = (x + B/A)*exp(A*dt) - B/A, where dx/dt = A*x + B',
    order: 'Error proportional to the time step.',
    chosen: 'Second choice of `SpatialNeuron`; otherwise never taken by itself.',
    example: "method='exponential_euler'",
  },
  {
    name: 'euler',
    text: 'Follows the slope at the beginning of the step. Simple and fast; with steep equations it needs small steps.',
    solves:
      'All equations without noise, and those with additive noise: noise whose factor depends neither on time nor on state variables.',
    formula: 'x = x + dt*f(x, t) + g*dW',
    order: 'Error proportional to the time step.',
    chosen: 'Second choice where no method is named: for nonlinear equations, and for additive noise.',
    example: "method='euler'",
  },
  {
    name: 'rk2',
    text: 'Runge-Kutta method of second order: the slope in the middle of the step counts.',
    solves: NO_NOISE,
    formula: 'k = dt*f(x, t); x = x + dt*f(x + k/2, t + dt/2)',
    order: 'Error proportional to the square of the time step.',
    chosen: 'Third choice of `SpatialNeuron`; otherwise never taken by itself.',
    example: "method='rk2'",
  },
  {
    name: 'rk4',
    text: 'Classical Runge-Kutta method of fourth order: an average of four slopes. Precise, four evaluations per step.',
    solves: NO_NOISE,
    formula:
      'k1 = dt*f(x, t); k2 = dt*f(x + k1/2, t + dt/2); k3 = dt*f(x + k2/2, t + dt/2); k4 = dt*f(x + k3, t + dt); x = x + (k1 + 2*k2 + 2*k3 + k4)/6',
    order: 'Error proportional to the fourth power of the time step.',
    chosen: NEVER,
    example: "method='rk4'",
  },
  {
    name: 'heun',
    text: 'Stochastic Heun method, for noise in the sense of Stratonovich. Its part without noise is that of `euler`.',
    solves: 'All equations, with any noise.',
    formula: 's = x + g(x, t)*dW; x = x + dt*f(x, t) + 0.5*dW*(g(x, t) + g(s, t + dt))',
    order: 'Error proportional to the time step.',
    chosen:
      'Third choice where no method is named: for multiplicative noise, whose factor depends on time or on state variables.',
    example: "method='heun'",
  },
  {
    name: 'milstein',
    text: 'Milstein method without derivatives, for noise in the sense of Stratonovich.',
    solves: 'Equations with diagonal noise: at most one noise symbol in each, none in two of them.',
    formula:
      's = x + dt*f(x, t) + sqrt(dt)*g(x, t); k = (g(s, t) - g(x, t))*dW**2/(2*sqrt(dt)); x = x + dt*f(x, t) + g(x, t)*dW + k',
    order: 'Error proportional to the time step.',
    chosen: NEVER,
    example: "method='milstein'",
  },
  gsl(
    'gsl',
    'Runge-Kutta-Fehlberg method of fourth and fifth order, as `gsl_rkf45`',
    'Error below a tolerance.',
  ),
  gsl('gsl_rk2', 'Runge-Kutta method of second and third order', 'Error below a tolerance.'),
  gsl('gsl_rk4', 'Classical Runge-Kutta method of fourth order', 'Error below a tolerance.'),
  gsl('gsl_rkf45', 'Runge-Kutta-Fehlberg method of fourth and fifth order', 'Error below a tolerance.'),
  gsl('gsl_rkck', 'Runge-Kutta-Cash-Karp method of fourth and fifth order', 'Error below a tolerance.'),
  gsl('gsl_rk8pd', 'Runge-Kutta-Prince-Dormand method of eighth and ninth order', 'Error below a tolerance.'),
];

const BY_NAME: ReadonlyMap<string, MethodDocumentation> = new Map(METHODS.map((one) => [one.name, one]));

/** By the name that users give for `method=`; case does not matter. */
export function methodDocumentation(name: string): MethodDocumentation | undefined {
  return BY_NAME.get(name.toLowerCase());
}

export function documentedMethods(): Iterable<string> {
  return BY_NAME.keys();
}
