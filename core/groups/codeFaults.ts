/** How Brian tells what is wrong with code: that depends on what it does with the code when it meets the fault. */
import { asReadBy, isForeignOperator } from '../../grammars/equations/index.ts';
import type { GrammarProblem, Statement } from '../../grammars/equations/tree.ts';
import type { RangeProblem } from '../equations/report.ts';
import type { NameUse, ResolveContext, VariableLookup } from '../namespaces/resolve.ts';
import { Provenance, type SourceString } from '../text/provenance.ts';
import type { TextRange } from '../text/range.ts';
import type { Variable } from '../variables/variable.ts';

/** A string of the script with what Brian itself puts around it: `_cond = ` before a condition. */
export function embedded(prefix: string, { value, provenance }: SourceString, suffix = ''): SourceString {
  const [before, after] = [prefix, suffix].map(({ length }) => Provenance.unknown(length));
  return {
    value: prefix + value + suffix,
    provenance: provenance && Provenance.concat([before!, provenance, after!]),
  };
}

const NO_NAMES = new Set(['and', 'or', 'not', 'True', 'False']);

/** All words of a string: Brian looks them up before it reads the string, keywords and comments included. */
export function wordUses(source: SourceString, range?: TextRange): NameUse[] {
  const start = range?.start ?? 0;
  const text = source.value.slice(start, range?.end);
  return [...text.matchAll(/\b[A-Za-z_]\w*/g)]
    .filter(([word]) => !NO_NAMES.has(word))
    .map(({ 0: name, index }) => {
      const at = start + index;
      return { name, source, range: { start: at, end: at + name.length } };
    });
}

/** Wraps what Brian meets when it checks the units of code: ValueError, with the fault itself on a second line. */
export function generationProblem<P extends Pick<RangeProblem, 'errorClass' | 'message'>>(
  problem: P,
  codeName: string,
  line: string,
): P {
  const heading = `Error generating code for code object '${codeName}_codeobject*' from this abstract code: '${line}'`;
  const message = `${heading}\n${problem.errorClass}: ${problem.message}`;
  return { ...problem, errorClass: 'ValueError', message };
}

/** What became of the statement in which a parser met a fault, by the time Brian meets it. */
type Stage = 'symbolic' | 'temporary' | 'units';

/** A fault of the grammar as Brian tells it for that statement of code called `codeName`. */
export function statementFault(
  problem: GrammarProblem,
  codeName: string,
  { variables }: Pick<ResolveContext, 'variables'>,
): GrammarProblem {
  const { statement } = problem;
  if (statement === undefined || problem.message.startsWith('Can only')) return problem;
  const stage = stageOf(statement, variables);
  if (stage === 'symbolic') return problem;
  const isOperator = problem.foreign !== undefined && isForeignOperator(problem.foreign);
  if (stage === 'temporary' && !isOperator)
    return problem.foreign?.refusal === undefined ? problem : asReadBy(problem, 'units');
  const worded = asReadBy(problem, 'units');
  const isWrapped = worded.errorClass === 'SyntaxError' || worded.errorClass === 'ValueError';
  return isWrapped ? generationProblem(worded, codeName, statement.text ?? '') : worded;
}

/** True for what Brian meets only after it has looked up all words of the statement. */
export function isMetLate(
  problem: GrammarProblem,
  { variables }: Pick<ResolveContext, 'variables'>,
): boolean {
  const { statement } = problem;
  return statement !== undefined && stageOf(statement, variables) === 'units';
}

function stageOf({ op, target: { name } }: Statement, variables: VariableLookup): Stage {
  const target = variables.resolve(name);
  if (op !== '=') return 'units';
  if (target?.kind === 'variable') return isNumber(target.variable) ? 'symbolic' : 'units';
  // `_cond` and the like are known beforehand.
  return name.startsWith('_') ? 'units' : 'temporary';
}

function isNumber({ kind, dataType }: Variable): boolean {
  return kind !== 'auxiliary' && dataType !== 'bool';
}
