import assert from 'node:assert/strict';
import {
  documentedFlags,
  documentedVariables,
  flagDocumentation,
  methodDocumentation,
  physicalConstant,
  slotDocumentation,
  stringConstant,
  typeWords,
  unitDocumentation,
  variableDocumentation,
} from '../../core/documentation/index.ts';
import { DEFAULT_CONSTANTS, DEFAULT_FUNCTIONS } from '../../core/functions/defaults.ts';
import { functionDocumentation } from '../../core/functions/documentation.ts';
import { NEURON_GROUP_FLAGS } from '../../core/groups/neuronGroup.ts';
import { analyse } from '../../core/script/analyse.ts';
import { GSL_METHODS, STATE_UPDATERS } from '../../core/stateupdaters/choose.ts';
import { SYNAPSES_FLAGS } from '../../core/synapses/synapses.ts';
import { PHYSICAL_CONSTANTS } from '../../core/units/constants.ts';
import { allUnits, equationUnits, pythonUnits, stringUnits } from '../../core/units/registry.ts';
import { parseEquations, parseExpression, parseStatements } from '../../grammars/equations/index.ts';

const isStatement = (code: string) => /^\w+ [-+*/]?= /.test(code);

function assertParses(code: string): void {
  const { problems } = isStatement(code) ? parseStatements(code) : parseExpression(code);
  assert.deepEqual(problems, [], code);
}

describe('documentation of what strings know', () => {
  it('covers the default functions, each with an example that calls it', () => {
    for (const name of DEFAULT_FUNCTIONS.keys()) {
      const found = functionDocumentation(name);
      assert.ok(found, name);
      assert.ok(found.example.includes(`${name}(`), name);
      assertParses(found.example);
    }
  });

  it('covers every unit, with an example that makes a quantity of it', () => {
    const names = [
      ...allUnits().keys(),
      ...stringUnits().keys(),
      ...pythonUnits().keys(),
      ...equationUnits().keys(),
    ];
    for (const name of new Set(names)) {
      const found = unitDocumentation(name);
      assert.ok(found && found.text.length > 10, name);
      assertParses(found.example);
    }
    for (const word of typeWords()) assert.ok(unitDocumentation(word));
  });

  const units: readonly (readonly [name: string, ...expected: RegExp[]])[] = [
    ['mV', /Voltage/, /`0\.001 V`/, /m\^2 kg s\^-3 A\^-1/, /strings and to scripts/, /write `volt`/],
    ['mS', /Conductance/, /name of scripts only: strings know it where the script does/],
    ['volt', /May stand after the colon/],
    ['umetre2', /Area/, /`1e-12 m\^2`/, /import it from `brian2.units.allunits`/],
    ['mM', /Concentration/, /May stand after the colon/],
    ['kvolt', /`1000 V`/],
    ['radian', /Unit without dimension/],
    ['integer', /whole number/],
  ];
  for (const [name, ...expected] of units)
    it(`explains ${name}`, () => {
      const found = unitDocumentation(name);
      for (const pattern of expected) assert.match(`${found?.text} ${found?.places}`, pattern);
    });

  it('covers the constants', () => {
    for (const name of DEFAULT_CONSTANTS.keys()) assertParses(stringConstant(name)!.example);
    for (const name of PHYSICAL_CONSTANTS.keys()) {
      const code = `from brian2 import *\nfrom brian2.units.constants import *\n${physicalConstant(name)!.example}\n`;
      assert.deepEqual(analyse(code, 'file:///example.py').problems, [], name);
    }
  });

  it('covers the flags, and says of each where it is legal as the groups do', () => {
    const allowed = (group: string, table: Readonly<Record<string, readonly string[]>>) =>
      Object.entries(table).flatMap(([type, names]) => names.map((name) => ({ group, type, name })));
    for (const { group, type, name } of [
      ...allowed('NeuronGroup', NEURON_GROUP_FLAGS),
      ...allowed('Synapses', SYNAPSES_FLAGS),
    ]) {
      const here = flagDocumentation(name)?.allowed.find((one) => one.group === group);
      assert.ok(
        (here?.types as readonly string[] | undefined)?.includes(type),
        `${name} of a ${type} in ${group}`,
      );
    }
  });

  it('has examples of flags on equations that may have them', () => {
    for (const { name, example, allowed } of documentedFlags()) {
      const { tree, problems } = parseEquations(example);
      assert.deepEqual(problems, [], example);
      assert.deepEqual(
        tree[0]?.flags.map((flag) => flag.name),
        [name],
      );
      assert.ok(
        allowed.some(({ types }) => types.includes(tree[0]!.type)),
        example,
      );
    }
  });

  it('covers the methods', () => {
    for (const name of [...STATE_UPDATERS.keys(), ...GSL_METHODS]) {
      assert.equal(methodDocumentation(name)?.example, `method='${name}'`);
      assert.ok(methodDocumentation(name.toUpperCase()));
    }
  });

  it('covers the slots, also those before and after', () => {
    for (const name of ['start', 'groups', 'thresholds', 'synapses', 'resets', 'end'])
      for (const slot of [name, `before_${name}`, `after_${name}`]) assert.ok(slotDocumentation(slot), slot);
    assert.equal(slotDocumentation('middle'), undefined);
  });

  it('covers the variables that Brian adds, with examples that use them', () => {
    for (const { name, example } of documentedVariables()) {
      assertParses(example);
      if (name !== 'spike') assert.match(example, new RegExp(`\\b${name}\\b`));
    }
    assert.equal(variableDocumentation('xi_1')?.name, 'xi');
  });
});
