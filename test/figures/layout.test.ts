import assert from 'node:assert/strict';
import { gridCell, newAxes, newFigure } from '../../core/figures/defaults.ts';
import type { Box, Position } from '../../core/figures/figure.ts';
import { layOut } from '../../core/figures/layout.ts';
import { marginsOf } from '../../core/figures/tight.ts';

function boxOf(position: Position): Box {
  const figure = newFigure(1);
  const axes = newAxes(position);
  figure.axes.push(axes);
  return layOut(figure).get(axes)!;
}

function near(found: Box, expected: Box): void {
  found.forEach((value, k) => {
    assert.ok(Math.abs(value - expected[k]!) < 1e-5, `${found} is not ${expected}`);
  });
}

describe('layOut', () => {
  // Positions that matplotlib 3.6 answers with ax.get_position().bounds.
  for (const [position, expected] of [
    [gridCell(1, 1, 1), [0.125, 0.11, 0.775, 0.77]],
    [gridCell(2, 2, 1), [0.125, 0.53, 0.352273, 0.35]],
    [gridCell(2, 2, 4), [0.547727, 0.11, 0.352273, 0.35]],
    [gridCell(3, 1, 2), [0.125, 0.381765, 0.775, 0.226471]],
    [gridCell(2, 3, 2, 3), [0.398529, 0.53, 0.501471, 0.35]],
  ] as [Position, Box][]) {
    it(JSON.stringify(position), () => {
      near(boxOf(position), expected);
    });
  }

  it('divides by ratios', () => {
    const grid = { rows: 1, columns: 2, widthRatios: [3, 1], margins: { wspace: 0 } };
    near(boxOf({ kind: 'grid', grid, rows: [0, 1], columns: [1, 2] }), [0.70625, 0.11, 0.19375, 0.77]);
  });

  it('nests grids', () => {
    const outer = { rows: 1, columns: 2, margins: { wspace: 0 } };
    const grid = {
      rows: 2,
      columns: 1,
      margins: { hspace: 0 },
      parent: { grid: outer, rows: [0, 1], columns: [1, 2] },
    } as const;
    near(boxOf({ kind: 'grid', grid, rows: [0, 1], columns: [0, 1] }), [0.5125, 0.495, 0.3875, 0.385]);
  });

  it('takes room for a colour bar from its axes', () => {
    const figure = newFigure(1);
    const axes = newAxes(gridCell(1, 1, 1));
    const side = 'right';
    const bar = newAxes({
      kind: 'colorbar',
      of: [axes],
      side,
      fraction: 0.15,
      pad: 0.05,
      shrink: 1,
      aspect: 20,
    });
    figure.axes.push(axes, bar);
    const boxes = layOut(figure);
    near(boxes.get(axes)!, [0.125, 0.11, 0.62, 0.77]);
    near(boxes.get(bar)!, [0.78375, 0.11, 0.11625, 0.77]);
  });
});

describe('marginsOf', () => {
  it('makes room for labels where the figure is tight', () => {
    const figure = newFigure(1);
    figure.axes.push(newAxes(gridCell(1, 1, 1)));
    assert.equal(marginsOf(figure), figure.margins);
    figure.tight = true;
    const { left, right, bottom, top } = marginsOf(figure);
    assert.ok(left > 0.03 && left < 0.09 && right > 0.94 && bottom < 0.09 && top > 0.94);
  });
});
