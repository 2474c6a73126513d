import type { BrianFunction } from '../functions/function.ts';
import type { Problem } from '../problems/problem.ts';
import type { Location } from '../text/range.ts';
import type { BrianObject } from './object.ts';

const BUILT =
  'The network has already been built and run before. Use set_device with build_on_run=False and an explicit ' +
  'device.build call to use multiple run statements with this device.';
const BUILT_BY_RUN =
  'You used set_device with build_on_run=True (the default option), which will automatically build the simulation at ' +
  'the first encountered run call - do not call device.build manually in this case. If you want to call it manually, ' +
  'e.g. because you have multiple run calls, use set_device with build_on_run=False.';
const NO_VALUES =
  'Cannot retrieve the values of state variables in standalone code before the simulation has been run.';
const NO_STORE = 'The store/restore mechanism is not supported in the C++ standalone';

/**
 * What Brian's C++ standalone mode refuses. Ours has values at any time and runs as often as one likes, so only
 * an analysis follows these rules, to tell which scripts Brian stops at.
 */
export class StandaloneRules {
  private isBuilt = false;
  private hasRun = false;
  /** Variables whose values only the program will know, as `object.variable`. */
  private readonly computed = new Set<string>();

  /** @param isExact whether the analysis has followed the script as a run would, so far */
  constructor(
    private readonly buildOnRun: boolean,
    private readonly isExact: () => boolean,
  ) {}

  run(objects: Iterable<BrianObject>, location: Location | undefined): Problem | undefined {
    if (this.isBuilt && this.buildOnRun) return this.refuse('RuntimeError', BUILT, location);
    for (const object of objects) for (const name of integratedVariables(object)) this.write(object, name);
    this.hasRun = true;
    if (this.buildOnRun) this.isBuilt = true;
    return undefined;
  }

  /** Whether a function can't be called, for it has no C++. Raises Brian's errors for C++ that can't be compiled. */
  lacks({ implementation }: BrianFunction): boolean {
    return this.isExact() && implementation?.kind === 'script' && implementation.code('cpp') === undefined;
  }

  build(location: Location | undefined): Problem | undefined {
    if (this.buildOnRun) return this.refuse('RuntimeError', BUILT_BY_RUN, location);
    this.isBuilt = true;
    return undefined;
  }

  /** Code sets the variable. */
  write(owner: { readonly name: string }, variable: string): void {
    this.computed.add(`${owner.name}.${variable}`);
  }

  read(
    owner: { readonly name: string },
    variable: string,
    location: Location | undefined,
  ): Problem | undefined {
    const isKnown = this.isBuilt || !this.computed.has(`${owner.name}.${variable}`);
    return isKnown ? undefined : this.refuse('NotImplementedError', NO_VALUES, location);
  }

  /** What a monitor has recorded. */
  readRecord(location: Location | undefined): Problem | undefined {
    return this.isBuilt || !this.hasRun ? undefined : this.refuse('NotImplementedError', NO_VALUES, location);
  }

  store(location: Location | undefined): Problem | undefined {
    return this.refuse('NotImplementedError', NO_STORE, location);
  }

  private refuse(errorClass: string, message: string, location: Location | undefined): Problem | undefined {
    if (!this.isExact()) return undefined;
    const hint = message === NO_STORE ? undefined : 'Spikelens runs this all the same; Brian 2 stops here.';
    return { code: 'standalone', severity: 'error', errorClass, message, hint, location };
  }
}

function integratedVariables(object: BrianObject): string[] {
  if (!('equations' in object)) return [];
  const { diffEquations } = object.equations as {
    readonly diffEquations?: readonly { readonly name: string }[];
  };
  return (diffEquations ?? []).map(({ name }) => name);
}
