/** `linked_var(...)`, and what assigning it to a variable of a group does. */
import {
  type LinkIndex,
  type LinkingGroup,
  type LinkTarget,
  linkVariable,
  openLink,
} from '../../../groups/linkedVariable.ts';
import type { Owner } from '../../../groups/stateAccess.ts';
import type { Interpreter } from '../../interpreter.ts';
import { typeName } from '../../operations/numbers.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { asNumeric } from '../numpy/objects.ts';
import { Arguments } from './arguments.ts';
import { OwnerObject } from './ownerObject.ts';
import { StateView } from './stateView.ts';
import { settled } from './variableView.ts';

/** A variable that another one is to be linked to. */
export class LinkedVariableObject extends PyObject {
  readonly typeName = 'LinkedVariable';

  constructor(
    private readonly target: LinkTarget,
    private readonly index: PyValue | undefined,
  ) {
    super();
  }

  /** Makes `name` of the group stand for the variable. Raises TypeError where the index is no array of integers. */
  linkTo(group: LinkingGroup, name: string, ctx: Interpreter): void {
    const index = this.index === undefined ? undefined : indexArray(this.index, ctx);
    linkVariable(group, name, { ...this.target, index }, ctx.location());
  }
}

/** `G.y = value` for a variable that the model marks as linked. Raises ValueError for anything but a `linked_var`. */
export function setLinked(group: LinkingGroup, name: string, value: PyValue, ctx: Interpreter): void {
  if (value instanceof LinkedVariableObject) value.linkTo(group, name, ctx);
  else if (value instanceof Unknown) openLink(group, name);
  else
    ctx.raise(
      'ValueError',
      "Cannot set a linked variable directly, link it to another variable using 'linked_var'.",
      ctx.assignedLocation(),
      `Set the variable that '${name}' is linked to, or its elements: ${group.name}.${name}[:] = ...`,
    );
}

/** What linking a variable that is not marked raises. */
export function refuseLink(name: string, ctx: Interpreter): never {
  return ctx.raise(
    'TypeError',
    `Cannot link variable '${name}', it has to be marked as a linked variable with '(linked)' in the model equations.`,
  );
}

/** NumPy's own integers have 64 bits, and Brian takes no others. */
function indexArray(given: PyValue, ctx: Interpreter): LinkIndex | 'unknown' {
  const value = settled(given, ctx);
  if (value instanceof Unknown) return 'unknown';
  const index = value instanceof PyStr ? undefined : asNumeric(value, ctx)?.value;
  if (typeof index === 'bigint') return ctx.raise('TypeError', 'len() of unsized object');
  if (typeof index !== 'object' || index.dtype !== 'int64')
    return ctx.raise('TypeError', 'The index for a linked variable has to be an integer array');
  return { values: Int32Array.from(index.toFloat64()), shape: index.shape };
}

/** `linked_var(G, 'v')`, `linked_var(G.v)`. */
export function linkedVar(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('linked_var', call, ['group_or_variable', 'name=None', 'index=None'], ctx);
  const given = args.get('group_or_variable') ?? null;
  const name = args.text('name');
  const isView = given instanceof StateView;
  if (isView && name !== undefined)
    args.raise('ValueError', 'Cannot give a variable and a variable name at the same time.', 'name');
  if (given instanceof Unknown || args.isUnknown('name')) return new Unknown();
  if (isView) return target(given.owner, given.name, args);
  if (name === undefined)
    return args.raise('ValueError', 'Need to provide a variable name', 'group_or_variable');
  if (given instanceof OwnerObject) return target(given.object, name, args);
  return args.raise('AttributeError', `'${typeName(given)}' object has no attribute 'variables'`);
}

function target(source: Owner, name: string, args: Arguments): PyValue {
  const variable = source.variables.get(name);
  if (variable === undefined) {
    if (source.variables.open) return new Unknown();
    return args.raise('KeyError', `'${name}'`, 'name');
  }
  if (variable.kind === 'array' && variable.dynamic)
    args.raise(
      'NotImplementedError',
      `Linking to variable ${variable.name} is not supported, can only link to state variables of fixed size.`,
    );
  return new LinkedVariableObject({ source, name, variable }, args.get('index'));
}
