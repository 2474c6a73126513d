/** How much room text takes, in the proportions of DejaVu Sans, matplotlib's font. */
import { type MathRun, mathRuns } from './mathtext.ts';

/** Advance widths of the characters from space to tilde, in thousandths of the font size. */
const WIDTHS = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636,
  636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295,
  295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838,
  500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521,
  392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];
const OTHER_WIDTH = 636;
const MINUS_WIDTH = 838;

export const FONT_FAMILY = "'DejaVu Sans','Bitstream Vera Sans',Verdana,Arial,sans-serif";
/** Height of capitals, of ascenders, depth of descenders and distance of lines, as multiples of the size. */
export const CAP_HEIGHT = 0.73;
export const ASCENT = 0.76;
export const DESCENT = 0.24;
export const LINE_HEIGHT = 1.2;

/** Width of the widest line; `$...$` is read as mathematics. */
export function textWidth(text: string, size: number, bold = false): number {
  const widths = text.split('\n').map((line) => lineWidth(line, size));
  return Math.max(...widths) * (bold ? 1.09 : 1);
}

export function textHeight(text: string, size: number): number {
  const lines = text.split('\n').length;
  return size * (ASCENT + DESCENT + (lines - 1) * LINE_HEIGHT);
}

function lineWidth(line: string, size: number): number {
  let [width, last] = [0, 0];
  for (const run of mathRuns(line)) {
    const own = runWidth(run, size);
    width += run.stacked ? Math.max(0, own - last) : own;
    last = own;
  }
  return width;
}

/** Width of one piece of a line. */
export function runWidth(run: MathRun, size: number): number {
  let width = 0;
  for (const character of run.text) width += characterWidth(character);
  return (width * run.scale * size) / 1000;
}

function characterWidth(character: string): number {
  if (character === '−') return MINUS_WIDTH;
  return WIDTHS[character.charCodeAt(0) - 32] ?? OTHER_WIDTH;
}
