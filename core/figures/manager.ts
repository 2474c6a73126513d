import { newFigure } from './defaults.ts';
import type { Axes, Figure } from './figure.ts';

/**
 * The figures of one script run, and which of them pyplot's functions draw on. A figure that the script
 * closes can't be drawn on any more, but stays among the results.
 */
export class FigureManager {
  private readonly made: Figure[] = [];
  private readonly open = new Map<number, Figure>();
  private readonly currentAxes = new Map<Figure, Axes>();
  private current: Figure | undefined;
  /** What scripts hold for a figure, axes or artist, so that `gca() is gca()`. */
  readonly handles = new WeakMap<object, object>();

  /** All that the script made and drew on, in the order of making. */
  get figures(): readonly Figure[] {
    return this.made.filter((figure) => figure.axes.length > 0 || figure.texts.length > 0);
  }

  /** Numbers of the figures that are open. */
  numbers(): number[] {
    return [...this.open.keys()].sort((a, b) => a - b);
  }

  /** The figure of that number or name, made where there is none; without a key, always a new one. */
  figure(key?: number | string): Figure {
    const existing = this.find(key);
    const figure = existing ?? this.create(typeof key === 'number' ? key : this.nextNumber());
    if (existing === undefined && typeof key === 'string') figure.name = key;
    this.current = figure;
    return figure;
  }

  find(key?: number | string): Figure | undefined {
    if (typeof key === 'number') return this.open.get(key);
    if (key === undefined) return undefined;
    return [...this.open.values()].find((figure) => figure.name === key);
  }

  /** The current figure, made where there is none. */
  currentFigure(): Figure {
    return this.current ?? this.figure();
  }

  /** Undefined where the figure has no axes yet. */
  axesOf(figure: Figure): Axes | undefined {
    return this.currentAxes.get(figure) ?? figure.axes.at(-1);
  }

  setCurrent(figure: Figure, axes?: Axes): void {
    if (this.open.has(figure.number)) this.current = figure;
    if (axes) this.currentAxes.set(figure, axes);
  }

  close(figure: Figure | 'all'): void {
    for (const each of figure === 'all' ? [...this.open.values()] : [figure]) this.open.delete(each.number);
    if (this.current && !this.open.has(this.current.number)) this.current = [...this.open.values()].at(-1);
  }

  private create(number: number): Figure {
    const figure = newFigure(number);
    this.made.push(figure);
    this.open.set(number, figure);
    return figure;
  }

  private nextNumber(): number {
    return Math.max(0, ...this.open.keys()) + 1;
  }
}
