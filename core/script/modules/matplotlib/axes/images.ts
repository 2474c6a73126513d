/** Matrices: `imshow`, `pcolormesh` and kin. */
import type { Image } from '../../../../figures/artists.ts';
import { artistBase } from '../../../../figures/defaults.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { bindSignature } from '../../../objects/arguments.ts';
import { typeError } from '../../../objects/errors.ts';
import type { CallArguments, PyValue } from '../../../values.ts';
import { colormapName, mappingOf } from '../colorArguments.ts';
import { flatNumbers, isText, type Numbers, number, numbers, shapeText, tuple } from '../convert.ts';
import { methods } from '../handle.ts';
import { Norm } from '../norms.ts';
import { arrayValue } from '../numeric.ts';
import { IMAGE_PROPERTIES } from '../properties.ts';
import { applyProperties } from '../propertyTable.ts';
import type { AxesHandle } from './axesHandle.ts';
import { countInto, edgesOf } from './histogram.ts';

const IMSHOW = [
  'X',
  'cmap=',
  'norm=',
  '*',
  'aspect=',
  'interpolation=',
  'alpha=',
  'vmin=',
  'vmax=',
  'origin=',
  'extent=',
  '**rest',
];

function imshow(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const { values, keywordRest } = bindSignature('imshow', args, IMSHOW);
  const [x, cmap, norm, aspect, interpolation, alpha, vmin, vmax, origin, extent] = values;
  const data = numbers(x!, ctx);
  const channels = data.shape.length === 3 ? data.shape[2]! : 0;
  if (data.shape.length !== 2 && channels !== 3 && channels !== 4)
    throw typeError(`Invalid shape ${shapeText(data.shape)} for image data`);
  const [rows, columns] = [data.shape[0]!, data.shape[1]!];
  const { settings } = self.pyplot(ctx);
  const upper = (isText(origin) ? origin.value : settings.text('image.origin', 'upper')) === 'upper';
  const [left, right, bottom, top] =
    extent == null
      ? [-0.5, columns - 0.5, upper ? rows - 0.5 : -0.5, upper ? -0.5 : rows - 0.5]
      : (flatNumbers(extent, ctx) as unknown as [number, number, number, number]);
  const image = newImage(self, data, { cmap, norm, vmin, vmax, alpha }, ctx);
  image.xEdges = evenEdges(left, right, columns);
  image.yEdges = upper ? evenEdges(top, bottom, rows) : evenEdges(bottom, top, rows);
  if (interpolation != null) setInterpolation(image, interpolation, ctx);
  applyProperties(image, keywordRest, IMAGE_PROPERTIES, 'AxesImage', ctx);
  self.axes.x.range.limits ??= [left, right];
  self.axes.y.range.limits ??= [bottom, top];
  const wanted = isText(aspect)
    ? aspect.value
    : aspect == null
      ? settings.text('image.aspect', 'equal')
      : 'number';
  self.axes.aspect = wanted === 'auto' ? undefined : wanted === 'equal' ? 1 : number(aspect!, ctx);
  return self.add(image, ctx);
}

function setInterpolation(image: Image, interpolation: PyValue, ctx: Interpreter): void {
  applyProperties(image, [['interpolation', interpolation]], IMAGE_PROPERTIES, 'AxesImage', ctx);
}

interface MappingArguments {
  readonly cmap?: PyValue;
  readonly norm?: PyValue;
  readonly vmin?: PyValue;
  readonly vmax?: PyValue;
  readonly alpha?: PyValue;
}

function newImage(self: AxesHandle, data: Numbers, given: MappingArguments, ctx: Interpreter): Image {
  const [rows, columns] = [data.shape[0]!, data.shape[1]!];
  const colored = data.shape.length === 3;
  const name = colormapName(given.cmap, self.pyplot(ctx).settings.text('image.cmap', 'viridis'));
  const limit = (value: PyValue | undefined) => (value == null ? undefined : number(value, ctx));
  const log = given.norm instanceof Norm ? given.norm : undefined;
  const low = limit(given.vmin) ?? log?.low;
  const high = limit(given.vmax) ?? log?.high;
  return {
    ...artistBase(0),
    kind: 'image',
    alpha: limit(given.alpha) ?? 1,
    rows,
    columns,
    values: colored ? fourChannels(data) : data.values.slice(),
    mapping: colored ? undefined : mappingOf(data.values, name, low, high, log?.logarithmic ?? false),
    xEdges: evenEdges(0, columns, columns),
    yEdges: evenEdges(0, rows, rows),
    smooth: false,
  };
}

/** Colours as numbers from 0 to 1 (whole numbers up to 255 are scaled), opaque where the opacity is missing. */
function fourChannels({ values, shape }: Numbers): Float64Array {
  const channels = shape[2]!;
  const scale = values.some((value) => value > 1) ? 255 : 1;
  const result = new Float64Array((values.length / channels) * 4).fill(1);
  for (let k = 0; k < values.length; k++) {
    result[Math.floor(k / channels) * 4 + (k % channels)] = values[k]! / scale;
  }
  return result;
}

