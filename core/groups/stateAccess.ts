import { parseExpression } from '../../grammars/equations/index.ts';
import type { OneShotData } from '../devices/device.ts';
import type { TypedArray } from '../devices/plan.ts';
import { typeOf } from '../equations/typeOf.ts';
import type { Externals } from '../namespaces/externals.ts';
import type { ResolveContext } from '../namespaces/resolve.ts';
import type { Names } from '../namespaces/resolved.ts';
import type { Session } from '../network/session.ts';
import type { RelatedInformation } from '../problems/problem.ts';
import { name as nameNode } from '../symbolic/build.ts';
import { assign } from '../symbolic/statements.ts';
import type { SourceString } from '../text/provenance.ts';
import type { Location } from '../text/range.ts';
import type { Dimension } from '../units/dimension.ts';
import { DIMENSIONLESS } from '../units/dimension.ts';
import { dimensionName, unitDisplay } from '../units/displayUnits.ts';
import { conversion, withUnit } from '../units/remedy.ts';
import { unitPhrase } from '../units/writtenUnit.ts';
import type { ArrayVariable, Variable } from '../variables/variable.ts';
import { type AssignedShape, shapeFault } from './assignedShape.ts';
import { embedded } from './codeFaults.ts';
import { conflictsOf, groupProblem, UNKNOWN_SIZE, type VariableOwner } from './group.ts';
import {
  type CodeRequest,
  checkCode,
  counting,
  type PreparedCode,
  parseSection,
  prepareCode,
  resolveCode,
} from './prepareCode.ts';
import { recordString } from './recordString.ts';

/** Something that owns variables in a session: groups, subgroups, synapses. */
export type Owner = VariableOwner & { readonly session: Session; readonly multisynapticIndex?: string };

/** Which elements: numbers are relative to the owner. */
export type Item =
  | { readonly kind: 'all' }
  | { readonly kind: 'indices'; readonly indices: Int32Array; readonly scalar?: boolean }
  | { readonly kind: 'condition'; readonly source: SourceString }
  | { readonly kind: 'unknown' };

export type NewValue =
  /** SI values; one for all elements, or one each. */
  | ({
      readonly kind: 'values';
      readonly values: ArrayLike<number>;
      readonly dimension: Dimension;
      readonly shown: string;
    } & AssignedShape)
  | { readonly kind: 'code'; readonly source: SourceString }
  | { readonly kind: 'unknown'; readonly dimension?: Dimension };

/** Where an access stands in the script, and what names it sees. */
export interface AccessContext {
  readonly externals: Externals;
  readonly location?: Location;
  /** What is assigned, where that stands apart. */
  readonly valueLocation?: Location;
}

/** Sets a variable of some elements. Raises Brian's errors on units, lengths and read-only variables. */
export function setState(
  owner: Owner,
  name: string,
  item: Item,
  value: NewValue,
  access: AccessContext,
): void {
  const variable = writable(owner, name, access);
  if (variable === undefined) return;
  if (value.kind === 'code') {
    owner.session.standalone?.write(owner, name);
    setByCode(owner, variable, name, item, value.source, access);
    return;
  }
  if (value.kind === 'unknown') {
    if (value.dimension !== undefined && value.dimension !== DIMENSIONLESS)
      unitFits(owner, variable, name, item, { dimension: value.dimension, shown: '...' }, access);
    return;
  }
  if (!unitFits(owner, variable, name, item, value, access)) return;
  if (!shapeFits(owner, variable, item, value, access)) return;
  if (owner.session.analysing) {
    if (item.kind === 'condition') elements(owner, item, access);
    return;
  }
  const indices = variable.scalar ? Int32Array.of(0) : elements(owner, item, access);
  writeValues(owner, variable, name, indices, value.values);
}

/** The values of a variable for some elements, SI. Booleans are 0 and 1. */
export function getState(owner: Owner, name: string, item: Item, access: AccessContext): TypedArray {
  const resolved = owner.variables.resolve(name);
  if (resolved?.kind !== 'variable') throw new Error(`${owner.name} has no variable ${name}`);
  const { variable, index } = resolved;
  if (variable.kind === 'constant') return Float64Array.of(variable.value);
  const indices = variable.scalar ? undefined : elements(owner, item, access);
  if (variable.kind === 'array') {
    const array = owner.session.storage.array(variable);
    return pick(array, variable.scalar ? Int32Array.of(0) : places(owner, index, indices!));
  }
  return evaluate(owner, variable, indices ?? Int32Array.of(0), access);
}

