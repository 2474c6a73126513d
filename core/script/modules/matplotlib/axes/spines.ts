/** The four borders of axes, as scripts change them. */
import type { Side } from '../../../../figures/figure.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { pythonError } from '../../../objects/errors.ts';
import { NativeFunction } from '../../../objects/functions.ts';
import { PyObject, PyStr, type PyValue } from '../../../values.ts';
import { color } from '../colorArguments.ts';
import { isSequence, isText, number, text } from '../convert.ts';
import { Handle, type Method } from '../handle.ts';
import type { AxesHandle } from './axesHandle.ts';

export const SIDES: readonly Side[] = ['left', 'right', 'bottom', 'top'];

/** `ax.spines`: by key, by list of keys, or by attribute. */
export class SpinesHandle extends PyObject {
  readonly typeName = 'Spines';
  constructor(private readonly owner: AxesHandle) {
    super();
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    if (isSequence(key))
      return new SpineHandle(
        this.owner,
        key.items.map((item) => this.side(item, ctx)),
      );
    return new SpineHandle(this.owner, isText(key) ? [this.side(key, ctx)] : SIDES);
  }

  override getAttribute(name: string): PyValue | undefined {
    if (name === 'values') return new NativeFunction(name, () => new SpineHandle(this.owner, SIDES));
    const side = SIDES.find((each) => each === name);
    return side && new SpineHandle(this.owner, [side]);
  }

  override iterate(): Iterable<PyValue> {
    return SIDES.map((side) => new PyStr(side));
  }

  private side(key: PyValue, ctx: Interpreter): Side {
    const side = SIDES.find((each) => each === text(key, ctx));
    if (side === undefined) throw pythonError('KeyError', ctx.repr(key));
    return side;
  }
}

class SpineHandle extends Handle {
  readonly typeName = 'Spine';
  constructor(
    private readonly owner: AxesHandle,
    private readonly sides: readonly Side[],
  ) {
    super();
  }

  override iterate(): Iterable<PyValue> {
    return this.sides.map((side) => new SpineHandle(this.owner, [side]));
  }

  protected find(name: string): Method<this> | undefined {
    const each = (
      change: (spine: AxesHandle['axes']['spines'][Side], value: PyValue, ctx: Interpreter) => void,
    ) => {
      const method: Method<this> = (self, args, ctx) => {
        for (const side of self.sides) change(self.owner.axes.spines[side], args.positional[0] ?? null, ctx);
        return null;
      };
      return method;
    };
    if (name === 'set_visible') {
      return each((spine, value, ctx) => {
        spine.visible = ctx.truth(value);
      });
    }
    if (name === 'set_color' || name === 'set_edgecolor') {
      return each((spine, value, ctx) => {
        spine.color = color(value, ctx);
        spine.visible &&= spine.color[3] > 0;
      });
    }
    if (name !== 'set_linewidth' && name !== 'set_lw') return undefined;
    return each((spine, value, ctx) => {
      spine.linewidth = number(value, ctx);
    });
  }

  protected override undrawn(name: string): boolean {
    return /^(get_|set_|set$)/.test(name);
  }
}
