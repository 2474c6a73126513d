/** Format strings of `plot`, such as `'r--o'`, `',k'` or `'C3'`. */
import { type Color, colorByName, isColorLetter } from '../../../../figures/colors.ts';
import { isMarker } from '../../../../figures/markers.ts';
import { valueError } from '../../../objects/errors.ts';

export interface PlotFormat {
  readonly linestyle?: string;
  readonly marker?: string;
  readonly color?: Color;
}

/** Raises ValueError as matplotlib does for what isn't a format. */
export function parseFormat(text: string): PlotFormat {
  // A colour alone, unless it is a number that may as well be a marker.
  const whole = /^\d$/.test(text) ? undefined : colorByName(text);
  if (whole !== undefined) return { color: whole };
  const found: { linestyle?: string; marker?: string; color?: Color } = {};
  const refuse = (why: string): never => {
    throw valueError(`'${text}' is not a valid format string (${why})`);
  };
  for (let at = 0; at < text.length; ) {
    const pair = text.slice(at, at + 2);
    const single = text[at]!;
    const cycle = /^C\d+/.exec(text.slice(at))?.[0];
    if (pair === '--' || pair === '-.' || [':', '-', ' '].includes(single)) {
      if (found.linestyle !== undefined) refuse('two linestyle symbols');
      found.linestyle = pair === '--' || pair === '-.' ? pair : single;
      at += found.linestyle.length;
    } else if (isMarker(single)) {
      if (found.marker !== undefined) refuse('two marker symbols');
      found.marker = single;
      at += 1;
    } else if (isColorLetter(single) || cycle !== undefined) {
      if (found.color !== undefined) refuse('two color symbols');
      found.color = colorByName(cycle ?? single)!;
      at += (cycle ?? single).length;
    } else refuse(`unrecognized character '${single}'`);
  }
  return found;
}
