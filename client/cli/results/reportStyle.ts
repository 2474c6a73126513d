/** Figures keep their white paper in the dark, as their colours are chosen for it. */
export const REPORT_STYLE = `
:root {
  --ink: #1d232b; --soft: #5c6672; --line: #dfe3e8; --page: #f5f6f8; --card: #ffffff; --link: #175ddc;
  --good: #1a7f42; --bad: #b42318;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e8ee; --soft: #9aa5b1; --line: #333b45; --page: #14181d; --card: #1c2229; --link: #7cabff;
    --good: #5bc98a; --bad: #ff8a7a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: .1rem 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; margin: 0 0 .8rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1.1rem 1.25rem; margin-top: 1.1rem; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
.kind { color: var(--soft); margin: 0; font-size: .9rem; }
.state { margin-left: .4rem; padding: .05rem .5rem; border: 1px solid currentColor; border-radius: 99px; font-size: .8rem; }
.state.done { color: var(--good); }
.state.failed, .state.interrupted { color: var(--bad); }
.facts { display: flex; flex-wrap: wrap; gap: .6rem 2.2rem; margin: 0; }
.facts dt { color: var(--soft); font-size: .82rem; }
.facts dd { margin: 0; font-size: 1.05rem; font-variant-numeric: tabular-nums; }
figure { margin: 0 0 1.2rem; text-align: center; }
figure:last-child { margin-bottom: 0; }
figure svg { max-width: 100%; height: auto; background: #fff; border-radius: 4px; }
figcaption { color: var(--soft); font-size: .85rem; margin-top: .35rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; font-weight: 400; }
thead th { color: var(--soft); font-size: .82rem; }
tbody tr:last-child > * { border-bottom: 0; }
tbody th { font-weight: 600; }
.timing { width: auto; }
.timing td { text-align: right; padding-right: 0; padding-left: 1.5rem; }
pre { margin: 0; overflow-x: auto; font: .85rem/1.45 ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font: .85em ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; }
.failure { border-color: var(--bad); }
.failure h2 { color: var(--bad); }
.path { color: var(--soft); font-size: .82rem; margin: .8rem 0 0; overflow-wrap: anywhere; }
@media print {
  body { background: #fff; color: #000; font-size: 10.5pt; }
  main { padding: 0; max-width: none; }
  section { border: 0; padding: 0; break-inside: avoid-page; }
  figure { break-inside: avoid; }
  figcaption a { color: inherit; }
}
`;
