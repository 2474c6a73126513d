import { type RelatedInformation, warning } from '../problems/problem.ts';
import { Network, networkProblem, type RunRequest } from './network.ts';
import type { BrianObject } from './object.ts';
import type { Session } from './session.ts';

const MIXED =
  'The magic network contains a mix of objects that has been run before and new objects, Brian does not know ' +
  'whether you want to start a new simulation or continue an old one. Consider explicitly creating a Network object. ' +
  'Also note that you can find out which objects will be included in a magic network with the collect() function.';

const MIXED_HINT =
  'To start anew, make all objects again after start_scope(); to go on, make the new ones before the first run or put ' +
  'all into a Network.';

function madeHere({ name, location }: BrianObject): RelatedInformation[] {
  return location === undefined ? [] : [{ message: `'${name}' is new`, location }];
}

/** The network that `run()` alone means: of all objects that the caller can see by name. */
export class MagicNetwork {
  private network: Network;
  private known = new Set<BrianObject>();

  constructor(private readonly session: Session) {
    this.network = new Network(session, 'magicnetwork');
  }

  get t(): number {
    return this.network.t;
  }

  /** The objects among `visible` that the magic network takes. */
  collect(visible: Iterable<BrianObject>): BrianObject[] {
    const found = new Set<BrianObject>();
    for (const object of visible)
      if (object.addToMagicNetwork && object.scope >= this.session.scope) found.add(object);
    return [...found];
  }

  /** Raises MagicError where some objects are new and some have run before. */
  run(visible: Iterable<BrianObject>, request: RunRequest): void {
    const objects = this.collect(visible);
    const deciding = objects.filter((object) => object.invalidatesMagicNetwork);
    const known = deciding.filter((object) => this.known.has(object));
    if (known.length > 0 && known.length < deciding.length) {
      this.session.problems.report({
        ...networkProblem('magic', 'MagicError', MIXED, request.location),
        hint: MIXED_HINT,
        related: deciding.filter((object) => !this.known.has(object)).flatMap(madeHere),
      });
      return;
    }
    if (known.length === 0) this.network = new Network(this.session, 'magicnetwork');
    this.update(objects, request);
    this.network.run(request);
    this.known = new Set(objects);
  }

  private update(objects: readonly BrianObject[], request: RunRequest): void {
    const current = new Set(objects);
    for (const object of this.network.objects) if (!current.has(object)) this.network.remove(object);
    for (const object of objects) {
      // Every magic simulation is a network of its own, but to users they are all one.
      if (object.network instanceof Network && object.network.name === 'magicnetwork')
        object.network = undefined;
      this.network.add(object);
    }
    this.dropIncomplete(request);
  }

  /** A visible monitor of a group that is not visible cannot run; Brian warns and goes on. */
  private dropIncomplete({ location }: RunRequest): void {
    for (const object of this.network.objects) {
      const missing = object.dependencies().some((needed) => !this.network.includes(needed));
      if (!missing) continue;
      this.network.remove(object);
      const message =
        `'${object.name}' has been included in the network but not the object on which it depends.` +
        `Setting '${object.name}' to inactive.`;
      this.session.problems.report(warning('dependency-warning', message, location));
    }
  }
}
