/** What surrounds the data: spines, ticks, labels, titles; and how far they reach out of the axes. */
import type { TextArtist } from '../artists.ts';
import type { Axis, Side } from '../figure.ts';
import { ASCENT, textHeight, textWidth } from '../textMetrics.ts';
import type { Ticks } from '../ticks.ts';
import type { AxesView } from '../view.ts';
import { element, num, stroke } from './element.ts';
import { dashStyle } from './lines.ts';
import { drawText } from './text.ts';

const LABEL_PAD = 4;
const TITLE_PAD = 6;

/** Points by which decorations stick out of the axes. */
export type Overhang = Record<Side, number>;

interface AxisFrame {
  readonly axis: Axis;
  readonly ticks: Ticks;
  readonly horizontal: boolean;
}

function axisFrames(view: AxesView): AxisFrame[] {
  const { axes } = view;
  return [
    { axis: axes.x, ticks: view.xTicks, horizontal: true },
    { axis: axes.y, ticks: view.yTicks, horizontal: false },
  ];
}

/** The middle of a dot of the picture: thin lines along the axes are smeared over two of them elsewhere. */
function onDot(view: AxesView, place: number): string {
  const dot = 72 / view.figure.dpi;
  return num((Math.floor(place / dot + 1e-6) + 0.5) * dot);
}

export function drawGrid(view: AxesView): string {
  if (!view.axes.framed) return '';
  return axisFrames(view)
    .map(({ axis, ticks, horizontal }) => {
      const { grid } = axis;
      if (!grid) return '';
      const major = grid.which === 'minor' ? [] : ticks.positions;
      const positions = grid.which === 'major' ? major : [...major, ...ticks.minor];
      const d = positions
        .map((position) =>
          horizontal
            ? `M${onDot(view, view.toX(position))} ${num(view.top)}v${num(view.height)}`
            : `M${num(view.left)} ${onDot(view, view.toY(position))}h${num(view.width)}`,
        )
        .join('');
      const style = { ...stroke(grid.color, grid.linewidth), ...dashStyle(grid.dashes, grid.linewidth) };
      return d === '' ? '' : element('path', { d, fill: 'none', ...style });
    })
    .join('');
}

export function drawFrame(view: AxesView): string {
  const title = view.axes.title ? drawTitle(view, view.axes.title) : '';
  if (!view.axes.framed) return title;
  const spines = (['left', 'right', 'bottom', 'top'] as const).map((side) => drawSpine(view, side)).join('');
  const axes = axisFrames(view).map((frame) => drawTicks(view, frame) + drawTickLabels(view, frame));
  return axes.join('') + spines + drawAxisLabels(view) + title;
}

function drawSpine(view: AxesView, side: Side): string {
  const spine = view.axes.spines[side];
  if (!spine.visible) return '';
  const right = view.left + view.width;
  const bottom = view.top + view.height;
  const from = {
    left: [view.left, view.top],
    right: [right, view.top],
    bottom: [view.left, bottom],
    top: [view.left, view.top],
  };
  const [x, y] = from[side] as [number, number];
  const run = side === 'left' || side === 'right' ? `V${onDot(view, bottom)}` : `H${onDot(view, right)}`;
  return element('path', {
    d: `M${onDot(view, x)} ${onDot(view, y)}${run}`,
    fill: 'none',
    ...stroke(spine.color, spine.linewidth),
    'stroke-linecap': 'square',
  });
}

/** Where a side of the axes lies, and which way is out. */
function sideOf(view: AxesView, side: Side): { at: number; out: number } {
  if (side === 'left') return { at: view.left, out: -1 };
  if (side === 'right') return { at: view.left + view.width, out: 1 };
  if (side === 'bottom') return { at: view.top + view.height, out: 1 };
  return { at: view.top, out: -1 };
}

function drawTicks(view: AxesView, { axis, ticks, horizontal }: AxisFrame): string {
  const parts = axis.tickSides.flatMap((side) => {
    const { at, out } = sideOf(view, side);
    const mark = (position: number, length: number) => {
      const inner = axis.tickDirection === 'out' ? 0 : -out * length;
      const outer = axis.tickDirection === 'in' ? 0 : out * length;
      return horizontal
        ? `M${onDot(view, view.toX(position))} ${num(at + inner)}V${num(at + outer)}`
        : `M${num(at + inner)} ${onDot(view, view.toY(position))}H${num(at + outer)}`;
    };
    const minor = ticks.minor.map((position) => mark(position, (axis.tickLength * 2) / 3.5));
    return [...ticks.positions.map((position) => mark(position, axis.tickLength)), ...minor];
  });
  if (parts.length === 0 || axis.tickLength === 0) return '';
  return element('path', {
    d: parts.join(''),
    fill: 'none',
    ...stroke(axis.tickColor, axis.tickWidth),
  });
}

/** From the spine to the tick labels. */
function labelGap(axis: Axis): number {
  const length =
    axis.tickDirection === 'in' ? 0 : axis.tickDirection === 'out' ? axis.tickLength : axis.tickLength / 2;
  return (axis.tickSides.includes(axis.side) ? length : 0) + axis.tickPad;
}

