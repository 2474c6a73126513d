/** Statement blocks as text of a target language: loads, statements, stores. */
import type { Expression } from '../../grammars/equations/tree.ts';
import type { BrianFunction } from '../functions/function.ts';
import type { Names } from '../namespaces/resolved.ts';
import { NOWHERE, name } from '../symbolic/build.ts';
import { visit } from '../symbolic/tree.ts';
import type { ArrayVariable, DataType } from '../variables/variable.ts';
import { ArraySlots, type Slot } from './arraySlots.ts';
import { CallSites } from './callSites.ts';
import type { CodeStatement, StatementBlock } from './codeObject.ts';
import type { ExpressionRenderer, RenderContext } from './expressionRenderer.ts';
import { safeIdentifier } from './identifiers.ts';
import { CodeScope } from './scope.ts';
import type { CallSite } from './scriptCalls.ts';
import { type TargetSyntax, targetSyntax } from './targetSyntax.ts';

export type Target = 'javascript' | 'cpp';

/** The text of a block, and what the code around it must provide. */
export interface GeneratedCode {
  /** Lines that run once; what they declare is visible in the vector code. */
  readonly scalarCode: readonly string[];
  /** Lines that run for every element `_idx`. */
  readonly vectorCode: readonly string[];
  /** The arrays that the code uses, by the names it uses for them. */
  readonly arrays: ReadonlyMap<string, ArrayVariable>;
  /** Names of indices that the template must define in the loop: `_idx`, `_presynaptic_idx`, ... */
  readonly indexNames: ReadonlySet<string>;
  /** Random streams `_stream0`, `_stream1`, ... */
  readonly randomSites: number;
  /** How many of them the vector code has; they are the last. */
  readonly vectorRandomSites: number;
  /** Functions that bring data or C++ code, by the name under which the code knows them. */
  readonly functions: ReadonlyMap<string, BrianFunction>;
  /** Calls of the script's Python in JavaScript. */
  readonly callSites: readonly CallSite[];
  /** Numbers of those that want a pass over the elements of their own. */
  readonly passes: readonly number[];
  /** Lines to run after the scalar code, before the first pass. */
  readonly callSetup: readonly string[];
  /** Helpers of the target's support code. */
  readonly support: ReadonlySet<string>;
}

export interface RenderOptions {
  /** Resets write variables of refractory neurons too. */
  readonly ignoreConditionalWrite?: boolean;
  /** Number of the first random stream, where several blocks share a code object. */
  readonly firstRandomSite?: number;
  /** As `firstRandomSite`, for calls of the script's Python; blocks are rendered in the order in which they run. */
  readonly firstCallSite?: number;
}

/** Raises NotImplementedError (as a ProblemError) for functions that the target has no code for. */
export function renderBlock(
  target: Target,
  block: StatementBlock,
  names: Names,
  options: RenderOptions = {},
): GeneratedCode {
  return new BlockRenderer(targetSyntax(target), block, names, options).render();
}

class BlockRenderer {
  private readonly scope: CodeScope;
  private readonly slots: ArraySlots;
  private readonly functions = new Map<string, BrianFunction>();
  private readonly support = new Set<string>();
  private readonly fractions = new Map<string, string>();
  private readonly calls: CallSites;
  private readonly indexArrays: ReadonlyMap<string, ArrayVariable>;
  private readonly rewritten: ReadonlyMap<string, ArrayVariable>;
  private sites: number;

  constructor(
    private readonly syntax: TargetSyntax,
    private readonly block: StatementBlock,
    names: Names,
    options: RenderOptions,
  ) {
    this.scope = CodeScope.ofBlock(block, names);
    this.sites = options.firstRandomSite ?? 0;
    const local = (text: string) => safeIdentifier(syntax.target, text);
    this.calls = new CallSites(block, this.scope, options.firstCallSite ?? 0);
    this.slots = new ArraySlots(this.scope, names, local, options.ignoreConditionalWrite !== true);
    for (const statement of [...block.scalar, ...block.vector]) this.slots.use(statement);
    if (this.usesTimedArray()) this.slots.read('dt');
    this.indexArrays = this.slots.indexArrays;
    this.rewritten = this.slots.rewritten;
  }

  render(): GeneratedCode {
    const scalar = this.statements(this.block.scalar, this.syntax.renderer(this.context('-1')));
    const scalarSites = this.sites;
    const vector = this.statements(this.block.vector, this.syntax.renderer(this.context('_idx')));
    const scalarSlots = this.slots.all.filter((slot) => slot.index === '0');
    const vectorSlots = this.slots.all.filter((slot) => slot.index !== '0');
    return {
      scalarCode: [
        ...scalarSlots.map((s) => this.load(s)),
        ...this.copies(),
        ...this.fractionLines(),
        ...scalar,
        ...this.stores(scalarSlots),
      ],
      vectorCode: [
        ...this.indexLines(),
        ...vectorSlots.map((s) => this.load(s)),
        ...vector,
        ...this.stores(vectorSlots),
      ],
      arrays: this.arrays(),
      indexNames: new Set(vectorSlots.map(({ index }) => (this.indexArrays.has(index) ? '_idx' : index))),
      randomSites: this.sites,
      vectorRandomSites: this.sites - scalarSites,
      functions: this.functions,
      callSites: this.calls.sites,
      passes: this.calls.passes,
      callSetup: this.calls.setup,
      support: this.support,
    };
  }

