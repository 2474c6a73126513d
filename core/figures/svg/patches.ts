/** Bars and filled areas. */
import type { Polygons, Rectangles } from '../artists.ts';
import { type Color, sameColor } from '../colors.ts';
import type { AxesView } from '../view.ts';
import { element, fill, num, stroke } from './element.ts';
import { dashStyle } from './lines.ts';

export function drawRectangles(view: AxesView, artist: Rectangles): string {
  const { faces } = artist;
  const outlines: string[] = [];
  for (let k = 0; k < artist.left.length; k++) outlines.push(rectanglePath(view, artist, k));
  const one = faces.every((face) => sameColor(face, faces[0]!));
  // Bars of one colour are one shape: seams between them stay invisible.
  if (one) return styled(outlines.join(''), faces[0]!, artist);
  return outlines.map((outline, k) => styled(outline, faces[k % faces.length]!, artist)).join('');
}

function rectanglePath(view: AxesView, artist: Rectangles, k: number): string {
  const [left, bottom] = [artist.left[k]!, artist.bottom[k]!];
  const x0 = view.toX(left, artist.xSpace);
  const x1 = view.toX(left + artist.width[k]!, artist.xSpace);
  const y0 = view.toY(bottom, artist.ySpace);
  const y1 = view.toY(bottom + artist.height[k]!, artist.ySpace);
  if ([x0, x1, y0, y1].some(Number.isNaN)) return '';
  return `M${num(x0)} ${num(y0)}H${num(x1)}V${num(y1)}H${num(x0)}Z`;
}

function styled(d: string, face: Color, artist: Rectangles): string {
  if (d === '') return '';
  const edge = stroke(artist.edge, artist.linewidth, artist.alpha);
  return element('path', { d, ...fill(face, artist.alpha), ...edge, 'stroke-linejoin': 'miter' });
}

export function drawPolygons(view: AxesView, artist: Polygons): string {
  const d = artist.outlines
    .map(({ x, y }) => {
      const corners: string[] = [];
      for (let k = 0; k < x.length; k++) {
        const [px, py] = [view.toX(x[k]!, artist.xSpace), view.toY(y[k]!, artist.ySpace)];
        if (!Number.isNaN(px) && !Number.isNaN(py)) corners.push(`${num(px)} ${num(py)}`);
      }
      return corners.length > 1 ? `M${corners.join('L')}Z` : '';
    })
    .join('');
  if (d === '') return '';
  const edge = { ...stroke(artist.edge, artist.linewidth, artist.alpha), 'stroke-linejoin': 'miter' };
  const dashes = Array.isArray(artist.dashes) ? dashStyle(artist.dashes, artist.linewidth) : {};
  return element('path', { d, ...fill(artist.face, artist.alpha), ...edge, ...dashes });
}
