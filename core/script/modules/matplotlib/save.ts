/** `savefig`: writes an SVG file. */
import type { Figure } from '../../../figures/figure.ts';
import { renderSvg } from '../../../figures/svg/render.ts';
import type { Interpreter } from '../../interpreter.ts';
import type { CallArguments, PyValue } from '../../values.ts';
import { isText } from './convert.ts';
import { pyplotOf } from './state.ts';

/** Pictures of other formats get the same name with `.svg`, and the user is told. */
export function saveFigure(figure: Figure, args: CallArguments, ctx: Interpreter): PyValue {
  const given = args.positional[0] ?? args.keywords.get('fname');
  const transparent = args.keywords.get('transparent') === true;
  const face = figure.face;
  if (!isText(given)) {
    pyplotOf(ctx).note(ctx, 'savefig to a file object');
    return null;
  }
  const path = /\.svg$/i.test(given.value) ? given.value : `${given.value.replace(/\.\w{1,5}$/, '')}.svg`;
  if (transparent) figure.face = [1, 1, 1, 0];
  const svg = renderSvg(figure);
  figure.face = face;
  ctx.host?.writeFile(path, svg);
  if (path !== given.value) ctx.host?.writeMessage(`note: savefig writes SVG only: ${path}\n`);
  return null;
}
