import assert from 'node:assert/strict';
import { makeBlock } from '../../core/codegen/makeBlock.ts';
import type { ArgumentValues, BrianFunction } from '../../core/functions/function.ts';
import { DIMENSIONLESS } from '../../core/units/dimension.ts';
import { CodeNames, runJavascript, scriptImplementation } from '../support/code.ts';

/** A function that notes what it is called with. */
class Recorder {
  readonly calls: (readonly ArgumentValues[])[] = [];

  constructor(private readonly results: (args: readonly ArgumentValues[]) => number | number[]) {}

  as(name: string, properties: Partial<BrianFunction> = {}): BrianFunction {
    const implementation = scriptImplementation((args) => {
      this.calls.push(args.map(({ type, values }) => ({ type, values: copied(values) })));
      return this.results(args);
    });
    const common = { argNames: ['x'], argUnits: ['any'], argTypes: ['any'] } as const;
    return { name, ...common, ...SHARED, ...properties, implementation };
  }
}

const SHARED = { returnUnit: DIMENSIONLESS, returnType: 'float', stateless: true } as const;

function copied(values: number | readonly number[]): number | readonly number[] {
  return typeof values === 'number' ? values : [...values];
}

const doubled = ([x]: readonly ArgumentValues[]) =>
  typeof x!.values === 'number' ? 2 * x!.values : x!.values.map((value) => 2 * value);

function run(
  code: string,
  names: CodeNames,
  v: readonly number[],
  others: Record<string, Float64Array> = {},
) {
  const values = Float64Array.from(v);
  const { resolved } = names;
  runJavascript(makeBlock(code, resolved), resolved, { _array_v: values, ...others }, v.length);
  return [...values];
}

describe('calls of the script from JavaScript', () => {
  it('get all elements at once', () => {
    const f = new Recorder(doubled);
    assert.deepEqual(run('v = f(v + 1) - 1', new CodeNames().array('v').function(f.as('f')), [1, 2]), [3, 5]);
    assert.deepEqual(f.calls, [[{ type: 'float', values: [2, 3] }]]);
  });

  it('see what statements before them made, each in its own pass', () => {
    const f = new Recorder(doubled);
    const names = new CodeNames().array('v').function(f.as('f'));
    assert.deepEqual(run('v = f(v); v += 1; v = f(f(v))', names, [1, 2]), [12, 20]);
    assert.deepEqual(
      f.calls.map(([x]) => x!.values),
      [
        [1, 2],
        [3, 5],
        [6, 10],
      ],
    );
  });

  it('are made once where nothing differs between elements', () => {
    const f = new Recorder(doubled);
    const names = new CodeNames().array('v').constant('c', 3, 'integer').function(f.as('f'));
    assert.deepEqual(run('v = f(c) + v', names, [1, 2]), [7, 8]);
    assert.deepEqual(f.calls, [[{ type: 'integer', values: 3 }]]);
  });

  it('are made for all elements where they remember something, with what is the same for all as one value', () => {
    const f = new Recorder(() => [10, 20]);
    const names = new CodeNames().array('v').function(f.as('f', { stateless: false }));
    assert.deepEqual(run('v = f(3)', names, [0, 0]), [10, 20]);
    assert.deepEqual(f.calls, [[{ type: 'integer', values: 3 }]]);
  });

  it('get the index where they ask for it', () => {
    const f = new Recorder(([k]) => [...(k!.values as readonly number[])]);
    const own = { argNames: [], argUnits: [], argTypes: [], stateless: false, autoVectorise: true } as const;
    assert.deepEqual(
      run('v = f()', new CodeNames().array('v').function(f.as('f', own)), [7, 7, 7]),
      [0, 1, 2],
    );
  });

  it('are made one by one where an element depends on another', () => {
    const f = new Recorder(doubled);
    const names = new CodeNames().array('v').array('w', { index: '_postsynaptic_idx' }).function(f.as('f'));
    const w = Float64Array.of(1);
    const { resolved } = names;
    const block = makeBlock('w = f(w) + v', resolved);
    runJavascript(block, resolved, { _array_v: Float64Array.of(1, 2), _array_w: w }, 2, {
      before: 'const _postsynaptic_idx = 0;',
    });
    assert.deepEqual([...w], [8]);
    assert.deepEqual(
      f.calls.map(([x]) => x!.values),
      [1, 3],
    );
  });

  it('must give a value for each element, or one for all', () => {
    const wrong = new Recorder(() => [1, 2, 3]);
    const names = new CodeNames().array('v').function(wrong.as('f'));
    assert.throws(() => run('v = f(v)', names, [1, 2]), {
      name: 'ValueError',
      message: 'could not broadcast input array from shape (3,) into shape (2,)',
    });
    const one = new Recorder(() => [5]);
    assert.deepEqual(run('v = f(v)', new CodeNames().array('v').function(one.as('f')), [1, 2]), [5, 5]);
  });
});
