/** The modules of Python's standard library that scripts may import, by their dotted names. */
import type { Interpreter } from '../../interpreter.ts';
import type { PyModule } from '../../objects/module.ts';
import { abcModule, collectionsAbcModule } from './abstractClasses.ts';
import { collectionsModule } from './collections.ts';
import { copyModule } from './copy.ts';
import { functoolsModule } from './functools.ts';
import { itertoolsModule } from './itertools.ts';
import { jsonModule } from './json.ts';
import { mathModule } from './math.ts';
import { operatorModule } from './operator.ts';
import { osModule, osPathModule } from './os.ts';
import { pathlibModule } from './pathlib.ts';
import { randomModule } from './random.ts';
import { timeModule } from './time.ts';

export const STANDARD_MODULES: ReadonlyMap<string, (ctx: Interpreter) => PyModule> = new Map([
  ['abc', abcModule],
  ['collections', collectionsModule],
  ['collections.abc', collectionsAbcModule],
  ['copy', copyModule],
  ['functools', functoolsModule],
  ['itertools', itertoolsModule],
  ['json', jsonModule],
  ['math', mathModule],
  ['operator', operatorModule],
  ['os', osModule],
  ['os.path', osPathModule],
  ['pathlib', pathlibModule],
  ['random', randomModule],
  ['time', timeModule],
]);
