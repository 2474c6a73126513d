/** Units as somebody would write them in a script: `volt/second`, not a product of base units. */
import { DIMENSIONLESS, type Dimension, SECOND } from './dimension.ts';
import { unitByName } from './registry.ts';

/** Units that models are written in, the likelier ones first, each with the prefixed unit of usual values. */
const FAMILIAR: readonly (readonly [name: string, usual: string])[] = [
  ['volt', 'mV'],
  ['amp', 'nA'],
  ['second', 'ms'],
  ['siemens', 'nS'],
  ['ohm', 'Mohm'],
  ['farad', 'pF'],
  ['hertz', 'Hz'],
  ['metre', 'um'],
  ['coulomb', 'coulomb'],
  ['mmolar', 'mM'],
  ['mole', 'mole'],
  ['watt', 'watt'],
  ['joule', 'joule'],
  ['newton', 'newton'],
  ['pascal', 'pascal'],
  ['kelvin', 'kelvin'],
  ['kilogram', 'kilogram'],
  ['weber', 'weber'],
  ['henry', 'henry'],
  ['tesla', 'tesla'],
];

/** What stands behind a familiar unit in a compound one, the likelier first. */
const BEHIND = [
  '/second',
  '/metre**2',
  '/metre',
  '*metre',
  '/metre**3',
  '*second',
  '*metre**2',
  '/volt',
  '*volt',
  '/amp',
  '/mole',
  '/coulomb',
  '/kelvin',
  '/second**2',
  '/second**0.5',
  '*second**0.5',
] as const;

interface Written {
  readonly text: string;
  readonly usual: string;
}

let written: ReadonlyMap<Dimension, Written> | undefined;

/**
 * A unit of scale 1 with that dimension, written as equations take it after the colon: `volt`,
 * `siemens/metre**2`, `second**-0.5`, `1`; undefined where nobody would know it by a name.
 */
export function writtenUnit(dimension: Dimension): string | undefined {
  return known(dimension)?.text;
}

/** A unit in the size of usual values: `mV`, `mV/second`; undefined as for `writtenUnit`, and without dimension. */
export function usualUnit(dimension: Dimension): string | undefined {
  return dimension === DIMENSIONLESS ? undefined : known(dimension)?.usual;
}

/** `in volt`, `without unit`, `in m^4 kg^2`: how a sentence tells a dimension. */
export function unitPhrase(dimension: Dimension): string {
  return dimension === DIMENSIONLESS ? 'without unit' : `in ${writtenUnit(dimension) ?? dimension}`;
}

function known(dimension: Dimension): Written | undefined {
  written ??= allWritten();
  return written.get(dimension);
}

function allWritten(): Map<Dimension, Written> {
  const found = new Map<Dimension, Written>([[DIMENSIONLESS, { text: '1', usual: '1' }]]);
  const add = (dimension: Dimension, text: string, usual = text) => {
    if (!found.has(dimension)) found.set(dimension, { text, usual });
  };
  for (const [name, usual] of FAMILIAR) add(dimensionNamed(name), name, usual);
  for (const power of [-0.5, 0.5, -2]) add(SECOND.power(power), `second**${power}`);
  for (const power of [2, 3, -1, -2]) add(dimensionNamed('metre').power(power), `metre**${power}`);
  for (const [name, usual] of FAMILIAR)
    for (const behind of BEHIND) add(compound(dimensionNamed(name), behind), name + behind, usual + behind);
  for (const [name] of FAMILIAR)
    for (const power of [-1, 2, -2, 0.5, -0.5]) add(dimensionNamed(name).power(power), `${name}**${power}`);
  return found;
}

function compound(front: Dimension, behind: string): Dimension {
  const [unit, power = '1'] = behind.slice(1).split('**');
  const factor = dimensionNamed(unit!).power(Number(power));
  return behind.startsWith('/') ? front.divide(factor) : front.multiply(factor);
}

function dimensionNamed(name: string): Dimension {
  return unitByName(name)!.dimension;
}
