/** `store` and `restore`, of a network and of the magic one. */
import type { Network } from '../../../network/network.ts';
import { captureState, keyError, type NetworkState, restoreState } from '../../../network/networkState.ts';
import { decodeStates, encodeStates } from '../../../network/stateFile.ts';
import type { PyValue } from '../../values.ts';
import type { Arguments } from './arguments.ts';

export const STORE_SIGNATURE = ["name='default'", 'filename=None'];
export const RESTORE_SIGNATURE = [...STORE_SIGNATURE, 'restore_random_state=False'];

/** Keeps the state of a network in memory, or among the states in a file. */
export function storeTo(network: Network | undefined, args: Arguments): PyValue {
  const { ctx } = args;
  ctx.session.reportAny(ctx.session.standalone?.store(args.callLocation));
  if (network === undefined) return null;
  const name = stateName(args);
  const state = captureState(network);
  if (args.get('filename') === undefined) network.states.set(name, state);
  else writeState(name, state, args);
  return null;
}

/** Raises KeyError where there is no such state or it is of other objects, FileNotFoundError without the file. */
export function restoreFrom(network: Network | undefined, args: Arguments): PyValue {
  const { ctx } = args;
  ctx.session.reportAny(ctx.session.standalone?.store(args.callLocation));
  if (network === undefined) return null;
  const state = args.get('filename') === undefined ? inMemory(network, args) : inFile(args);
  const random = args.get('restore_random_state');
  if (state !== undefined) restoreState(network, state, random !== undefined && ctx.truth(random));
  return null;
}

function stateName(args: Arguments): string {
  const name = args.get('name');
  return name === undefined ? 'default' : args.ctx.str(name);
}

function inMemory(network: Network, args: Arguments): NetworkState | undefined {
  const { ctx } = args;
  // An analysis that has only guessed what happened before does not know what was stored.
  if (ctx.mode === 'analysis' && (!ctx.isExact || args.isUnknown('name'))) return undefined;
  const name = stateName(args);
  const state = network.states.get(name);
  if (state === undefined) throw keyError(name);
  return state;
}

function inFile(args: Arguments): NetworkState | undefined {
  const states = readStates(args);
  if (states === undefined) return args.ctx.mode === 'analysis' ? undefined : noFile(args);
  const name = stateName(args);
  const state = states.get(name);
  if (state === undefined) throw keyError(name);
  return state;
}

function noFile(args: Arguments): never {
  return args.raise(
    'FileNotFoundError',
    `[Errno 2] No such file or directory: '${pathOf(args)}'`,
    'filename',
  );
}

function readStates(args: Arguments): Map<string, NetworkState> | undefined {
  const bytes = args.ctx.host?.readFile(pathOf(args));
  return bytes && decodeStates(new TextDecoder().decode(bytes));
}

function pathOf(args: Arguments): string {
  return args.text('filename') ?? '';
}

function writeState(name: string, state: NetworkState, args: Arguments): void {
  const states = readStates(args) ?? new Map<string, NetworkState>();
  args.ctx.host?.writeFile(pathOf(args), encodeStates(states.set(name, state)));
}
