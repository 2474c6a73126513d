import { Clock } from '../../../network/clock.ts';
import { SECOND } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyClass } from '../../objects/classes.ts';
import { BRIAN_EXCEPTIONS } from '../../objects/exceptions.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { type NameProvider, PyModule } from '../../objects/module.ts';
import { type CallArguments, PyObject, PyStr, type PyValue } from '../../values.ts';
import { pyplotModule } from '../matplotlib/index.ts';
import { brianNumpyModule, brianNumpyNames } from '../numpy/index.ts';
import { pylabNames } from '../pylab.ts';
import { pythonUnitNames, unitsModule } from '../units/index.ts';
import { Arguments } from './arguments.ts';
import { ClockObject } from './clockObject.ts';
import { CodeStringObject, makeExpression, makeStatements } from './codeStringObject.ts';
import { DeviceObject } from './deviceObject.ts';
import { allDevices, reinitDevices, resetDevice, setDevice } from './devices.ts';
import { EquationsObject, makeEquations } from './equationsObject.ts';
import { EventMonitorObject, makeEventMonitor, makeSpikeMonitor } from './eventMonitors.ts';
import { BinomialObject, makeBinomialFunction } from './functions/binomialObject.ts';
import { declareTypes } from './functions/declareTypes.ts';
import { BrianFunctionObject, makeFunction } from './functions/functionObject.ts';
import { implementation } from './functions/implementationDecorator.ts';
import { makeTimedArray, TimedArrayObject } from './functions/timedArrayObject.ts';
import { makePoissonGroup, makeSpikeGenerator, PoissonGroupObject, SpikeGeneratorObject } from './inputs.ts';
import { linkedVar } from './linkedVariables.ts';
import { getLogger, LoggerObject, SilenceObject } from './loggers.ts';
import {
  collect,
  MagicNetworkObject,
  profilingOf,
  restoreMagic,
  runMagic,
  schedulingSummary,
  startScope,
  stopAll,
  storeMagic,
} from './magicFunctions.ts';
import { missingNames } from './missing.ts';
import { defaultNamespaces, getLocalNamespace } from './namespaces.ts';
import { makeNetwork, NetworkObject } from './networkObjects.ts';
import { networkOperation } from './networkOperation.ts';
import { makeNeuronGroup, NeuronGroupObject, SubgroupObject } from './neuronGroup.ts';
import { makePoissonInput, PoissonInputObject } from './poissonInput.ts';
import { preferenceNames } from './preferences/index.ts';
import { makeRateMonitor, RateMonitorObject } from './rateMonitors.ts';
import { seed } from './seed.ts';
import { makeStateMonitor, StateMonitorObject } from './stateMonitors.ts';
import { type FindName, subpackages } from './submodules.ts';
import { makeSynapses, SynapsesObject } from './synapses.ts';

type Native = (args: CallArguments, ctx: Interpreter) => PyValue;

/** Brian's classes: how one is made, and what its instances are here. */
const CLASSES: readonly (readonly [string, Native, (new (...args: never[]) => PyObject)?])[] = [
  ['NeuronGroup', makeNeuronGroup, NeuronGroupObject],
  ['Synapses', makeSynapses, SynapsesObject],
  ['SpikeGeneratorGroup', makeSpikeGenerator, SpikeGeneratorObject],
  ['PoissonGroup', makePoissonGroup, PoissonGroupObject],
  ['PoissonInput', makePoissonInput, PoissonInputObject],
  ['SpikeMonitor', makeSpikeMonitor, EventMonitorObject],
  ['EventMonitor', makeEventMonitor, EventMonitorObject],
  ['StateMonitor', makeStateMonitor, StateMonitorObject],
  ['PopulationRateMonitor', makeRateMonitor, RateMonitorObject],
  ['Network', makeNetwork, NetworkObject],
  ['Equations', makeEquations, EquationsObject],
  ['Expression', makeExpression, CodeStringObject],
  ['Statements', makeStatements, CodeStringObject],
  ['Function', makeFunction, BrianFunctionObject],
  ['TimedArray', makeTimedArray, TimedArrayObject],
  ['BinomialFunction', makeBinomialFunction, BinomialObject],
  ['Clock', makeClock, ClockObject],
  ['NetworkOperation', networkOperation],
];

const FUNCTIONS: Readonly<Record<string, Native>> = {
  run: runMagic,
  collect,
  linked_var: linkedVar,
  start_scope: (_args, ctx) => startScope(ctx),
  stop: (_args, ctx) => stopAll(ctx),
  store: storeMagic,
  restore: restoreMagic,
  scheduling_summary: schedulingSummary,
  profiling_summary: profilingOf,
  network_operation: networkOperation,
  declare_types: declareTypes,
  implementation,
  set_device: setDevice,
  reset_device: resetDevice,
  reinit_devices: (_args, ctx) => reinitDevices(ctx),
  seed,
  get_local_namespace: getLocalNamespace,
};

