/** f-strings. */
import type { FormatPart, Span } from '../syntax/ast.ts';
import { relocated } from '../syntax/placed.ts';
import { interpolated } from '../text/interpolation.ts';
import { concatenated } from '../text/strings.ts';
import { PyStr } from '../values.ts';
import type { Compiler } from './compiler.ts';
import type { Eval, Frame } from './frame.ts';

/** `node` holds the parts. */
export function compileFormatString(c: Compiler, parts: readonly FormatPart[], node: Span): Eval {
  const pieces = parts.map((part) => formatPart(c, part instanceof PyStr ? relocated(part, node) : part));
  return (frame) => concatenated(pieces.map((piece) => piece(frame)));
}

function formatPart(c: Compiler, part: FormatPart): (frame: Frame) => PyStr {
  if (part instanceof PyStr) return () => part;
  const value = c.expr(part.expr);
  const spec = compileFormatString(c, part.spec.length > 0 ? part.spec : [new PyStr('')], part);
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
