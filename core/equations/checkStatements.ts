import { printStatement, symbolicProblems } from '../../grammars/equations/index.ts';
import type { Binary, BinaryOperator, Expression, Statement } from '../../grammars/equations/tree.ts';
import type { Names, Resolved, ResolvedVariable } from '../namespaces/resolved.ts';
import { DIMENSIONLESS, type Dimension } from '../units/dimension.ts';
import { mismatchMessage } from '../units/errors.ts';
import { unitPhrase } from '../units/writtenUnit.ts';
import type { DataType, Variable } from '../variables/variable.ts';
import { dimensionOf } from './dimensionOf.ts';
import { explainValue } from './explain.ts';
import { origins } from './origins.ts';
import type { ReportRange } from './report.ts';
import { repeatedStatefulCall } from './stateful.ts';
import { typeOf } from './typeOf.ts';

export interface StatementOptions {
  /** Resets and synaptic code must not write variables that have one value for the whole group. */
  readonly scalarWrites?: 'allowed' | 'forbidden';
}

/**
 * Checks a block of statements, in sequence: units (DimensionMismatchError), writing to what can't be
 * written (SyntaxError), repeated stateful functions (NotImplementedError). A name that is no variable of
 * the group becomes a temporary, whose unit its first assignment gives.
 */
export function checkStatements(
  statements: readonly Statement[],
  names: Names,
  report: ReportRange,
  options: StatementOptions = {},
): void {
  const known = new Map(names);
  for (const statement of statements) {
    const fine = checkTarget(statement, known, report, options);
    const dimension = checkValue(statement, known, report);
    if (fine) assign(statement, dimension, known, report);
  }
}

function checkTarget(
  { target, op, text }: Statement,
  known: Names,
  report: ReportRange,
  { scalarWrites }: StatementOptions,
): boolean {
  const resolved = known.get(target.name);
  const fail = (code: string, errorClass: string, message: string) => {
    report({ code, errorClass, message, range: target.range });
    return false;
  };
  if (resolved?.kind !== 'variable') {
    const defines = op === '=' || op === ':=' || resolved !== undefined;
    return defines || fail('undefined-name', 'KeyError', `'${target.name}'`);
  }
  const { variable } = resolved;
  if (variable.kind === 'subexpression') {
    const line = `Illegal line '${text ?? target.name}' in abstract code.`;
    return fail('read-only', 'SyntaxError', `${line} Cannot write to subexpression '${target.name}'.`);
  }
  const scalar = variable.scalar && variable.kind !== 'auxiliary';
  if (scalar && scalarWrites === 'forbidden')
    return fail(
      'read-only',
      'SyntaxError',
      `Writing to scalar variable ${target.name} not allowed in this context.`,
    );
  return true;
}

/** The dimension of what the statement stores; `w *= 2` stores `w * 2`. */
function checkValue(statement: Statement, known: Names, report: ReportRange): Dimension | undefined {
  const { op, expr } = statement;
  if (op !== '=' && op !== ':=') return dimensionOf(inPlace(statement), known, report);
  const text = statement.exprText ?? printStatement(statement).split(` ${op} `).slice(1).join(` ${op} `);
  const repeated = repeatedStatefulCall(expr, known, text);
  if (repeated !== undefined) report(repeated);
  if (isFloat(known.get(statement.target.name))) symbolicProblems(expr, text).forEach(report);
  return dimensionOf(expr, known, report);
}

/** Brian brings what it stores in floats into a symbolic form. */
function isFloat(resolved: Resolved | undefined): boolean {
  return resolved?.kind === 'variable' && /^float/.test(resolved.variable.dataType);
}

function inPlace({ target, op, expr, range }: Statement): Binary {
  return { kind: 'binary', op: op.slice(0, -1) as BinaryOperator, left: target, right: expr, range };
}

function assign(
  statement: Statement,
  dimension: Dimension | undefined,
  known: Map<string, Resolved>,
  report: ReportRange,
): void {
  const { target, expr, op } = statement;
  const resolved = known.get(target.name);
  if (resolved?.kind !== 'variable') {
    known.set(target.name, temporary(target.name, dimension, expr, known));
    return;
  }
  const expected = resolved.variable.dimension;
  if (dimension === undefined || dimension === expected) return;
  const line = statement.text ?? printStatement(statement);
  const text = `The right-hand-side of code statement "${line}" does not have the expected unit ${expected}`;
  const message = mismatchMessage(text, [dimension]);
  const range = op === '=' || op === ':=' ? expr.range : statement.range;
  const related = origins(inPlace(statement), known);
  const stored = op === '=' || op === ':=' ? expr : inPlace(statement);
  const hint = explainValue(
    { expr: stored, dimension },
    expected,
    `'${target.name}' is ${unitPhrase(expected)}`,
  );
  report({ code: 'dimension-mismatch', errorClass: 'DimensionMismatchError', message, hint, range, related });
}

function temporary(name: string, dimension: Dimension | undefined, expr: Expression, names: Names): Resolved {
  if (dimension === undefined) return { kind: 'unknown', name };
  const type = typeOf(expr, names);
  const dataType: DataType = type === 'boolean' ? 'bool' : type === 'integer' ? 'int64' : 'float64';
  const variable: Variable = {
    kind: 'auxiliary',
    name,
    owner: '',
    dataType,
    dimension: dimension ?? DIMENSIONLESS,
    scalar: false,
    constant: false,
    readOnly: false,
  };
  return { kind: 'variable', variable, index: '_idx' } satisfies ResolvedVariable;
}
