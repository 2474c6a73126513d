/** `linked_var`: a variable of a group that is a variable of another one, element by element or by an index array. */
import type { Equations } from '../equations/equations.ts';

import { name as nameNode } from '../symbolic/build.ts';
import { namesIn, substituteNames } from '../symbolic/tree.ts';
import type { Location } from '../text/range.ts';
import type { Subexpression, Variable } from '../variables/variable.ts';
import { groupProblem, UNKNOWN_SIZE } from './group.ts';
import { type Owner, places } from './stateAccess.ts';

/** A group whose model marks variables as linked; newer versions of Brian allow synapses, too. */
export type LinkingGroup = Owner & { readonly equations: Equations };

/** True for the names that only `linked_var` gives a meaning. */
export function isLinked({ equations }: LinkingGroup, name: string): boolean {
  return equations.get(name)?.flags.includes('linked') ?? false;
}

/** What `linked_var(source, name, index)` asks for. */
export interface LinkTarget {
  readonly source: Owner;
  readonly name: string;
  readonly variable: Variable;
  /** Unknown to an analysis only. */
  readonly index?: LinkIndex | 'unknown';
}

export interface LinkIndex {
  readonly values: Int32Array;
  readonly shape: readonly number[];
}

/** Leads to what a linked subexpression is made of. */
const INPUT_PREFIX = '_linked_';

/** True for variables that a group has only because a linked subexpression needs them. */
export function isLinkedInput(name: string): boolean {
  return name.startsWith(INPUT_PREFIX);
}

/**
 * Makes `name`, which the model of `group` marks as linked, stand for the variable of the other group. Reports
 * DimensionMismatchError, ValueError and TypeError as Brian does.
 */
export function linkVariable(
  group: LinkingGroup,
  name: string,
  target: LinkTarget,
  location?: Location,
): void {
  const fault = linkFault(group, name, target) ?? againFault(group, name, target);
  if (fault !== undefined) {
    const { code, errorClass, message, hint } = fault;
    group.session.problems.report({ ...groupProblem(group, code, errorClass, message, location), hint });
    return;
  }
  // A second link is without effect in Brian: the first one stays.
  if (!group.variables.has(name)) new Linker(group, name, target).link();
}

/** In an analysis that does not know what is linked: whatever is said of the variable may be right. */
export function openLink({ variables }: LinkingGroup, name: string): void {
  variables.addArray(name, { size: 0 });
  variables.markDoubtful(name);
}

interface LinkFault {
  readonly code: string;
  readonly errorClass: string;
  readonly message: string;
  readonly hint?: string;
}

function linkFault(group: LinkingGroup, name: string, target: LinkTarget): LinkFault | undefined {
  const { variable, index } = target;
  if (variable.dimension !== group.equations.get(name)?.dimension) {
    const message = `Unit of variable '${name}' does not match its link target '${variable.name}'`;
    return { code: 'dimension-mismatch', errorClass: 'DimensionMismatchError', message };
  }
  if (index === 'unknown') return undefined;
  return index === undefined ? sizeFault(group, name, target) : indexFault(group, name, target, index);
}

function againFault({ variables }: LinkingGroup, name: string, { index }: LinkTarget): LinkFault | undefined {
  const indexName = `_${name}_indices`;
  if (index === undefined || !variables.has(indexName)) return undefined;
  const message = `"The name '${indexName}' is already present in the variables dictionary."`;
  return {
    code: 'linked',
    errorClass: 'KeyError',
    message,
    hint: `'${name}' is linked already, and can't be linked anew.`,
  };
}

