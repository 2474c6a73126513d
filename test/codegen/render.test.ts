import assert from 'node:assert/strict';
import { makeBlock } from '../../core/codegen/makeBlock.ts';
import { type RenderOptions, renderBlock, type Target } from '../../core/codegen/render.ts';
import type { BrianFunction } from '../../core/functions/function.ts';
import { timedArrayFunction, timedArrayValue } from '../../core/functions/timedArray.ts';
import { ProblemError } from '../../core/problems/problem.ts';
import { DIMENSIONLESS } from '../../core/units/dimension.ts';
import { CodeNames, runJavascript, scriptImplementation } from '../support/code.ts';
import { runCpp } from './cppProgram.ts';

function rendered(
  code: string,
  names: CodeNames,
  target: Target = 'javascript',
  options: RenderOptions = {},
) {
  return renderBlock(target, makeBlock(code, names.resolved), names.resolved, options);
}

function vector(
  code: string,
  names: CodeNames,
  target: Target = 'javascript',
  options: RenderOptions = {},
): string[] {
  return [...rendered(code, names, target, options).vectorCode];
}

describe('rendered blocks', () => {
  const names = () =>
    new CodeNames().array('v').array('w').array('dt', { scalar: true }).array('n', { dataType: 'int32' });

  it('load, compute and store', () => {
    assert.deepEqual(vector('v = v + w', names()), [
      'let v = _array_v[_idx];',
      'const w = _array_w[_idx];',
      'v = v + w;',
      '_array_v[_idx] = v;',
    ]);
  });

  it('do not load what is only written', () => {
    assert.deepEqual(vector('v = 1', names(), 'cpp'), ['double v;', 'v = 1;', '_array_v[_idx] = v;']);
  });

  it('compute once what is the same for all', () => {
    const { scalarCode, vectorCode } = rendered('v = v*exp(-dt/0.5) + w*exp(-dt/0.5)', names());
    assert.deepEqual(scalarCode, ['const dt = _array_dt[0];', 'const _lio_1 = Math.exp(-(dt / 0.5));']);
    assert.equal(vectorCode[2], 'v = _lio_1 * v + _lio_1 * w;');
  });

  it('compute a repeated function once', () => {
    const code = vector('v = exp(v) + w/exp(v)', names());
    assert.equal(code.join('\n').match(/Math\.exp/g)?.length, 1);
  });

  it('compute it again after its input changed', () => {
    const code = vector('w = exp(v); v = 2*v; w = w + exp(v)', names());
    assert.equal(code.join('\n').match(/Math\.exp/g)?.length, 2);
  });

  it('cut integers', () => {
    assert.ok(vector('n = v', names()).includes('n = Math.trunc(v);'));
    assert.ok(vector('n += 0.5', names()).includes('n = Math.trunc(n + 0.5);'));
    assert.ok(vector('n = v', names(), 'cpp').includes('n = (int64_t)v;'));
  });

  it('divide integers as floats', () => {
    assert.ok(vector('v = (n + 1)/n', names(), 'cpp').includes('v = (double)(n + 1) / n;'));
  });

  it('make room for names that mean something to the target', () => {
    const own = new CodeNames().array('class').array('var').array('double').array('EOF').array('Math');
    const javascript = vector('class = var + Math + sin(double)', own).join('\n');
    assert.match(javascript, /_var_class = _var_var \+ _var_Math \+ Math\.sin\(double\);/);
    const cpp = vector('class = double + EOF', own, 'cpp').join('\n');
    assert.match(cpp, /_var_class = _var_double \+ _var_EOF;/);
  });

  it('know two names of one element for one', () => {
    const own = new CodeNames()
      .array('v', { index: '_postsynaptic_idx' })
      .array('v_post', { index: '_postsynaptic_idx', arrayName: '_array_v' })
      .array('v_pre', { index: '_presynaptic_idx', arrayName: '_array_v' });
    const code = rendered('v += 1; v_post += v_pre', own);
    assert.deepEqual(code.vectorCode, [
      'let v = _array_v[_postsynaptic_idx];',
      'const v_pre = _array_v[_presynaptic_idx];',
      'v += 1;',
      'v += v_pre;',
      '_array_v[_postsynaptic_idx] = v;',
    ]);
    assert.deepEqual([...code.indexNames], ['_postsynaptic_idx', '_presynaptic_idx']);
    assert.deepEqual([...code.arrays.keys()], ['_array_v']);
  });

  describe('conditional writes', () => {
    const own = () =>
      new CodeNames()
        .array('v_post', {
          index: '_postsynaptic_idx',
          variable: 'v',
          owner: 'post',
          conditionalWrite: 'not_refractory',
        })
        .array('not_refractory_pre', {
          variable: 'not_refractory',
          owner: 'pre',
          index: '_presynaptic_idx',
          dataType: 'bool',
        })
        .array('not_refractory_post', {
          variable: 'not_refractory',
          owner: 'post',
          index: '_postsynaptic_idx',
          dataType: 'bool',
        });

    it('ask the flag of the same owner', () => {
      assert.deepEqual(vector('v_post += 1', own()).slice(-3), [
        'if (not_refractory_post) {',
        '  _array_v_post[_postsynaptic_idx] = v_post;',
        '}',
      ]);
    });

    it('are unconditional in resets', () => {
      const code = vector('v_post = 0', own(), 'javascript', { ignoreConditionalWrite: true });
      assert.equal(code[code.length - 1], '_array_v_post[_postsynaptic_idx] = v_post;');
    });
  });

  it('draw each random number at a place of its own', () => {
    const code = rendered('v = rand()*2; w = randn() + poisson(3.5)', names());
    assert.equal(code.randomSites, 3);
    const text = code.vectorCode.join('\n');
    assert.match(text, /v = 2 \* _rand\(_seed, _stream0, _tick, _idx\);/);
    assert.match(
      text,
      /_randn\(_seed, _stream1, _tick, _idx\) \+ _poisson\(_seed, _stream2, _tick, _idx, 3\.5\)/,
    );
  });

  it('draw once for a square of a random number', () => {
    assert.equal(rendered('v = randn()**2', names()).randomSites, 1);
  });

  it('draw binomial numbers', () => {
    const text = vector('v += _binomial(100, 0.25)', names(), 'cpp').join('\n');
    assert.match(text, /v \+= _binomial\(_seed, _stream0, _tick, _idx, 100, 0\.25\);/);
  });
});

