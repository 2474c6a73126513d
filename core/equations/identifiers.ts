/** Which names a model may define. */
import { DEFAULT_CONSTANTS, DEFAULT_FUNCTIONS } from '../functions/defaults.ts';
import { unitByName } from '../units/registry.ts';

const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);
const SPECIAL = new Set(['t', 'dt', 't_in_timesteps', 'xi', 'i', 'N']);
const REFRACTORY = new Set(['not_refractory', 'refractory', 'refractory_until']);

/** Brian's SyntaxError for a name that no equation may define; undefined for a good one. */
export function identifierProblem(name: string): string | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name)) return `'${name}' is not a valid variable name.`;
  if (KEYWORDS.has(name)) return `'${name}' is a Python keyword and cannot be used as a variable.`;
  if (name.startsWith('_'))
    return `Variable '${name}' starts with an underscore, this is only allowed for variables used internally`;
  if (SPECIAL.has(name) || name.startsWith('xi_'))
    return `'${name}' has a special meaning in equations and cannot be used as a variable name.`;
  const kind = takenBy(name);
  if (kind !== undefined) return `'${name}' is the name of a ${kind}, cannot be used as a variable name.`;
  if (REFRACTORY.has(name))
    return `The name '${name}' is used in the refractory mechanism  and should not be used as a variable name.`;
  return undefined;
}

const MEANINGS: Readonly<Record<string, string>> = {
  t: 'the time of the simulation',
  dt: 'the time step',
  t_in_timesteps: 'the time in steps',
  i: "the index of the neuron; for a current write 'I'",
  N: 'the number of elements',
  xi: 'white noise',
};

/** What to do about a name that is taken. */
export function identifierHint(name: string): string {
  const meaning = Object.hasOwn(MEANINGS, name) ? `'${name}' is ${MEANINGS[name]}. ` : '';
  return `${meaning}Choose another name, '${/^\w+$/.test(name) ? name.replace(/^_+/, '') : 'x'}_syn' for example.`;
}

function takenBy(name: string): string | undefined {
  if (DEFAULT_FUNCTIONS.has(name)) return 'function';
  if (DEFAULT_CONSTANTS.has(name)) return 'constant';
  return unitByName(name) === undefined ? undefined : 'unit';
}
