import assert from 'node:assert/strict';
import { makeBlock } from '../../core/codegen/makeBlock.ts';
import { timedArrayFunction } from '../../core/functions/timedArray.ts';
import {
  chooseMethod,
  DEFAULT_METHODS,
  ExplicitStateUpdater,
  type MethodArgument,
} from '../../core/stateupdaters/index.ts';
import { DIMENSIONLESS } from '../../core/units/dimension.ts';
import { CodeNames, type RandomFunctions, runJavascript } from '../support/code.ts';
import { model } from './support.ts';

interface Run {
  readonly equations: string;
  readonly method: MethodArgument;
  readonly initial: Readonly<Record<string, number>>;
  readonly constants?: Readonly<Record<string, number>>;
  readonly dt: number;
  readonly steps: number;
  readonly random?: RandomFunctions;
}

function names({ initial, constants }: Pick<Run, 'initial' | 'constants'>): CodeNames {
  const all = new CodeNames().array('t', { scalar: true }).array('dt', { scalar: true });
  for (const name of Object.keys(initial)) all.array(name);
  for (const [name, value] of Object.entries(constants ?? {})) all.constant(name, value);
  return all;
}

function abstractCode(run: Pick<Run, 'equations' | 'method' | 'initial' | 'constants'>): string {
  const choice = chooseMethod(run.method, model(run.equations), { names: names(run).resolved });
  assert.ok(choice.ok, choice.ok ? '' : choice.message);
  return choice.abstractCode;
}

/** The values of all variables at the end. */
function simulate(run: Run): Record<string, number> {
  const all = names(run).resolved;
  const block = makeBlock(abstractCode(run), all);
  const arrays: Record<string, Float64Array> = {
    _array_t: new Float64Array(1),
    _array_dt: Float64Array.of(run.dt),
  };
  for (const [name, value] of Object.entries(run.initial)) arrays[`_array_${name}`] = Float64Array.of(value);
  for (let step = 0; step < run.steps; step++) {
    arrays._array_t![0] = step * run.dt;
    runJavascript(block, all, arrays, 1, { random: run.random ?? {} });
  }
  return Object.fromEntries(Object.keys(run.initial).map((name) => [name, arrays[`_array_${name}`]![0]!]));
}

function assertNear(actual: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);
}

describe('order of convergence', () => {
  // x' = -x + sin(t), x(0) = 1
  const solution = (t: number) => 1.5 * Math.exp(-t) + (Math.sin(t) - Math.cos(t)) / 2;
  for (const [method, order] of [
    ['euler', 1],
    ['rk2', 2],
    ['rk4', 4],
    ['heun', 1],
    ['exponential_euler', 1],
  ] as const)
    it(`${method}: ${order}`, () => {
      const error = (steps: number) => {
        const run = { equations: 'dx/dt = -x + sin(t) : 1', method, initial: { x: 1 }, dt: 1 / steps, steps };
        return Math.abs(simulate(run).x! - solution(1));
      };
      assertNear(Math.log2(error(20) / error(40)), order, 0.15);
    });
});

