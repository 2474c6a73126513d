import type { ModelEquations } from '../../core/stateupdaters/index.ts';
import { parseEquations } from '../../grammars/equations/index.ts';
import type { EquationTree, Expression } from '../../grammars/equations/tree.ts';
import { expression } from '../support/code.ts';

/** The equations of a model text; with refractoriness the flagged ones are frozen as a group freezes them. */
export function model(text: string, refractory = false): ModelEquations {
  const { tree, problems } = parseEquations(text);
  if (problems.length > 0) throw new Error(problems[0]!.message);
  const of = (type: EquationTree['type']) =>
    tree
      .filter((equation) => equation.type === type)
      .map((e) => ({ name: e.name.name, expr: rightSide(e, refractory) }));
  return { diffEquations: of('differential equation'), subexpressions: of('subexpression') };
}

function rightSide(equation: EquationTree, refractory: boolean): Expression {
  const frozen = refractory && equation.flags.some((flag) => flag.name === 'unless refractory');
  if (!frozen) return equation.expr!;
  const flag = expression('int(not_refractory)');
  return { kind: 'binary', op: '*', left: flag, right: equation.expr!, range: flag.range };
}
