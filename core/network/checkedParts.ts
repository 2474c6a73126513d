import type { External, Externals } from '../namespaces/externals.ts';
import type { CodeRunner, RunContext } from './object.ts';

type Lookups = ReadonlyMap<string, External | undefined>;

interface Checked {
  readonly lookups: Lookups;
  /** All of the group's own namespace, which the script may change. */
  readonly own: Lookups;
  readonly open: boolean | undefined;
  readonly dt: number;
}

/**
 * What an analysis has checked. A script that simulates in a loop prepares the same parts again and again; one
 * for which all names still stand for the same has nothing new to say.
 */
export class CheckedParts {
  private readonly checked = new WeakMap<CodeRunner, Checked>();

  /** Prepares a part unless an earlier run of the same network has, under the same conditions. */
  check(part: CodeRunner, context: RunContext): void {
    const { runNamespace } = context;
    if (this.isKnown(part, runNamespace)) return;
    const lookups = new Map<string, External | undefined>();
    const watched: Externals = {
      names: () => runNamespace.names(),
      open: runNamespace.open,
      lookup: (name) => {
        const found = runNamespace.lookup(name);
        lookups.set(name, found);
        return found;
      },
    };
    part.prepare({ ...context, runNamespace: watched });
    this.checked.set(part, {
      lookups,
      own: ownNames(part),
      open: runNamespace.open,
      dt: part.clock.dt,
    });
  }

  private isKnown(part: CodeRunner, namespace: Externals): boolean {
    const known = this.checked.get(part);
    if (known === undefined || known.open !== namespace.open || known.dt !== part.clock.dt) return false;
    for (const [name, before] of known.lookups) if (!isSame(before, namespace.lookup(name))) return false;
    const own = ownNames(part);
    return own.size === known.own.size && [...own].every(([name, now]) => isSame(known.own.get(name), now));
  }
}

function ownNames({ owner }: CodeRunner): Lookups {
  const namespace = (owner as { readonly groupNamespace?: Externals }).groupNamespace;
  if (namespace === undefined) return new Map();
  return new Map([...namespace.names()].map((name) => [name, namespace.lookup(name)]));
}

function isSame(a: External | undefined, b: External | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  switch (a.kind) {
    case 'constant':
      return (
        b.kind === 'constant' &&
        Object.is(a.value, b.value) &&
        a.dimension === b.dimension &&
        a.valueType === b.valueType
      );
    case 'function':
      return b.kind === 'function' && a.function === b.function;
    case 'unknown':
      return b.kind === 'unknown' && a.dimension === b.dimension;
    case 'array':
      return b.kind === 'array';
    case 'fault':
      return b.kind === 'fault' && a.message === b.message;
  }
}
