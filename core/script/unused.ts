/** What a script makes and nothing uses: objects that no network holds, equations that no group has. */
import type { BrianObject } from '../network/object.ts';
import type { Session } from '../network/session.ts';
import { type Problem, warning } from '../problems/problem.ts';
import type { Expr, Stmt } from './syntax/ast.ts';
import type { ParsedScript } from './syntax/parse.ts';
import { PyStr } from './values.ts';

/**
 * Objects that were there at the last run, in no network; newer releases of Brian warn of them. Call it only
 * where the analysis has followed the script exactly.
 */
export function unusedObjects(session: Session): Problem[] {
  const { lastRun, scope } = session;
  if (lastRun === undefined || lastRun.isOpen) return [];
  const unused = session.objects
    .slice(0, lastRun.objects)
    .filter((object) => object.addToMagicNetwork && !object.wasAdded && object.scope === scope);
  const told = unused.filter((object) => !object.dependencies().some((needed) => unused.includes(needed)));
  const places = new Map(told.map((object) => [object.location?.range.start, object]));
  return [...places.values()].map((object) => neverRun(object, lastRun.isMagic));
}

function neverRun({ name, location }: BrianObject, isMagic: boolean): Problem {
  const message = `The object '${name}' is in no network: the simulation goes on without it.`;
  const hint = isMagic
    ? 'run() takes the variables of the code that calls it, not what is in lists, dictionaries, attributes or other functions: make a Network of these.'
    : 'Add it to the Network.';
  return { ...warning('unused-object', message, location), hint };
}

/** Functions that reach variables by names that are not written down. */
const REACHES_ANY_NAME = /\b(?:globals|locals|vars|eval|exec|getattr|__all__)\b/;

/** Models that the script keeps in a variable of which nothing else in its text has the name. */
export function unusedEquations({ text, document, statements }: ParsedScript): Problem[] {
  if (REACHES_ANY_NAME.test(text)) return [];
  return statements
    .flatMap(modelsOf)
    .filter(({ name }) => [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length === 1)
    .map(({ name, start, end }) => ({
      ...warning('unused-equations', `Nothing uses the equations in '${name}'.`, undefined, 'information'),
      hint: `Give them to a group: NeuronGroup(N, ${name}, ...).`,
      location: { document, range: { start, end } },
    }));
}

/** `name = '''dv/dt = ...'''` */
function modelsOf(statement: Stmt): Extract<Expr, { kind: 'name' }>[] {
  if (statement.kind !== 'assign' || statement.value.kind !== 'constant') return [];
  const { value } = statement.value;
  const isModel = value instanceof PyStr && /^\s*d\w+\s*\/\s*dt\s*=.*:/m.test(value.value);
  return isModel ? statement.targets.filter((target) => target.kind === 'name') : [];
}
