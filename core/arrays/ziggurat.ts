/**
 * Marsaglia and Tsang's ziggurat with 256 layers of equal area, as NumPy's generators use it for normal and
 * exponential numbers. The tables are computed when they are first needed.
 */

interface Layers {
  /** Draws below these fall inside the next layer. */
  readonly inside: Float64Array;
  /** Width of a layer per unit of a draw. */
  readonly width: Float64Array;
  /** The density at the edge of each layer. */
  readonly density: Float64Array;
}

/**
 * Layers under `density`, from the outermost edge inwards; `inverse` undoes `density`, `area` is that of each
 * layer, and draws have so many bits.
 */
function layersOf(
  density: (x: number) => number,
  inverse: (y: number) => number,
  edge: number,
  area: number,
  bits: number,
): Layers {
  const scale = 2 ** bits;
  const inside = new Float64Array(256);
  const width = new Float64Array(256);
  const values = new Float64Array(256);
  const base = area / density(edge);
  inside[0] = Math.floor((edge / base) * scale);
  width[0] = base / scale;
  width[255] = edge / scale;
  values[0] = 1;
  values[255] = density(edge);
  let outer = edge;
  for (let k = 254; k >= 1; k--) {
    const x = inverse(area / outer + density(outer));
    inside[k + 1] = Math.floor((x / outer) * scale);
    values[k] = density(x);
    width[k] = x / scale;
    outer = x;
  }
  return { inside, width, density: values };
}

export const NORMAL_EDGE = 3.654152885361009;
export const EXPONENTIAL_EDGE = 7.69711747013105;

let normal: Layers | undefined;
let exponential: Layers | undefined;

export function normalLayers(): Layers {
  normal ??= layersOf(
    (x) => Math.exp(-0.5 * x * x),
    (y) => Math.sqrt(-2 * Math.log(y)),
    NORMAL_EDGE,
    0.004928673233974655,
    52,
  );
  return normal;
}

export function exponentialLayers(): Layers {
  exponential ??= layersOf(
    (x) => Math.exp(-x),
    (y) => -Math.log(y),
    EXPONENTIAL_EDGE,
    0.003949659822581557,
    53,
  );
  return exponential;
}
