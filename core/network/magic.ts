import type { RelatedInformation } from '../problems/problem.ts';
import { Network, type RunRequest } from './network.ts';
import { networkProblem } from './networkProblems.ts';
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
  readonly network: Network;

  constructor(private readonly session: Session) {
    this.network = new Network(session, 'magicnetwork', true);
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

  run(visible: Iterable<BrianObject>, request: RunRequest): void {
    this.gather(visible, request)?.run(request);
  }

  /**
   * The network of the visible objects: a new simulation where all are new. Raises MagicError where some are new
   * and some have run before.
   */
  gather(
    visible: Iterable<BrianObject>,
    { location, isGuess }: Pick<RunRequest, 'location' | 'isGuess'>,
  ): Network | undefined {
    const { network } = this;
    const objects = this.collect(visible);
    const fresh = objects.filter((object) => object.network === undefined && object.invalidatesMagicNetwork);
    const known = objects.filter(
      (object) => network.knows(object) && (!isGuess || object.invalidatesMagicNetwork),
    );
    if (fresh.length > 0 && known.length > 0) {
      this.session.problems.report({
        ...networkProblem('magic', 'MagicError', MIXED, location),
        hint: MIXED_HINT,
        related: fresh.flatMap(madeHere),
      });
      return undefined;
    }
    if (fresh.length > 0) network.startAnew();
    network.setObjects(objects);
    return network;
  }
}
