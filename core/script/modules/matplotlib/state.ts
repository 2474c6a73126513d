/** What pyplot remembers during one script: figures, settings, and what it already told the user. */
import type { FigureManager } from '../../../figures/manager.ts';
import type { Interpreter } from '../../interpreter.ts';
import { Settings } from './settings.ts';

export class Pyplot {
  readonly settings = new Settings();
  private readonly told = new Set<string>();
  /** Whether the script makes axes of another projection than the plain one. */
  otherProjections = false;

  constructor(readonly figures: FigureManager) {}

  /** What scripts hold for a piece of the model: always the same object for the same piece. */
  handle<T extends object>(model: object, make: () => T): T {
    const known = this.figures.handles.get(model);
    if (known !== undefined) return known as T;
    const made = make();
    this.figures.handles.set(model, made);
    return made;
  }

  /** Says, once per name, that something of matplotlib's has no effect here. */
  note(ctx: Interpreter, name: string): void {
    if (this.told.has(name)) return;
    this.told.add(name);
    ctx.host?.writeMessage(`note: matplotlib's ${name} is accepted, but not drawn\n`);
  }
}

export function pyplotOf(ctx: Interpreter): Pyplot {
  const { figures } = ctx.session;
  const known = figures.handles.get(figures);
  if (known instanceof Pyplot) return known;
  const made = new Pyplot(figures);
  figures.handles.set(figures, made);
  return made;
}
