import type { Expression, Statement } from '../../grammars/equations/tree.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { Problem } from '../problems/problem.ts';
import { visit } from '../symbolic/tree.ts';
import type { SourceString } from '../text/provenance.ts';
import type { Location } from '../text/range.ts';
import { builtinNames, resolveBuiltin } from './builtins.ts';
import { warnOfConflicts } from './conflicts.ts';
import type { Externals } from './externals.ts';
import { isWritten, type NameUse } from './nameUse.ts';
import { didYouMean } from './nearest.ts';
import type { Resolved } from './resolved.ts';
import { substituteFor } from './substitutes.ts';

/** The variables of the group whose code is resolved. */
export interface VariableLookup {
  resolve(name: string): Resolved | undefined;
  names(): Iterable<string>;
  /** True where a missing name may be a variable after all. */
  readonly open?: boolean;
}

export interface ResolveContext {
  readonly variables: VariableLookup;
  /** `namespace=` of the group. */
  readonly groupNamespace?: Externals;
  /** `namespace=` of the run, or the frame that calls it. */
  readonly runNamespace: Externals;
  readonly report: (problem: Problem) => void;
  readonly objectName?: string;
  /** What the script has set about the code that is made; absent: defaults. */
  readonly preferences?: Preferences;
  /** Where warnings of names with several meanings go, and what they call the group; absent: nobody is warned. */
  readonly conflicts?: { readonly group: string; readonly report: (problem: Problem) => void };
  /** The place to blame where the string has none: the creation of the object. */
  readonly fallback?: Location;
}

export type { NameUse } from './nameUse.ts';

export function namesOf(expr: Expression, source?: SourceString): NameUse[] {
  const uses: NameUse[] = [];
  visit(expr, (part) => {
    if (part.kind === 'name') uses.push({ name: part.name, range: part.range, source });
    else if (part.kind === 'call') uses.push({ name: part.name, range: part.nameRange, source });
  });
  return uses;
}

/** The names that a block reads, and those it assigns that are not temporaries of its own. */
export function namesOfStatements(
  statements: readonly Statement[],
  isVariable: (name: string) => boolean,
  source?: SourceString,
  /** Shared between the sections of one block, in order. */
  temporaries = new Set<string>(),
): NameUse[] {
  const uses: NameUse[] = [];
  for (const { target, op, expr } of statements) {
    for (const use of namesOf(expr, source)) if (!temporaries.has(use.name)) uses.push(use);
    const fresh = (op === '=' || op === ':=') && !isVariable(target.name);
    if (fresh) temporaries.add(target.name);
    else if (!temporaries.has(target.name)) uses.push({ name: target.name, range: target.range, source });
  }
  return uses;
}

/** Names of abstract code that only templates and generated statements define. */
function isInternal(name: string): boolean {
  return name.startsWith('_');
}

/**
 * What each name stands for: variables of the group, then constants, units and functions, then the group's
 * namespace, then the run's. Names inside subexpressions are resolved along. Reports a KeyError for what
 * is not found and for what is not a scalar.
 */
export function resolveNames(uses: readonly NameUse[], context: ResolveContext): Map<string, Resolved> {
  const names = new Map<string, Resolved>();
  const pending = [...uses];
  for (let use = pending.shift(); use !== undefined; use = pending.shift()) {
    if (names.has(use.name)) continue;
    const resolved = resolveName(use, context);
    if (resolved === undefined) continue;
    names.set(use.name, resolved);
    const implicit = use.implicit || !isSubexpression(resolved);
    pending.push(...namesBehind(resolved, context).map((name) => ({ ...use, name, implicit })));
  }
  return names;
}

function isSubexpression(resolved: Resolved): boolean {
  return resolved.kind === 'variable' && resolved.variable.kind === 'subexpression';
}

/** What using a name uses along: the names of a subexpression, its index, the condition for writing a variable. */
function namesBehind(resolved: Resolved, { variables }: ResolveContext): string[] {
  // A TimedArray's rows are found by the step of the group's clock.
  if (resolved.kind === 'function')
    return resolved.function.implementation?.kind === 'timed array' ? ['dt'] : [];
  if (resolved.kind !== 'variable') return [];
  const { variable, index } = resolved;
  if (variable.kind === 'subexpression') return namesOf(variable.expr).map(({ name }) => name);
  if (variables.resolve(index) !== undefined) return [index];
  if (variable.kind !== 'array' || variable.conditionalWrite === undefined) return [];
  const end = /^_(pre|post)synaptic_idx$/.exec(index)?.[1];
  return [end === undefined ? variable.conditionalWrite : `${variable.conditionalWrite}_${end}`];
}

/** Names that code objects need although no string mentions them (`t`, `dt`, `not_refractory`). */
function resolveName(use: NameUse, context: ResolveContext): Resolved | undefined {
  const internal = context.variables.resolve(use.name);
  warnOfConflicts(use, internal, context);
  const own = internal ?? resolveBuiltin(use.name);
  if (own !== undefined) return own;
  const external = context.groupNamespace?.lookup(use.name) ?? context.runNamespace.lookup(use.name);
  if (external === undefined) {
    if (isInternal(use.name) && !isWritten(use)) return undefined;
    if (context.runNamespace.open || context.groupNamespace?.open || context.variables.open)
      return { kind: 'unknown', name: use.name };
    context.report(notFound(use, context));
    return { kind: 'unknown', name: use.name };
  }
  if (external.kind === 'fault') {
    const problem = problemAt(use, context, 'invalid-function', external.message);
    context.report({ ...problem, errorClass: external.errorClass });
    return { kind: 'unknown', name: use.name };
  }
  if (external.kind === 'array') {
    const message = `Variable ${use.name} was found in the namespace, but is not a scalar value`;
    context.report({
      ...problemAt(use, context, 'not-a-scalar', message),
      hint: `For a value for each element, write '${use.name} : unit' in the equations and set it; for one that changes in time, make a TimedArray.`,
      related: external.definition && [
        { message: `'${use.name}' is an array`, location: external.definition },
      ],
    });
    return { kind: 'unknown', name: use.name };
  }
  return external;
}

const NO_LASTUPDATE =
  'The identifier "lastupdate" could not be resolved. Note that this variable is only automatically defined for models ' +
  'with event-driven synapses. You can define it manually by adding "lastupdate : second" to the equations and setting ' +
  '"lastupdate = t" at the end of your on_pre and/or on_post statements.';

function notFound(use: NameUse, context: ResolveContext): Problem {
  if (use.name === 'lastupdate') return problemAt(use, context, 'undefined-name', NO_LASTUPDATE);
  const known = [
    ...context.variables.names(),
    ...builtinNames(),
    ...(context.groupNamespace?.names() ?? []),
    ...usable(context.runNamespace),
  ];
  const message = `The identifier "${use.name}" could not be resolved.`;
  return { ...problemAt(use, context, 'undefined-name', message), hint: notFoundHint(use.name, known) };
}

function notFoundHint(name: string, known: Iterable<string>): string {
  const similar = substituteFor(name) ?? didYouMean(name, known);
  if (similar !== undefined) return similar;
  return `Define '${name}' in the script before the run, or in the equations as a parameter ('${name} : unit').`;
}

function* usable(externals: Externals): Iterable<string> {
  for (const name of externals.names()) if (externals.lookup(name) !== undefined) yield name;
}

function problemAt(use: NameUse, context: ResolveContext, code: string, message: string): Problem {
  const location = use.range && use.source?.provenance?.locate(use.range);
  const common = { severity: 'error', errorClass: 'KeyError', objectName: context.objectName } as const;
  return { code, message, location: location ?? context.fallback, ...common };
}
