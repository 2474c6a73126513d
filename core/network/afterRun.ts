import type { Group } from '../groups/group.ts';
import type { Network, RunRequest } from './network.ts';
import type { BrianObject } from './object.ts';

/** Beyond this a state variable has left all physiology: Brian's limit. */
const VERY_LARGE = 1e50;

/** Warns of variables that an unstable integration has driven to NaN or to very large values. */
export function checkAfterRun(network: Network, { location }: RunRequest): void {
  for (const object of network.objects) {
    if (!isIntegrated(object)) continue;
    for (const { name } of object.equations.diffEquations) {
      const variable = object.variables.get(name);
      if (variable?.kind !== 'array') continue;
      const values = network.session.storage.array(variable);
      if (values.every((value) => Math.abs(value) <= VERY_LARGE)) continue;
      const message =
        `${object.name}'s variable '${name}' has NaN, very large values, or encountered an error in numerical ` +
        'integration. This is usually a sign that an unstable or invalid integration method was chosen.';
      network.session.problems.report({
        code: 'invalid-values',
        severity: 'warning',
        errorClass: 'Warning',
        message,
        location: object.location ?? location,
      });
    }
  }
}

type Integrated = Group & {
  readonly equations: { readonly diffEquations: readonly { readonly name: string }[] };
};

function isIntegrated(object: BrianObject): object is Integrated {
  return 'equations' in object && 'variables' in object;
}