describe('exact integration', () => {
  it('is right where two time constants are equal', () => {
    const equations = 'dv/dt = (g - v)/tau1 : 1\ndg/dt = -g/tau2 : 1';
    const constants = { tau1: 0.01, tau2: 0.01 };
    const { v, g } = simulate({
      equations,
      method: 'exact',
      initial: { v: 0, g: 1 },
      constants,
      dt: 1e-3,
      steps: 10,
    });
    assertNear(g!, Math.exp(-1), 1e-14);
    assertNear(v!, Math.exp(-1), 1e-14);
  });

  it('is right for a chain of three equal time constants', () => {
    const equations = 'da/dt = (b - a)/t1 : 1\ndb/dt = (c - b)/t2 : 1\ndc/dt = -c/t3 : 1';
    const run = {
      equations,
      method: 'exact',
      initial: { a: 0, b: 0, c: 1 },
      constants: { t1: 2, t2: 2, t3: 2 },
    };
    assertNear(simulate({ ...run, dt: 0.5, steps: 4 }).a!, Math.exp(-1) / 2, 1e-14);
  });

  it('takes steps of any size', () => {
    const equations = 'dv/dt = (g + 2 - v)/tau1 : 1\ndg/dt = -g/tau2 : 1';
    const run = { equations, method: 'exact', initial: { v: 0, g: 1 }, constants: { tau1: 1e-5, tau2: 10 } };
    const g = Math.exp(-1e-1);
    assertNear(simulate({ ...run, dt: 1, steps: 1 }).v!, 2 + g / (1 - 1e-6), 1e-13);
  });

  for (const [solved, equations] of [
    [true, 'dx/dt = -k*y : 1\ndy/dt = k*x : 1'],
    [true, 'dx/dt = -2*k*y - k*x : 1\ndy/dt = k*x - k*y : 1'],
    [true, 'dx/dt = y/k : 1\ndy/dt = -m*x/k : 1'],
    [false, 'dx/dt = -y/k : 1\ndy/dt = x/k : 1'],
    [false, 'dx/dt = y : 1\ndy/dt = -k*x : 1'],
    [false, 'dx/dt = -k*y : 1\ndy/dt = k*x : 1\ndz/dt = (x - z)/m : 1'],
  ] as const)
    it(`${solved ? 'solves' : 'refuses'} ${equations.replaceAll('\n', ', ')}`, () => {
      const run = { equations, method: 'exact', initial: { x: 1, y: 0, z: 0 }, constants: { k: 2, m: 1 } };
      const solve = () => simulate({ ...run, dt: 0.1, steps: 1 });
      if (solved) solve();
      else assert.throws(solve, /complex values/);
    });

  it('solves oscillators whose sign Brian does not see', () => {
    const equations = 'dx/dt = y/t1 : 1\ndy/dt = -x/t2 : 1';
    const run = { equations, method: 'exact', initial: { x: 1, y: 0 }, constants: { t1: 1, t2: 1 } };
    const { x, y } = simulate({ ...run, dt: 0.1, steps: 10 });
    assertNear(x!, Math.cos(1), 1e-14);
    assertNear(y!, -Math.sin(1), 1e-14);
  });

  it('agrees with many small steps for coupled variables with inputs', () => {
    const equations = `da/dt = (b - 2*a + 1)/tau : 1
db/dt = (a + c - 2*b)/tau : 1
dc/dt = (b - 2*c - 3)/tau : 1`;
    const run = { equations, initial: { a: 1, b: 0, c: 2 }, constants: { tau: 0.5 } };
    const exact = simulate({ ...run, method: 'exact', dt: 0.25, steps: 4 });
    const small = simulate({ ...run, method: 'rk4', dt: 1e-3, steps: 1000 });
    for (const name of ['a', 'b', 'c']) assertNear(exact[name]!, small[name]!, 1e-11);
  });

  it('takes a TimedArray that only changes between steps for a constant', () => {
    const table = timedArrayFunction('table', Float64Array.of(1, 2), 2, 1, DIMENSIONLESS, 1e-3);
    const all = names({ initial: { v: 0 }, constants: { tau: 0.01 } }).function(table).resolved;
    const methodFor = (dt: number) => {
      const choice = chooseMethod(DEFAULT_METHODS, model('dv/dt = (table(t) - v)/tau : 1'), {
        names: all,
        dt,
      });
      return choice.ok && choice.method;
    };
    assert.equal(methodFor(1e-4), 'exact');
    assert.equal(methodFor(1e-3), 'exact');
    assert.equal(methodFor(3e-4), 'euler');
    assert.equal(methodFor(2e-3), 'euler');
  });

  it('leaves a frozen variable exactly where it is', () => {
    const all = names({ initial: { v: 0 }, constants: { tau: 0.01, El: -0.07 } }).array('not_refractory', {
      dataType: 'bool',
    });
    const equations = model('dv/dt = (El - v)/tau : 1 (unless refractory)', true);
    const choice = chooseMethod('exact', equations, { names: all.resolved });
    assert.ok(choice.ok);
    const arrays = {
      _array_t: new Float64Array(1),
      _array_dt: Float64Array.of(1e-4),
      _array_v: Float64Array.of(0.1, 0.1),
      _array_not_refractory: Uint8Array.of(0, 1),
    };
    runJavascript(makeBlock(choice.abstractCode, all.resolved), all.resolved, arrays, 2);
    assert.equal(arrays._array_v[0], 0.1);
    assertNear(arrays._array_v[1]!, -0.07 + 0.17 * Math.exp(-0.01), 1e-15);
  });
});

