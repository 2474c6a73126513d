import { Dimension } from './dimension.ts';

/** A physical constant in SI base units. */
export interface PhysicalConstant {
  readonly value: number;
  readonly dimension: Dimension;
}

function constant(value: number, exponents: readonly number[]): PhysicalConstant {
  return { value, dimension: Dimension.of(exponents) };
}

/** What `brian2.units.constants` offers (CODATA 2014, as Brian has them). */
export const PHYSICAL_CONSTANTS: ReadonlyMap<string, PhysicalConstant> = new Map([
  ['avogadro_constant', constant(6.022140857e23, [0, 0, 0, 0, 0, -1])],
  ['boltzmann_constant', constant(1.38064852e-23, [2, 1, -2, 0, -1])],
  ['electric_constant', constant(8.854187817e-12, [-3, -1, 4, 2])],
  ['electron_mass', constant(9.10938356e-31, [0, 1])],
  ['elementary_charge', constant(1.6021766208e-19, [0, 0, 1, 1])],
  ['faraday_constant', constant(96485.33289, [0, 0, 1, 1, 0, -1])],
  ['gas_constant', constant(8.3144598, [2, 1, -2, 0, -1, -1])],
  ['magnetic_constant', constant(4 * Math.PI * 1e-7, [1, 1, -2, -2])],
  ['molar_mass_constant', constant(1e-3, [0, 1, 0, 0, 0, -1])],
  ['zero_celsius', constant(273.15, [0, 0, 0, 0, 1])],
]);
