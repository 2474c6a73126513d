import type { Interpreter } from '../interpreter.ts';
import type { PyModule } from '../objects/module.ts';

export type ModuleFactory = (ctx: Interpreter) => PyModule;

/** Gives the text of a module that lies beside the script. */
export type ReadSibling = (name: string) => { readonly document: string; readonly text: string } | undefined;

/** The modules that scripts may import, by dotted name. Each is made at most once per evaluation. */
export class ModuleRegistry {
  private readonly factories = new Map<string, ModuleFactory>();

  constructor(
    factories: Iterable<readonly [string, ModuleFactory]> = [],
    readonly readSibling?: ReadSibling,
  ) {
    for (const [name, factory] of factories) this.register(name, factory);
  }

  register(name: string, factory: ModuleFactory): this {
    this.factories.set(name, factory);
    return this;
  }

  factory(name: string): ModuleFactory | undefined {
    return this.factories.get(name);
  }

  /** Whether some known module lies below that name. */
  isPackage(name: string): boolean {
    const prefix = `${name}.`;
    for (const known of this.factories.keys()) if (known.startsWith(prefix)) return true;
    return false;
  }
}
