/**
 * The names of Brian's units. Nothing is built at start-up: a name is taken apart into prefix, base and
 * power when it is asked for, and the complete tables are made once, when something wants them all.
 */
import { Dimension } from './dimension.ts';
import { Unit } from './unit.ts';

interface BaseUnit {
  /** The spelling that Brian prefers comes first. */
  readonly names: readonly string[];
  readonly symbol: string;
  readonly scale: number;
  readonly exponents: readonly number[];
  readonly prefixes: 'all' | 'none';
  readonly powers: boolean;
}

function base(
  names: string,
  symbol: string,
  exponents: readonly number[],
  rest: { scale?: number; prefixes?: 'all' | 'none'; powers?: boolean } = {},
): BaseUnit {
  const { scale = 0, prefixes = 'all', powers = true } = rest;
  return { names: names.split(' '), symbol, exponents, scale, prefixes, powers };
}

// Exponents in the order m kg s A K mol cd. Where several rows share dimension and scale, the first is shown.
const BASE_UNITS: readonly BaseUnit[] = [
  base('metre meter', 'm', [1]),
  base('kilogram kilogramme', 'kg', [0, 1], { prefixes: 'none' }),
  base('second', 's', [0, 0, 1]),
  base('amp', 'A', [0, 0, 0, 1]),
  base('ampere', 'A', [0, 0, 0, 1]),
  base('kelvin', 'K', [0, 0, 0, 0, 1], { prefixes: 'none' }),
  base('mole', 'mol', [0, 0, 0, 0, 0, 1]),
  base('mol', 'mol', [0, 0, 0, 0, 0, 1]),
  base('candle', 'cd', [0, 0, 0, 0, 0, 0, 1]),
  base('gram gramme', 'g', [0, 1], { scale: -3 }),
  base('molar', 'M', [-3, 0, 0, 0, 0, 1], { scale: 3 }),
  base('radian', 'rad', []),
  base('steradian', 'sr', []),
  base('hertz', 'Hz', [0, 0, -1]),
  base('newton', 'N', [1, 1, -2]),
  base('pascal', 'Pa', [-1, 1, -2]),
  base('joule', 'J', [2, 1, -2]),
  base('watt', 'W', [2, 1, -3]),
  base('coulomb', 'C', [0, 0, 1, 1]),
  base('volt', 'V', [2, 1, -3, -1]),
  base('farad', 'F', [-2, -1, 4, 2]),
  base('ohm', 'ohm', [2, 1, -3, -2]),
  base('siemens', 'S', [-2, -1, 3, 2]),
  base('weber', 'Wb', [2, 1, -2, -1]),
  base('tesla', 'T', [0, 1, -2, -1]),
  base('henry', 'H', [2, 1, -2, -2]),
  base('lumen', 'lm', [0, 0, 0, 0, 0, 0, 1]),
  base('lux', 'lx', [-2, 0, 0, 0, 0, 0, 1]),
  base('becquerel', 'Bq', [0, 0, -1]),
  base('gray', 'Gy', [2, 0, -2]),
  base('sievert', 'Sv', [2, 0, -2]),
  base('katal', 'kat', [0, 0, -1, 0, 0, 1]),
  base('litre liter', 'l', [3], { scale: -3, powers: false }),
];

/** Decimal exponents of the prefixes that are used for display and known to strings. */
const COMMON_PREFIXES: Readonly<Record<string, number>> = {
  y: -24,
  z: -21,
  a: -18,
  f: -15,
  p: -12,
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
  Z: 21,
  Y: 24,
};
const RARE_PREFIXES: Readonly<Record<string, number>> = { c: -2, d: -1, da: 1, h: 2 };
const ALL_PREFIXES: Readonly<Record<string, number>> = { ...COMMON_PREFIXES, ...RARE_PREFIXES };

/** Decimal exponents of all prefixes, the empty one included. */
export const PREFIXES: ReadonlyMap<string, number> = new Map([['', 0], ...Object.entries(ALL_PREFIXES)]);

