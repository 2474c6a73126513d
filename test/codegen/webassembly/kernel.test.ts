import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CodeObject, TemplateData } from '../../../core/codegen/codeObject.ts';
import { makeBlock } from '../../../core/codegen/makeBlock.ts';
import { kernelOf } from '../../../core/codegen/webassembly/kernel.ts';
import type { Storage } from '../../../core/devices/plan.ts';
import { compileCodeObject } from '../../../core/devices/runtime/compile.ts';
import { RuntimeStorage } from '../../../core/devices/runtimeStorage.ts';
import type { Names } from '../../../core/namespaces/resolved.ts';
import type { ArrayVariable, DataType } from '../../../core/variables/variable.ts';
import { CodeNames } from '../../support/code.ts';
import { randomExpression } from '../../support/randomExpressions.ts';

const N = 33;
const TICK = 7;

function groupNames(): CodeNames {
  return new CodeNames()
    .array('x')
    .array('y')
    .array('i', { dataType: 'int32' })
    .array('k', { dataType: 'int32' })
    .array('b', { dataType: 'bool' })
    .array('c', { dataType: 'bool' })
    .array('f', { dataType: 'float32' })
    .array('s', { scalar: true })
    .array('flag', { scalar: true, dataType: 'bool' })
    .array('guarded', { conditionalWrite: 'b' })
    .array('result')
    .constant('p', 0.25);
}

/** The values of all arrays after the code has run once, from the same start. */
function outcome(code: string, withKernel: boolean, event?: string): Map<string, number[]> {
  const names = groupNames()
    .array('_spikespace', { dataType: 'int32' })
    .array('not_refractory', { dataType: 'bool' })
    .array('lastspike').resolved;
  const storage = new RuntimeStorage();
  const arrays = arraysOf(names);
  for (const variable of arrays) {
    variable.size = variable.scalar ? 1 : variable.name === '_spikespace' ? N + 1 : N;
    storage.allocate(variable);
    storage.array(variable).forEach((_, k, view) => {
      view[k] = startValue(variable.dataType, k, variable.name);
    });
  }
  const object = codeObject(code, names, event === undefined ? stateUpdate() : threshold(arrays));
  if (withKernel) assert.ok(kernelOf(object, { first: 0, streamOf: () => 1 }), `${code} has a kernel`);
  const given: Storage = withKernel ? storage : { array: (variable) => storage.array(variable) };
  compileCodeObject(object, { seed: 11, storage: given }).call(TICK, 0.5, TICK);
  return new Map(arrays.map((variable) => [variable.name, [...storage.array(variable)]]));
}

function arraysOf(names: Names): ArrayVariable[] {
  const found: ArrayVariable[] = [];
  for (const resolved of names.values())
    if (resolved.kind === 'variable' && resolved.variable.kind === 'array') found.push(resolved.variable);
  return found;
}

function codeObject(code: string, names: Names, data: TemplateData): CodeObject {
  return { name: 'group_code', block: makeBlock(code, names), names, data };
}

function stateUpdate(): TemplateData {
  return { template: 'stateupdate', N, start: 0 };
}

function threshold(arrays: readonly ArrayVariable[]): TemplateData {
  const named = (name: string) => arrays.find((variable) => variable.name === name)!;
  return {
    template: 'threshold',
    N,
    eventSpace: named('_spikespace'),
    notRefractory: named('not_refractory'),
    lastSpike: named('lastspike'),
  };
}

/** Numbers of all signs and sizes that tell elements apart. */
function startValue(dataType: DataType, k: number, name: string): number {
  if (dataType === 'bool') return (k * 7 + name.length) % 3 === 0 ? 1 : 0;
  if (dataType === 'int32') return ((k * 11 + name.length) % 9) - 4;
  return ((k * 37 + name.length * 5) % 101) / 8 - 5.5;
}

function assertAgrees(code: string, event?: string): void {
  const expected = outcome(code, false, event);
  for (const [name, values] of outcome(code, true, event)) {
    values.forEach((value, k) => {
      const wanted = expected.get(name)![k]!;
      const close =
        Object.is(value, wanted) ||
        value === wanted ||
        Math.abs(value - wanted) <= 1e-13 * Math.abs(wanted) ||
        (Number.isNaN(value) && Number.isNaN(wanted));
      assert.ok(close, `${code}: ${name}[${k}] is ${value}, not ${wanted}`);
    });
  }
}

describe('kernels', () => {
  const functions =
    `sin cos tan sinh cosh tanh arctan exp expm1 exprel log log10 log1p sqrt abs floor ceil sign
    arcsin arccos int`.split(/\s+/);
  for (const name of functions) it(`compute ${name}`, () => assertAgrees(`result = ${name}(x*0.9 + y)`));

  const cases: readonly [string, string][] = [
    ['clip', 'result = clip(x, -1, y)'],
    ['timestep', 'k = timestep(x, 0.1)'],
    ['powers', 'result = x**y + abs(x)**0.3 + i**3'],
    ['division of floats', 'result = x/y + x//0.7 + x%0.7'],
    ['division of integers', 'k = i//2 + i%3 + k//i + k%i'],
    ['division of integers by each other', 'result = i/3'],
    ['integers from floats', 'k = x'],
    ['truth values from numbers', 'b = x; c = i'],
    ['truth values as numbers', 'result = int(b) + b*y + (-c)'],
    ['comparisons', 'b = x < y; c = (x >= 0) and not (i == 2)'],
    ['single precision', 'f = f*2 + x'],
    ['shared values', 'result = x*s + int(flag)*s'],
    ['temporaries', 'a = x + 1; a += y; z = a > 0; result = a*int(z)'],
    ['in-place changes', 'x += y; y *= 2; x -= 0.5; y /= 3; x %= 0.75'],
    ['guarded variables', 'guarded = x; b = y > 0; guarded += 1'],
    ['random numbers', 'result = rand(); x = randn(); y = rand()'],
    ['random numbers within expressions', 'result = x*randn() + int(rand() < 0.5)'],
    ['Poisson numbers', 'k = poisson(3.5 + abs(x))'],
  ];
  for (const [what, code] of cases) it(`compute ${what}`, () => assertAgrees(code));

  it('find events, and start their refractory periods', () => {
    assertAgrees('_cond = (x > 0) and not_refractory', 'spike');
    assertAgrees('_cond = x > -100', 'spike');
    assertAgrees('_cond = rand() < 0.3', 'spike');
  });

  it('compute what the JavaScript computes, whatever the expression', () => {
    fc.assert(
      fc.property(randomExpression, (source) => assertAgrees(`result = ${source}`)),
      { numRuns: 300, seed: 5 },
    );
  });

  it('draw normal numbers from tails too', () => {
    const values = outcome('result = randn() + 0*x', true).get('result')!;
    assert.ok(new Set(values.map((value) => value.toFixed(12))).size === N);
  });

  it('are left out for what reads other elements, calls Python, or has few elements', () => {
    const names = groupNames().array('far', { index: '_postsynaptic_idx' }).resolved;
    const sites = { first: 0, streamOf: () => 1 };
    assert.equal(kernelOf(codeObject('result = far', names, stateUpdate()), sites), undefined);
    const few: TemplateData = { template: 'stateupdate', N: 3, start: 0 };
    assert.equal(kernelOf(codeObject('result = x', names, few), sites), undefined);
    const part: TemplateData = { template: 'stateupdate', N, start: 4 };
    assert.equal(kernelOf(codeObject('result = x', names, part), sites), undefined);
  });
});