describe('flags as factors', () => {
  it('become two versions, the cheap one without arithmetic', () => {
    const names = new CodeNames().array('v').array('b', { dataType: 'bool' }).array('dt', { scalar: true });
    const { scalarCode, vectorCode } = rendered('v = v*exp(-int(b)*dt/0.5)', names);
    assert.ok(scalarCode.includes('const _lio_1 = Math.exp(-(dt / 0.5));'));
    assert.ok(vectorCode.includes('v = b ? _lio_1 * v : v;'));
  });
});

describe('TimedArrays in code', () => {
  const values = Float64Array.from({ length: 10 }, (_, k) => k + 0.5);
  const table = timedArrayFunction('table', values, 10, 1, DIMENSIONLESS, 1e-3);
  const wide = timedArrayFunction('wide', values, 5, 2, DIMENSIONLESS, 2e-3);
  const names = new CodeNames()
    .array('t', { scalar: true })
    .array('dt', { scalar: true })
    .array('i', { dataType: 'int32' })
    .array('result0')
    .function(table)
    .function(wide);

  for (const [code, expected] of [
    ['result0 = table(t)', (t: number) => timedArrayValue(table.implementation as never, t, 0, 1e-4)],
    [
      'result0 = wide(t, i)',
      (t: number, i: number) => timedArrayValue(wide.implementation as never, t, i, 1e-4),
    ],
  ] as const) {
    it(code, () => {
      const block = makeBlock(code, names.resolved);
      for (let step = -3; step < 130; step++) {
        const t = step * 1e-4;
        const result = new Float64Array(2);
        const arrays = {
          _array_t: Float64Array.of(t),
          _array_dt: Float64Array.of(1e-4),
          _array_i: Int32Array.of(0, 1),
          _array_result0: result,
        };
        runJavascript(block, names.resolved, arrays, 2);
        assert.deepEqual(
          [...result],
          [0, 1].map((i) => expected(t, i)),
          `t = ${t}`,
        );
      }
    });
  }

  it('count columns below zero from the last, as NumPy does, and have no others', () => {
    const block = makeBlock('result0 = wide(t, i)', names.resolved);
    const columns = (...i: number[]) => {
      const result = new Float64Array(i.length);
      const [t, dt] = [Float64Array.of(0), Float64Array.of(1e-4)];
      const arrays = { _array_t: t, _array_dt: dt, _array_i: Int32Array.of(...i), _array_result0: result };
      runJavascript(block, names.resolved, arrays, i.length);
      return [...result];
    };
    assert.deepEqual(columns(-1, -2), columns(1, 0));
    assert.throws(() => columns(2), { name: 'IndexError' });
  });

  it('in C++', function () {
    this.timeout(60_000);
    const steps = [-1, 0, 9, 10, 29, 30, 57, 200];
    const codes = steps.map((step, k) => {
      const own = new CodeNames()
        .array('dt', { scalar: true })
        .array(`result${k}`)
        .constant('now', step * 1e-4)
        .function(table);
      return rendered(`result${k} = table(now)`, own, 'cpp');
    });
    const results = runCpp(codes, { _array_dt: Float64Array.of(1e-4), _values_table: values }, 1);
    if (results === undefined) return this.skip();
    steps.forEach((step, k) => {
      assert.equal(results[k]![0], timedArrayValue(table.implementation as never, step * 1e-4, 0, 1e-4));
    });
  });
});

describe('functions of the script', () => {
  const scripted = (cpp?: string): BrianFunction => ({
    name: 'double_it',
    argNames: ['x'],
    argUnits: ['any'],
    argTypes: ['float'],
    returnUnit: DIMENSIONLESS,
    returnType: 'float',
    stateless: false,
    implementation: scriptImplementation(
      ([x]) => Array.from(x!.values as readonly number[], (v) => 2 * v),
      cpp,
    ),
  });

  it('are called back from JavaScript', () => {
    const names = new CodeNames().array('v').function(scripted()).resolved;
    const v = Float64Array.of(1, 2);
    const code = runJavascript(makeBlock('v = double_it(v) + 1', names), names, { _array_v: v }, 2);
    assert.deepEqual([...v], [3, 5]);
    assert.equal(code.callSites.length, 1);
  });

  it('need C++ of their own in C++', () => {
    const names = (cpp?: string) => new CodeNames().array('v').function(scripted(cpp));
    assert.ok(vector('v = double_it(v)', names('...'), 'cpp').includes('v = double_it(v);'));
    assert.throws(
      () => vector('v = double_it(v)', names(), 'cpp'),
      (error: unknown) => error instanceof ProblemError && error.problem.errorClass === 'NotImplementedError',
    );
  });
});
