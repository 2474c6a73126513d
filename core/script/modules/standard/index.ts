/** The modules of Python's standard library that scripts may import, by their dotted names. */
import type { Interpreter } from '../../interpreter.ts';
import type { PyModule } from '../../objects/module.ts';
import { functoolsModule } from './functools.ts';
import { itertoolsModule } from './itertools.ts';
import { mathModule } from './math.ts';
import { randomModule } from './random.ts';

export const STANDARD_MODULES: ReadonlyMap<string, (ctx: Interpreter) => PyModule> = new Map([
  ['functools', functoolsModule],
  ['itertools', itertoolsModule],
  ['math', mathModule],
  ['random', randomModule],
]);
