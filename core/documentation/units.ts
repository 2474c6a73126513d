/** Units by their names: the sentences are made, as there are two thousand. */
import { DIMENSIONLESS, type Dimension } from '../units/dimension.ts';
import { unitDisplay } from '../units/displayUnits.ts';
import { anyUnit, EQUATION_UNIT_GROUPS, equationUnits, pythonUnits, unitByName } from '../units/registry.ts';

export interface UnitDocumentation {
  readonly name: string;
  /** What it measures, its size in SI units and its dimensions, one sentence each. */
  readonly text: string;
  /** Where the name can be written. */
  readonly places: string;
  readonly example: string;
}

/** Words in the place of a unit that say of which type a variable is. */
const TYPE_WORDS: ReadonlyMap<string, UnitDocumentation> = new Map([
  ['1', word('1', 'A number without unit.', 'x : 1')],
  ['boolean', word('boolean', 'True or false.', 'is_active : boolean')],
  ['integer', word('integer', 'A whole number without unit, of 32 bits.', 'counter : integer')],
]);

function word(name: string, text: string, example: string): UnitDocumentation {
  return { name, text, places: 'Stands after the colon of an equation.', example };
}

/** What is measured, by the unit without prefix. */
const MEASURED: Readonly<Record<string, string>> = {
  metre: 'Length',
  kilogram: 'Mass',
  second: 'Time',
  amp: 'Electric current',
  kelvin: 'Temperature',
  mole: 'Amount of substance',
  candle: 'Luminous intensity',
  radian: 'Plane angle',
  hertz: 'Frequency, firing rate',
  newton: 'Force',
  pascal: 'Pressure',
  joule: 'Energy',
  watt: 'Power',
  coulomb: 'Electric charge',
  volt: 'Voltage, membrane potential',
  farad: 'Capacitance',
  ohm: 'Resistance',
  siemens: 'Conductance',
  weber: 'Magnetic flux',
  tesla: 'Magnetic flux density',
  henry: 'Inductance',
  lux: 'Illuminance',
  gray: 'Absorbed dose',
  katal: 'Catalytic activity',
  molar: 'Concentration',
  metre2: 'Area',
  metre3: 'Volume',
};

/** The unit or type word of that name; undefined where there is none. */
export function unitDocumentation(name: string): UnitDocumentation | undefined {
  const special = TYPE_WORDS.get(name);
  if (special !== undefined) return special;
  const unit = anyUnit(name);
  if (unit === undefined) return undefined;
  const { value, dimension } = unit;
  const text = `${measured(dimension)}${sizeOf(value, dimension)}`;
  return { name, text, places: placesOf(name, dimension), example: exampleOf(name) };
}

export function typeWords(): Iterable<string> {
  return TYPE_WORDS.keys();
}

function measured(dimension: Dimension): string {
  if (dimension === DIMENSIONLESS) return '';
  const found = Object.entries(MEASURED).find(([name]) => anyUnit(name)?.dimension === dimension);
  return found === undefined ? '' : `${found[1]}. `;
}

/** `Unit: 0.001 V, dimension m^2 kg s^-3 A^-1.` */
function sizeOf(value: number, dimension: Dimension): string {
  if (dimension === DIMENSIONLESS && value === 1) return 'Unit without dimension.';
  const base = dimension.toString();
  const named = unitDisplay(dimension);
  const scale = value === 1 ? '' : `${Number(value.toPrecision(12))} `;
  return named === base ? `Unit: \`${scale}${base}\`.` : `Unit: \`${scale}${named}\`, dimension \`${base}\`.`;
}

function placesOf(name: string, dimension: Dimension): string {
  const inStrings = unitByName(name) !== undefined;
  const inPython = pythonUnits().has(name);
  const known = inStrings
    ? `Known to all strings${inPython ? ' and to scripts' : '; scripts import it from `brian2.units.allunits`'}.`
    : `A name of scripts only${inPython ? '' : ', from `brian2.units.allunits`'}: strings know it where the script does.`;
  return `${known} ${afterColon(name, dimension)}`.trim();
}

/** After a colon only units of scale 1 may stand. */
function afterColon(name: string, dimension: Dimension): string {
  if (equationUnits().has(name)) return 'May stand after the colon of an equation.';
  const base = EQUATION_UNIT_GROUPS.find(([first]) => anyUnit(first!)?.dimension === dimension)?.[0];
  return base === undefined ? '' : `After the colon of an equation write \`${base}\`.`;
}

function exampleOf(name: string): string {
  return `10*${name}`;
}
