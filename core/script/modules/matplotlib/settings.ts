/** `rcParams`: the settings that new figures, axes and curves start from. */
import { newAxes } from '../../../figures/defaults.ts';
import type { Axes, Figure, Position, Side } from '../../../figures/figure.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyList } from '../../objects/sequences.ts';
import { asNumber } from '../../operations/numbers.ts';
import { PyStr, type PyValue } from '../../values.ts';
import { colorOf } from './colorArguments.ts';
import { fontSize, itemsOf } from './convert.ts';

const DEFAULTS: readonly (readonly [string, PyValue | string | number[]])[] = [
  ['figure.figsize', [6.4, 4.8]],
  ['figure.dpi', 100],
  ['figure.autolayout', false],
  ['figure.constrained_layout.use', false],
  ['figure.titlesize', 'large'],
  ['font.size', 10],
  ['font.family', 'sans-serif'],
  ['axes.titlesize', 'large'],
  ['axes.labelsize', 'medium'],
  ['axes.linewidth', 0.8],
  ['axes.grid', false],
  ['axes.spines.left', true],
  ['axes.spines.right', true],
  ['axes.spines.bottom', true],
  ['axes.spines.top', true],
  ['axes.xmargin', 0.05],
  ['axes.ymargin', 0.05],
  ['axes.facecolor', 'white'],
  ['figure.facecolor', 'white'],
  ['grid.color', '#b0b0b0'],
  ['grid.linewidth', 0.8],
  ['xtick.labelsize', 'medium'],
  ['ytick.labelsize', 'medium'],
  ['xtick.direction', 'out'],
  ['ytick.direction', 'out'],
  ['legend.fontsize', 'medium'],
  ['legend.frameon', true],
  ['legend.loc', 'best'],
  ['lines.linewidth', 1.5],
  ['lines.linestyle', '-'],
  ['lines.marker', 'None'],
  ['lines.markersize', 6],
  ['image.cmap', 'viridis'],
  ['image.origin', 'upper'],
  ['image.interpolation', 'antialiased'],
  ['image.aspect', 'equal'],
  ['text.usetex', false],
  ['savefig.dpi', 'figure'],
];

export class Settings {
  /** As scripts see it. Keys that have no effect here are kept all the same. */
  readonly table = new PyDict();

  constructor() {
    this.reset();
  }

  reset(): void {
    this.table.clear();
    for (const [name, value] of DEFAULTS) this.table.set(new PyStr(name), toValue(value));
  }

  get(name: string): PyValue {
    return this.table.get(new PyStr(name)) ?? null;
  }

  set(name: string, value: PyValue): void {
    this.table.set(new PyStr(name), value);
  }

  number(name: string, fallback: number): number {
    return asNumber(this.get(name)) ?? fallback;
  }

  flag(name: string): boolean {
    return this.get(name) === true;
  }

  text(name: string, fallback: string): string {
    const value = this.get(name);
    return value instanceof PyStr ? value.value : fallback;
  }

  /** Size in points of a setting such as `axes.labelsize`, which may be relative (`large`). */
  size(name: string): number {
    return fontSize(this.get(name), this.number('font.size', 10)) ?? 10;
  }

  applyToFigure(figure: Figure): void {
    const [width, height] = itemsOf(this.get('figure.figsize'));
    figure.size = [asNumber(width ?? null) ?? 6.4, asNumber(height ?? null) ?? 4.8];
    figure.dpi = this.number('figure.dpi', 100);
    figure.tight = this.flag('figure.autolayout') || this.flag('figure.constrained_layout.use');
    figure.face = colorOf(this.get('figure.facecolor')) ?? figure.face;
  }

  newAxes(position: Position): Axes {
    const axes = newAxes(position);
    axes.margins = [this.number('axes.xmargin', 0.05), this.number('axes.ymargin', 0.05)];
    axes.face = colorOf(this.get('axes.facecolor')) ?? axes.face;
    for (const side of ['left', 'right', 'bottom', 'top'] satisfies Side[]) {
      axes.spines[side].visible = this.flag(`axes.spines.${side}`);
      axes.spines[side].linewidth = this.number('axes.linewidth', 0.8);
    }
    for (const [name, axis] of [['xtick', axes.x] as const, ['ytick', axes.y] as const]) {
      axis.tickLabelSize = this.size(`${name}.labelsize`);
      const direction = this.text(`${name}.direction`, 'out');
      if (direction === 'in' || direction === 'inout') axis.tickDirection = direction;
      if (this.flag('axes.grid')) axis.grid = this.gridStyle();
    }
    return axes;
  }

  gridStyle() {
    const color = colorOf(this.get('grid.color')) ?? ([0.69, 0.69, 0.69, 1] as const);
    return { color, linewidth: this.number('grid.linewidth', 0.8), dashes: 'solid', which: 'major' } as const;
  }
}

function toValue(value: PyValue | string | number[]): PyValue {
  if (typeof value === 'string') return new PyStr(value);
  return Array.isArray(value) ? listOf(value) : value;
}

function listOf(values: number[]): PyValue {
  return new PyList(values);
}
