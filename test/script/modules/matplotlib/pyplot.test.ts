import assert from 'node:assert/strict';
import { NdArray } from '../../../../core/arrays/ndarray.ts';
import type { Line } from '../../../../core/figures/artists.ts';
import { toHex } from '../../../../core/figures/colors.ts';
import { PyQuantity } from '../../../../core/script/modules/numpy/objects.ts';
import { PyList, PyTuple } from '../../../../core/script/objects/sequences.ts';
import { type PyObject, PyStr, Unknown } from '../../../../core/script/values.ts';
import { DIMENSIONLESS, SECOND, VOLT } from '../../../../core/units/dimension.ts';
import { type Keywords, type Plain, Plotting } from './harness.ts';

type Call = readonly [string, ...(Plain | Keywords)[]];

function plotted(...calls: Call[]): Plotting {
  const plotting = new Plotting();
  for (const [name, ...args] of calls) plotting.plt(name, ...args);
  return plotting;
}

function lines(plotting: Plotting): Line[] {
  return plotting.figure.axes
    .flatMap((axes) => axes.artists)
    .filter((artist): artist is Line => artist.kind === 'line');
}

function errorOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return 'no error';
}

describe('plot', () => {
  const x = [1, 2, 3];

  it('counts from 0 where there is no x', () => {
    assert.deepEqual([...lines(plotted(['plot', [5, 6, 7]]))[0]!.x], [0, 1, 2]);
  });

  it('draws each column of a matrix', () => {
    const columns = lines(
      plotted([
        'plot',
        x,
        [
          [1, 4],
          [2, 5],
          [3, 6],
        ],
      ]),
    );
    assert.deepEqual(
      columns.map(({ y }) => [...y]),
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    );
    assert.deepEqual(
      columns.map(({ color }) => toHex(color)),
      ['#1f77b4', '#ff7f0e'],
    );
  });

  it('takes several groups', () => {
    const found = lines(plotted(['plot', x, [1, 2, 3], 'r--', x, [4, 5, 6], [7, 8], 'b.']));
    assert.deepEqual(
      found.map(({ color, marker }) => [toHex(color), marker.symbol]),
      [
        ['#ff0000', ''],
        ['#1f77b4', ''],
        ['#0000ff', '.'],
      ],
    );
  });

  it('takes quantities as SI numbers, alone and in lists', () => {
    const times = new PyQuantity(NdArray.of([0.001, 0.002]), SECOND);
    const volts = new PyQuantity(-0.07, VOLT);
    const [line] = lines(plotted(['plot', times, [volts, volts]]));
    assert.deepEqual(
      [[...line!.x], [...line!.y]],
      [
        [0.001, 0.002],
        [-0.07, -0.07],
      ],
    );
  });

  it('keeps its own copy of an array', () => {
    const array = NdArray.of([1, 2]);
    const plotting = plotted(['plot', new PyQuantity(array, DIMENSIONLESS)]);
    array.data[0] = 99;
    assert.equal(lines(plotting)[0]!.y[0], 1);
  });

  it('answers a list of lines that can be changed', () => {
    const plotting = new Plotting();
    const list = plotting.plt('plot', x, 'k', { lw: 3, label: 'v' }) as unknown as { items: PyObject[] };
    plotting.call(list.items[0]!, 'set_color', 'red');
    const drawn = lines(plotting).at(-1)!;
    assert.deepEqual([drawn.linewidth, drawn.label, toHex(drawn.color)], [3, 'v', '#ff0000']);
    assert.equal((plotting.call(list.items[0]!, 'get_label') as PyStr).value, 'v');
  });

  for (const [format, marker, dashes, color] of [
    [',k', ',', 'none', '#000000'],
    ['.k', '.', 'none', '#000000'],
    ['r--o', 'o', 'dashed', '#ff0000'],
    ['-.', '', 'dashed', '#1f77b4'],
    ['C3', '', 'solid', '#d62728'],
    ['C1:', '', 'dashed', '#ff7f0e'],
    ['kx', 'x', 'none', '#000000'],
    ['green', '', 'solid', '#008000'],
    ['-', '', 'solid', '#1f77b4'],
    ['', '', 'solid', '#1f77b4'],
  ] as const) {
    it(`understands '${format}'`, () => {
      const line = lines(plotted(['plot', x, format]))[0]!;
      const kind = Array.isArray(line.dashes) ? 'dashed' : line.dashes;
      assert.deepEqual([line.marker.symbol, kind, toHex(line.color)], [marker, dashes, color]);
    });
  }
});

