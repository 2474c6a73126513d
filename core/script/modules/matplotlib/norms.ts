/** `matplotlib.colors.LogNorm` and `Normalize`: how numbers are spread over a colour map. */
import { PyObject, type PyValue } from '../../values.ts';

export class Norm extends PyObject {
  readonly typeName: string;
  constructor(
    readonly logarithmic: boolean,
    readonly low: number | undefined,
    readonly high: number | undefined,
  ) {
    super();
    this.typeName = logarithmic ? 'LogNorm' : 'Normalize';
  }

  override getAttribute(name: string): PyValue | undefined {
    if (name === 'vmin') return this.low ?? null;
    return name === 'vmax' ? (this.high ?? null) : undefined;
  }
}
