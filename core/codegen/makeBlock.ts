import { parseStatements } from '../../grammars/equations/index.ts';
import type { Names } from '../namespaces/resolved.ts';
import { ProblemError } from '../problems/problem.ts';
import type { StatementBlock } from './codeObject.ts';
import { makeStatements } from './makeStatements.ts';
import { type OptimiseOptions, optimise } from './optimise.ts';

/** Text of abstract code to an optimised block: all that happens before there is a target. */
export function makeBlock(abstractCode: string, names: Names, options: OptimiseOptions = {}): StatementBlock {
  const { tree, problems } = parseStatements(abstractCode);
  const [problem] = problems;
  if (problem !== undefined) {
    const { code, errorClass, message } = problem;
    throw new ProblemError({ code, severity: 'error', errorClass, message });
  }
  return optimise(makeStatements(tree, names), names, options);
}
