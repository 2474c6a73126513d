/** Modules of which scripts use a name or two: `__future__`, `gc`. */
import type { PyModule } from '../../objects/module.ts';
import type { PyValue } from '../../values.ts';
import { fn, members, moduleOf, Namespace } from './define.ts';

const FEATURES = [
  'absolute_import',
  'annotations',
  'barry_as_FLUFL',
  'division',
  'generator_stop',
  'generators',
  'nested_scopes',
  'print_function',
  'unicode_literals',
  'with_statement',
];

export function futureModule(): PyModule {
  const features = FEATURES.map((name): [string, PyValue] => [name, new Namespace('_Feature', new Map())]);
  return moduleOf('__future__', new Map(features));
}

export function gcModule(): PyModule {
  return moduleOf(
    'gc',
    members(
      fn('collect', 'generation=2', () => 0n),
      fn('enable', '', () => null),
      fn('disable', '', () => null),
      fn('isenabled', '', () => true),
    ),
  );
}
