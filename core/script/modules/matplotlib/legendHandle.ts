import type { Legend } from '../../../figures/figure.ts';
import type { PyValue } from '../../values.ts';
import { text } from './convert.ts';
import { Handle, type Method } from './handle.ts';

/** A legend as scripts hold it. */
export class LegendHandle extends Handle {
  readonly typeName = 'Legend';
  constructor(private readonly legend: Legend) {
    super();
  }

  protected find(name: string): Method<this> | PyValue | undefined {
    if (name === 'set_title') {
      return (self, args, ctx) => {
        self.legend.title = text(args.positional[0] ?? null, ctx);
        return null;
      };
    }
    if (name === 'set_visible' || name === 'set_frame_on') {
      return (self, args, ctx) => {
        const on = ctx.truth(args.positional[0] ?? null);
        if (name === 'set_frame_on') self.legend.framed = on;
        else if (!on) self.legend.entries = [];
        return null;
      };
    }
    if (name !== 'remove') return undefined;
    return (self) => {
      self.legend.entries = [];
      return null;
    };
  }

  protected override undrawn(name: string): boolean {
    return /^(get_|set_|draggable)/.test(name);
  }
}
