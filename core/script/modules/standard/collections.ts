/** Python's `collections`. */
import type { PyModule } from '../../objects/module.ts';
import type { PyValue } from '../../values.ts';
import { collectionsAbcModule } from './abstractClasses.ts';
import { fn, members, moduleOf } from './define.ts';
import { DEQUE } from './deque.ts';
import { COUNTER, DEFAULT_DICT, ORDERED_DICT } from './dictionaries.ts';
import { namedtuple } from './namedtuple.ts';

const NAMEDTUPLE = fn(
  'namedtuple',
  'typename field_names * rename=False defaults=None module=None',
  namedtuple,
);

export function collectionsModule(): PyModule {
  const classes = [DEFAULT_DICT, ORDERED_DICT, COUNTER, DEQUE];
  return moduleOf(
    'collections',
    members(NAMEDTUPLE),
    new Map<string, PyValue>(classes.map((cls) => [cls.name, cls])),
    new Map([['abc', collectionsAbcModule()]]),
  );
}
