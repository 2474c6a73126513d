/** Functions that generated JavaScript calls, as text: each code object gets its own, so that none is shared. */
import { ProblemError } from '../problems/problem.ts';
import type { GeneratedCode } from './render.ts';
import { ScriptCalls } from './scriptCalls.ts';

interface Helper {
  readonly code: string;
  readonly needs?: readonly string[];
}

const HELPERS: Readonly<Record<string, Helper>> = {
  _mod: {
    code: `function _mod(x, y) {
  const rest = x % y;
  return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest;
}`,
  },
  _mod_int: { code: `function _mod_int(x, y) { return y === 0 ? 0 : _mod(x, y); }`, needs: ['_mod'] },
  _floordiv: {
    code: `function _floordiv(x, y) {
  if (y === 0) return x / y;
  const quotient = (x - _mod(x, y)) / y;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}`,
    needs: ['_mod'],
  },
  _floordiv_int: {
    code: `function _floordiv_int(x, y) { return y === 0 ? 0 : _floordiv(x, y); }`,
    needs: ['_floordiv'],
  },
  _exprel: {
    code: `function _exprel(x) {
  if (Math.abs(x) < 1e-16) return 1;
  return x > 717 ? Infinity : Math.expm1(x) / x;
}`,
  },
  _timestep: { code: `function _timestep(t, dt) { return Math.trunc((t + 1e-3 * dt) / dt); }` },
  _timed_fraction: {
    code: `function _timed_fraction(dt, groupDt) {
  return Math.max(Math.trunc(Math.pow(2, Math.ceil(Math.log2((8 / groupDt) * dt)))), 1);
}`,
  },
  _timed_row: {
    code: `function _timed_row(rows, dt, fraction, t) {
  const x = t / (dt / fraction);
  let rounded = Math.round(x);
  if (rounded - x === 0.5 && rounded % 2 !== 0) rounded--;
  return Math.min(Math.max(Math.trunc(rounded / fraction), 0), rows - 1);
}`,
  },
  _timed: {
    code: `function _timed(values, rows, dt, fraction, t) { return values[_timed_row(rows, dt, fraction, t)]; }`,
    needs: ['_timed_row'],
  },
  _timed_2d: {
    code: `function _timed_2d(values, rows, columns, dt, fraction, t, i) {
  const column = Math.trunc(i < 0 ? i + columns : i);
  if (!(column >= 0 && column < columns)) _column_error(Math.trunc(i), columns);
  return values[_timed_row(rows, dt, fraction, t) * columns + column];
}`,
    needs: ['_timed_row'],
  },
  // exp(M) for an n x n matrix: halved until it is small, Taylor's series, squared again.
  _expm: {
    code: `function _expm(m, n) {
  let norm = 0;
  for (let i = 0; i < n; i++) {
    let row = 0;
    for (let j = 0; j < n; j++) row += Math.abs(m[i * n + j]);
    norm = Math.max(norm, row);
  }
  const halvings = norm > 0.5 && norm < Infinity ? Math.ceil(Math.log2(norm / 0.5)) : 0;
  const factor = Math.pow(2, -halvings);
  let result = _unit(n);
  for (let k = 14; k > 0; k--) {
    result = _matmul(m, result, n, factor / k);
    for (let i = 0; i < n; i++) result[i * n + i] += 1;
  }
  for (let k = 0; k < halvings; k++) result = _matmul(result, result, n, 1);
  return result;
}
function _unit(n) {
  const unit = new Float64Array(n * n);
  for (let i = 0; i < n; i++) unit[i * n + i] = 1;
  return unit;
}
function _matmul(a, b, n, factor) {
  const product = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const scaled = a[i * n + k] * factor;
      if (scaled !== 0) for (let j = 0; j < n; j++) product[i * n + j] += scaled * b[k * n + j];
    }
  return product;
}`,
  },
  // Opitz: the divided difference is the corner of exp of the bidiagonal matrix of the points.
  _expdiff: {
    code: `function _expdiff(x, y, ...more) {
  if (more.length === 0) {
    const difference = -Math.abs(x - y);
    return Math.exp(Math.max(x, y)) * (difference === 0 ? 1 : Math.expm1(difference) / difference);
  }
  const points = [x, y, ...more];
  const n = points.length;
  const m = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    m[i * n + i] = points[i];
    if (i + 1 < n) m[i * n + i + 1] = 1;
  }
  return _expm(m, n)[n - 1];
}`,
    needs: ['_expm'],
  },
  _propagator: {
    code: `function _propagator(n, i, j, dt, ...m) {
  if (n !== 2) return _expm(m.map((x) => x * dt), n)[i * n + j];
  const mean = (m[0] + m[3]) * dt / 2;
  const half = (m[0] - m[3]) * dt / 2;
  const square = half * half + m[1] * m[2] * dt * dt;
  const root = Math.sqrt(Math.abs(square));
  let cosine, sine;
  if (square < 0) {
    cosine = Math.exp(mean) * Math.cos(root);
    sine = Math.exp(mean) * Math.sin(root) / root;
  } else {
    cosine = (Math.exp(mean + root) + Math.exp(mean - root)) / 2;
    sine = _expdiff(mean + root, mean - root);
  }
  if (i !== j) return m[i * 2 + j] * dt * sine;
  return i === 0 ? cosine + half * sine : cosine - half * sine;
}`,
    needs: ['_expm', '_expdiff'],
  },
  _propagator_integral: {
    code: `function _propagator_integral(n, i, j, dt, ...m) {
  const size = n + 1;
  const extended = new Float64Array(size * size);
  for (let row = 0; row < n; row++)
    for (let column = 0; column < n; column++) extended[row * size + column] = m[row * n + column] * dt;
  extended[j * size + n] = dt;
  return _expm(extended, size)[i * size + n];
}`,
    needs: ['_expm'],
  },
};

/** The text of the helpers that a block uses. */
export function supportCode(code: Pick<GeneratedCode, 'support'>): string {
  const needed = new Set(code.support);
  for (const helper of needed) for (const other of HELPERS[helper]?.needs ?? []) needed.add(other);
  return [...needed].map((helper) => HELPERS[helper]?.code ?? '').join('\n');
}

/** What the functions of some blocks bring, by the names that their code uses. */
export function supportEnvironment(
  codes: readonly Pick<GeneratedCode, 'functions' | 'callSites'>[],
): Record<string, unknown> {
  const environment: Record<string, unknown> = Object.create(null);
  for (const { functions } of codes)
    for (const [name, { implementation }] of functions)
      if (implementation?.kind === 'timed array') {
        environment[`_values_${name}`] = implementation.values;
        environment._column_error = columnError;
      }
  const sites = codes.flatMap(({ callSites }) => callSites);
  if (sites.length > 0) environment._calls = new ScriptCalls(sites);
  return environment;
}

/** As NumPy does, for a column that a TimedArray lacks; those below 0 count from the last. */
function columnError(column: number, columns: number): never {
  const message = `index ${column} is out of bounds for axis 1 with size ${columns}`;
  throw new ProblemError({ code: 'index-error', severity: 'error', errorClass: 'IndexError', message });
}
