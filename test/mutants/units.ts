/** Units by what they measure: a change to another row changes the dimension. */
const UNITS: readonly (readonly string[])[] = [
  ['second', 'ms', 'us', 'msecond'],
  ['volt', 'mV', 'mvolt'],
  ['amp', 'nA', 'pA', 'uA', 'namp'],
  ['siemens', 'nS', 'uS', 'msiemens'],
  ['ohm', 'Mohm'],
  ['farad', 'pF', 'nF', 'uF'],
  ['Hz', 'kHz', 'hertz'],
  ['metre', 'meter', 'um', 'mm', 'cm'],
];

const ROW_OF = new Map(UNITS.flatMap((row) => row.map((name) => [name, row] as const)));

export function isUnit(name: string): boolean {
  return ROW_OF.has(name);
}

/** Units of another dimension. */
export function otherUnits(name: string): string[] {
  return UNITS.filter((row) => row !== ROW_OF.get(name)).flat();
}

/** Units of the same dimension; in an equation all but the first are wrong. */
export function sameUnits(name: string): readonly string[] {
  return ROW_OF.get(name) ?? [];
}

/** What may stand after the colon of an equation. */
export function equationUnits(): string[] {
  return ['1', ...UNITS.map((row) => row[0] as string)];
}
