import assert from 'node:assert/strict';
import { apiEntry, apiNames, exportedNames, membersOf } from '../../core/documentation/api/index.ts';
import { type ApiEntry, EXAMPLE_NAMES } from '../../core/documentation/entry.ts';
import { methodDocumentation } from '../../core/documentation/integration.ts';
import { analyse } from '../../core/script/analyse.ts';

/** What `from brian2 import *` brings of Brian itself, units apart. */
const EXPORTED =
  'get_logger BrianLogger std_silent Trackable Nameable SpikeSource linked_var DEFAULT_FUNCTIONS Function ' +
  'implementation declare_types check_units PreferenceError BrianPreference prefs brian_prefs Clock defaultclock ' +
  'Equations Expression Statements BrianObject BrianObjectException Network profiling_summary scheduling_summary ' +
  'MagicNetwork magic_network MagicError run stop collect store restore start_scope NetworkOperation ' +
  'network_operation StateUpdateMethod linear exact independent milstein heun euler rk2 rk4 ExplicitStateUpdater ' +
  'exponential_euler gsl_rk2 gsl_rk4 gsl_rkf45 gsl_rkck gsl_rk8pd NumpyCodeObject CythonCodeObject ' +
  'get_local_namespace DEFAULT_UNITS DEFAULT_CONSTANTS CodeRunner Group VariableOwner NeuronGroup Subgroup Synapses ' +
  'SpikeMonitor EventMonitor StateMonitor PopulationRateMonitor ImportExport BinomialFunction PoissonGroup ' +
  'PoissonInput SpikeGeneratorGroup TimedArray Morphology Soma Cylinder Section SpatialNeuron set_device get_device ' +
  'device all_devices seed restore_initial_state test EventClock Quantity Unit DimensionMismatchError in_unit ' +
  'in_best_unit get_unit get_dimensions is_dimensionless have_same_dimensions is_scalar_type register_new_unit';

const ARRAY_FUNCTIONS =
  'log log10 exp expm1 log1p exprel sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh where dot ' +
  'trace diagonal ravel ones_like zeros_like arange linspace sqrt floor ceil sign clip';

const entries = [...apiNames()].map((name) => apiEntry(name)!);
const members = entries.flatMap((owner) => [...owner.members.values()].map((entry) => ({ owner, entry })));

describe('documentation of the Python interface', () => {
  it('covers all that Brian exports', () => {
    const exported = new Set(exportedNames());
    const missing = `${EXPORTED} ${ARRAY_FUNCTIONS}`
      .split(' ')
      .filter((name) => !exported.has(name) && methodDocumentation(name) === undefined);
    assert.deepEqual(missing, []);
  });

  it('has an example for each', () => {
    const without = entries.filter(({ example }) => example === undefined);
    assert.deepEqual(
      without.map(({ name }) => name),
      [],
    );
  });

  it('explains each argument and each member in a sentence', () => {
    const texts = [...entries, ...members.map(({ entry }) => entry)].flatMap(explanations);
    assert.deepEqual(
      texts.filter(({ text }) => text.length < 4 || !text.endsWith('.')),
      [],
    );
  });

  it('names classes that exist as types and bases', () => {
    const named = [...entries, ...members.map(({ entry }) => entry)].flatMap(({ type, bases }) => [
      ...bases,
      ...(type === undefined ? [] : [type]),
    ]);
    assert.deepEqual(
      named.filter((name) => apiEntry(name)?.kind !== 'class'),
      [],
    );
  });

  it('gives classes the members of their bases', () => {
    const inherited = membersOf('NeuronGroup');
    for (const name of ['run_regularly', 'get_states', 'clock', 'spikes', 'run_on_event'])
      assert.ok(inherited.has(name), name);
    assert.equal(membersOf('Nothing').size, 0);
  });

  const examples = [
    ...entries.map((entry) => ({ name: entry.name, entry })),
    ...members.map(({ owner, entry }) => ({ name: `${owner.name}.${entry.name}`, entry })),
  ].filter(({ entry }) => entry.example !== undefined);
  for (const { name, entry } of examples)
    it(`has a valid example for ${name}`, () => {
      const { problems } = analyse(`${EXAMPLE_NAMES}${entry.example}\n`, 'file:///example.py');
      assert.deepEqual(problems.filter(isFault), []);
    });
});

function explanations(entry: ApiEntry): { name: string; text: string }[] {
  return [entry, ...entry.parameters].map(({ name, text }) => ({ name: `${entry.name}: ${name}`, text }));
}

function isFault({ severity }: { readonly severity: string }): boolean {
  return severity === 'error' || severity === 'warning';
}
