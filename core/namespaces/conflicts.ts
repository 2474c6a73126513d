import { unitByName } from '../units/registry.ts';
import { resolveBuiltin } from './builtins.ts';
import type { ExternalObject } from './externals.ts';
import { isWritten, type NameUse } from './nameUse.ts';
import type { ResolveContext } from './resolve.ts';
import type { Resolved } from './resolved.ts';

/** One namespace that has the name, and what it has. */
interface Match extends ExternalObject {
  /** As Brian's warnings call the namespace. */
  readonly namespace: string;
}

/**
 * Brian's `resolution_conflict` warnings: a name that stands for different objects in several namespaces, and a
 * variable of the group that hides something of the script. They change nothing about what the name means.
 */
export function warnOfConflicts(
  use: NameUse,
  internal: Resolved | undefined,
  { conflicts, ...context }: ResolveContext,
): void {
  if (conflicts === undefined) return;
  // Code that Brian has made mentions variables that the user may not even know of.
  if (internal && (use.implicit || !isWritten(use))) return;
  const matches = matchesOf(use.name, context);
  const message = internal
    ? hidingMessage(use.name, internal, matches, conflicts.group)
    : differenceMessage(use.name, matches, conflicts.group);
  if (message === undefined) return;
  const definition = matches.at(-1)?.definition;
  conflicts.report({
    code: 'resolution-conflict',
    severity: 'warning',
    errorClass: 'Warning',
    message,
    hint: 'Give one of them another name.',
    location: (use.range && use.source?.provenance?.locate(use.range)) ?? context.fallback,
    related: definition && [{ message: `"${use.name}" of the script`, location: definition }],
  });
}

/** In Brian's order. */
function matchesOf(name: string, { groupNamespace, runNamespace }: ResolveContext): Match[] {
  const group = groupNamespace?.lookup(name);
  const run = runNamespace.lookup(name);
  return [
    ...builtinMatch(name),
    ...(group?.object ? [{ namespace: 'group-specific', ...group.object }] : []),
    ...(run?.object ? [{ namespace: 'run', ...run.object }] : []),
  ];
}

function builtinMatch(name: string): Match[] {
  const builtin = resolveBuiltin(name);
  if (builtin?.kind === 'function')
    return [{ namespace: 'functions', identity: builtin.function, repr: () => '<Function>' }];
  if (builtin?.kind !== 'constant') return [];
  const unit = builtin.source === 'unit' ? unitByName(name) : undefined;
  if (unit) return [{ namespace: 'units', identity: unitIdentity(unit.name), repr: () => unit.name }];
  const { value } = builtin;
  return [{ namespace: 'constants', identity: numberIdentity(value), repr: () => shownNumber(value) }];
}

function differenceMessage(name: string, matches: readonly Match[], group: string): string | undefined {
  const [first, ...others] = matches;
  if (first === undefined || others.every(({ identity }) => identity === first.identity)) return undefined;
  const start =
    `The name "${name}" refers to different objects in different namespaces used for resolving names in the context ` +
    `of group "${group}". Will use the object from the ${first.namespace} namespace with the value ${first.repr()}, ` +
    'but the name also refers to a variable in the ';
  const [other] = others;
  if (others.length === 1) return `${start}${other!.namespace} namespace with value '${other!.repr()}'.`;
  return `${start}following namespaces: ${others.map(({ namespace }) => namespace).join(', ')}.`;
}

function hidingMessage(
  name: string,
  internal: Resolved,
  matches: readonly Match[],
  group: string,
): string | undefined {
  const own = constantIdentity(internal);
  const hidden = matches.filter(({ identity }) => identity !== own);
  const [first] = hidden;
  if (first === undefined) return undefined;
  const where =
    matches.length === 1
      ? `${first.namespace} namespace with the value ${first.repr()}`
      : `following namespaces: ${hidden.map(({ namespace }) => namespace).join(' ,')}`;
  return `'${name}' is an internal variable of group '${group}', but also exists in the ${where}. The internal variable will be used.`;
}

/** A script's `N = 10` is no other object than the `N` of a group of 10. */
function constantIdentity(internal: Resolved): unknown {
  if (internal.kind !== 'variable' || internal.variable.kind !== 'constant') return undefined;
  const { value, dataType } = internal.variable;
  return numberIdentity(dataType === 'int32' ? BigInt(value) : value);
}

/** Python keeps equal numbers of one text as one object, so equal ones never count as different. */
export function numberIdentity(value: number | bigint | boolean): string {
  return `${typeof value} ${value}`;
}

/** Every unit exists once. */
export function unitIdentity(name: string): string {
  return `unit ${name}`;
}

function shownNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : value > 0 ? 'inf' : '-inf';
}
