import type { Problem } from '../problems/problem.ts';

/** A warning as Brian's log shows it, with the place in the script. */
export function warningText(
  { severity, message, code, location }: Problem,
  text: string,
  document: string,
): string {
  const level = (severity === 'warning' ? 'WARNING' : 'INFO').padEnd(10);
  const line = location?.document === document ? lineOf(text, location.range.start) : undefined;
  const place = line === undefined ? '' : ` (${document}, line ${line})`;
  return `${level} ${message} [${code}]${place}\n`;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let k = text.indexOf('\n'); k >= 0 && k < offset; k = text.indexOf('\n', k + 1)) line++;
  return line;
}
