import { printStatement, symbolicProblems } from '../../grammars/equations/index.ts';
import type { BinaryOperator, Expression, Statement } from '../../grammars/equations/tree.ts';
import type { Names, Resolved, ResolvedVariable } from '../namespaces/resolved.ts';
import { visit } from '../symbolic/tree.ts';
import { DIMENSIONLESS, type Dimension } from '../units/dimension.ts';
import { mismatchMessage } from '../units/errors.ts';
import { unitPhrase } from '../units/writtenUnit.ts';
import type { DataType, Variable } from '../variables/variable.ts';
import { dimensionOf } from './dimensionOf.ts';
import { explainValue } from './explain.ts';
import { identifiersOf } from './names.ts';
import { origins } from './origins.ts';
import type { RangeProblem, ReportRange } from './report.ts';
import { repeatedStatefulCall } from './stateful.ts';
import { isScalarExpression, isScalarResolved, signatureOf, typeOf, typeOfResolved } from './typeOf.ts';
import { typeProblem } from './typeProblems.ts';

export interface StatementOptions {
  /** Resets and synaptic code must not write variables that have one value for the whole group. */
  readonly scalarWrites?: 'allowed' | 'forbidden';
  /** How to tell what Brian meets while it makes code: see `generationProblem`. */
  readonly generating?: (problem: RangeProblem, statement: Statement) => RangeProblem;
}

/**
 * Checks a block of statements: writing to what can't be written (SyntaxError), units (DimensionMismatchError),
 * repeated stateful functions (NotImplementedError), types (TypeError); each for all statements before the next,
 * as Brian does. A name that is no variable of the group becomes a temporary, whose unit its first assignment gives.
 */
export function checkStatements(
  statements: readonly Statement[],
  names: Names,
  report: ReportRange,
  options: StatementOptions = {},
): void {
  const writable = new Set(statements.filter((statement) => isWritable(statement, names, report)));
  checkOrder(statements, names, report);
  const known = new Map([...names].filter(([name]) => !defines(statements, name, names)));
  for (const statement of statements) {
    const { generating = (problem) => problem } = options;
    checkDefined(statement, names, known, report);
    checkForm(statement, known, report);
    const dimension = dimensionOf(storedBy(statement), known, (problem) =>
      report(problem.errorClass === 'SyntaxError' ? generating(problem, statement) : problem),
    );
    if (writable.has(statement)) assign(statement, dimension, known, report);
  }
  for (const statement of statements) {
    const problem = typeProblem(statement.expr, known);
    if (problem !== undefined) report(problem);
    checkScalarWrite(statement, known, report, options);
  }
}

function isWritable({ target, op, text }: Statement, names: Names, report: ReportRange): boolean {
  const resolved = names.get(target.name);
  if (resolved?.kind !== 'variable' || resolved.variable.kind !== 'subexpression') return true;
  const line = `Illegal line '${text ?? `${target.name} ${op} ...`}' in abstract code.`;
  const message = `${line} Cannot write to subexpression '${target.name}'.`;
  report({ code: 'read-only', errorClass: 'SyntaxError', message, range: target.range });
  return false;
}

/** Whether a name stands for a temporary of the block: Brian does not look for it anywhere else then. */
function defines(statements: readonly Statement[], name: string, names: Names): boolean {
  const kind = names.get(name)?.kind;
  if (kind === 'variable' || kind === 'unknown') return false;
  return statements.some(({ target, op }) => target.name === name && isPlain(op));
}

/** KeyError for temporaries that are read before they are assigned. */
function checkDefined({ expr }: Statement, names: Names, known: Names, report: ReportRange): void {
  visit(expr, (part) => {
    if (part.kind !== 'name' || known.has(part.name) || !names.has(part.name)) return;
    const message = `Unknown identifier ${part.name}`;
    report({ code: 'undefined-name', errorClass: 'KeyError', message, range: part.range });
  });
}