/** What reading would complain of, without reading: names of a subexpression or of a condition. */
export function checkReading(owner: Owner, name: string, item: Item, access: AccessContext): void {
  owner.session.reportAny(owner.session.standalone?.read(owner, name, access.location));
  if (item.kind === 'condition') elements(owner, item, access);
  const variable = owner.variables.get(name);
  if (variable?.kind === 'subexpression')
    resolveCode(readingRequest(owner, variable), contextOf(owner, access));
}

/** The numbers of the elements that an item means. */
export function elements(owner: Owner, item: Item, access: AccessContext): Int32Array {
  if (item.kind === 'indices') return item.indices;
  if (item.kind === 'condition') return indicesWhere(owner, item.source, access);
  return Int32Array.from({ length: owner.N === UNKNOWN_SIZE ? 0 : owner.N }, (_, k) => k);
}

function writable(owner: Owner, name: string, access: AccessContext): ArrayVariable | undefined {
  const variable = owner.variables.get(name);
  if (variable?.kind === 'array' && !variable.readOnly) return variable;
  const message = `Variable ${name} is read-only.`;
  owner.session.problems.report(groupProblem(owner, 'read-only', 'TypeError', message, access.location));
  return undefined;
}

/** The number 0 without unit fits every variable. */
function unitFits(
  owner: Owner,
  variable: ArrayVariable,
  name: string,
  item: Item,
  value: { readonly dimension: Dimension; readonly shown: string; readonly values?: ArrayLike<number> },
  access: AccessContext,
): boolean {
  const { dimension, values } = value;
  if (dimension === variable.dimension) return true;
  const zero = dimension === DIMENSIONLESS && Array.prototype.every.call(values ?? [], (v) => v === 0);
  if (zero) return true;
  const message =
    item.kind === 'all' ? attributeMessage(variable, name, value) : itemMessage(variable, name, dimension);
  owner.session.problems.report({
    ...groupProblem(
      owner,
      'dimension-mismatch',
      'DimensionMismatchError',
      message,
      access.valueLocation ?? access.location,
    ),
    hint: assignmentHint(variable, value),
    related: definitionNote(owner, name, variable.dimension),
  });
  return false;
}

function attributeMessage(
  variable: Variable,
  name: string,
  value: { shown: string; dimension: Dimension },
): string {
  const wanted =
    variable.dimension === DIMENSIONLESS
      ? 'a dimensionless value'
      : `a value with units ${dimensionName(variable.dimension)}`;
  return `${name} should be set with ${wanted}, but got ${value.shown} (unit is ${unitDisplay(value.dimension)}).`;
}

function assignmentHint(
  { dimension: wanted }: Variable,
  { shown, dimension }: { shown: string; dimension: Dimension },
): string | undefined {
  const isNumber = dimension === DIMENSIONLESS && /^[-\d.]+$/.test(shown);
  return isNumber ? withUnit(shown, wanted) : conversion(shown, dimension, wanted);
}

function definitionNote(owner: Owner, name: string, dimension: Dimension): RelatedInformation[] | undefined {
  const location = owner.variables.definitionOf(name);
  return location && [{ message: `'${name}' is ${unitPhrase(dimension)}`, location }];
}

function itemMessage(variable: Variable, name: string, dimension: Dimension): string {
  const units = `${unitDisplay(variable.dimension)} and ${unitDisplay(dimension)}`;
  return `Incorrect unit for setting variable ${name} (units are ${units}).`;
}

function shapeFits(
  owner: Owner,
  variable: ArrayVariable,
  item: Item,
  value: AssignedShape,
  access: AccessContext,
): boolean {
  const fault = shapeFault(owner, variable, item, value);
  if (fault === undefined) return true;
  const { errorClass, message, hint } = fault;
  const location = access.valueLocation ?? access.location;
  owner.session.problems.report({
    ...groupProblem(owner, 'shape', errorClass, message, location),
    hint,
  });
  return false;
}

function writeValues(
  owner: Owner,
  variable: ArrayVariable,
  name: string,
  indices: Int32Array,
  values: ArrayLike<number>,
): void {
  const single = values.length === 1;
  const array = owner.session.storage.array(variable);
  const where = variable.scalar ? indices : places(owner, owner.variables.indexOf(name), indices);
  for (let k = 0; k < where.length; k++) array[where[k]!] = values[single ? 0 : k]!;
}

/** Element numbers of the owner as places in the array of a variable that it may only refer to. */
export function places(owner: Owner, index: string, indices: Int32Array): Int32Array {
  if (index === '_idx') return indices;
  if (index === '0') return new Int32Array(indices.length);
  if (index === '_sub_idx') return indices.map((k) => k + owner.start);
  const variable = indexArray(owner, index);
  if (variable === undefined) return indices;
  const array = owner.session.storage.array(variable);
  return indices.map((k) => array[k]!);
}

