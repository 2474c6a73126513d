import type { CodeObject } from '../codegen/codeObject.ts';
import type { External, Externals } from '../namespaces/externals.ts';
import type { Variables } from '../variables/variables.ts';
import type { CodeRunner, RunContext } from './object.ts';

type Lookups = ReadonlyMap<string, External | undefined>;

interface Checked {
  readonly lookups: Lookups;
  /** All of the group's own namespace, which the script may change. */
  readonly own: Lookups;
  readonly open: boolean | undefined;
  /** What else the code depends on, but for names. */
  readonly state: string;
  /** Absent in an analysis. */
  readonly code?: CodeObject;
}

/**
 * What was checked, and the code made of it. A script that simulates in a loop prepares the same parts again and
 * again; one for which all names still stand for the same has nothing new to say.
 */
export class CheckedParts {
  private readonly checked = new WeakMap<CodeRunner, Checked>();

  /** Prepares a part in an analysis unless an earlier run of the same network has, under the same conditions. */
  check(part: CodeRunner, context: RunContext): void {
    const state = String(part.clock.dt);
    if (this.known(part, state, context.runNamespace) === undefined) this.prepareNew(part, state, context);
  }

  /** The code of a part: of an earlier run where that has been made under the same conditions. */
  codeOf(part: CodeRunner, context: RunContext): CodeObject | undefined {
    if (part.settle === undefined) return part.prepare(context);
    const { variables } = part.owner as { readonly variables?: Variables };
    const { preferences } = context.session;
    const state = [part.settle(), part.clock.dt, variables?.revision, preferences.revision].join(' ');
    return this.known(part, state, context.runNamespace)?.code ?? this.prepareNew(part, state, context);
  }

  private prepareNew(part: CodeRunner, state: string, context: RunContext): CodeObject | undefined {
    const { runNamespace } = context;
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
    const code = part.prepare({ ...context, runNamespace: watched });
    this.checked.set(part, { lookups, own: ownNames(part), open: runNamespace.open, state, code });
    return code;
  }

  private known(part: CodeRunner, state: string, namespace: Externals): Checked | undefined {
    const known = this.checked.get(part);
    if (known === undefined || known.open !== namespace.open || known.state !== state) return undefined;
    for (const [name, before] of known.lookups) if (!isSame(before, namespace.lookup(name))) return undefined;
    const own = ownNames(part);
    const isUnchanged =
      own.size === known.own.size && [...own].every(([name, now]) => isSame(known.own.get(name), now));
    return isUnchanged ? known : undefined;
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
