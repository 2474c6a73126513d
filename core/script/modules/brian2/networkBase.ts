import type { Network } from '../../../network/network.ts';
import { SECOND } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { fromQuantity } from '../numpy/objects.ts';
import type { Arguments } from './arguments.ts';
import { missingAttribute } from './missing.ts';
import { scheduleOf, scheduleValue } from './networkSchedule.ts';
import { profilingInfo } from './summaryObjects.ts';

/** What the networks of a script and the magic one have in common. */
export abstract class NetworkBase extends PyObject {
  constructor(readonly network: Network) {
    super();
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { network } = this;
    const isKnown = ctx.mode === 'run';
    switch (name) {
      case 't':
        return isKnown ? fromQuantity({ value: network.t, dimension: SECOND }) : new Unknown(SECOND);
      case 't_':
        return isKnown ? network.t : new Unknown();
      case 'name':
        return new PyStr(network.name);
      case 'schedule':
        return scheduleValue(network);
      case 'profiling_info':
        return profilingInfo(network, ctx);
      default:
        return missingAttribute(this.typeName, name, ctx);
    }
  }

  override setAttribute(name: string, value: PyValue, ctx: Interpreter): boolean {
    if (name === 'schedule') this.network.setSchedule(scheduleOf(value, ctx));
    return name === 'schedule';
  }

  override truth(): boolean {
    return true;
  }
}

/** The network that `net=` names, or the magic one; undefined where it is not known. */
export function networkArgument(args: Arguments): Network | undefined {
  const given = args.get('net');
  if (given === undefined) return args.ctx.session.magic.network;
  return given instanceof NetworkBase ? given.network : undefined;
}
