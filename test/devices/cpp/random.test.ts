import assert from 'node:assert/strict';
import { renderTemplate } from '../../../core/codegen/templates.ts';
import { DEFAULT_FLAGS } from '../../../core/devices/cpp/compiler.ts';
import { binomial, normal, poisson, uniform } from '../../../core/devices/random.ts';
import { TestHost } from '../../support/testHost.ts';

const DRAWS = 20_000;
const SEED = 0x9abcdef0;

/** Each function in C++ and here, for element k; exact ones must agree in every bit. */
const FUNCTIONS: { cpp: string; here: (k: number) => number; exact: boolean }[] = [
  { cpp: '_rand(S, 1, 2, k)', here: (k) => uniform(SEED, 1, 2, k), exact: true },
  { cpp: '_rand(S, 1, k, -1)', here: (k) => uniform(SEED, 1, k, -1), exact: true },
  { cpp: '_randn(S, 2, 3, k)', here: (k) => normal(SEED, 2, 3, k), exact: false },
  { cpp: '_poisson(S, 3, 4, k, 2.5)', here: (k) => poisson(SEED, 3, 4, k, 2.5), exact: true },
  { cpp: '_poisson(S, 3, 4, k, 0.01 * k)', here: (k) => poisson(SEED, 3, 4, k, 0.01 * k), exact: true },
  { cpp: '_poisson(S, 3, 4, k, -1)', here: (k) => poisson(SEED, 3, 4, k, -1), exact: true },
  { cpp: '_poisson(S, 3, 4, k, NAN)', here: (k) => poisson(SEED, 3, 4, k, Number.NaN), exact: true },
  {
    cpp: '_binomial(S, 4, 5, k, 1000, 0.002)',
    here: (k) => binomial(SEED, 4, 5, k, 1000, 0.002),
    exact: true,
  },
  { cpp: '_binomial(S, 4, 5, k, 10, 0.9)', here: (k) => binomial(SEED, 4, 5, k, 10, 0.9), exact: true },
  { cpp: '_binomial(S, 4, 5, k, 100, 0.5)', here: (k) => binomial(SEED, 4, 5, k, 100, 0.5), exact: false },
];

describe('random numbers in C++', function () {
  this.timeout(60_000);
  const host = new TestHost();
  after(() => host.dispose());
  let columns: Float64Array[] = [];
  let blocks = '';

  before(() => {
    const directory = host.temporaryDirectory('spikelens-test-random-');
    const loops = FUNCTIONS.map(({ cpp }) => `for (int k = 0; k < ${DRAWS}; k++) put((double)${cpp});`);
    const source = `#include <stdio.h>
      #include "random.h"
      const uint32_t S = ${SEED}u;
      static FILE* file = fopen("draws.bin", "wb");
      static void put(double x) { fwrite(&x, 8, 1, file); }
      static void block(uint32_t k0, uint32_t k1, uint32_t c0, uint32_t c1) {
        const random_numbers::Block x = random_numbers::threefry(k0, k1, c0, c1);
        printf("%08x %08x\\n", x.a, x.b);
      }
      int main() {
        block(0, 0, 0, 0);
        block(-1, -1, -1, -1);
        block(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3);
        ${loops.join('\n')}
        fclose(file);
      }`;
    host.writeFile(host.join(directory, 'random.h'), renderTemplate('cpp/random.h', {}));
    host.writeFile(host.join(directory, 'main.cpp'), source);
    const compiled = host.runProgram('g++', [...DEFAULT_FLAGS, 'main.cpp', '-o', 'main'], { cwd: directory });
    assert.equal(compiled.status, 0, compiled.stderr);
    blocks = host.runProgram('./main', [], { cwd: directory }).stdout;
    const all = new Float64Array(new Uint8Array(host.readFile(host.join(directory, 'draws.bin'))!).buffer);
    columns = FUNCTIONS.map((_, f) => all.subarray(f * DRAWS, (f + 1) * DRAWS));
  });

  it('pass the known-answer test of Threefry', () => {
    assert.equal(blocks, '6b200159 99ba4efe\n1cb996fc bb002be7\nc4923a9c 483df7a0\n');
  });

  for (const [f, { cpp, here, exact }] of FUNCTIONS.entries())
    it(`${exact ? 'equal' : 'equal to rounding'}: ${cpp}`, () => {
      for (let k = 0; k < DRAWS; k++) {
        const [x, y] = [columns[f]![k]!, here(k)];
        if (exact) assert.equal(x, y);
        else assert.ok(Math.abs(x - y) <= 1e-13 * Math.max(1, Math.abs(y)), `${x} and ${y} for ${k}`);
      }
    });
});
