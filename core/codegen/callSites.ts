/** JavaScript that calls the script's own functions; scriptCalls.ts tells how these calls work. */
import type { ScriptImplementation } from '../functions/function.ts';
import { namesIn } from '../symbolic/tree.ts';
import type { StatementBlock } from './codeObject.ts';
import type { CallArgument } from './expressionRenderer.ts';
import type { CodeScope } from './scope.ts';
import type { CallSite } from './scriptCalls.ts';

/** The call sites of one block, and the lines that belong to them. */
export class CallSites {
  readonly sites: CallSite[] = [];
  /** Numbers of the sites that want a pass of their own. */
  readonly passes: number[] = [];
  readonly setup: string[] = [];
  private readonly shared: ReadonlySet<string>;
  private lines: string[] = [];

  constructor(
    block: StatementBlock,
    private readonly scope: CodeScope,
    private readonly first: number,
  ) {
    this.shared = changedForOthers(block, scope);
  }

  /**
   * Adds a call, and returns the local that holds its result.
   * @param index the element's index, for functions that get it as an argument too
   */
  call(
    implementation: ScriptImplementation,
    args: readonly CallArgument[],
    index: string | undefined,
    inLoop: boolean,
  ): string {
    const site = this.first + this.sites.length;
    const scalar = args.map(({ expr }) => this.scope.isScalar(expr));
    const given = args.map(({ type }, k) => ({ type, scalar: scalar[k]! }));
    const texts = args.map(({ text }) => text);
    if (index !== undefined) {
      given.push({ type: 'integer', scalar: false });
      // In scalar code Brian's functions get 1, the number of values that are wanted.
      texts.push(inLoop ? index : '1');
    }
    this.sites.push({ implementation, arguments: given });
    const perElement = !inLoop || args.some(({ expr }) => this.dependsOnOthers(expr));
    if (perElement) this.lines.push(`const _call${site} = _calls.one(${[site, ...texts].join(', ')});`);
    else this.collect(site, texts, given);
    return `_call${site}`;
  }

  /** The lines of the calls since it was last asked; they come before the statement. */
  takeLines(): string[] {
    const { lines } = this;
    this.lines = [];
    return lines;
  }

  private collect(site: number, texts: readonly string[], given: CallSite['arguments']): void {
    this.passes.push(site);
    const scalars = texts.filter((_, k) => given[k]!.scalar);
    if (scalars.length > 0) this.setup.push(`_calls.prepare(${[site, ...scalars].join(', ')});`);
    const vectors = texts.filter((_, k) => !given[k]!.scalar);
    this.lines.push(
      `if (_pass === ${site}) {`,
      `  _calls.add(${[site, ...vectors].join(', ')});`,
      '  continue;',
      '}',
      `const _call${site} = _calls.next(${site});`,
    );
  }

  private dependsOnOthers(expr: CallArgument['expr']): boolean {
    return [...namesIn(expr)].some((name) => this.shared.has(name));
  }
}

/**
 * Names whose value for one element may depend on what the code did for another: variables of neurons that
 * synapses change, and what is computed from them.
 */
function changedForOthers(block: StatementBlock, scope: CodeScope): ReadonlySet<string> {
  const written = new Set<string>();
  for (const { target } of block.vector) {
    const array = scope.arrayOf(target);
    if (array && array.index !== '_idx' && array.index !== '_sub_idx') written.add(array.variable.arrayName);
  }
  const changed = new Set<string>();
  if (written.size === 0) return changed;
  const isChanged = (name: string) =>
    changed.has(name) || written.has(scope.arrayOf(name)?.variable.arrayName ?? '');
  for (const { target, expr } of block.vector)
    for (const name of [...namesIn(expr), target]) if (isChanged(name)) changed.add(name).add(target);
  return changed;
}