function evenEdges(from: number, to: number, cells: number): Float64Array {
  return Float64Array.from({ length: cells + 1 }, (_, k) => from + ((to - from) * k) / cells);
}

const MESH = ['cmap=', 'norm=', 'vmin=', 'vmax=', 'alpha=', 'shading=', '**rest'];

function pcolormesh(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const count = args.positional.length;
  const [x, y] = count >= 3 ? args.positional : [undefined, undefined];
  const data = numbers(args.positional[count >= 3 ? 2 : 0] ?? null, ctx);
  const named = { ...args, positional: [] };
  const { values, keywordRest } = bindSignature('pcolormesh', named, ['*', ...MESH]);
  const [cmap, norm, vmin, vmax, alpha] = values;
  if (data.shape.length !== 2) throw typeError(`Incompatible shape ${shapeText(data.shape)} of C`);
  const image = newImage(self, data, { cmap, norm, vmin, vmax, alpha }, ctx);
  if (x !== undefined && y !== undefined) {
    const [xs, ys] = [firstLine(numbers(x, ctx), 1), firstLine(numbers(y, ctx), 0)];
    const fits = (edges: Float64Array, cells: number) => edges.length === cells || edges.length === cells + 1;
    if (!fits(xs, image.columns) || !fits(ys, image.rows)) {
      throw typeError(
        `Dimensions of C ${shapeText(data.shape)} are incompatible with X (${xs.length}) and/or Y (${ys.length}); see help(pcolormesh)`,
      );
    }
    image.xEdges = xs.length === image.columns ? around(xs) : xs;
    image.yEdges = ys.length === image.rows ? around(ys) : ys;
  }
  applyProperties(image, keywordRest, IMAGE_PROPERTIES, 'QuadMesh', ctx);
  return self.add(image, ctx);
}

/** Coordinates may come as a matrix that repeats them along the other axis. */
function firstLine({ values, shape }: Numbers, axis: number): Float64Array {
  if (shape.length < 2) return values;
  const [rows, columns] = [shape[0]!, shape[1]!];
  return axis === 1
    ? values.slice(0, columns)
    : Float64Array.from({ length: rows }, (_, row) => values[row * columns]!);
}

/** Edges halfway between centres. */
function around(centers: Float64Array): Float64Array {
  const last = centers.length - 1;
  if (last === 0) return Float64Array.of(centers[0]! - 0.5, centers[0]! + 0.5);
  return Float64Array.from({ length: centers.length + 1 }, (_, k) => {
    if (k === 0) return centers[0]! - (centers[1]! - centers[0]!) / 2;
    if (k > last) return centers[last]! + (centers[last]! - centers[last - 1]!) / 2;
    return (centers[k - 1]! + centers[k]!) / 2;
  });
}

/** Counts over two coordinates; answers counts and both edges. */
function hist2d(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const signature = [
    'x',
    'y',
    'bins=10',
    'range=',
    'density=False',
    'weights=',
    'cmin=',
    'cmax=',
    'cmap=',
    '**rest',
  ];
  const { values, keywordRest } = bindSignature('hist2d', args, signature);
  const [x, y] = [flatNumbers(values[0]!, ctx), flatNumbers(values[1]!, ctx)];
  const bins = values[2]!;
  const xEdges = edgesOf([x], bins, undefined, ctx);
  const yEdges = edgesOf([y], bins, undefined, ctx);
  const [columns, rows] = [xEdges.length - 1, yEdges.length - 1];
  const counts = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const last = row === rows - 1;
    const inside = x.filter(
      (_, k) => y[k]! >= yEdges[row]! && (y[k]! < yEdges[row + 1]! || (last && y[k] === yEdges[rows])),
    );
    counts.set(countInto(inside, xEdges, undefined, false, false), row * columns);
  }
  const image = newImage(self, { values: counts, shape: [rows, columns] }, { cmap: values[8] }, ctx);
  Object.assign(image, { xEdges, yEdges });
  applyProperties(image, keywordRest, IMAGE_PROPERTIES, 'QuadMesh', ctx);
  return tuple(arrayValue(counts), arrayValue(xEdges), arrayValue(yEdges), self.add(image, ctx));
}

/** As `imshow`, with its ticks above. */
function matshow(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const image = imshow(self, args, ctx);
  self.axes.x.side = 'top';
  self.axes.x.tickSides = ['top', 'bottom'];
  self.axes.x.integerTicks = true;
  self.axes.y.integerTicks = true;
  return image;
}

export const IMAGE_METHODS = methods<AxesHandle>({ imshow, matshow, pcolormesh, pcolor: pcolormesh, hist2d });
