import assert from 'node:assert/strict';
import { DIMENSIONLESS, VOLT } from '../../core/units/dimension.ts';
import { allUnits, equationUnits, pythonUnits, stringUnits, unitByName } from '../../core/units/registry.ts';

describe('names of units', () => {
  it('are as many as Brian has', () => {
    assert.equal(stringUnits().size, 1710);
    assert.equal(pythonUnits().size, 203);
    assert.equal(allUnits().size, 2067);
    assert.equal(equationUnits().size, 39);
  });

  const known: readonly [string, string, number][] = [
    ['volt', 'V', 1],
    ['mV', 'mV', 1e-3],
    ['umeter2', 'um^2', 1e-12],
    ['cm2', 'cm^2', 1e-4],
    ['Mohm', 'Mohm', 1e6],
    ['kgram', 'kg', 1],
    ['mM', 'mM', 1],
    ['dalitre', 'dal', 1e-2],
    ['ampere', 'A', 1],
    ['kelvin3', 'K^3', 1],
  ];
  for (const [name, display, value] of known)
    it(`strings know ${name}`, () => {
      const unit = unitByName(name);
      assert.equal(unit?.displayName, display);
      assert.equal(unit?.value, value);
    });

  for (const name of ['mS', 'cmeter', 'V', 's', 'nm', 'kkelvin', 'liter2', 'constructor', '', 'candela'])
    it(`strings do not know ${name}`, () => assert.equal(unitByName(name), undefined));

  it('tell strings and Python apart', () => {
    assert.ok(pythonUnits().has('mS') && pythonUnits().has('cmeter'));
    assert.ok(!pythonUnits().has('ampere') && !pythonUnits().has('metre2'));
  });

  it('carry dimensions', () => {
    assert.equal(unitByName('mV')?.dimension, VOLT);
    assert.equal(unitByName('radian')?.dimension, DIMENSIONLESS);
  });
});
