/** f-strings. */
import type { FormatPart } from '../syntax/ast.ts';
import { interpolated } from '../text/interpolation.ts';
import { concatenated } from '../text/strings.ts';
import { PyStr } from '../values.ts';
import type { Compiler } from './compiler.ts';
import type { Eval, Frame } from './frame.ts';

export function compileFormatString(c: Compiler, parts: readonly FormatPart[]): Eval {
  const pieces = parts.map((part) => formatPart(c, part));
  return (frame) => concatenated(pieces.map((piece) => piece(frame)));
}

function formatPart(c: Compiler, part: FormatPart): (frame: Frame) => PyStr {
  if (part instanceof PyStr) return () => part;
  const value = c.expr(part.expr);
  const spec = compileFormatString(c, part.spec.length > 0 ? part.spec : [new PyStr('')]);
  const hole = c.locationOf(part);
  return (frame) => {
    const given = value(frame);
    const specText = spec(frame);
    frame.at = part;
    return interpolated(
      given,
      part.conversion,
      specText instanceof PyStr ? specText.value : '',
      hole,
      c.evaluator,
    );
  };
}
