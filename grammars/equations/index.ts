/** The grammar of all that Brian writes in strings. Nothing here throws, whatever the text. */
import { remembering } from '../../core/text/memo.ts';
import * as equations from './equations.ts';
import * as expression from './expression.ts';
import * as generator from './generator.ts';
import * as statements from './statements.ts';

export { isMissing } from './numbers.ts';
export {
  printEquation,
  printEquations,
  printExpression,
  printForMessage,
  printNumber,
  printSource,
  printStatement,
} from './print.ts';
export { asReadBy, isForeignOperator, type Reader } from './problems.ts';
export { rightHandSide } from './rightHandSide.ts';
export { symbolicProblems } from './symbolic.ts';

export const parseEquations = remembering(equations.parseEquations);
export const parseExpression = remembering(expression.parseExpression);
export const parseGenerator = remembering(generator.parseGenerator);
export const parseStatements = remembering(statements.parseStatements);