/** Abbreviation -> long name; the complete list. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  mV: 'mvolt',
  mA: 'mamp',
  uA: 'uamp',
  nA: 'namp',
  pA: 'pamp',
  pF: 'pfarad',
  uF: 'ufarad',
  nF: 'nfarad',
  nS: 'nsiemens',
  uS: 'usiemens',
  mS: 'msiemens',
  ms: 'msecond',
  us: 'usecond',
  Hz: 'hertz',
  kHz: 'khertz',
  MHz: 'Mhertz',
  cm: 'cmetre',
  cm2: 'cmetre2',
  cm3: 'cmetre3',
  mm: 'mmetre',
  mm2: 'mmetre2',
  mm3: 'mmetre3',
  um: 'umetre',
  um2: 'umetre2',
  um3: 'umetre3',
  mM: 'mmolar',
  uM: 'umolar',
  nM: 'nmolar',
};

/** What `brian2.units.stdunits` offers. */
export const PYTHON_ABBREVIATIONS: readonly string[] = Object.keys(ABBREVIATIONS);

/** Long names that `from brian2 import *` brings in, without prefixes. */
const PYTHON_NAMES =
  'amp kelvin kilogram metre meter second mole coulomb farad gram gramme hertz joule molar liter litre pascal ohm siemens volt watt';
const PYTHON_PREFIXES = ['p', 'n', 'u', 'm', 'k', 'M', 'G', 'T'];

const baseByName = lazy(
  () => new Map(BASE_UNITS.flatMap((row) => row.names.map((name) => [name, row] as const))),
);

/** A unit that equation and code strings know without any namespace. */
export function unitByName(name: string): Unit | undefined {
  return isKnownToStrings(name) ? anyUnit(name) : undefined;
}

/** Any unit of `brian2.units.allunits`, or an abbreviation. */
export function anyUnit(name: string): Unit | undefined {
  const long = Object.hasOwn(ABBREVIATIONS, name) ? ABBREVIATIONS[name]! : name;
  return composeUnit(long);
}

/** Every unit of `brian2.units.allunits` by its name; the abbreviations are not among them. */
export const allUnits: () => ReadonlyMap<string, Unit> = lazy(() => {
  const units = new Map<string, Unit>();
  for (const row of BASE_UNITS) {
    const prefixes = row.prefixes === 'none' ? [''] : ['', ...Object.keys(ALL_PREFIXES)];
    for (const name of row.names)
      for (const suffix of row.powers ? ['', '2', '3'] : [''])
        for (const prefix of prefixes) addUnit(units, prefix + name + suffix);
  }
  return units;
});

/** Every name of `unitByName` with its unit. */
export const stringUnits: () => ReadonlyMap<string, Unit> = lazy(() => {
  const names = [...allUnits().keys(), ...Object.keys(ABBREVIATIONS)].filter(isKnownToStrings);
  return new Map(names.map((name) => [name, anyUnit(name)!]));
});

/** The units that `from brian2 import *` defines. */
export const pythonUnits: () => ReadonlyMap<string, Unit> = lazy(() => {
  const units = new Map<string, Unit>();
  for (const name of PYTHON_NAMES.split(' ')) {
    const prefixes = baseByName().get(name)!.prefixes === 'none' ? [] : PYTHON_PREFIXES;
    for (const prefix of ['', ...prefixes]) addUnit(units, prefix + name);
  }
  for (const name of ['cmetre', 'cmeter', ...Object.keys(ABBREVIATIONS)]) units.set(name, anyUnit(name)!);
  return units;
});

/** Names that may stand after the colon of an equation: scale 1, no squares or cubes. */
export const equationUnits: () => ReadonlyMap<string, Unit> = lazy(() => {
  const names = EQUATION_UNIT_GROUPS.flat();
  return new Map(names.map((name) => [name, anyUnit(name)!]));
});