describe('errors', () => {
  // Classes and messages of matplotlib 3.6.
  for (const [expected, ...call] of [
    ["ValueError: 'zz' is not a valid format string (unrecognized character 'z')", 'plot', [1], [1], 'zz'],
    ["ValueError: 'kk' is not a valid format string (two color symbols)", 'plot', [1], [1], 'kk'],
    ["ValueError: 'o.' is not a valid format string (two marker symbols)", 'plot', [1], [1], 'o.'],
    ["ValueError: '---' is not a valid format string (two linestyle symbols)", 'plot', [1], [1], '---'],
    ["AttributeError: Line2D.set() got an unexpected keyword argument 'foo'", 'plot', [1], [1], { foo: 1 }],
    [
      'ValueError: x and y must have same first dimension, but have shapes (3,) and (4,)',
      'plot',
      [1, 2, 3],
      [1, 2, 3, 4],
    ],
    ["ValueError: 'nocolor' is not a valid value for color", 'plot', [1], { color: 'nocolor' }],
    ["ValueError: Unrecognized marker style 'nothing'", 'plot', [1], { marker: 'nothing' }],
    ['ValueError: x and y must be the same size', 'scatter', [1, 2], [1]],
    [
      "ValueError: 'c' argument has 5 elements, which is inconsistent with 'x' and 'y' with size 2.",
      'scatter',
      [1, 2],
      [1, 2],
      { c: [1, 2, 3, 4, 5] },
    ],
    ['TypeError: Invalid shape (3,) for image data', 'imshow', [1, 2, 3]],
    ['ValueError: num must be 1 <= num <= 4, not 5', 'subplot', 2n, 2n, 5n],
    ['TypeError: subplot() takes 1 or 3 positional arguments but 2 were given', 'subplot', 2n, 2n],
    [
      'ValueError: shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape (2,) and arg 1 with shape (3,).',
      'bar',
      [1, 2],
      [1, 2, 3],
    ],
    ["TypeError: text() missing 1 required positional argument: 's'", 'text', 1, 2],
    ["AttributeError: 'Text' object has no property 'foo'", 'text', 1, 2, 'a', { foo: 1 }],
    ["AttributeError: Text.set() got an unexpected keyword argument 'foo'", 'title', 'x', { foo: 1 }],
    ['ValueError: `bins` must be positive, when an integer', 'hist', [1, 2], { bins: 0n }],
    ["ValueError: Unrecognized string 'foo' to axis; try 'on' or 'off'", 'axis', 'foo'],
    ['ValueError: Axis limits cannot be NaN or Inf', 'xlim', Number.NaN, 1],
    ["ValueError: could not convert string to float: 'a'", 'xlim', 'a', 'b'],
    [
      "ValueError: 'yerr' (shape: (3,)) must be a scalar or a 1D or (2, n) array-like whose shape matches 'y' (shape: (2,))",
      'errorbar',
      [1, 2],
      [1, 2],
      { yerr: [1, 2, 3] },
    ],
    [
      'ValueError: could not broadcast input array from shape (3,) into shape (2,)',
      'vlines',
      [1, 2],
      [1, 2, 3],
      4,
    ],
    [
      'ValueError: The number of FixedLocator locations (2), usually from a call to set_ticks, does not match the number of ticklabels (1).',
      'xticks',
      [1, 2],
      ['a'],
    ],
    [
      'ValueError: operands could not be broadcast together with shapes (2,) (3,) ',
      'fill_between',
      [1, 2],
      [1, 2, 3],
    ],
    [
      "ValueError: 'foo' is not a valid value for scale; supported values are 'linear', 'log', 'symlog', 'asinh', 'logit', 'function', 'functionlog'",
      'xscale',
      'foo',
    ],
  ] as [string, string, ...Plain[]][]) {
    it(expected, () => {
      assert.equal(
        errorOf(() => plotted(call as unknown as Call)),
        expected,
      );
    });
  }

  it('ends with a list that holds itself, and with what is not drawn', () => {
    const endless = new PyList([]);
    endless.items.push(endless);
    assert.match(
      errorOf(() => plotted(['plot', endless])),
      /^ValueError: maximum supported dimension/,
    );
    const undrawn = new Plotting().plt('quiver', [1]) as PyObject;
    assert.match(
      errorOf(() => plotted(['plot', undrawn])),
      /^ValueError: maximum supported dimension/,
    );
  });

  it('says that a colour bar needs something with colours', () => {
    const action = () => plotted(['plot', [1, 2]], ['colorbar']);
    assert.match(errorOf(action), /^RuntimeError: No mappable was found/);
  });
});

