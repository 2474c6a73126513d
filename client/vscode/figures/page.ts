import type { MonitorSummary, Results, Summary } from '../simulation/results.ts';

/**
 * The panel's page. Figures are images with their data in the address, so nothing in an SVG can run and
 * their inner names cannot clash; `nonce` is the one key to this page's style and script.
 */
export function figurePage(name: string, results: Results, nonce: string): string {
  const { summary, figures } = results;
  const policy = `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const shown =
    figures.length > 0
      ? figures.map(figureElement).join('\n')
      : '<p class="empty">The script made no figure. Plot with <code>matplotlib.pyplot</code> to see it here.</p>';
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(name)}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<header><strong>${escapeHtml(name)}</strong> ${escapeHtml(runLine(summary))}</header>
${shown}
${monitorTable(summary.monitors)}
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>`;
}

function figureElement(svg: string, index: number): string {
  const data = Buffer.from(svg).toString('base64');
  const number = index + 1;
  return `<figure>
<img alt="Figure ${number}" src="data:image/svg+xml;base64,${data}">
<figcaption>Figure ${number} <button type="button" data-save="${index}">Save as SVG</button></figcaption>
</figure>`;
}

function runLine({ device, seed, timing }: Summary): string {
  return `${device}, seed ${seed}, ${timing.total.toFixed(2)} s (simulation ${timing.simulate.toFixed(2)} s)`;
}

function monitorTable(monitors: readonly MonitorSummary[]): string {
  if (monitors.length === 0) return '';
  const rows = monitors.map(
    ({ name, kind, source, events }) =>
      `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(kind)}</td><td>${escapeHtml(source)}</td><td>${events ?? ''}</td></tr>`,
  );
  return `<table><thead><tr><th>Monitor</th><th>Kind</th><th>Source</th><th>Events</th></tr></thead>
<tbody>${rows.join('')}</tbody></table>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE = `
body { color: var(--vscode-foreground); background: var(--vscode-editor-background); font-family: var(--vscode-font-family); padding: 12px; }
header { margin-bottom: 12px; color: var(--vscode-descriptionForeground); }
header strong { color: var(--vscode-foreground); margin-right: 6px; }
figure { margin: 0 0 16px; }
img { display: block; max-width: 100%; height: auto; background: #fff; border: 1px solid var(--vscode-panel-border, transparent); border-radius: 4px; }
figcaption { display: flex; gap: 12px; align-items: center; margin-top: 6px; color: var(--vscode-descriptionForeground); }
button { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); border: none; border-radius: 2px; padding: 3px 9px; cursor: pointer; }
button:hover { background: var(--vscode-button-secondaryHoverBackground); }
table { border-collapse: collapse; }
th, td { text-align: left; padding: 3px 14px 3px 0; }
th { color: var(--vscode-descriptionForeground); font-weight: normal; }
`;

const SCRIPT = `
const editor = acquireVsCodeApi();
for (const button of document.querySelectorAll('button[data-save]'))
  button.addEventListener('click', () => editor.postMessage({ save: Number(button.dataset.save) }));
`;
