/** `spikelens check`: problems of scripts, without running them. */
import type { Problem } from '../../core/problems/problem.ts';
import { analyse } from '../../core/script/analyse.ts';
import { siblingReader } from '../../core/script/siblings.ts';
import type { CheckCommand } from './arguments.ts';
import { NodeHost } from './nodeHost.ts';
import { hasErrors, type JsonProblem, ProblemFormatter } from './problemFormat.ts';
import { readSourceFile } from './sourceFile.ts';
import { STDERR, STDOUT, write } from './terminal.ts';

/** Longer than the editor's budget: nobody is typing. */
const BUDGET_MILLISECONDS = 10_000;

interface CheckedFile {
  readonly file: string;
  readonly problems: readonly Problem[];
  /** Why the file could not be read. */
  readonly unreadable?: string;
}

/** Returns the exit status. */
export function check(command: CheckCommand, debug: boolean): number {
  const formatter = new ProblemFormatter();
  const checked = command.files.map((file) => checkFile(file, formatter, debug));
  if (command.format === 'json') write(STDOUT, asJson(checked, formatter));
  else
    for (const { file, problems } of checked)
      write(STDOUT, problems.map((p) => formatter.toText(p, file)).join(''));
  for (const { unreadable } of checked) if (unreadable) write(STDERR, `spikelens: ${unreadable}\n`);
  if (checked.some((one) => one.unreadable)) return 2;
  return checked.some((one) => hasErrors(one.problems)) ? 1 : 0;
}

function checkFile(file: string, formatter: ProblemFormatter, debug: boolean): CheckedFile {
  const source = readSourceFile(file);
  if (source.kind === 'unreadable') return { file, problems: [], unreadable: source.message };
  formatter.addDocument(file, source.text);
  if (source.kind === 'undecodable') return { file, problems: [source.problem] };
  if (source.text.trim() === '') write(STDERR, `spikelens: ${file} is empty\n`);
  return { file, problems: inOrder(problemsOf(file, source.text, formatter, debug), file) };
}

/** Without hints, which are for editors: they say nothing against a script. */
function problemsOf(
  file: string,
  text: string,
  formatter: ProblemFormatter,
  debug: boolean,
): readonly Problem[] {
  const readSibling = keepingReader(file, formatter);
  try {
    const { problems } = analyse(text, file, {
      budgetMilliseconds: BUDGET_MILLISECONDS,
      now: () => performance.now(),
      anyScript: true,
      readSibling,
    });
    return problems.filter(({ severity }) => severity !== 'hint');
  } catch (error) {
    if (debug) throw error;
    const message = `the analysis failed (a defect of Spikelens; --debug shows where): ${String(error)}`;
    return [{ code: 'internal', severity: 'error', errorClass: 'InternalError', message }];
  }
}

/** Reads modules that lie beside the script; their problems are shown, so their texts are kept. */
function keepingReader(file: string, formatter: ProblemFormatter) {
  const read = siblingReader(file, (path) => new NodeHost().readFile(path));
  return (name: string) => {
    const sibling = read(name);
    if (sibling) formatter.addDocument(sibling.document, sibling.text);
    return sibling;
  };
}

/** By place in the script; problems of other documents last. */
function inOrder(problems: readonly Problem[], file: string): readonly Problem[] {
  const rank = (problem: Problem) =>
    problem.location && problem.location.document !== file
      ? Number.POSITIVE_INFINITY
      : (problem.location?.range.start ?? 0);
  return [...problems].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

function asJson(checked: readonly CheckedFile[], formatter: ProblemFormatter): string {
  const entries: JsonProblem[] = checked.flatMap(({ file, problems }) =>
    problems.map((problem) => formatter.toJson(problem, file)),
  );
  return `${JSON.stringify(entries, undefined, 2)}\n`;
}
