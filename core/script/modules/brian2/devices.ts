import type { Device } from '../../../devices/device.ts';
import type { Session } from '../../../network/session.ts';
import { StandaloneRules } from '../../../network/standaloneRules.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { type CallArguments, PyObject, type PyValue, Unknown } from '../../values.ts';
import { seedNumpy } from '../numpy/index.ts';
import { Arguments } from './arguments.ts';

/** `device`, and what `get_device()` returns. */
export class DeviceObject extends PyObject {
  constructor(private readonly session: Session) {
    super();
  }

  /** Scripts ask for the name of the class to tell devices apart. */
  get typeName(): string {
    return this.session.device.name === 'cpp_standalone' ? 'CPPStandaloneDevice' : 'RuntimeDevice';
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    switch (name) {
      case 'build':
        return new NativeFunction(name, (call) => this.build(call));
      case 'reinit':
      case 'activate':
        return new NativeFunction(name, (call) => this.restart(call, ctx));
      case 'delete':
        // Every run builds its own program, so there is nothing left to do.
        return new NativeFunction(name, () => null);
      case 'seed':
        return new NativeFunction(name, seed);
      case '__class__':
        return undefined;
      default:
        return ctx.mode === 'analysis' ? new Unknown() : undefined;
    }
  }

  private build(call: CallArguments): PyValue {
    const { session } = this;
    session.reportAny(session.standalone?.build(call.location));
    return null;
  }

  /** A fresh start, which may ask for another way of building. */
  private restart(call: CallArguments, ctx: Interpreter): PyValue {
    const args = new Arguments('activate', call, ['build_on_run=True', '**kwargs'], ctx);
    if (this.session.standalone !== undefined) followStandalone(args, ctx);
    return null;
  }
}

/** An analysis tells what Brian's own device would refuse. */
function followStandalone(args: Arguments, ctx: Interpreter): void {
  const isKnown = !args.isUnknown('build_on_run') && ctx.mode === 'analysis' && ctx.isExact;
  const build = args.get('build_on_run');
  ctx.session.standalone = isKnown
    ? new StandaloneRules(build === undefined || ctx.truth(build), () => ctx.isExact)
    : undefined;
}

/** `set_device(name, ...)`. Raises KeyError for a device that does not exist. */
export function setDevice(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('set_device', call, ['device', 'build_on_run=True', '**kwargs'], ctx);
  const name = args.text('device');
  if (name === undefined) return null;
  if (name !== 'runtime' && name !== 'cpp_standalone') return args.raise('KeyError', `'${name}'`, 'device');
  const { session } = ctx;
  session.deviceName = name;
  if (name === 'cpp_standalone') followStandalone(args, ctx);
  else session.standalone = undefined;
  if (session.selectDevice !== undefined) session.device = session.selectDevice(name);
  return null;
}

export type SelectDevice = (name: 'runtime' | 'cpp_standalone') => Device;

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