function drawTickLabels(view: AxesView, { axis, ticks, horizontal }: AxisFrame): string {
  if (!axis.showTickLabels) return '';
  const { at, out } = sideOf(view, axis.side);
  const gap = labelGap(axis);
  const style = { size: axis.tickLabelSize, color: axis.tickLabelColor, rotation: axis.tickLabelRotation };
  const labels = ticks.positions.map((position, k) => {
    const text = ticks.labels[k] ?? '';
    if (horizontal) {
      const vertical = out > 0 ? 'top' : 'bottom';
      return drawText(text, view.toX(position), at + out * gap, { ...style, horizontal: 'center', vertical });
    }
    const side = out < 0 ? 'right' : 'left';
    return drawText(text, at + out * gap, view.toY(position), {
      ...style,
      horizontal: side,
      vertical: 'center',
    });
  });
  return labels.join('') + drawCommon(view, { axis, ticks, horizontal });
}

/** The power of ten or offset that all labels of an axis share. */
function drawCommon(view: AxesView, { axis, ticks, horizontal }: AxisFrame): string {
  if (ticks.common === '') return '';
  const style = { size: axis.tickLabelSize, color: axis.tickLabelColor };
  if (horizontal) {
    const below = view.top + view.height + labelGap(axis) + axis.tickLabelSize * 1.2 + 3;
    return drawText(ticks.common, view.left + view.width, below, {
      ...style,
      horizontal: 'right',
      vertical: 'top',
    });
  }
  const right = axis.side === 'right';
  const x = right ? view.left + view.width : view.left;
  return drawText(ticks.common, x, view.top - 3, {
    ...style,
    horizontal: right ? 'right' : 'left',
    vertical: 'bottom',
  });
}

/** From the spine to the outer edge of the tick labels. */
function labelReach(frame: AxisFrame): number {
  const { axis, ticks, horizontal } = frame;
  const shown = axis.showTickLabels ? ticks.labels.filter((text) => text !== '') : [];
  if (shown.length === 0)
    return axis.tickSides.includes(axis.side) ? Math.max(0, labelGap(axis) - axis.tickPad) : 0;
  const angle = (axis.tickLabelRotation * Math.PI) / 180;
  const sizes = shown.map((text) => {
    const [width, height] = [textWidth(text, axis.tickLabelSize), textHeight(text, axis.tickLabelSize)];
    const [c, s] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
    return horizontal ? width * s + height * c : width * c + height * s;
  });
  return labelGap(axis) + Math.max(...sizes);
}

function drawAxisLabels(view: AxesView): string {
  return axisFrames(view)
    .map((frame) => {
      const { label } = frame.axis;
      if (!label?.text || !label.visible) return '';
      const { at, out } = sideOf(view, frame.axis.side);
      const place = at + out * (labelReach(frame) + labelPad(label));
      if (frame.horizontal) {
        const x = view.left + view.width * label.x;
        return drawText(label.text, x, place, { ...label, vertical: out > 0 ? 'top' : 'bottom' });
      }
      const y = view.top + view.height * (1 - label.y);
      const half = labelThickness(label) / 2;
      const turned = label.rotation !== 0;
      if (!turned)
        return drawText(label.text, place, y, {
          ...label,
          horizontal: out < 0 ? 'right' : 'left',
          vertical: 'center',
        });
      return drawText(label.text, place + out * half, y, {
        ...label,
        horizontal: 'center',
        vertical: 'center',
      });
    })
    .join('');
}

function labelPad(label: TextArtist): number {
  return label.offset?.[0] ?? LABEL_PAD;
}

/** Extent of an axis label across its axis. */
function labelThickness(label: TextArtist): number {
  return textHeight(label.text, label.size);
}

function titleBase(view: AxesView): number {
  const top = axisFrames(view).find(({ axis, horizontal }) => horizontal && axis.side === 'top');
  const reach = top && view.axes.framed ? labelReach(top) + axisLabelRoom(top) : 0;
  const common = view.yTicks.common !== '' && view.axes.framed ? view.axes.y.tickLabelSize + 2 : 0;
  return Math.max(reach, common);
}

function axisLabelRoom({ axis, horizontal }: AxisFrame): number {
  if (!axis.label?.text || !axis.label.visible) return 0;
  const across = !horizontal && axis.label.rotation === 0;
  const size = across ? textWidth(axis.label.text, axis.label.size) : labelThickness(axis.label);
  return labelPad(axis.label) + size;
}

function drawTitle(view: AxesView, title: TextArtist): string {
  const pad = title.offset?.[1] ?? TITLE_PAD;
  const y = view.top - titleBase(view) - pad;
  return drawText(title.text, view.left + view.width * title.x, y, title);
}

/** How far everything around the axes reaches out of them. */
export function overhangOf(view: AxesView): Overhang {
  const overhang: Overhang = { left: 0, right: 0, bottom: 0, top: 0 };
  if (view.axes.framed) {
    for (const frame of axisFrames(view)) {
      overhang[frame.axis.side] = labelReach(frame) + axisLabelRoom(frame);
      endLabels(view, frame, overhang);
    }
  }
  const { title } = view.axes;
  if (title?.text) {
    const height = title.size * (ASCENT + (title.text.split('\n').length - 1) * 1.2);
    overhang.top = Math.max(overhang.top, titleBase(view) + TITLE_PAD + height);
  }
  return overhang;
}

/** Labels of ticks at the very ends stick out sideways. */
function endLabels(view: AxesView, { axis, ticks, horizontal }: AxisFrame, overhang: Overhang): void {
  if (!axis.showTickLabels || !horizontal || axis.tickLabelRotation !== 0) return;
  ticks.positions.forEach((position, k) => {
    const half = textWidth(ticks.labels[k] ?? '', axis.tickLabelSize) / 2;
    const x = view.toX(position);
    overhang.left = Math.max(overhang.left, view.left - (x - half));
    overhang.right = Math.max(overhang.right, x + half - view.left - view.width);
  });
}