/** Equal units stand together, the preferred spelling first; in the order of Brian's message. */
export const EQUATION_UNIT_GROUPS: readonly (readonly string[])[] = [
  ['amp', 'ampere'],
  ['candle', 'lumen'],
  ['coulomb'],
  ['farad'],
  ['gray', 'sievert'],
  ['henry'],
  ['hertz', 'Hz', 'becquerel'],
  ['joule'],
  ['katal'],
  ['kelvin'],
  ['kilogram', 'kilogramme', 'kgram', 'kgramme'],
  ['klitre', 'kliter'],
  ['lux'],
  ['metre', 'meter'],
  ['mmolar', 'mM'],
  ['mole', 'mol'],
  ['newton'],
  ['ohm'],
  ['pascal'],
  ['radian', 'steradian'],
  ['second'],
  ['siemens'],
  ['tesla'],
  ['volt'],
  ['watt'],
  ['weber'],
];

/** The units of each dimension among which a quantity's display is chosen, preferred spelling only. */
export const standardUnits: () => ReadonlyMap<Dimension, readonly Unit[]> = lazy(() => {
  const units = new Map<Dimension, Map<number, Unit>>();
  for (const row of BASE_UNITS) {
    if (!row.powers) continue;
    const prefixes = row.prefixes === 'none' ? [''] : ['', ...Object.keys(COMMON_PREFIXES)];
    for (const suffix of ['', '2', '3'])
      for (const prefix of prefixes) keepFirst(units, composeUnit(prefix + row.names[0]! + suffix)!);
  }
  return new Map([...units].map(([dimension, byScale]) => [dimension, [...byScale.values()]]));
});

function keepFirst(units: Map<Dimension, Map<number, Unit>>, unit: Unit): void {
  const byScale = units.get(unit.dimension) ?? new Map<number, Unit>();
  units.set(unit.dimension, byScale);
  if (!byScale.has(unit.scale)) byScale.set(unit.scale, unit);
}

function addUnit(units: Map<string, Unit>, name: string): void {
  const unit = composeUnit(name);
  if (unit !== undefined) units.set(name, unit);
}

const composed = new Map<string, Unit>();

/** Takes `umetre2` apart; undefined where the name is no unit. Equal names give the same object. */
function composeUnit(name: string): Unit | undefined {
  const known = composed.get(name);
  if (known !== undefined) return known;
  const unit = compose(name);
  if (unit !== undefined) composed.set(name, unit);
  return unit;
}

function compose(name: string): Unit | undefined {
  const power = name.endsWith('2') ? 2 : name.endsWith('3') ? 3 : 1;
  const stem = power === 1 ? name : name.slice(0, -1);
  const parts = splitPrefix(stem);
  if (parts === undefined || (power !== 1 && !parts.row.powers)) return undefined;
  const symbol = parts.prefix + parts.row.symbol;
  return new Unit(
    name,
    power === 1 ? symbol : `${symbol}^${power}`,
    Dimension.of(parts.row.exponents).power(power),
    ((ALL_PREFIXES[parts.prefix] ?? 0) + parts.row.scale) * power,
  );
}

function splitPrefix(stem: string): { prefix: string; row: BaseUnit } | undefined {
  const whole = baseByName().get(stem);
  if (whole !== undefined) return { prefix: '', row: whole };
  for (const length of [1, 2]) {
    const prefix = stem.slice(0, length);
    const row = baseByName().get(stem.slice(length));
    if (row !== undefined && row.prefixes === 'all' && Object.hasOwn(ALL_PREFIXES, prefix))
      return { prefix, row };
  }
  return undefined;
}

/** Strings know neither `mS` nor the prefixes c d da h, except for litres and the abbreviated centimetres. */
function isKnownToStrings(name: string): boolean {
  if (Object.hasOwn(ABBREVIATIONS, name)) return name !== 'mS';
  const parts = splitPrefix(/[23]$/.test(name) ? name.slice(0, -1) : name);
  if (parts === undefined) return false;
  return !parts.row.powers || !Object.hasOwn(RARE_PREFIXES, parts.prefix);
}

function lazy<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
