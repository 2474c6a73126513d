/** The functions that act on the magic network, and the network itself. */
import type { Network } from '../../../network/network.ts';
import type { BrianObject } from '../../../network/object.ts';
import type { Interpreter, ScriptFrame } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyList } from '../../objects/sequences.ts';
import { type CallArguments, type PyValue, Unknown } from '../../values.ts';
import { Arguments } from './arguments.ts';
import { BrianPyObject } from './brianObject.ts';
import { frameOf } from './namespaces.ts';
import { NetworkBase, networkArgument } from './networkBase.ts';
import { RUN_SIGNATURE, runRequest } from './runRequest.ts';
import { RESTORE_SIGNATURE, restoreFrom, STORE_SIGNATURE, storeTo } from './storedStates.ts';
import { profilingSummary, SchedulingSummary } from './summaryObjects.ts';

/** The Brian objects that a frame holds by name: what magic functions see. */
function visibleObjects(frame: ScriptFrame): BrianObject[] {
  const found: BrianObject[] = [];
  for (const [, value] of frame.scriptEntries()) if (value instanceof BrianPyObject) found.push(value.object);
  return found;
}

/** `run(duration, ...)`. */
export function runMagic(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('run', call, RUN_SIGNATURE, ctx);
  const { magic } = ctx.session;
  const visible = visibleObjects(frameOf(args));
  const network = magic.gather(visible, place(args));
  network?.run(runRequest(args, network.t));
  return null;
}

/** `store(name, filename)`. Raises MagicError as `run` does. */
export function storeMagic(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('store', call, STORE_SIGNATURE, ctx);
  return storeTo(gather(args), args);
}

/** `restore(name, filename, restore_random_state)`. Raises MagicError as `run` does. */
export function restoreMagic(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('restore', call, RESTORE_SIGNATURE, ctx);
  return restoreFrom(gather(args), args);
}

function gather(args: Arguments): Network | undefined {
  return args.ctx.session.magic.gather(visibleObjects(args.ctx.frame()), place(args));
}

function place({ callLocation, ctx }: Arguments) {
  return { location: callLocation, isGuess: ctx.mode === 'analysis' && !ctx.isExact };
}

/** `start_scope()`: hides everything made before from the magic functions. */
export function startScope(ctx: Interpreter): PyValue {
  ctx.session.scope++;
  return null;
}

/** `stop()`: the step under way is the last one. */
export function stopAll(ctx: Interpreter): PyValue {
  ctx.session.stopRequested = true;
  return null;
}

/** `collect()`: what a magic run would take. */
export function collect(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('collect', call, ['level=0'], ctx);
  const frame = frameOf(args);
  const chosen = new Set(ctx.session.magic.collect(visibleObjects(frame)));
  const values = [...frame.scriptEntries()].map(([, value]) => value);
  return new PyList([...new Set(values.filter((v) => v instanceof BrianPyObject && chosen.has(v.object)))]);
}

/** `scheduling_summary(net)`; of the magic network without one. */
export function schedulingSummary(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('scheduling_summary', call, ['net=None'], ctx);
  const network = args.get('net') === undefined ? gather(args) : networkArgument(args);
  return network === undefined ? new Unknown() : new SchedulingSummary(network);
}

/** `profiling_summary(net, show)`; of the magic network without one. */
export function profilingOf(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('profiling_summary', call, ['net=None', 'show=None'], ctx);
  const network = networkArgument(args);
  return network === undefined ? new Unknown() : profilingSummary(network, args.integer('show'), ctx);
}

/** `magic_network` */
export class MagicNetworkObject extends NetworkBase {
  readonly typeName = 'MagicNetwork';

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const method = METHODS.get(name);
    return method === undefined ? super.getAttribute(name, ctx) : new NativeFunction(name, method);
  }

  override repr(): string {
    return 'MagicNetwork()';
  }
}

const METHODS: ReadonlyMap<string, (call: CallArguments, ctx: Interpreter) => PyValue> = new Map([
  ['run', runMagic],
  ['store', storeMagic],
  ['restore', restoreMagic],
  ['stop', (_call, ctx) => stopAll(ctx)],
  ['scheduling_summary', schedulingSummary],
  ['add', (_call, ctx) => noChange(ctx)],
  ['remove', (_call, ctx) => noChange(ctx)],
]);

function noChange(ctx: Interpreter): never {
  return ctx.raise('MagicError', 'Cannot directly modify MagicNetwork');
}