describe('figures and axes', () => {
  it('numbers figures, and returns to one by its number', () => {
    const plotting = plotted(
      ['figure'],
      ['plot', [1]],
      ['figure', 5n],
      ['plot', [1]],
      ['figure', 1n],
      ['plot', [2]],
    );
    assert.deepEqual(
      plotting.figures.map(({ number }) => number),
      [1, 5],
    );
    assert.equal(plotting.figure.axes[0]!.artists.length, 2);
  });

  it('starts anew after show(), and keeps all figures', () => {
    const plotting = plotted(['plot', [1]], ['show'], ['plot', [2]], ['show']);
    assert.equal(plotting.figures.length, 2);
  });

  it('keeps closed figures, but leaves out empty ones', () => {
    assert.equal(plotted(['figure'], ['figure'], ['plot', [1]], ['close', 'all']).figures.length, 1);
  });

  it('answers the same object for the same axes', () => {
    const plotting = plotted(['subplot', 121n], ['subplot', 122n]);
    const second = plotting.plt('gca');
    assert.equal(plotting.plt('gca'), second);
    assert.notEqual(plotting.plt('subplot', 121n), second);
    assert.equal(plotting.figure.axes.length, 2);
  });

  it('gives subplots as one, a row or a matrix', () => {
    const shapeOf = (...args: Plain[]) => {
      const plotting = new Plotting();
      const [, axes] = (plotting.plt('subplots', ...args) as PyTuple).items;
      const shape = (axes as PyObject).getAttribute('shape', plotting.ctx);
      return shape instanceof PyTuple ? shape.items.map(Number) : 'one';
    };
    assert.deepEqual([shapeOf(), shapeOf(3n), shapeOf(1n, 2n), shapeOf(2n, 3n)], ['one', [3], [2], [2, 3]]);
  });

  it('shares ranges, with labels at the outer edge only', () => {
    const plotting = plotted(['subplots', 2n, 1n, { sharex: true }]);
    const [upper, lower] = plotting.figure.axes;
    assert.equal(upper!.x.range, lower!.x.range);
    assert.notEqual(upper!.y.range, lower!.y.range);
    assert.deepEqual([upper!.x.showTickLabels, lower!.x.showTickLabels], [false, true]);
  });

  it('sets several properties at once', () => {
    const plotting = new Plotting();
    const axes = plotting.plt('gca');
    plotting.call(axes, 'set', { xlabel: 'Time (ms)', ylim: [0, 5], title: 'T', xticks: [1, 2] });
    const { x, y, title } = plotting.figure.axes[0]!;
    assert.deepEqual(
      [x.label?.text, y.range.limits, title?.text, x.ticks],
      ['Time (ms)', [0, 5], 'T', [1, 2]],
    );
    const action = () => plotting.call(axes, 'set', { foo: 1 });
    assert.equal(
      errorOf(action),
      "AttributeError: AxesSubplot.set() got an unexpected keyword argument 'foo'",
    );
  });

  it('answers limits as they are drawn', () => {
    const plotting = plotted(['plot', [0, 10], [0, 1]]);
    assert.deepEqual((plotting.plt('xlim') as PyTuple).items, [-0.5, 10.5]);
    plotting.plt('xlim', { right: 20 });
    assert.deepEqual((plotting.plt('xlim') as PyTuple).items, [-0.5, 20]);
  });

  it('draws on a twin next', () => {
    const plotting = plotted(['plot', [1]], ['twinx'], ['plot', [2]]);
    assert.deepEqual(
      plotting.figure.axes.map(({ artists }) => artists.length),
      [1, 1],
    );
  });

  it('counts into bins as NumPy', () => {
    const [counts, edges] = (new Plotting().plt('hist', [1, 2, 2, 3, 5], { bins: 4n }) as PyTuple).items;
    const plain = (value: unknown) => [...((value as { value: NdArray }).value.data as Float64Array)];
    assert.deepEqual(
      [plain(counts), plain(edges)],
      [
        [1, 2, 1, 1],
        [1, 2, 3, 4, 5],
      ],
    );
  });

  it('lists what has a label', () => {
    const plotting = plotted(
      ['plot', [1], { label: 'a' }],
      ['plot', [2]],
      ['plot', [3], { label: '_b' }],
      ['legend'],
    );
    assert.deepEqual(
      plotting.figure.axes[0]!.legend?.entries.map(({ label }) => label),
      ['a'],
    );
  });

  it('starts from rcParams', () => {
    const plotting = new Plotting();
    const settings = plotting.module.lookup('rcParams') as PyObject;
    settings.setItem(new PyStr('lines.linewidth'), 4, plotting.ctx);
    plotting.plt('rc', 'figure', { figsize: [3, 2] });
    plotting.plt('plot', [1, 2]);
    assert.equal(lines(plotting)[0]!.linewidth, 4);
    assert.deepEqual(plotting.figure.size, [3, 2]);
  });

  it('takes what it does not draw', () => {
    const plotting = plotted(['plot', [1, 2]], ['quiver', [1], [2]], ['ion']);
    assert.equal(plotting.figure.axes[0]!.artists.length, 1);
  });

  it('lacks what matplotlib lacks', () => {
    const plotting = new Plotting();
    assert.equal(plotting.module.lookup('plott'), undefined);
    assert.equal(plotting.module.lookup('constructor'), undefined);
    assert.equal((plotting.plt('gca') as PyObject).getAttribute('foo', plotting.ctx), undefined);
    assert.equal((plotting.plt('gcf') as PyObject).getAttribute('__proto__', plotting.ctx), undefined);
  });
});

