/** The modules of Python's standard library that scripts may import, by their dotted names. */
import type { Interpreter } from '../../interpreter.ts';
import type { PyModule } from '../../objects/module.ts';
import { abcModule, collectionsAbcModule } from './abstractClasses.ts';
import { argparseModule } from './argparse.ts';
import { collectionsModule } from './collections.ts';
import { contextlibModule } from './contextlib.ts';
import { copyModule } from './copy.ts';
import { datetimeModule } from './datetime.ts';
import { functoolsModule } from './functools.ts';
import { itertoolsModule } from './itertools.ts';
import { jsonModule } from './json.ts';
import { loggingModule } from './logging.ts';
import { mathModule } from './math.ts';
import { operatorModule } from './operator.ts';
import { osModule, osPathModule } from './os.ts';
import { pathlibModule } from './pathlib.ts';
import { randomModule } from './random.ts';
import { reModule } from './re.ts';
import { futureModule, gcModule } from './small.ts';
import { sysModule } from './sys.ts';
import { stringModule, textwrapModule } from './text.ts';
import { timeModule } from './time.ts';
import { typingModule } from './typing.ts';
import { warningsModule } from './warnings.ts';

export const STANDARD_MODULES: ReadonlyMap<string, (ctx: Interpreter) => PyModule> = new Map([
  ['__future__', futureModule],
  ['abc', abcModule],
  ['argparse', argparseModule],
  ['collections', collectionsModule],
  ['collections.abc', collectionsAbcModule],
  ['contextlib', contextlibModule],
  ['copy', copyModule],
  ['datetime', datetimeModule],
  ['functools', functoolsModule],
  ['gc', gcModule],
  ['itertools', itertoolsModule],
  ['json', jsonModule],
  ['logging', loggingModule],
  ['math', mathModule],
  ['operator', operatorModule],
  ['os', osModule],
  ['os.path', osPathModule],
  ['pathlib', pathlibModule],
  ['random', randomModule],
  ['re', reModule],
  ['string', stringModule],
  ['sys', sysModule],
  ['textwrap', textwrapModule],
  ['time', timeModule],
  ['typing', typingModule],
  ['warnings', warningsModule],
]);
