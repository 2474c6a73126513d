import type { EquationTree } from '../../grammars/equations/tree.ts';
import type { Equations } from '../equations/equations.ts';
import type { SingleEquation } from '../equations/singleEquation.ts';
import type { BrianObject } from '../network/object.ts';
import type { SourceString } from '../text/provenance.ts';
import { dataTypeOf, defaultFloatType, type GivenTypes } from '../variables/floatType.ts';
import type { DataType } from '../variables/variable.ts';
import { groupProblem, type VariableOwner } from './group.ts';
import { recordString } from './recordString.ts';

type Owner = VariableOwner & Pick<BrianObject, 'session' | 'locate'>;

export interface EquationVariableOptions {
  /** Variables flagged `unless refractory` can only be written while not refractory. */
  readonly refractory: boolean;
  /** Grows with the synapses. */
  readonly dynamic?: boolean;
  /** `dtype=` */
  readonly types?: GivenTypes;
}

/** Makes a variable for every equation of a model. */
export function addEquationVariables(
  owner: Owner,
  equations: Equations,
  options: EquationVariableOptions,
): void {
  for (const equation of equations.values()) addVariable(owner, equation, options);
  for (const { name, hasUnit } of equations.values()) if (!hasUnit) owner.variables.markDoubtful(name);
  if (!equations.complete) owner.variables.open = true;
  recordModel(owner, equations);
}

/** A model may be put together from several strings. */
function recordModel(owner: Owner, equations: Equations): void {
  const bySource = new Map<SourceString, EquationTree[]>();
  for (const { source, tree } of equations.values())
    bySource.set(source, [...(bySource.get(source) ?? []), tree]);
  for (const [source, trees] of bySource)
    recordString(owner, 'model', source, () => ({ kind: 'equations', equations: trees }));
}

function addVariable(owner: Owner, equation: SingleEquation, options: EquationVariableOptions): void {
  const { name, type, dimension, flags } = equation;
  // There from the moment on that it is linked.
  if (flags.includes('linked')) return;
  const dataType = storedAs(owner, equation, options.types);
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

function storedAs(owner: Owner, equation: SingleEquation, types: GivenTypes | undefined): DataType {
  const usual = defaultFloatType(owner.session.preferences);
  const { dataType, fault } = dataTypeOf(equation, types, usual);
  if (fault !== undefined) {
    const place = owner.locate?.('dtype');
    owner.session.problems.report(groupProblem(owner, 'dtype', 'TypeError', fault, place));
  }
  return dataType;
}

function definitionOf(equation: SingleEquation) {
  return equation.source.provenance?.locate(equation.nameRange);
}
