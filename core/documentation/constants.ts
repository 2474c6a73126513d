/** Constants that strings know, and those that `brian2.units.constants` offers. */

export interface ConstantDocumentation {
  readonly text: string;
  readonly example: string;
}

/** Known to every string. */
const IN_STRINGS: Readonly<Record<string, ConstantDocumentation>> = {
  pi: { text: 'Ratio of a circle’s circumference to its diameter.', example: 'sin(2*pi*f*t)' },
  e: {
    text: 'Base of the natural logarithm. `exp(x)` is the better way to write powers of it.',
    example: 'e**-2',
  },
  inf: {
    text: 'Infinity, without unit: it can only be compared with numbers that have none.',
    example: 'x < inf',
  },
};

/** To be imported from `brian2.units.constants`. */
const PHYSICAL: Readonly<Record<string, ConstantDocumentation>> = {
  avogadro_constant: { text: 'Number of particles in a mole.', example: '1*mole*avogadro_constant' },
  boltzmann_constant: {
    text: 'Energy per temperature of a particle.',
    example: 'boltzmann_constant*310*kelvin/elementary_charge',
  },
  electric_constant: { text: 'Permittivity of the vacuum.', example: '2*electric_constant/(5*nmetre)' },
  electron_mass: { text: 'Mass of an electron.', example: 'electron_mass/kgram' },
  elementary_charge: { text: 'Charge of a proton.', example: '2*elementary_charge*avogadro_constant' },
  faraday_constant: {
    text: 'Charge of a mole of protons.',
    example: 'gas_constant*310*kelvin/faraday_constant',
  },
  gas_constant: {
    text: 'Energy per temperature of a mole: the R of the Nernst equation.',
    example: 'gas_constant*310*kelvin/faraday_constant',
  },
  magnetic_constant: { text: 'Permeability of the vacuum.', example: 'magnetic_constant*1*amp/metre' },
  molar_mass_constant: {
    text: 'Mass of a mole of particles, divided by their relative mass.',
    example: '180*molar_mass_constant',
  },
  zero_celsius: {
    text: 'Temperature of 0 degrees Celsius. Add it to a temperature in Celsius to have it in kelvin.',
    example: 'zero_celsius + 37*kelvin',
  },
};

export function stringConstant(name: string): ConstantDocumentation | undefined {
  return Object.hasOwn(IN_STRINGS, name) ? IN_STRINGS[name] : undefined;
}

export function physicalConstant(name: string): ConstantDocumentation | undefined {
  return Object.hasOwn(PHYSICAL, name) ? PHYSICAL[name] : undefined;
}
