import type { DeviceName } from '../../../network/session.ts';
import { StandaloneRules } from '../../../network/standaloneRules.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyDict } from '../../objects/mappings.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../values.ts';
import { seedNumpy } from '../numpy/index.ts';
import { Arguments } from './arguments.ts';
import { checkBuildOptions, DeviceObject } from './deviceObject.ts';

/** `set_device(name, ...)`. Raises KeyError for a device that does not exist. */
export function setDevice(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('set_device', call, ['device', 'build_on_run=True', '**kwargs'], ctx);
  const device = args.get('device');
  const name = device instanceof DeviceObject ? device.deviceName : args.text('device');
  if (name === undefined) return null;
  if (name !== 'runtime' && name !== 'cpp_standalone') return args.raise('KeyError', `'${name}'`, 'device');
  const { session } = ctx;
  session.devices.push(session.deviceName);
  choose(name, ctx);
  if (name === 'cpp_standalone') startStandalone(args, ctx);
  return null;
}

/** `reset_device()`: back to the device before the last `set_device`, or to the given one. */
export function resetDevice(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('reset_device', call, ['device=None'], ctx);
  const device = args.get('device');
  const given = device instanceof DeviceObject ? device.deviceName : args.text('device');
  const name = given ?? ctx.session.devices.pop() ?? 'runtime';
  if (name !== 'runtime' && name !== 'cpp_standalone') return args.raise('KeyError', `'${name}'`, 'device');
  choose(name, ctx);
  return null;
}

/** `reinit_devices()`: as after the import, but for the choice of the device. */
export function reinitDevices(ctx: Interpreter): PyValue {
  const { session } = ctx;
  session.preferences.resetToDefaults();
  session.scope++;
  return null;
}

function choose(name: DeviceName, { session }: Interpreter): void {
  session.deviceName = name;
  session.standalone = undefined;
  if (session.selectDevice !== undefined) session.device = session.selectDevice(name);
}

/** An analysis tells what Brian's own device would refuse. */
export function startStandalone(args: Arguments, ctx: Interpreter): void {
  const build = args.get('build_on_run');
  const isKnown = !args.isUnknown('build_on_run');
  const onRun = build === undefined || (isKnown && ctx.truth(build));
  const options = new Map(
    [...args.keywords].filter(([name]) => name !== 'device' && name !== 'build_on_run'),
  );
  if (onRun) checkBuildOptions(options, ctx, args.callLocation);
  const { session } = ctx;
  const follow = isKnown && ctx.mode === 'analysis' && ctx.isExact && !leavesOut(options);
  session.standalone = follow ? new StandaloneRules(onRun, () => ctx.isExact) : undefined;
}

/** A program that is only written, or not run, never has results, and may be written again. */
function leavesOut(options: ReadonlyMap<string, PyValue>): boolean {
  return options.get('compile') === false || options.get('run') === false;
}

/** `all_devices` */
export function allDevices(ctx: Interpreter): PyValue {
  const names = ['runtime', 'cpp_standalone'] as const;
  return new PyDict(names.map((name) => [new PyStr(name), new DeviceObject(ctx.session, name)] as const));
}

/** `seed(n)`: restarts all random streams; without a number, with a seed that the host makes. */
export function seed(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('seed', call, ['seed=None'], ctx);
  const value = args.get('seed');
  if (value === undefined || value instanceof Unknown) return null;
  const number = args.integer('seed');
  if (number === undefined) return null;
  ctx.session.random.reseed(number);
  // Scripts mix Brian's random numbers with NumPy's; in Brian one call seeds both.
  seedNumpy(ctx, number);
  return null;
}
