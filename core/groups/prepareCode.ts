import { parseStatements } from '../../grammars/equations/index.ts';
import type { GrammarProblem, Statement } from '../../grammars/equations/tree.ts';
import type { CodeObject, StatementBlock, TemplateData } from '../codegen/codeObject.ts';
import { makeStatements } from '../codegen/makeStatements.ts';
import { optimise } from '../codegen/optimise.ts';
import { checkStatements } from '../equations/checkStatements.ts';
import { noteIntegerPowers } from '../equations/integerPower.ts';
import type { ReportRange } from '../equations/report.ts';
import { namesOfStatements, type ResolveContext, resolveNames } from '../namespaces/resolve.ts';
import type { Names, Resolved } from '../namespaces/resolved.ts';
import type { SourceString } from '../text/provenance.ts';
import type { Dimension } from '../units/dimension.ts';
import type { DataType } from '../variables/variable.ts';
import { generationProblem, isMetLate, statementFault, wordUses } from './codeFaults.ts';
import { reportTo } from './report.ts';

/** Consecutive statements from one place. */
export interface CodeSection {
  readonly statements: readonly Statement[];
  /** The string of the script that they stand in, for the places of problems. */
  readonly source?: SourceString;
  /** True where the expressions have been checked already, as parts of something else. */
  readonly checked?: boolean;
  /** Resets and synaptic code must not write what the whole group shares. */
  readonly scalarWrites?: 'forbidden';
}

/** A name that only this code knows: `_cond`, `_synaptic_var`, `xi`. */
export interface CodeVariable {
  readonly name: string;
  readonly dataType: DataType;
  readonly dimension: Dimension;
  readonly scalar?: boolean;
}

export interface CodeRequest {
  readonly name: string;
  /** What Brian's messages call the code; its name where absent. */
  readonly title?: string;
  readonly sections: readonly CodeSection[];
  readonly variables?: readonly CodeVariable[];
  /** Names that the template needs although no statement mentions them. */
  readonly needs?: readonly string[];
}

export interface PreparedCode {
  readonly names: Names;
  readonly block: StatementBlock;
}

/**
 * Resolves the names of some code and checks what the script wrote of it. Reports every problem; the block
 * is worth nothing when there was one.
 */
export function prepareCode(request: CodeRequest, context: ResolveContext): PreparedCode {
  const names = checkCode(request, context);
  const statements = request.sections.flatMap((section) => section.statements);
  const loopInvariants = context.preferences?.flag('codegen.loop_invariant_optimisations');
  return { names, block: optimise(makeStatements(statements, names), names, { loopInvariants }) };
}

/** As `prepareCode`, for looking at the statements only; without any where the code has unknown names or faults. */
export function statementsOf(
  request: CodeRequest,
  context: ResolveContext & { errors(): number },
): PreparedCode {
  const names = checkCode(request, context);
  const isUnclear = context.errors() > 0 || [...names.values()].some(({ kind }) => kind === 'unknown');
  if (isUnclear) return { names, block: { scalar: [], vector: [] } };
  const statements = request.sections.flatMap((section) => section.statements);
  return { names, block: makeStatements(statements, names) };
}

/** As `prepareCode`, without making statements: what analysis does. */
export function checkCode(request: CodeRequest, context: ResolveContext): Names {
  const names = resolveCode(request, context);
  for (const { statements, source, checked, scalarWrites } of request.sections) {
    if (source === undefined || checked) continue;
    const report = reportIn(source, context);
    checkStatements(statements, names, report, {
      scalarWrites,
      generating: (problem, { text }) => generationProblem(problem, titleOf(request), text ?? ''),
    });
    for (const { expr } of statements) noteIntegerPowers(expr, names, report);
  }
  return names;
}

/** The code object of a template, or undefined when analysing: nothing will run it. */
export function codeObject(
  request: CodeRequest,
  data: TemplateData,
  context: ResolveContext,
  analysing: boolean,
): CodeObject | undefined {
  if (analysing) {
    checkCode(request, context);
    return undefined;
  }
  const { names, block } = prepareCode(request, context);
  return { name: request.name, names, block, data };
}

export function resolveCode(request: CodeRequest, context: ResolveContext): Map<string, Resolved> {
  const own = new Map((request.variables ?? []).map((v) => [v.name, auxiliary(v)]));
  const isVariable = (name: string) => own.has(name) || context.variables.resolve(name) !== undefined;
  const temporaries = new Set<string>();
  const uses = request.sections.flatMap((s) =>
    namesOfStatements(s.statements, isVariable, s.source, temporaries),
  );
  for (const name of request.needs ?? []) uses.push({ name });
  const names = resolveNames(
    uses.filter((use) => !own.has(use.name)),
    context,
  );
  for (const [name, resolved] of own) names.set(name, resolved);
  return names;
}

function auxiliary({ name, dataType, dimension, scalar }: CodeVariable): Resolved {
  const variable = {
    kind: 'auxiliary' as const,
    name,
    owner: '',
    dataType,
    dimension,
    scalar: scalar ?? false,
    constant: false,
    readOnly: false,
  };
  return { kind: 'variable', variable, index: scalar ? '0' : '_idx' };
}

function titleOf({ name, title }: Pick<CodeRequest, 'name' | 'title'>): string {
  return title ?? name;
}

/** The statements of a string of the script; reports what does not parse. `title`: see `CodeRequest`. */
export function parseSection(
  source: SourceString,
  context: ResolveContext,
  title = context.objectName ?? '',
): CodeSection {
  const { tree, problems } = parseStatements(source.value);
  const report = reportIn(source, context);
  const assigned = new Set(tree.map(({ target }) => target.name));
  const isLate = (problem: GrammarProblem) => isMetLate(problem, context);
  for (const problem of [...problems.filter((p) => !isLate(p)), ...problems.filter(isLate)]) {
    if (isLate(problem)) {
      const counted = counting(context);
      const words = wordUses(source, problem.statement!.range);
      resolveNames(
        words.filter(({ name }) => !assigned.has(name)),
        counted,
      );
      if (counted.errors() > 0 && problem.foreign !== undefined) continue;
    }
    report(statementFault(problem, title, context));
  }
  return { statements: tree, source };
}

/** A context that counts the errors that are reported through it: after one, generating code is pointless. */
export function counting(context: ResolveContext): ResolveContext & { errors(): number } {
  let errors = 0;
  const report: ResolveContext['report'] = (problem) => {
    if (problem.severity === 'error') errors++;
    context.report(problem);
  };
  return { ...context, report, errors: () => errors };
}

/** Turns problems with ranges in a string into problems with places in the script. */
export function reportIn(source: SourceString, context: ResolveContext): ReportRange {
  const report = reportTo(context, context.fallback, context.objectName);
  return (problem) => report(problem, source);
}
