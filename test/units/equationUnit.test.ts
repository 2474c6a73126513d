import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseEquationUnit } from '../../core/units/equationUnit.ts';

const ALLOWED =
  'amp (ampere), candle (lumen), coulomb, farad, gray (sievert), henry, hertz (Hz, becquerel), joule, katal, kelvin, kilogram (kilogramme, kgram, kgramme), klitre (kliter), lux, metre (meter), mmolar (mM), mole (mol), newton, ohm, pascal, radian (steradian), second, siemens, tesla, volt, watt, weber';
const notBase = (name: string, use: string) =>
  `Unit specification refers to '${name}', but this is not a base unit. Use '${use}' instead.`;
const unknown = (name: string) =>
  `Unit specification refers to '${name}', but this is not a base unit. The following base units are allowed: ${ALLOWED}.`;
const quantity = (text: string) =>
  `'${text}' does not evaluate to a unit but to a quantity -- make sure to only use units, e.g. 'siemens/metre**2' and not '1 * siemens/metre**2'`;
const syntax = (text: string) =>
  `Could not interpret '${text}' as a unit specification: invalid syntax (<string>, line 1)`;

describe('unit specifications of equations', () => {
  const good: readonly [string, string][] = [
    ['volt', 'm^2 kg s^-3 A^-1'],
    ['1', '1'],
    ['1/second', 's^-1'],
    ['second**-1', 's^-1'],
    ['volt**0.5', 'm kg^0.5 s^-1.5 A^-0.5'],
    ['siemens/meter**2', 'm^-4 kg^-1 s^3 A^2'],
    ['volt**2**2', 'm^8 kg^4 s^-12 A^-4'],
    ['mole/meter**3', 'm^-3 mol'],
    ['second**2/second', 's'],
    ['volt/volt', '1'],
    [' amp ', 'A'],
  ];
  for (const [text, expected] of good)
    it(text, () => {
      const result = parseEquationUnit(text);
      assert.equal('dimension' in result ? result.dimension.toString() : result.message, expected);
    });

  const bad: readonly [string, string, string][] = [
    ['mV', notBase('mV', 'volt'), 'mV'],
    ['amp/mV', notBase('mV', 'volt'), 'mV'],
    ['molar', notBase('molar', 'mmolar'), 'molar'],
    ['liter', notBase('liter', 'metre ** 3'), 'liter'],
    ['gram', notBase('gram', 'kilogram'), 'gram'],
    ['foo', unknown('foo'), 'foo'],
    ['mS', unknown('mS'), 'mS'],
    ['2*volt', quantity('2*volt'), '2*volt'],
    ['volt//second', quantity('volt//second'), 'volt//second'],
    ['volt second', syntax('volt second'), 'volt second'],
    ['volt*', syntax('volt*'), 'volt*'],
    ['1.0', "'1.0' does not evaluate to a unit, the result has type <class 'float'> instead.", '1.0'],
    ['1*1', "'1*1' does not evaluate to a unit, the result has type <class 'int'> instead.", '1*1'],
    ['bool', "Use 'boolean' not 'bool' as the unit for a boolean variable.", 'bool'],
  ];
  for (const [text, message, marked] of bad)
    it(`refuses ${text}`, () => {
      const result = parseEquationUnit(` ${text}`);
      assert.ok('message' in result);
      assert.equal(result.message, message);
      assert.equal(` ${text}`.slice(result.range.start, result.range.end), marked);
    });

  it('never throws', () => {
    const characters = fc.constantFrom(
      'volt',
      'amp',
      'mV',
      '*',
      '**',
      '/',
      '-',
      '(',
      ')',
      ' ',
      '1',
      '.5',
      '$',
      'e',
    );
    fc.assert(
      fc.property(fc.array(characters), (parts) => {
        parseEquationUnit(parts.join(''));
      }),
    );
  });
});
