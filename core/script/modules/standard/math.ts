/** Python's `math`. */
import { NativeFunction } from '../../objects/functions.ts';
import { PyModule } from '../../objects/module.ts';
import { toNumber } from '../../operations/numbers.ts';
import { type PyValue, Unknown } from '../../values.ts';

export function mathModule(): PyModule {
  const members = new Map<string, PyValue>([
    ['pi', Math.PI],
    ['e', Math.E],
  ]);
  members.set(
    'exp',
    new NativeFunction('exp', (args) =>
      args.positional[0] instanceof Unknown ? new Unknown() : Math.exp(toNumber(args.positional[0] ?? null)),
    ),
  );
  return new PyModule('math', members);
}
