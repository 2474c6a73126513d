/** `ax.transAxes` and its like: what the coordinates of an artist mean. */
import type { ArtistBase, Space } from '../../../figures/artists.ts';
import { PyObject, type PyValue } from '../../values.ts';

export class Transform extends PyObject {
  readonly typeName = 'Transform';
  constructor(
    readonly xSpace: Space,
    readonly ySpace: Space,
  ) {
    super();
  }

  /** Sums of transforms keep the meaning of the first. */
  override binary(): PyValue {
    return this;
  }

  override getAttribute(name: string): PyValue | undefined {
    return name === 'inverted' ? this : undefined;
  }
}

/** The transforms that axes offer, by attribute or by the getter's name. */
export const TRANSFORMS: ReadonlyMap<string, Transform> = new Map([
  ['transData', new Transform('data', 'data')],
  ['transAxes', new Transform('axes', 'axes')],
  ['transFigure', new Transform('figure', 'figure')],
  ['get_xaxis_transform', new Transform('data', 'axes')],
  ['get_yaxis_transform', new Transform('axes', 'data')],
]);

export function applySpace(artist: ArtistBase, value: PyValue): void {
  if (!(value instanceof Transform)) return;
  artist.xSpace = value.xSpace;
  artist.ySpace = value.ySpace;
}
