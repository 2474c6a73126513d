/**
 * The one renderer: a figure as SVG text, for the editor's panel, files and the report alike.
 *
 * Written out rather than through a charting library (ECharts was compared): a script's figure must be
 * recognised at a glance beside matplotlib's, with its frame, tick rules and fonts, which a charting library
 * of another taste has to be forced into piece by piece; rasters of some hundred thousand spikes must stay
 * small files, which needs pictures inside the SVG; and a megabyte less is loaded. The price is the interaction
 * (zoom, tooltips) that a charting library brings, which files and reports could not use anyway.
 */
import type { Artist } from '../artists.ts';
import type { Figure } from '../figure.ts';
import { FONT_FAMILY } from '../textMetrics.ts';
import { marginsOf } from '../tight.ts';
import { type AxesView, pageSize, viewsOf } from '../view.ts';
import { element, fill, num } from './element.ts';
import { drawFrame, drawGrid } from './frame.ts';
import { drawImage } from './image.ts';
import { drawLegend } from './legend.ts';
import { drawLine, drawSegments } from './lines.ts';
import { drawPolygons, drawRectangles } from './patches.ts';
import { type Definitions, drawMarkers, drawPoints } from './points.ts';
import { drawTextArtist } from './text.ts';

/** Grid lines lie above filled areas, spines and ticks above curves. */
const GRID_ORDER = 1.5;
const FRAME_ORDER = 2.5;

/** A complete SVG document. Names inside it start with `name`, so that several fit on one page. */
export function renderSvg(figure: Figure, name = `figure-${figure.number}`): string {
  const page = pageSize(figure);
  const shapes = new ShapeList(name);
  const [width, height] = page;
  const background = element('rect', { width, height, ...fill(figure.face) });
  const views = viewsOf(figure, marginsOf(figure)).filter((view) => view.axes.visible);
  views.sort((a, b) => a.axes.zorder - b.axes.zorder);
  const axes = views.map((view) => drawAxes(view, shapes)).join('');
  const texts = [...figure.texts, ...(figure.title ? [figure.title] : [])]
    .map((text) => drawTextArtist(undefined, text, page))
    .join('');
  const area = { left: 0, top: 0, width, height };
  const legend = figure.legend ? drawLegend(figure.legend, area, undefined, shapes) : '';
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: figure.size[0] * figure.dpi,
      height: figure.size[1] * figure.dpi,
      viewBox: `0 0 ${num(width)} ${num(height)}`,
      'font-family': FONT_FAMILY,
    },
    element('defs', {}, ...shapes.markup),
    background,
    axes,
    texts,
    legend,
  );
}

class ShapeList implements Definitions {
  readonly markup: string[] = [];

  constructor(private readonly prefix: string) {}

  define(markup: (id: string) => string): string {
    const id = `${this.prefix}-${this.markup.length}`;
    this.markup.push(markup(id));
    return id;
  }
}

function drawAxes(view: AxesView, shapes: ShapeList): string {
  const { axes } = view;
  const { left, top, width, height } = view;
  const box = { x: left, y: top, width, height };
  const clip = shapes.define((id) => element('clipPath', { id }, element('rect', box)));
  const layer = (from: number, to: number) => {
    const artists = axes.artists
      .filter((artist) => artist.visible && artist.zorder >= from && artist.zorder < to)
      .sort((a, b) => a.zorder - b.zorder);
    return clippedRuns(view, artists, clip, shapes);
  };
  const face = axes.framed ? element('rect', { ...box, ...fill(axes.face) }) : '';
  return [
    face,
    layer(Number.NEGATIVE_INFINITY, GRID_ORDER),
    drawGrid(view),
    layer(GRID_ORDER, FRAME_ORDER),
    drawFrame(view),
    layer(FRAME_ORDER, Number.POSITIVE_INFINITY),
    axes.legend ? drawLegend(axes.legend, view, view, shapes) : '',
  ].join('');
}

/** Data is cut off at the frame; text is not. */
function clippedRuns(view: AxesView, artists: readonly Artist[], clip: string, shapes: ShapeList): string {
  return artists
    .map((artist) => {
      const drawn = drawArtist(view, artist, shapes);
      if (drawn === '' || artist.kind === 'text') return drawn;
      return element('g', { 'clip-path': `url(#${clip})` }, drawn);
    })
    .join('');
}

function drawArtist(view: AxesView, artist: Artist, shapes: ShapeList): string {
  switch (artist.kind) {
    case 'line':
      return drawLine(view, artist) + drawMarkers(view, artist, shapes);
    case 'points':
      return drawPoints(view, artist, shapes);
    case 'rectangles':
      return drawRectangles(view, artist);
    case 'polygons':
      return drawPolygons(view, artist);
    case 'segments':
      return drawSegments(view, artist);
    case 'image':
      return drawImage(view, artist);
    case 'text':
      return drawTextArtist(view, artist, pageSize(view.figure));
  }
}