describe('noise', () => {
  const one = { _randn: () => 1 };
  const dW = Math.sqrt(0.01);

  it('euler adds g*dW', () => {
    const run = {
      equations: 'dx/dt = -x + s*xi : 1',
      method: 'euler',
      initial: { x: 1, s: 3 },
      dt: 0.01,
      steps: 1,
    };
    assertNear(simulate({ ...run, random: one }).x!, 1 - 0.01 + 3 * dW, 1e-15);
  });

  it('heun averages g over the step', () => {
    const run = { equations: 'dx/dt = 2*x*xi : 1', method: 'heun', initial: { x: 1 }, dt: 0.01, steps: 1 };
    const support = 1 + 2 * dW;
    assertNear(simulate({ ...run, random: one }).x!, 1 + 0.5 * dW * (2 + 2 * support), 1e-15);
  });

  it('heun keeps the symbols of several noises apart', () => {
    const equations = 'dx/dt = x*xi_a + y*xi_b : 1\ndy/dt = x*xi_b : 1';
    const draws = [1, -2];
    const run = { equations, method: 'heun', initial: { x: 1, y: 3 }, dt: 0.01, steps: 1 };
    const { x, y } = simulate({ ...run, random: { _randn: (_seed, stream) => draws[stream!]! } });
    const [a, b] = [dW, -2 * dW];
    // Supports: with xi_a only x moves, with xi_b both do.
    assertNear(x!, 1 + 0.5 * a * (1 + (1 + a)) + 0.5 * b * (3 + (3 + b)), 1e-15);
    assertNear(y!, 3 + 0.5 * b * (1 + (1 + 3 * b)), 1e-15);
  });

  it('milstein corrects by the derivative of g', () => {
    const run = {
      equations: 'dx/dt = 2*x*xi : 1',
      method: 'milstein',
      initial: { x: 1 },
      dt: 0.01,
      steps: 1,
    };
    const support = 1 + dW * 2;
    const correction = ((2 * support - 2) * dW * dW) / (2 * dW);
    assertNear(simulate({ ...run, random: one }).x!, 1 + 2 * dW + correction, 1e-15);
  });

  it('one symbol is one number per step and element', () => {
    const code = abstractCode({
      equations: 'dx/dt = xi_a : 1\ndy/dt = 2*xi_a : 1',
      method: 'euler',
      initial: {},
    });
    assert.equal(code.match(/randn/g)?.length, 1);
  });
});

describe('methods of the user', () => {
  it('are described by a formula', () => {
    const method = new ExplicitStateUpdater(
      'midpoint',
      'k = dt*f(x,t)/2\nx_new = x + dt*f(x + k, t + dt/2)',
      'none',
    );
    const run = { equations: 'dx/dt = -x + sin(t) : 1', initial: { x: 1 }, dt: 0.1, steps: 5 };
    assertNear(simulate({ ...run, method }).x!, simulate({ ...run, method: 'rk2' }).x!, 1e-15);
  });
});

describe('choice of a method', () => {
  const choose = (method: string | string[], equations: string, options: string[] = []) =>
    chooseMethod(method, model(equations), { names: new Map() }, options);
  const leak = 'dv/dt = -v/tau : 1';

  const errors: readonly (readonly [string | string[], string, string[], string, string])[] = [
    ['foo', leak, [], 'ValueError', "No state updater with the name 'foo' is known."],
    [
      'gsl_rk4',
      leak,
      [],
      'NotImplementedError',
      "The integration method 'gsl_rk4' needs the GNU Scientific Library, which is not supported here. Use 'exponential_euler' or 'rk4' instead.",
    ],
    [
      'euler',
      leak,
      ['foo'],
      'KeyError',
      "method_options specifies 'foo', but this is not an option for this state updater. This state updater does not accept any options.",
    ],
    [
      'exact',
      leak,
      ['foo'],
      'KeyError',
      "method_options specifies 'foo', but this is not an option for this state updater. Available options are: 'simplify'.",
    ],
    [
      'exact',
      'dv/dt = v**2/tau : 1',
      [],
      'UnsupportedEquationsException',
      "The expression 'v**2/tau', defining the variable 'v', could not be separated into linear components.",
    ],
    [
      ['exact', 'rk4'],
      'dv/dt = -v*xi : 1',
      [],
      'ValueError',
      'No stateupdater that is suitable for the given equations has been found.',
    ],
    [
      'exponential_euler',
      'dv/dt = exp(v)/tau : 1',
      [],
      'UnsupportedEquationsException',
      'Can only solve conditionally linear systems with this state updater.',
    ],
    [
      'euler',
      'dv/dt = xi**2 : 1',
      [],
      'UnsupportedEquationsException',
      "Expression 'xi**2' cannot be separated into stochastic and non-stochastic term",
    ],
  ];
  for (const [method, equations, options, errorClass, message] of errors)
    it(message, () => {
      const choice = choose(method, equations, options);
      assert.ok(!choice.ok);
      assert.deepEqual([choice.errorClass, choice.message], [errorClass, message]);
    });

  it('names the equation at fault', () => {
    const choice = choose('exact', 'dw/dt = -w/tau : 1\ndv/dt = v**2/tau : 1');
    assert.equal(!choice.ok && choice.variable, 'v');
  });

  it('ignores case', () => assert.ok(choose('RK4', leak).ok));

  it('warns about independent', () => {
    const choice = choose('independent', leak);
    assert.match((choice.ok && choice.warnings[0]) || '', /^The 'independent' state updater is deprecated/);
  });

  it('solves a model without differential equations', () => {
    const choice = choose([...DEFAULT_METHODS], 'v : 1');
    assert.deepEqual(choice.ok && [choice.method, choice.abstractCode], ['exact', '']);
  });

  it('survives a cycle of subexpressions', () => {
    assert.ok(choose([...DEFAULT_METHODS], 'dv/dt = x : 1\nx = y : 1\ny = x : 1').ok);
  });
});
