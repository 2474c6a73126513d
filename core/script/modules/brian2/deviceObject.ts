import type { DeviceName, Session } from '../../../network/session.ts';
import type { Interpreter } from '../../interpreter.ts';
import { unsupportedError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import type { CallArguments, CompareOp } from '../../values.ts';
import { PyObject, type PyValue, Unknown } from '../../values.ts';
import { Arguments } from './arguments.ts';
import { seed } from './seed.ts';
import { checkBuildOptions, startStandalone } from './standaloneBuild.ts';

/** `device`, and what `get_device()` and `all_devices` hold. */
export class DeviceObject extends PyObject {
  constructor(
    private readonly session: Session,
    /** Of one device, or whichever is chosen. */
    private readonly fixed?: DeviceName,
  ) {
    super();
  }

  get deviceName(): DeviceName {
    const { name } = this.session.device;
    return this.fixed ?? (name === 'analysis' ? this.session.deviceName : name);
  }

  /** Scripts ask for the name of the class to tell devices apart. */
  get typeName(): string {
    return this.deviceName === 'cpp_standalone' ? 'CPPStandaloneDevice' : 'RuntimeDevice';
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    if (name === '__class__') return undefined;
    if (name === 'seed') return new NativeFunction(name, seed);
    if (name === 'network_schedule') return null;
    // Where the user chooses the device, the script's own words for another one still have to do.
    const isStandalone = this.session.deviceName === 'cpp_standalone';
    const own = isStandalone ? this.standaloneAttribute(name, ctx) : undefined;
    if (own !== undefined || name.startsWith('_')) return own;
    return ctx.mode === 'analysis' ? new Unknown() : this.ignored(name);
  }

  override compare(op: CompareOp, other: PyValue): PyValue | undefined {
    const same = other instanceof DeviceObject && other.deviceName === this.deviceName;
    return op === '==' ? same : op === '!=' ? !same : undefined;
  }

  private standaloneAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    switch (name) {
      case 'build':
        return new NativeFunction(name, (call) => this.build(call, ctx));
      case 'reinit':
      case 'delete':
        // Every run builds its own program, so there is nothing left to do.
        return new NativeFunction(name, () => null);
      case 'activate':
        return new NativeFunction(name, (call) => this.activate(call, ctx));
      case 'insert_code':
      case 'run_function':
      case 'apply_run_args':
        return new NativeFunction(name, () => {
          if (ctx.mode === 'analysis') return null;
          throw unsupportedError(`calls of device.${name}`);
        });
      default:
        return undefined;
    }
  }

  private build(call: CallArguments, ctx: Interpreter): PyValue {
    const { session } = this;
    checkBuildOptions(call.keywords, ctx, call.location);
    session.reportAny(session.standalone?.build(call.location));
    return null;
  }

  /** A fresh start, which may ask for another way of building. */
  private activate(call: CallArguments, ctx: Interpreter): PyValue {
    startStandalone(new Arguments('activate', call, ['build_on_run=True', '**kwargs'], ctx), ctx);
    return null;
  }

  /** Brian's `device` takes any attribute that the device in use lacks, and does nothing. */
  private ignored(name: string): PyValue {
    this.session.problems.report({
      code: 'device-attribute',
      severity: 'warning',
      errorClass: 'Warning',
      message: `Active device does not have an attribute '${name}', ignoring this.`,
    });
    return new IgnoredAttribute();
  }
}

class IgnoredAttribute extends PyObject {
  readonly typeName = 'Dummy';

  override getAttribute(name: string): PyValue | undefined {
    if (name === '__enter__' || name === '__exit__') return new NativeFunction(name, () => null);
    return name.startsWith('__') ? undefined : this;
  }

  override call(): PyValue {
    return this;
  }

  override getItem(): PyValue {
    return this;
  }

  override setItem(): boolean {
    return true;
  }
}