  private context(element: string): RenderContext {
    return {
      scope: this.scope,
      element,
      local: (text) => this.local(text),
      randomSite: () => this.sites++,
      needs: (helper) => this.support.add(helper),
      needsFunction: (name, called) => this.functions.set(name, called),
      scriptCall: (implementation, args, indexed) =>
        this.calls.call(implementation, args, indexed ? element : undefined, element === '_idx'),
      timedFraction: (called) => this.timedFraction(called),
    };
  }

  private local(text: string): string {
    return this.slots.slotOf(text)?.local ?? safeIdentifier(this.syntax.target, text);
  }

  private arrays(): Map<string, ArrayVariable> {
    const used = [...this.slots.all.map(({ variable }) => variable), ...this.indexArrays.values()];
    return new Map(used.map((variable) => [variable.arrayName, variable]));
  }

  /** What the indices of linked variables are for this element. */
  private indexLines(): string[] {
    return [...this.indexArrays].map(([index, { arrayName }]) =>
      this.syntax.declaration(index, 'int32', `${arrayName}[_idx]`, true),
    );
  }

  private copies(): string[] {
    return [...this.rewritten.values()].map((variable) =>
      this.syntax.copy(copyOf(variable), variable.arrayName, variable),
    );
  }

  private load({ variable, index, local, read, written }: Slot): string {
    const isCopied = this.rewritten.has(variable.arrayName);
    const element = `${isCopied ? copyOf(variable) : variable.arrayName}[${index}]`;
    const value = read ? this.syntax.loaded(element, variable.dataType) : undefined;
    return this.syntax.declaration(local, variable.dataType, value, !written);
  }

  /** Stores of the written slots, those with the same condition together. */
  private stores(slots: readonly Slot[]): string[] {
    const lines: string[] = [];
    const conditional = new Map<string, string[]>();
    for (const slot of slots.filter((candidate) => candidate.written)) {
      const { variable, index, local, condition } = slot;
      const line = `${variable.arrayName}[${index}] = ${this.syntax.stored(local, variable.dataType)};`;
      if (condition === undefined) lines.push(line);
      else conditional.set(condition.local, [...(conditional.get(condition.local) ?? []), line]);
    }
    for (const [condition, guarded] of conditional)
      lines.push(`if (${condition}) {`, ...guarded.map((line) => `  ${line}`), '}');
    return lines;
  }

  private statements(statements: readonly CodeStatement[], renderer: ExpressionRenderer): string[] {
    return statements.flatMap((statement) => {
      const line = this.statement(statement, renderer);
      return [...this.calls.takeLines(), line];
    });
  }

  private statement(
    { target, op, expr, dataType, constant }: CodeStatement,
    renderer: ExpressionRenderer,
  ): string {
    const local = this.local(target);
    if (op === ':=')
      return this.syntax.declaration(local, dataType, renderer.converted(expr, dataType), constant);
    if (op === '=') return `${local} = ${renderer.converted(expr, dataType)};`;
    const inPlace = op === '+=' || op === '-=' || op === '*=';
    if (inPlace && isFloat(dataType)) return `${local} ${op} ${renderer.converted(expr, dataType)};`;
    const operator = op.slice(0, -1) as '+' | '-' | '*' | '/' | '%' | '//' | '**';
    const full: Expression = {
      kind: 'binary',
      op: operator,
      left: name(target),
      right: expr,
      range: NOWHERE,
    };
    return `${local} = ${renderer.converted(full, dataType)};`;
  }

  private usesTimedArray(): boolean {
    let found = false;
    for (const { expr } of [...this.block.scalar, ...this.block.vector])
      visit(expr, (node) => {
        if (node.kind === 'call')
          found ||= this.scope.functionOf(node.name)?.implementation?.kind === 'timed array';
      });
    return found && this.scope.arrayOf('dt') !== undefined;
  }

  /** TimedArrays look at the step of the group that asks (without one, at their own). */
  private timedFraction(called: BrianFunction): string {
    const local = `_fraction_${called.name}`;
    if (!this.fractions.has(local) && called.implementation?.kind === 'timed array') {
      this.support.add('_timed_fraction');
      const dt = String(called.implementation.dt);
      const groupDt = this.scope.arrayOf('dt') === undefined ? dt : this.local('dt');
      const value = `_timed_fraction(${dt}, ${groupDt})`;
      this.fractions.set(local, this.syntax.declaration(local, 'float64', value, true));
    }
    return local;
  }

  private fractionLines(): string[] {
    return [...this.fractions.values()];
  }
}

function copyOf({ arrayName }: ArrayVariable): string {
  return `${arrayName}_before`;
}

function isFloat(dataType: DataType): boolean {
  return dataType === 'float64' || dataType === 'float32';
}
