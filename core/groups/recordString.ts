import type { CodeStringTree } from '../language/model.ts';
import { resolveBuiltin } from '../namespaces/builtins.ts';
import { NO_EXTERNALS } from '../namespaces/externals.ts';
import type { Resolved } from '../namespaces/resolved.ts';
import type { Session } from '../network/session.ts';
import type { SourceString } from '../text/provenance.ts';
import type { VariableOwner } from './group.ts';

/** Tells the editor that a string of the script is code of `owner`. Costs nothing in a run. */
export function recordString(
  owner: VariableOwner & { readonly session: Session },
  role: string,
  source: SourceString,
  tree: () => CodeStringTree,
): void {
  const { session } = owner;
  if (!session.analysing || source.provenance === undefined) return;
  session.recordCodeString({
    source,
    role,
    owner: owner.name,
    tree: tree(),
    resolve: (name) => resolveForEditor(owner, name),
  });
}

/** As a run would resolve the name, in the frame of the last run, else in that of the script's end. */
function resolveForEditor(
  owner: VariableOwner & { readonly session: Session },
  name: string,
): Resolved | undefined {
  const own = owner.variables.resolve(name) ?? resolveBuiltin(name);
  if (own !== undefined) return own;
  const runNamespace = owner.session.lastRunNamespace ?? NO_EXTERNALS;
  const external = owner.groupNamespace?.lookup(name) ?? runNamespace.lookup(name);
  return external?.kind === 'array' || external?.kind === 'fault' ? undefined : external;
}
