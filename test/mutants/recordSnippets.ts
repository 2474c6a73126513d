/** Asks Brian 2 about the snippets and writes its verdicts down. */
import { writeFileSync } from 'node:fs';
import { Judge } from './judge.ts';
import { snippets, VERDICTS } from './snippets.ts';

const judge = new Judge();
const verdicts: Record<string, Record<string, string | null>> = {};
for (const { theme, part, script } of snippets()) {
  const verdict = await judge.ask('/snippet.py', script, false);
  if (verdict.verdict === 'none') throw new Error(`No verdict on ${part}: ${verdict.reason}`);
  verdicts[theme] ??= {};
  verdicts[theme][part] = verdict.verdict === 'rejected' ? (verdict.errorClasses[0] ?? '') : null;
}
judge.close();
writeFileSync(VERDICTS, `${JSON.stringify(verdicts, undefined, 1)}\n`);
