import type { DeviceName } from '../../../network/session.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyDict } from '../../objects/mappings.ts';
import { type CallArguments, PyStr, type PyValue } from '../../values.ts';
import { Arguments } from './arguments.ts';
import { DeviceObject } from './deviceObject.ts';
import { startStandalone } from './standaloneBuild.ts';

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

/** `all_devices` */
export function allDevices(ctx: Interpreter): PyValue {
  const names = ['runtime', 'cpp_standalone'] as const;
  return new PyDict(names.map((name) => [new PyStr(name), new DeviceObject(ctx.session, name)] as const));
}
