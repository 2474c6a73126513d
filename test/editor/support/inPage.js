// Runs in the browser, beside VS Code: measures what is drawn. Plain JavaScript, since the page evaluates it.

/** VS Code draws blanks as no-break spaces. */
function plainText(text) {
  return (text ?? '').replaceAll('\u00a0', ' ');
}

function edges(drawn) {
  const { left, right, top, bottom } = drawn.getBoundingClientRect();
  return { left, right, top, bottom };
}

/** Where `part` of the line that holds `line` is drawn; null where it is not on the screen. */
window.boxOfText = (line, part) => {
  const rows = [...document.querySelectorAll('.monaco-editor .view-line')];
  const row = rows.find((candidate) => plainText(candidate.textContent).includes(line));
  if (row === undefined) return null;
  const start = plainText(row.textContent).indexOf(line) + line.indexOf(part);
  const end = start + part.length;
  const range = document.createRange();
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent;
    if (start >= passed && start < passed + length) range.setStart(node, start - passed);
    if (end > passed && end <= passed + length) range.setEnd(node, end - passed);
    passed += length;
  }
  return edges(range);
};

/** Where the underlines of a severity are drawn. */
window.boxesOfSquiggles = (severity) =>
  [...document.querySelectorAll(`.monaco-editor .squiggly-${severity}`)].map(edges);

/** The colours that the pieces of the line that holds `line` are drawn in, with their texts. */
window.coloursOfLine = (line) => {
  const rows = [...document.querySelectorAll('.monaco-editor .view-line')];
  const row = rows.find((candidate) => plainText(candidate.textContent).includes(line));
  const pieces = [...(row?.querySelectorAll('span > span') ?? [])];
  return pieces.map((piece) => [plainText(piece.textContent), getComputedStyle(piece).color]);
};
