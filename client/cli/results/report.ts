/** One page with all that a run showed: works without network, in print and in the dark. */
import type { MonitorResult, RunResult } from '../../../core/script/results.ts';
import { monitorLine } from '../summary.ts';
import { REPORT_STYLE } from './reportStyle.ts';

interface Picture {
  readonly file: string;
  readonly svg: string;
}

export function reportPage(
  result: RunResult,
  output: string,
  files: readonly string[],
  pictures: readonly Picture[],
): string {
  const title = escaped(baseName(result.script));
  const body = [
    heading(result, title),
    result.error ? failure(result.error.text, result.error.interrupted) : '',
    figures(pictures),
    monitors(result, files),
    printed(output),
    details(result),
  ];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Spikelens</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
${body.filter((part) => part !== '').join('\n')}
</main>
</body>
</html>
`;
}

function heading(result: RunResult, title: string): string {
  const state = result.error ? (result.error.interrupted ? 'interrupted' : 'failed') : 'done';
  const facts = [
    ...(result.simulated === undefined ? [] : [['Simulated', `${seconds(result.simulated)}`]]),
    ['Took', seconds(result.timing.total)],
    ['Device', result.device],
    ['Seed', String(result.seed)],
  ];
  const list = facts
    .map(([name, value]) => `<div><dt>${name}</dt><dd>${escaped(value!)}</dd></div>`)
    .join('');
  return `<header>
<p class="kind">Simulation report <span class="state ${state}">${state}</span></p>
<h1>${title}</h1>
<dl class="facts">${list}</dl>
</header>`;
}

function failure(text: string, interrupted: boolean): string {
  return `<section class="failure">
<h2>${interrupted ? 'Interrupted' : 'Error'}</h2>
<pre>${escaped(text.trimEnd())}</pre>
</section>`;
}

function figures(pictures: readonly Picture[]): string {
  if (pictures.length === 0) return '';
  const each = pictures.map(
    ({ file, svg }, k) =>
      `<figure>${svg}<figcaption>Figure ${k + 1} · <a href="${file}" download>${file}</a></figcaption></figure>`,
  );
  return `<section>
<h2>Figures</h2>
${each.join('\n')}
</section>`;
}

function monitors(result: RunResult, files: readonly string[]): string {
  if (result.monitors.length === 0) return '';
  const rows = result.monitors.map(
    (monitor, k) => `<tr>
<th scope="row">${escaped(monitor.name)}</th>
<td>${escaped(monitor.kind)}</td>
<td>${escaped(monitor.source)}</td>
<td>${escaped(recorded(monitor, result.simulated))}</td>
<td>${[...monitor.arrays.keys()].map((name) => `<code>${escaped(name)}</code>`).join(' ')}</td>
<td><a href="${escaped(encodeURIComponent(files[k]!))}" download>${escaped(files[k]!)}</a></td>
</tr>`,
  );
  return `<section>
<h2>Monitors</h2>
<div class="scroll"><table>
<thead><tr><th>Name</th><th>Kind</th><th>Of</th><th>Recorded</th><th>Arrays</th><th>File</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table></div>
</section>`;
}

/** What the summary line says after the monitor's name. */
function recorded(monitor: MonitorResult, simulated: number | undefined): string {
  const line = monitorLine(monitor, simulated);
  return line.startsWith(`${monitor.name}: `) ? line.slice(monitor.name.length + 2) : line;
}

function printed(output: string): string {
  if (output.trim() === '') return '';
  return `<section>
<h2>Output</h2>
<pre>${escaped(output.trimEnd())}</pre>
</section>`;
}

function details(result: RunResult): string {
  const { read, prepare, compile, simulate, total } = result.timing;
  const stages = Object.entries({ read, prepare, compile, simulate, total });
  const cells = stages.map(
    ([name, value]) => `<tr><th scope="row">${name}</th><td>${seconds(value)}</td></tr>`,
  );
  return `<section class="details">
<h2>Timing</h2>
<table class="timing"><tbody>${cells.join('')}</tbody></table>
<p class="path">${escaped(result.script)}</p>
</section>`;
}

function seconds(value: number): string {
  if (value !== 0 && Math.abs(value) < 0.9995) return `${Number((value * 1000).toPrecision(3))} ms`;
  return `${Number(value.toPrecision(4))} s`;
}

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) || path;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
