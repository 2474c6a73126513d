import { ExplicitStateUpdater } from './explicit.ts';

/** Euler and Maruyama's method. */
export const euler = new ExplicitStateUpdater('euler', 'x_new = x + dt*f(x,t) + g(x,t)*dW', 'additive');

/** The midpoint method. */
export const rk2 = new ExplicitStateUpdater(
  'rk2',
  'k = dt*f(x,t)\nx_new = x + dt*f(x + k/2, t + dt/2)',
  'none',
);

/** The classical Runge-Kutta method. */
export const rk4 = new ExplicitStateUpdater(
  'rk4',
  `k_1 = dt*f(x,t)
k_2 = dt*f(x + k_1/2, t + dt/2)
k_3 = dt*f(x + k_2/2, t + dt/2)
k_4 = dt*f(x + k_3, t + dt)
x_new = x + (k_1 + 2*k_2 + 2*k_3 + k_4)/6`,
  'none',
);

/** Stochastic Heun (Stratonovich); its deterministic part is plain Euler, as in Brian. */
export const heun = new ExplicitStateUpdater(
  'heun',
  `x_support = x + g(x,t)*dW
g_support = g(x_support, t + dt)
x_new = x + dt*f(x,t) + 0.5*dW*(g(x,t) + g_support)`,
  'multiplicative',
);

/** Derivative-free Milstein (Ito) for diagonal noise. */
export const milstein = new ExplicitStateUpdater(
  'milstein',
  `x_support = x + dt*f(x,t) + dt**0.5*g(x,t)
g_support = g(x_support, t)
k = 1/(2*dt**0.5)*(g_support - g(x,t))*dW**2
x_new = x + dt*f(x,t) + g(x,t)*dW + k`,
  'diagonal',
);
