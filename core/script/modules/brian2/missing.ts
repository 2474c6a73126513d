import type { Interpreter } from '../../interpreter.ts';
import { unsupported } from '../../objects/unsupported.ts';
import { type PyValue, Unknown } from '../../values.ts';

/** Names of Brian that exist, but do nothing here yet. */
const MISSING = [
  'Trackable Nameable SpikeSource',
  'BrianObject MagicNetwork',
  'StateUpdateMethod ExplicitStateUpdater gsl_rk2 gsl_rk4 gsl_rkf45 gsl_rkck gsl_rk8pd',
  'CodeRunner Group',
  'VariableOwner ImportExport Morphology Soma Cylinder Section SpatialNeuron',
  'restore_initial_state RuntimeDevice Device test EventClock clear_cache',
  'memory hears tests only logger check_cache',
]
  .join(' ')
  .split(' ');

/** Attributes that Brian's objects have and ours lack: unknown in analysis, an error in a run. */
const MISSING_ATTRIBUTES = new Set(
  [
    'code_objects add_dependency id',
    'spikes events codeobj_class dtype queue',
    'binned_rate event_codes',
    'runner custom_operation resolve_all source equations multisynaptic_index summed_updaters record record_variables',
    'reinit resize indices n_indices record_all N rate weight target_var get_profiling_info',
    'before_run after_run invalidates_magic_network add_to_magic_network synapses',
  ].flatMap((line) => line.split(' ')),
);

/** Undefined where Brian has no such attribute either. */
export function missingAttribute(owner: string, name: string, ctx: Interpreter): PyValue | undefined {
  if (!MISSING_ATTRIBUTES.has(name)) return undefined;
  if (ctx.mode === 'analysis') return new Unknown();
  return ctx.raise('NotImplementedError', `Spikelens doesn't support ${owner}.${name} yet.`);
}

export function missingNames(ctx: Interpreter): Map<string, PyValue> {
  return new Map(MISSING.map((name) => [name, unsupported(name, ctx)]));
}
