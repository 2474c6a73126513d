/** Outlines of matplotlib's markers. */

/** Drawn by strokes only, without a filled face. */
const OPEN = new Set(['+', 'x', '|', '_', '1', '2', '3', '4']);

export function isOpenMarker(symbol: string): boolean {
  return OPEN.has(symbol);
}

export function isMarker(symbol: string): boolean {
  return POINTS.has(symbol) || symbol === 'o' || symbol === '.' || symbol === ',';
}

/** Diameter of the symbols that are discs; undefined for those with corners. */
export function discDiameter(symbol: string, size: number): number | undefined {
  return symbol === 'o' ? size : symbol === '.' ? size / 2 : undefined;
}

/** Path around the origin, y down, for a marker of that size (its nominal diameter in points). */
export function markerPath(symbol: string, size: number): string {
  const diameter = discDiameter(symbol, size);
  if (diameter !== undefined) return disc(diameter / 2);
  const strokes = POINTS.get(symbol) ?? POINTS.get('s')!;
  const scale = symbol === ',' ? 0.36 : size / 2;
  return strokes
    .map((points) => {
      const corners = points.map(([x, y]) => `${round(x * scale)} ${round(-y * scale)}`);
      return `M${corners.join('L')}${isOpenMarker(symbol) ? '' : 'Z'}`;
    })
    .join('');
}

function disc(radius: number): string {
  const r = round(radius);
  return `M-${r} 0a${r} ${r} 0 1 0 ${round(2 * radius)} 0a${r} ${r} 0 1 0 -${round(2 * radius)} 0Z`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}

type Point = readonly [number, number];

function polygon(corners: number, inner = 1, turn = 0): Point[] {
  const count = inner === 1 ? corners : 2 * corners;
  return Array.from({ length: count }, (_, k) => {
    const angle = Math.PI / 2 + turn + (2 * Math.PI * k) / count;
    const radius = k % 2 === 1 && inner !== 1 ? inner : 1;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

const SQUARE: Point[] = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
];
const TRIANGLE: Point[] = [
  [0, 1],
  [-1, -1],
  [1, -1],
];
const DIAMOND: Point[] = polygon(4).map(([x, y]) => [x * Math.SQRT2, y * Math.SQRT2]);
const PLUS: Point[] = [
  [-1 / 3, -1],
  [1 / 3, -1],
  [1 / 3, -1 / 3],
  [1, -1 / 3],
  [1, 1 / 3],
  [1 / 3, 1 / 3],
  [1 / 3, 1],
  [-1 / 3, 1],
  [-1 / 3, 1 / 3],
  [-1, 1 / 3],
  [-1, -1 / 3],
  [-1 / 3, -1 / 3],
];

function turned(points: readonly Point[], degrees: number): Point[] {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return points.map(([x, y]) => [c * x - s * y, s * x + c * y]);
}

function tripod(degrees: number): Point[][] {
  return [0, 120, 240].map((angle) => [[0, 0], ...turned([[0, -1]], degrees + angle)]);
}

/** Corners in units of half the size, y up. */
const POINTS: ReadonlyMap<string, readonly (readonly Point[])[]> = new Map<
  string,
  readonly (readonly Point[])[]
>([
  [',', [SQUARE]],
  ['s', [SQUARE]],
  ['^', [TRIANGLE]],
  ['v', [turned(TRIANGLE, 180)]],
  ['<', [turned(TRIANGLE, 90)]],
  ['>', [turned(TRIANGLE, -90)]],
  ['D', [DIAMOND]],
  ['d', [DIAMOND.map(([x, y]): Point => [x * 0.6, y])]],
  ['p', [polygon(5)]],
  ['h', [polygon(6)]],
  ['H', [polygon(6, 1, Math.PI / 6)]],
  ['8', [polygon(8, 1, Math.PI / 8)]],
  ['*', [polygon(5, 0.382)]],
  ['P', [PLUS]],
  ['X', [turned(PLUS, 45)]],
  [
    '+',
    [
      [
        [-1, 0],
        [1, 0],
      ],
      [
        [0, -1],
        [0, 1],
      ],
    ],
  ],
  [
    'x',
    [
      [
        [-1, -1],
        [1, 1],
      ],
      [
        [-1, 1],
        [1, -1],
      ],
    ],
  ],
  [
    '|',
    [
      [
        [0, -1],
        [0, 1],
      ],
    ],
  ],
  [
    '_',
    [
      [
        [-1, 0],
        [1, 0],
      ],
    ],
  ],
  ['1', tripod(0)],
  ['2', tripod(180)],
  ['3', tripod(-90)],
  ['4', tripod(90)],
]);