const ERRORS = ['DimensionMismatchError', 'MagicError', 'BrianObjectException', 'PreferenceError'];

/** Methods by the constants that scripts may give for `method=`. */
const METHODS = [
  'linear',
  'exact',
  'independent',
  'exponential_euler',
  'euler',
  'rk2',
  'rk4',
  'heun',
  'milstein',
];

/** Names that only modules below `brian2` have. */
const IN_MODULES_ONLY = new Set(['reset_device', 'reinit_devices']);

function makeClock(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('Clock', call, ['dt', "name='clock*'"], ctx);
  const dt = args.scalar('dt', SECOND) ?? 1e-4;
  const { session } = ctx;
  return new ClockObject(new Clock(session.names.claim(args.text('name') ?? 'clock*'), dt, session.storage));
}

/** A method by its constant (`method=euler`) is the same as by its name. */
class MethodObject extends PyObject {
  readonly typeName = 'StateUpdateMethod';
  constructor(private readonly method: string) {
    super();
  }
  override getAttribute(name: string): PyValue | undefined {
    return name === '__name__' ? new PyStr(this.method) : undefined;
  }
}

/** Brian's own names, without NumPy's, pyplot's and the units. */
function brianNames(ctx: Interpreter): Map<string, PyValue> {
  const members = missingNames(ctx);
  for (const [name, construct, instances] of CLASSES) {
    const isInstance = instances && ((value: PyValue) => value instanceof instances);
    members.set(name, new PyClass(name, [], new Map(), { construct, isInstance, module: 'brian2' }));
  }
  members.set(
    'Subgroup',
    new PyClass('Subgroup', [], new Map(), { isInstance: (v) => v instanceof SubgroupObject }),
  );
  for (const [name, body] of Object.entries(FUNCTIONS)) members.set(name, new NativeFunction(name, body));
  for (const name of ERRORS) members.set(name, BRIAN_EXCEPTIONS.get(name) ?? null);
  for (const name of METHODS) members.set(name, new MethodObject(name));
  for (const [name, namespace] of defaultNamespaces()) members.set(name, namespace);
  const { session } = ctx;
  members.set('defaultclock', new ClockObject(session.defaultClock));
  for (const [name, value] of preferenceNames(ctx)) members.set(name, value);
  members.set('device', new DeviceObject(ctx.session));
  members.set('magic_network', new MagicNetworkObject(session.magic.network));
  members.set('all_devices', allDevices(ctx));
  members.set('BrianLogger', new LoggerObject(session.log));
  members.set('get_logger', new NativeFunction('get_logger', getLogger));
  members.set('std_silent', new SilenceObject());
  members.set('get_device', new NativeFunction('get_device', () => new DeviceObject(ctx.session)));
  return members;
}

/** The module that `from brian2 import *` opens: Brian, pylab and the units, later ones winning. */
export function brian2Module(ctx: Interpreter): PyModule {
  const providers = [pythonUnitNames(ctx), brianNumpyNames(ctx), pylabNames(ctx)];
  const members = brianNames(ctx);
  const numpy = brianNumpyModule(ctx);
  members.set('np', numpy).set('numpy', numpy).set('plt', pyplotModule(ctx));
  members.set('numpy_', numpy).set('units', unitsModule(ctx));
  for (const [name, module] of subpackages(finder(members, ctx), ctx)) members.set(name, module);
  members.set('__version__', new PyStr('2.5.1'));
  return new PyModule('brian2', members, { provider: joined(providers), lacks: [], kept: IN_MODULES_ONLY });
}

/** Finds the names of modules below `brian2`. */
export function brianFinder(ctx: Interpreter): FindName {
  return finder(brianNames(ctx), ctx);
}

function finder(members: ReadonlyMap<string, PyValue>, ctx: Interpreter): FindName {
  const numpy = brianNumpyNames(ctx);
  return (name) => members.get(name) ?? numpy.lookup(name);
}

/** `brian2.only`: the same without NumPy and pyplot. */
export function brian2OnlyModule(ctx: Interpreter): PyModule {
  return new PyModule('brian2.only', brianNames(ctx), { provider: pythonUnitNames(ctx) });
}

function joined(providers: readonly NameProvider[]): NameProvider {
  return {
    lookup: (name) => {
      for (const provider of providers) {
        const value = provider.lookup(name);
        if (value !== undefined) return value;
      }
      return undefined;
    },
    names: function* () {
      for (const provider of providers) yield* provider.names();
    },
  };
}
