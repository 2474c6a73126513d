/** The grammar of all that Brian writes in strings. Nothing here throws, whatever the text. */
export { parseEquations } from './equations.ts';
export { parseExpression } from './expression.ts';
export { parseGenerator } from './generator.ts';
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
export { rightHandSide } from './rightHandSide.ts';
export { parseStatements } from './statements.ts';
export { symbolicProblems } from './symbolic.ts';
