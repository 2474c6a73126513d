import type { EndIndices } from '../devices/device.ts';
import type { Externals } from '../namespaces/externals.ts';
import { didYouMeanOf } from '../namespaces/nearest.ts';
import type { ResolveContext } from '../namespaces/resolve.ts';
import type { ObjectState } from '../network/networkState.ts';
import { BrianObject, type ObjectOptions, type RunContext } from '../network/object.ts';
import type { Session } from '../network/session.ts';
import type { Problem } from '../problems/problem.ts';
import type { Location } from '../text/range.ts';
import { restoreVariables, storedVariables } from '../variables/storedVariables.ts';
import type { Variables } from '../variables/variables.ts';

export interface GroupOptions extends ObjectOptions {
  /** `namespace=`: looked at before the run's namespace. */
  readonly namespace?: Externals;
}

/** The number of elements of a group in an analysis that does not know it: every index may be right. */
export const UNKNOWN_SIZE = Number.POSITIVE_INFINITY;

/** Anything that owns variables and resolves the names of code about them. */
export interface VariableOwner {
  readonly name: string;
  readonly className: string;
  readonly location?: Location;
  readonly variables: Variables;
  /** Number of elements; changes for synapses only. */
  readonly N: number;
  /** What to add to an element's number to find it in the arrays of the group proper. */
  readonly start: number;
  readonly groupNamespace?: Externals;
  /** Only synapses: how their code reaches the neurons. */
  readonly ends?: EndIndices;
}

/** A Brian object that owns variables. */
export abstract class Group extends BrianObject implements VariableOwner {
  abstract readonly variables: Variables;
  abstract readonly N: number;
  readonly start: number = 0;
  /** Set by synapses alone. */
  declare readonly ends?: EndIndices;
  readonly groupNamespace?: Externals;

  constructor(options: GroupOptions) {
    super(options);
    this.groupNamespace = options.namespace;
  }

  override storedState(): ObjectState {
    return storedVariables(this.variables, this.session.storage);
  }

  override restoreState(state: ObjectState): void {
    restoreVariables(this.variables, this.session.storage, state);
  }
}

/** Where the names of a group's code come from during a run. */
export function runResolveContext(owner: VariableOwner, run: RunContext): ResolveContext {
  return {
    variables: owner.variables,
    groupNamespace: owner.groupNamespace,
    runNamespace: run.runNamespace,
    report: run.report,
    objectName: owner.name,
    preferences: run.session.preferences,
    conflicts: conflictsOf(owner, run.session),
    fallback: owner.location,
  };
}

/** Warnings about names that code of the group resolves, each text once. */
export function conflictsOf(owner: { readonly name: string }, session: Session): ResolveContext['conflicts'] {
  return { group: owner.name, report: (problem) => session.warnOnce(problem) };
}

const ALWAYS_THERE: ReadonlySet<string> = new Set(['N', 'i', 'j', 't', 'dt', 't_in_timesteps']);

/** The variables of a group that are nearest to a name, and a list of all that it has of its own. */
export function nearestVariables(
  { variables, name: group }: Pick<VariableOwner, 'variables' | 'name'>,
  name: string,
): string {
  const own = [...variables.names()].filter((one) => !one.startsWith('_') && !ALWAYS_THERE.has(one));
  return didYouMeanOf(name, own, `The variables of '${group}'`);
}

/** A problem of this group, at its creation where nothing better is known. */
export function groupProblem(
  owner: { readonly name: string; readonly location?: Location },
  code: string,
  errorClass: string,
  message: string,
  location?: Location,
): Problem {
  return { code, severity: 'error', errorClass, message, location: location ?? owner.location };
}
