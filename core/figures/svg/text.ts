/** Text, with the little mathematics that labels use. */
import type { TextArtist } from '../artists.ts';
import type { Color } from '../colors.ts';
import { type MathRun, mathRuns } from '../mathtext.ts';
import { ASCENT, CAP_HEIGHT, DESCENT, LINE_HEIGHT, runWidth, textHeight, textWidth } from '../textMetrics.ts';
import type { AxesView } from '../view.ts';
import { element, escapeText, fill, num, stroke } from './element.ts';

export interface TextStyle {
  readonly size: number;
  readonly color: Color;
  readonly horizontal: TextArtist['horizontal'];
  readonly vertical: TextArtist['vertical'];
  readonly rotation?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly alpha?: number;
}

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;

/** Text at a place of the page, in points. */
export function drawText(text: string, x: number, y: number, style: TextStyle): string {
  if (text === '') return '';
  const lines = text.split('\n');
  const [dx, dy] = rotatedShift(text, style);
  const turn = style.rotation
    ? { transform: `rotate(${num(-style.rotation)} ${num(x + dx)} ${num(y + dy)})` }
    : {};
  const attributes = {
    x: x + dx,
    y: y + dy,
    'font-size': style.size,
    'text-anchor': style.rotation ? 'middle' : ANCHORS[style.horizontal],
    'font-weight': style.bold ? 'bold' : undefined,
    'font-style': style.italic ? 'italic' : undefined,
    ...fill(style.color, style.alpha),
    ...turn,
  };
  const first = firstBaseline(lines.length, style.rotation ? 'center' : style.vertical, style.size);
  const content = lines.map((line, k) =>
    lineContent(line, x + dx, first + k * LINE_HEIGHT * style.size, style.size, y + dy, lines.length > 1),
  );
  const lone = lines.length === 1;
  return element('text', { ...attributes, y: lone ? y + dy + first : y + dy }, ...content);
}

/** An artist's text, with its box and arrow. */
export function drawTextArtist(
  view: AxesView | undefined,
  artist: TextArtist,
  page: [number, number],
): string {
  const toX = view ? view.toX : (value: number) => value * page[0];
  const toY = view ? view.toY : (value: number) => (1 - value) * page[1];
  const x = toX(artist.x, artist.xSpace) + (artist.offset?.[0] ?? 0);
  const y = toY(artist.y, artist.ySpace) - (artist.offset?.[1] ?? 0);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return '';
  const parts = [drawText(artist.text, x, y, artist)];
  if (artist.box) parts.unshift(drawBox(artist, x, y));
  if (artist.arrow && view) parts.unshift(drawArrow(artist, artist.arrow, view, x, y));
  return parts.join('');
}

/**
 * Rotated text is placed by its bounding box, as matplotlib does: answers how far its centre lies from the
 * place; no shift for upright text, which SVG aligns itself.
 */
function rotatedShift(text: string, style: TextStyle): [number, number] {
  if (!style.rotation) return [0, 0];
  const angle = (style.rotation * Math.PI) / 180;
  const [width, height] = [textWidth(text, style.size, style.bold), textHeight(text, style.size)];
  const boxWidth = Math.abs(width * Math.cos(angle)) + Math.abs(height * Math.sin(angle));
  const boxHeight = Math.abs(width * Math.sin(angle)) + Math.abs(height * Math.cos(angle));
  const dx = style.horizontal === 'left' ? boxWidth / 2 : style.horizontal === 'right' ? -boxWidth / 2 : 0;
  const dy = style.vertical === 'top' ? boxHeight / 2 : style.vertical === 'center' ? 0 : -boxHeight / 2;
  return [dx, dy];
}

function firstBaseline(lines: number, vertical: TextArtist['vertical'], size: number): number {
  const below = (lines - 1) * LINE_HEIGHT * size;
  if (vertical === 'top') return ASCENT * size;
  if (vertical === 'baseline') return -below;
  if (vertical === 'bottom') return -DESCENT * size - below;
  return (CAP_HEIGHT * size) / 2 - below / 2;
}

function lineContent(
  line: string,
  x: number,
  shift: number,
  size: number,
  y: number,
  several: boolean,
): string {
  const runs = mathRuns(line);
  const simple = runs.length === 1 && runs[0]!.scale === 1 && !runs[0]!.italic && !runs[0]!.bold;
  const inner = simple ? escapeText(runs[0]!.text) : mathContent(runs, size);
  return several ? element('tspan', { x, y: y + shift }, inner) : inner;
}

function mathContent(runs: readonly MathRun[], size: number): string {
  let raise = 0;
  return runs
    .map((run, k) => {
      const dy = (raise - run.raise) * size;
      raise = run.raise;
      const back = run.stacked && runs[k - 1] ? -runWidth(runs[k - 1]!, size) : 0;
      const attributes = {
        dx: back || undefined,
        dy: dy || undefined,
        'font-size': run.scale === 1 ? undefined : run.scale * size,
        'font-style': run.italic ? 'italic' : undefined,
        'font-weight': run.bold ? 'bold' : undefined,
      };
      return element('tspan', attributes, escapeText(run.text));
    })
    .join('');
}

function drawBox(artist: TextArtist, x: number, y: number): string {
  const [width, height] = [
    textWidth(artist.text, artist.size, artist.bold),
    textHeight(artist.text, artist.size),
  ];
  const pad = artist.box!.pad * artist.size;
  const left = x - (artist.horizontal === 'left' ? 0 : artist.horizontal === 'right' ? width : width / 2);
  const up = { top: 0, center: height / 2, baseline: height - DESCENT * artist.size, bottom: height };
  return element('rect', {
    x: left - pad,
    y: y - up[artist.vertical] - pad,
    width: width + 2 * pad,
    height: height + 2 * pad,
    rx: pad / 3,
    ...fill(artist.box!.face, artist.alpha),
    ...stroke(artist.box!.edge, 1, artist.alpha),
  });
}

function drawArrow(
  artist: TextArtist,
  arrow: NonNullable<TextArtist['arrow']>,
  view: AxesView,
  fromX: number,
  fromY: number,
): string {
  const [x, y] = [view.toX(arrow.x, artist.xSpace), view.toY(arrow.y, artist.ySpace)];
  const length = Math.hypot(x - fromX, y - fromY);
  if (!(length > 1)) return '';
  const [ux, uy] = [(x - fromX) / length, (y - fromY) / length];
  const head = (side: number) => `${num(x - 5 * ux - side * 2.5 * uy)} ${num(y - 5 * uy + side * 2.5 * ux)}`;
  const tip = arrow.head ? `M${head(1)}L${num(x)} ${num(y)}L${head(-1)}` : '';
  const d = `M${num(fromX)} ${num(fromY)}L${num(x)} ${num(y)}${tip}`;
  return element('path', { d, fill: 'none', ...stroke(arrow.color, 1, artist.alpha) });
}
