import assert from 'node:assert/strict';
import { NdArray } from '../../core/arrays/ndarray.ts';
import { AMP, DIMENSIONLESS, Dimension, SECOND, VOLT } from '../../core/units/dimension.ts';
import { formatQuantity, inUnit } from '../../core/units/display.ts';
import { dimensionName, UnitRegistry, unitDisplay } from '../../core/units/displayUnits.ts';
import { mismatchMessage } from '../../core/units/errors.ts';
import { unitByName } from '../../core/units/registry.ts';

describe('display of quantities', () => {
  const scalars: readonly [number, Dimension, string, string][] = [
    [0.003, VOLT, '3. mV', '3. * mvolt'],
    [0.0003, VOLT, '300. uV', '300. * uvolt'],
    [0.5, VOLT, '0.5 V', '0.5 * volt'],
    [1000, SECOND, '1. ks', '1. * ksecond'],
    [0, VOLT, '0. V', '0. * volt'],
    [Number.NaN, AMP, 'nan A', 'nan * amp'],
    [Number.POSITIVE_INFINITY, VOLT, 'inf YV', 'inf * Yvolt'],
    [3, DIMENSIONLESS, '3.', 'Quantity(3.)'],
    [
      1.5,
      VOLT.divide(SECOND),
      '1.5 m^2 kg s^-4 A^-1',
      '1.5 * metre ** 2 * kilogram * second ** -4 * amp ** -1',
    ],
  ];
  for (const [value, dimension, str, repr] of scalars)
    it(str, () => {
      assert.equal(formatQuantity(value, dimension), str);
      assert.equal(formatQuantity(value, dimension, { form: 'repr' }), repr);
    });

  it('chooses one unit for all elements', () => {
    const values = NdArray.of([0.001, 1]);
    assert.equal(formatQuantity(values, VOLT), '[1.e+00 1.e+03] mV'.replace('1.e+00 1.e+03', '   1. 1000.'));
  });

  it('uses a unit that the script made before', () => {
    const registry = new UnitRegistry();
    const slope = VOLT.divide(SECOND);
    registry.add(unitByName('mV')!.divide(unitByName('ms')!));
    assert.equal(formatQuantity(1.5, slope, { registry }), '1.5 mV/ms');
    assert.equal(unitDisplay(slope, registry), 'mV/ms');
  });

  it('shows a value in a given unit and precision', () => {
    assert.equal(inUnit(0.003456789, VOLT, unitByName('mV')!, { precision: 2 }), '3.46 mV');
  });

  it('names dimensions for messages', () => {
    assert.equal(unitDisplay(VOLT), 'V');
    assert.equal(unitDisplay(DIMENSIONLESS), '1');
    assert.equal(dimensionName(VOLT), 'volt');
    assert.equal(dimensionName(VOLT.divide(SECOND)), 'metre ** 2 * kilogram * second ** -4 * amp ** -1');
    assert.equal(unitDisplay(Dimension.of([-3, -1, 4, 2])), 'F/m');
    assert.equal(unitDisplay(VOLT.power(2)), 'V^2');
  });

  it('writes the units at fault behind a message', () => {
    assert.equal(mismatchMessage('x', [VOLT]), 'x (unit is V).');
    assert.equal(mismatchMessage('x', [VOLT, DIMENSIONLESS]), 'x (units are V and 1).');
  });
});