function indexFault(
  group: LinkingGroup,
  name: string,
  { source, name: original }: LinkTarget,
  { values, shape }: LinkIndex,
): LinkFault | undefined {
  const isKnown = group.N !== UNKNOWN_SIZE;
  if (shape.length !== 1 || (isKnown && shape[0] !== group.N)) {
    const shown = `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
    const message = `Index array for linked variable '${name}' has to be a one-dimensional array of length ${group.N}, but has shape ${shown}`;
    return { code: 'shape', errorClass: 'TypeError', message };
  }
  const outside = values.find((k) => k < 0 || k >= source.N);
  if (outside === undefined) return undefined;
  if (source.variables.indexOf(original) !== '_idx') {
    const message = `index ${outside} is out of bounds for axis 0 with size ${source.N}`;
    return { code: 'index', errorClass: 'IndexError', message };
  }
  const message = `Index array for linked variable ${name} contains values outside of the valid range [0, ${source.N}[`;
  return { code: 'index', errorClass: 'ValueError', message };
}

function sizeFault(
  group: LinkingGroup,
  name: string,
  { source, variable, name: original }: LinkTarget,
): LinkFault | undefined {
  const isUnknown = group.N === UNKNOWN_SIZE || source.N === UNKNOWN_SIZE;
  const isSingle = source.N === 1 && source.variables.indexOf(original) === '_idx';
  if (isUnknown || isSingle || variable.scalar || source.N === group.N) return undefined;
  const message =
    `Cannot link variable '${name}' to '${variable.name}', the size of the target group does not match ` +
    `(${group.N} != ${source.N}). You can provide an indexing scheme with the 'index' keyword to link groups ` +
    'with different sizes';
  const hint = `Say which element of '${source.name}' each of the ${group.N} elements is linked to: index=[...].`;
  return { code: 'shape', errorClass: 'ValueError', message, hint };
}

/** Adds references to the variables of the source, and the index arrays that they need. */
class Linker {
  private readonly indexArrays = new Map<string, string>();

  constructor(
    private readonly group: LinkingGroup,
    private readonly name: string,
    private readonly target: LinkTarget,
  ) {}

  link(): void {
    this.refer(this.name, this.target.name);
  }

  /** Makes `original` of the source known to the group as `name`. */
  private refer(name: string, original: string): void {
    const { source } = this.target;
    const { variables } = this.group;
    const resolved = source.variables.resolve(original);
    if (resolved?.kind !== 'variable') {
      openLink(this.group, name);
      return;
    }
    const { variable } = resolved;
    const index = variable.scalar ? '0' : this.indexFor(resolved.index);
    const definition = name === this.name ? this.definition() : resolved.definition;
    variables.addReference(name, this.referred(name, variable), index, definition);
  }

  private referred(name: string, variable: Variable): Variable {
    if (variable.kind === 'subexpression') return this.subexpression(name, variable);
    // Whoever writes through a link need not care whether the neuron behind it is refractory.
    return variable.kind === 'array' ? { ...variable, conditionalWrite: undefined } : variable;
  }

  /** With the names of the source replaced by names that lead there from here. */
  private subexpression(name: string, variable: Subexpression): Subexpression {
    const { source } = this.target;
    const inputs = [...namesIn(variable.expr)].filter((used) => source.variables.has(used));
    const names = new Map(inputs.map((used) => [used, `${INPUT_PREFIX}${name}_${used}`]));
    for (const [used, ours] of names) this.refer(ours, used);
    const nodes = new Map([...names].map(([used, ours]) => [used, nameNode(ours)]));
    return { ...variable, name, owner: this.group.name, expr: substituteNames(variable.expr, nodes) };
  }

  /** The index of this group that reaches what the source reaches by `index`; an array where they differ. */
  private indexFor(index: string): string {
    const { source, index: given } = this.target;
    if (index === '0') return '0';
    if (given === undefined && index === '_idx')
      return source.N === 1 && (this.group.N !== 1 || this.group.ends !== undefined) ? '0' : '_idx';
    const isGiven = given !== undefined && given !== 'unknown';
    const elements = isGiven ? given.values : Int32Array.from({ length: finite(source.N) }, (_, k) => k);
    return this.indexArray(index, elements);
  }

  private indexArray(index: string, elements: Int32Array): string {
    const { group, target, name } = this;
    const known = this.indexArrays.get(index);
    if (known !== undefined) return known;
    const arrayName = index === '_idx' ? `_${name}_indices` : `_${name}_index_${index}`;
    this.indexArrays.set(index, arrayName);
    const values = group.session.analysing ? undefined : places(target.source, index, elements);
    const size = finite(group.N);
    group.variables.addArray(arrayName, { size, dataType: 'int32', constant: true, readOnly: true, values });
    return arrayName;
  }

  private definition(): Location | undefined {
    const equation = this.group.equations.get(this.name);
    return equation?.source.provenance?.locate(equation.nameRange);
  }
}

function finite(N: number): number {
  return N === UNKNOWN_SIZE ? 0 : N;
}
