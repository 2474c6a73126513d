import assert from 'node:assert/strict';
import type { Line, Rectangles } from '../../core/figures/artists.ts';
import { BLACK } from '../../core/figures/colors.ts';
import { artistBase, gridCell, NO_MARKER, newAxes, newFigure } from '../../core/figures/defaults.ts';
import type { Axes, Figure } from '../../core/figures/figure.ts';
import { axisLimits } from '../../core/figures/limits.ts';

function line(x: number[], y: number[]): Line {
  return {
    ...artistBase(2),
    kind: 'line',
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    color: BLACK,
    linewidth: 1,
    dashes: 'solid',
    drawstyle: 'default',
    marker: NO_MARKER,
  };
}

function bars(height: number[]): Rectangles {
  return {
    ...artistBase(1),
    kind: 'rectangles',
    left: Float64Array.from(height, (_, k) => k - 0.4),
    bottom: new Float64Array(height.length),
    width: new Float64Array(height.length).fill(0.8),
    height: Float64Array.from(height),
    faces: [BLACK],
    edge: BLACK,
    linewidth: 0,
    stickyBase: 'y',
  };
}

function withAxes(): { figure: Figure; axes: Axes } {
  const figure = newFigure(1);
  const axes = newAxes(gridCell(1, 1, 1));
  figure.axes.push(axes);
  return { figure, axes };
}

function near(found: readonly number[], expected: readonly number[]): void {
  found.forEach((value, k) => {
    assert.ok(Math.abs(value - expected[k]!) < 1e-12, `${found} is not ${expected}`);
  });
}

describe('axisLimits', () => {
  it('leaves a twentieth free', () => {
    const { figure, axes } = withAxes();
    axes.artists.push(line([0, 10], [1, 3]));
    near(axisLimits(figure, axes, 'x'), [-0.5, 10.5]);
    near(axisLimits(figure, axes, 'y'), [0.9, 3.1]);
  });

  it('is 0 to 1 without data, and around a single value', () => {
    const { figure, axes } = withAxes();
    near(axisLimits(figure, axes, 'x'), [0, 1]);
    axes.artists.push(line([5], [0]));
    near(axisLimits(figure, axes, 'x'), [4.75 - 0.025, 5.25 + 0.025]);
    near(axisLimits(figure, axes, 'y'), [-0.055, 0.055]);
  });

  it('skips what is not finite, and coordinates that are fractions of the axes', () => {
    const { figure, axes } = withAxes();
    axes.artists.push(line([0, 1, Number.NaN], [0, Number.POSITIVE_INFINITY, 2]));
    axes.artists.push({ ...line([0, 100], [1, 1]), xSpace: 'axes' });
    near(axisLimits(figure, axes, 'x'), [-0.05, 1.05]);
    near(axisLimits(figure, axes, 'y'), [-0.1, 2.1]);
  });

  it('lets bars stand on the axis', () => {
    const { figure, axes } = withAxes();
    axes.artists.push(bars([1, 4]));
    near(axisLimits(figure, axes, 'y'), [0, 4.2]);
  });

  it('joins axes that share a range', () => {
    const { figure, axes } = withAxes();
    const other = newAxes(gridCell(1, 1, 1));
    other.x.range = axes.x.range;
    figure.axes.push(other);
    axes.artists.push(line([0, 1], [0, 1]));
    other.artists.push(line([5, 10], [0, 1]));
    near(axisLimits(figure, axes, 'x'), [-0.5, 10.5]);
    near(axisLimits(figure, other, 'y'), [-0.05, 1.05]);
  });

  it('counts only positive values on a logarithmic axis', () => {
    const { figure, axes } = withAxes();
    axes.y.range.scale = 'log';
    axes.artists.push(line([0, 1, 2], [-5, 1, 100]));
    const [low, high] = axisLimits(figure, axes, 'y');
    near([Math.log10(low), Math.log10(high)], [-0.1, 2.1]);
  });

  it('can run backwards', () => {
    const { figure, axes } = withAxes();
    axes.y.range.limits = [3, 1];
    assert.deepEqual(axisLimits(figure, axes, 'y'), [3, 1]);
    axes.y.range.inverted = true;
    assert.deepEqual(axisLimits(figure, axes, 'y'), [1, 3]);
  });
});
