/** Curves: paths that stay small however many points they have. */
import type { Dashes, Line, Segments } from '../artists.ts';
import type { AxesView } from '../view.ts';
import { type Attributes, element, num, stroke } from './element.ts';

/** Curves with more points than this are thinned out to what can be seen. */
const THIN_FROM = 2000;
/** Width in points of the columns within which only the extremes of a curve are kept. */
const COLUMN = 0.2;

export function drawLine(view: AxesView, line: Line): string {
  if (line.dashes === 'none' || line.linewidth === 0) return '';
  const d = linePath(view, line);
  if (d === '') return '';
  const style = {
    ...stroke(line.color, line.linewidth, line.alpha),
    ...dashStyle(line.dashes, line.linewidth),
  };
  return element('path', { d, fill: 'none', ...style });
}

export function dashStyle(dashes: Dashes, linewidth: number): Attributes {
  if (!Array.isArray(dashes)) return { 'stroke-linecap': 'square', 'stroke-linejoin': 'round' };
  const unit = Math.max(linewidth, 0.1);
  return { 'stroke-dasharray': dashes.map((length: number) => num(length * unit)).join(' ') };
}

export function linePath(view: AxesView, line: Line): string {
  const { x, y, drawstyle } = line;
  const count = Math.min(x.length, y.length);
  const writer = new PathWriter(view, count > THIN_FROM);
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  for (let k = 0; k < count; k++) {
    const px = view.toX(x[k]!, line.xSpace);
    const py = view.toY(y[k]!, line.ySpace);
    if (drawstyle === 'steps-pre') writer.add(lastX, py);
    if (drawstyle === 'steps-post') writer.add(px, lastY);
    if (drawstyle === 'steps-mid') {
      writer.add((lastX + px) / 2, lastY);
      writer.add((lastX + px) / 2, py);
    }
    // A missing corner must not break the curve before its first point.
    if (k === 0) writer.restart();
    writer.add(px, py);
    [lastX, lastY] = [px, py];
  }
  return writer.finish();
}

/** Collects a polyline; leaves out what is not in view and, if asked to, what can't be told apart. */
class PathWriter {
  private readonly parts: string[] = [];
  private open = false;
  /** The last point that was given, drawn or not. */
  private lastX = Number.NaN;
  private lastY = Number.NaN;
  private column = Number.NaN;
  /** Points of the present column in their order, where they are extremes. */
  private held: [number, number][] = [];

  constructor(
    private readonly view: AxesView,
    private readonly thin: boolean,
  ) {}

  restart(): void {
    this.flush();
    this.open = false;
    this.lastX = Number.NaN;
  }

  add(x: number, y: number): void {
    if (Number.isNaN(x) || Number.isNaN(y)) this.restart();
    else if (this.thin) this.gather(x, y);
    else this.draw(x, y);
  }

  /** Holds points back until the curve leaves their column. */
  private gather(x: number, y: number): void {
    const column = Math.floor(x / COLUMN);
    if (column !== this.column) {
      this.flush();
      this.column = column;
    }
    this.hold(x, y);
  }

  finish(): string {
    this.flush();
    return this.parts.join('');
  }

  /** Keeps the first, lowest, highest and last point of a column. */
  private hold(x: number, y: number): void {
    const { held } = this;
    if (held.length < 4) held.push([x, y]);
    else {
      held.push([x, y]);
      const low = held.reduce((a, b) => (b[1] < a[1] ? b : a));
      const high = held.reduce((a, b) => (b[1] > a[1] ? b : a));
      this.held = held.filter(
        (point, k) => k === 0 || k === held.length - 1 || point === low || point === high,
      );
    }
  }

  private flush(): void {
    for (const [x, y] of this.held) this.draw(x, y);
    this.held = [];
    this.column = Number.NaN;
  }

  private draw(x: number, y: number): void {
    const first = Number.isNaN(this.lastX);
    if (!first && this.outOfView(x, y)) {
      this.open = false;
    } else {
      if (!this.open && !first) this.parts.push(`M${num(this.lastX)} ${num(this.lastY)}`);
      if (first) this.parts.push(`M${num(x)} ${num(y)}`);
      else this.parts.push(`L${num(x)} ${num(y)}`);
      this.open = true;
    }
    [this.lastX, this.lastY] = [x, y];
  }

  /** The whole step lies beyond one side of the axes. */
  private outOfView(x: number, y: number): boolean {
    const { left, top, width, height } = this.view;
    const room = 20;
    return (
      Math.max(x, this.lastX) < left - room ||
      Math.min(x, this.lastX) > left + width + room ||
      Math.max(y, this.lastY) < top - room ||
      Math.min(y, this.lastY) > top + height + room
    );
  }
}

export function drawSegments(view: AxesView, segments: Segments): string {
  if (segments.dashes === 'none') return '';
  const { colors } = segments;
  const paths = colors.map(() => [] as string[]);
  for (let k = 0; k < segments.x0.length; k++) {
    const ends = [
      view.toX(segments.x0[k]!, segments.xSpace),
      view.toY(segments.y0[k]!, segments.ySpace),
      view.toX(segments.x1[k]!, segments.xSpace),
      view.toY(segments.y1[k]!, segments.ySpace),
    ];
    if (ends.some(Number.isNaN)) continue;
    const [x0, y0, x1, y1] = ends.map(num);
    paths[k % colors.length]!.push(`M${x0} ${y0}L${x1} ${y1}`);
  }
  return paths
    .map((path, k) =>
      element('path', {
        d: path.join(''),
        fill: 'none',
        ...stroke(colors[k]!, segments.linewidth, segments.alpha),
        ...dashStyle(segments.dashes, segments.linewidth),
        'stroke-linecap': undefined,
      }),
    )
    .join('');
}