function indexArray({ ends, variables }: Owner, index: string): ArrayVariable | undefined {
  if (index === '_presynaptic_idx') return ends?.pre;
  if (index === '_postsynaptic_idx') return ends?.post;
  const variable = variables.get(index);
  return variable?.kind === 'array' ? variable : undefined;
}

function pick(array: TypedArray, places: Int32Array): TypedArray {
  const picked = new (array.constructor as new (length: number) => TypedArray)(places.length);
  for (let k = 0; k < places.length; k++) picked[k] = array[places[k]!]!;
  return picked;
}

function contextOf(owner: Owner, access: AccessContext): ResolveContext {
  return {
    variables: owner.variables,
    groupNamespace: owner.groupNamespace,
    runNamespace: access.externals,
    report: (problem) => owner.session.problems.report(problem),
    preferences: owner.session.preferences,
    conflicts: conflictsOf(owner, owner.session),
    fallback: access.location ?? owner.location,
  };
}

function setByCode(
  owner: Owner,
  variable: ArrayVariable,
  name: string,
  item: Item,
  source: SourceString,
  access: AccessContext,
): void {
  const { session } = owner;
  checkTarget(owner, access);
  const context = counting(contextOf(owner, access));
  recordExpression(owner, 'value', source);
  const title = `${owner.name}_group_variable_set_conditional`;
  const section = parseSection(embedded(`${name} = `, source), context, title);
  const request: CodeRequest = { name: `${owner.name}_${name}_set`, title, sections: [section] };
  if (session.analysing) {
    if (context.errors() === 0) checkCode(request, context);
    if (item.kind === 'condition') elements(owner, item, access);
    return;
  }
  const prepared = prepareCode(request, context);
  const all = item.kind === 'all' || variable.scalar;
  const indices = all ? undefined : elements(owner, item, access);
  runOnce(owner, request.name, prepared, {
    template: 'group_variable_set',
    N: owner.N,
    start: owner.start,
    indices,
    synapses: owner.ends,
  });
}

function checkTarget({ session }: Owner, { location }: AccessContext): void {
  const problem = session.targetProblem('codegen.string_expression_target');
  if (problem) session.problems.report({ ...problem, location: problem.location ?? location });
}

/** Executes prepared code of the script now; each call has random numbers of its own. */
function runOnce({ session }: Owner, name: string, { names, block }: PreparedCode, data: OneShotData): void {
  const { device, random } = session;
  device.execute({
    name,
    names,
    blocks: { run: block },
    seed: random.seed,
    tick: random.ticks(name).value++,
    data,
  });
}

function indicesWhere(owner: Owner, source: SourceString, access: AccessContext): Int32Array {
  const { session } = owner;
  checkTarget(owner, access);
  const context = counting(contextOf(owner, access));
  recordExpression(owner, 'condition', source);
  const title = `${owner.name}_group_variable_get_conditional`;
  const section = parseSection(embedded('_cond = ', source), context, title);
  const variables = [{ name: '_cond', dataType: 'bool', dimension: DIMENSIONLESS }] as const;
  const request: CodeRequest = { name: `${owner.name}_get_indices`, title, variables, sections: [section] };
  if (session.analysing) {
    if (context.errors() === 0) checkCode(request, context);
    return new Int32Array(0);
  }
  const prepared = prepareCode(request, context);
  const output: number[] = [];
  runOnce(owner, request.name, prepared, {
    template: 'group_get_indices',
    N: owner.N,
    start: owner.start,
    output,
    synapses: owner.ends,
  });
  return Int32Array.from(output);
}

function readingRequest(owner: Owner, { name, dimension }: Variable): CodeRequest {
  return {
    name: `${owner.name}_${name}_get`,
    variables: [{ name: '_variable', dataType: 'float64', dimension }],
    sections: [{ statements: [assign('_variable', nameNode(name))] }],
  };
}

/** Values have the type of the expression, whatever the model calls it. */
function arrayClass(variable: Variable, names: Names) {
  if (variable.kind !== 'subexpression') return Float64Array;
  return { boolean: Uint8Array, integer: Int32Array, float: Float64Array }[typeOf(variable.expr, names)];
}

function evaluate(owner: Owner, variable: Variable, indices: Int32Array, access: AccessContext): TypedArray {
  const request = readingRequest(owner, variable);
  const prepared = prepareCode(request, contextOf(owner, access));
  const output = new (arrayClass(variable, prepared.names))(indices.length);
  runOnce(owner, request.name, prepared, {
    template: 'group_variable_get',
    N: owner.N,
    start: owner.start,
    indices,
    output,
    synapses: owner.ends,
  });
  return output;
}

function recordExpression(owner: Owner, role: string, source: SourceString): void {
  recordString(owner, role, source, () => ({ kind: 'expression', expr: parseExpression(source.value).tree }));
}