/** KeyError for changing what is not there yet; SyntaxError for a shared variable written after others. */
function checkOrder(statements: readonly Statement[], names: Names, report: ReportRange): void {
  const scalars = new Map<string, boolean>();
  let vectorWritten = false;
  for (const { target, op, expr } of statements) {
    const resolved = names.get(target.name);
    const fail = (code: string, errorClass: string, message: string) =>
      report({ code, errorClass, message, range: target.range });
    const isNew = resolved?.kind !== 'variable' && !scalars.has(target.name);
    if (isNew && resolved?.kind !== 'unknown' && op !== '=' && op !== ':=')
      fail('undefined-name', 'KeyError', target.name);
    if (isNew) scalars.set(target.name, isScalarWith(expr, names, scalars));
    const isScalar = scalars.get(target.name) ?? isScalarResolved(resolved);
    if (!isScalar) vectorWritten = true;
    else if (vectorWritten && !isNew) {
      const message =
        'All writes to scalar variables in a code block have to be made before writes to vector variables. ' +
        `Illegal write to '${target.name}'.`;
      fail('illegal-write', 'SyntaxError', message);
    }
  }
}

function isScalarWith(expr: Expression, names: Names, temporaries: ReadonlyMap<string, boolean>): boolean {
  return isScalarExpression(expr, {
    typeOfName: (name) => typeOfResolved(names.get(name)),
    isScalarName: (name) => temporaries.get(name) ?? isScalarResolved(names.get(name)),
    signatureOf: (name) => signatureOf(names.get(name)),
  });
}

/** What one value stands for can't come from what differs between elements. */
function checkScalarWrite(
  { target, expr }: Statement,
  names: Names,
  report: ReportRange,
  { scalarWrites }: StatementOptions,
): void {
  const resolved = names.get(target.name);
  if (resolved?.kind !== 'variable' || !resolved.variable.scalar || resolved.variable.kind === 'auxiliary')
    return;
  const fail = (errorClass: string, message: string, range = target.range) =>
    report({ code: 'read-only', errorClass, message, range });
  if (scalarWrites === 'forbidden') {
    fail('SyntaxError', `Writing to scalar variable ${target.name} not allowed in this context.`);
    return;
  }
  const vector = [...identifiersOf(expr)].find((name) => !isScalarResolved(names.get(name)));
  const source = vector === undefined ? undefined : names.get(vector);
  if (source?.kind !== 'variable') return;
  const said = `Cannot write to scalar variable '${target.name}' with an expression referring to vector variable '${vector}'`;
  if (source.variable.kind === 'subexpression')
    fail('NameError', `name '${vector}' is not defined`, expr.range);
  else fail('SyntaxError', said, expr.range);
}

/** What Brian asks of numbers that are assigned, before it looks at units: it brings them into a symbolic form. */
function checkForm(statement: Statement, known: Names, report: ReportRange): void {
  const { op, expr, target } = statement;
  if (!isPlain(op) || !isNumber(known.get(target.name))) return;
  const text = statement.exprText ?? printStatement(statement).split(` ${op} `).slice(1).join(` ${op} `);
  const repeated = repeatedStatefulCall(expr, known, text);
  if (repeated !== undefined) report(repeated);
  symbolicProblems(expr, text).forEach(report);
}

function isPlain(op: Statement['op']): boolean {
  return op === '=' || op === ':=';
}

/** What the statement stores; `w *= 2` stores `w * 2`. */
function storedBy(statement: Statement): Expression {
  const { target, op, expr, range, combined } = statement;
  if (isPlain(op)) return expr;
  return (
    combined ?? { kind: 'binary', op: op.slice(0, -1) as BinaryOperator, left: target, right: expr, range }
  );
}

function isNumber(resolved: Resolved | undefined): boolean {
  return (
    resolved?.kind === 'variable' &&
    resolved.variable.kind !== 'auxiliary' &&
    resolved.variable.dataType !== 'bool'
  );
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
  const range = isPlain(op) ? expr.range : statement.range;
  const value = storedBy(statement);
  const related = origins({ kind: 'binary', op: '+', left: target, right: value, range }, known);
  const hint = explainValue(
    { expr: value, dimension },
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
    scalar: isScalarExpression(expr, names),
    constant: false,
    readOnly: false,
  };
  return { kind: 'variable', variable, index: '_idx' } satisfies ResolvedVariable;
}