describe('analysis', () => {
  it('knows axes, whatever is drawn on them', () => {
    const plotting = new Plotting('analysis');
    assert.ok(plotting.plt('plot', [1, 2], [3, 4], 'k.') instanceof Unknown);
    const axes = plotting.plt('gca') as PyObject;
    assert.equal(axes.getAttribute('set_xlable', plotting.ctx), undefined);
    assert.ok(axes.getAttribute('some_new_method', plotting.ctx) instanceof Unknown);
    assert.ok(plotting.module.lookup('rcParams') instanceof Unknown);
    assert.equal(plotting.module.lookup('plott'), undefined);
  });

  it('minds what no data can mend', () => {
    const call = (...args: Call) => errorOf(() => new Plotting('analysis').plt(...args));
    assert.match(call('plot', [1, 2], 'zz'), /ValueError: 'zz' is not a valid format string/);
    assert.match(call('plot', [1, 2], { lable: 'x' }), /AttributeError: .* argument 'lable'/);
    assert.match(call('plot', [1, 2], [1]), /same first dimension/);
    assert.match(call('subplot', 2, 1), /TypeError: subplot\(\) takes 1 or 3/);
    assert.equal(call('plot', [1, 2], { foo: 1 }), 'no error');
    assert.equal(call('colorbar'), 'no error');
  });
});
