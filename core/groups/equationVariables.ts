import type { EquationTree, ValueType } from '../../grammars/equations/tree.ts';
import type { Equations } from '../equations/equations.ts';
import type { SingleEquation } from '../equations/singleEquation.ts';
import type { Session } from '../network/session.ts';
import type { SourceString } from '../text/provenance.ts';
import type { DataType } from '../variables/variable.ts';
import type { VariableOwner } from './group.ts';
import { recordString } from './recordString.ts';

export interface EquationVariableOptions {
  /** Variables flagged `unless refractory` can only be written while not refractory. */
  readonly refractory: boolean;
  /** Grows with the synapses. */
  readonly dynamic?: boolean;
}

/** Makes a variable for every equation of a model. */
export function addEquationVariables(
  owner: VariableOwner & { readonly session: Session },
  equations: Equations,
  options: EquationVariableOptions,
): void {
  for (const equation of equations.values()) addVariable(owner, equation, options);
  for (const { name, hasUnit } of equations.values()) if (!hasUnit) owner.variables.markDoubtful(name);
  if (!equations.complete) owner.variables.open = true;
  recordModel(owner, equations);
}

/** A model may be put together from several strings. */
function recordModel(owner: VariableOwner & { readonly session: Session }, equations: Equations): void {
  const bySource = new Map<SourceString, EquationTree[]>();
  for (const { source, tree } of equations.values())
    bySource.set(source, [...(bySource.get(source) ?? []), tree]);
  for (const [source, trees] of bySource)
    recordString(owner, 'model', source, () => ({ kind: 'equations', equations: trees }));
}

export function dataTypeOf(valueType: ValueType): DataType {
  if (valueType === 'boolean') return 'bool';
  return valueType === 'integer' ? 'int32' : 'float64';
}

function addVariable(owner: VariableOwner, equation: SingleEquation, options: EquationVariableOptions): void {
  const { name, type, dimension, flags } = equation;
  const dataType = dataTypeOf(equation.valueType);
  const scalar = flags.includes('shared');
  const definition = definitionOf(equation);
  if (type === 'subexpression' && equation.expr !== undefined && !flags.includes('constant over dt')) {
    owner.variables.addSubexpression(name, equation.expr, dimension, dataType, scalar, definition);
    return;
  }
  const conditional = options.refractory && flags.includes('unless refractory');
  owner.variables.addArray(name, {
    dimension,
    dataType,
    size: scalar ? 1 : owner.N,
    scalar,
    constant: flags.includes('constant'),
    dynamic: options.dynamic && !scalar,
    readOnly: type === 'subexpression',
    conditionalWrite: conditional ? 'not_refractory' : undefined,
    definition,
  });
}

function definitionOf(equation: SingleEquation) {
  return equation.source.provenance?.locate(equation.nameRange);
}
