import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GeneratedCode } from '../../core/codegen/render.ts';
import { renderTemplate } from '../../core/codegen/templates.ts';
import type { TypedArray } from '../../core/devices/plan.ts';

/**
 * Compiles one program that runs each piece of code over `N` elements, piece k writing `_array_resultK`, and
 * gives the values of these; undefined on a machine without a compiler.
 */
export function runCpp(
  codes: readonly GeneratedCode[],
  arrays: Readonly<Record<string, TypedArray>>,
  N: number,
): number[][] | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'spikelens-test-cpp-'));
  try {
    for (const header of ['functions.h', 'propagator.h'])
      writeFileSync(join(folder, header), renderTemplate(`cpp/${header}`, {}));
    writeFileSync(join(folder, 'main.cpp'), programText(codes, arrays, N));
    const program = join(folder, 'main');
    const compiled = spawnSync(
      'g++',
      ['-O1', '-std=c++17', '-Wall', '-Wno-unused-function', '-o', program, join(folder, 'main.cpp')],
      {
        encoding: 'utf8',
      },
    );
    if (compiled.error !== undefined) return undefined;
    if (compiled.status !== 0) throw new Error(compiled.stderr.split('\n').slice(0, 20).join('\n'));
    const lines = spawnSync(program, { encoding: 'utf8' }).stdout.trim().split('\n');
    return lines.map((line) => line.trim().split(' ').map(number));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function number(text: string): number {
  if (text === 'inf') return Number.POSITIVE_INFINITY;
  return text === '-inf' ? Number.NEGATIVE_INFINITY : Number(text);
}

function programText(
  codes: readonly GeneratedCode[],
  arrays: Readonly<Record<string, TypedArray>>,
  N: number,
): string {
  const inputs = Object.entries(arrays).map(
    ([name, values]) => `static const ${typeOf(values)} ${name}[] = {${[...values].join(', ')}};`,
  );
  const pieces = codes.map((code, k) => {
    const result = `_array_result${k}`;
    return `static void piece${k}() {
double ${result}[${N}];
${code.scalarCode.join('\n')}
for (int _idx = 0; _idx < ${N}; _idx++) {
${code.vectorCode.join('\n')}
}
for (int _k = 0; _k < ${N}; _k++) printf("%.17g ", ${result}[_k]);
printf("\\n");
}`;
  });
  return `#include <stdint.h>
#include <stdio.h>
#include "functions.h"
#include "propagator.h"
${inputs.join('\n')}
${pieces.join('\n')}
int main() {
${codes.map((_, k) => `piece${k}();`).join('\n')}
}
`;
}

function typeOf(values: TypedArray): string {
  if (values instanceof Int32Array) return 'int32_t';
  return values instanceof Uint8Array ? 'uint8_t' : 'double';
}
