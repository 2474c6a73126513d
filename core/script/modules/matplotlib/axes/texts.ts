/** Titles, labels, texts, annotations and legends. */
import type { Artist, TextArtist } from '../../../../figures/artists.ts';
import { newText } from '../../../../figures/defaults.ts';
import type { Axis, Legend, LegendEntry } from '../../../../figures/figure.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { bindSignature } from '../../../objects/arguments.ts';
import { typeError } from '../../../objects/errors.ts';
import { PyDict } from '../../../objects/mappings.ts';
import { type CallArguments, PyStr, type PyValue } from '../../../values.ts';
import { ArtistHandle, handleOf } from '../artistHandle.ts';
import { color } from '../colorArguments.ts';
import {
  flatNumbers,
  fontSize,
  isSequence,
  isText,
  list,
  number,
  refuseWord,
  text,
  tuple,
} from '../convert.ts';
import { type Method, methods } from '../handle.ts';
import { LegendHandle } from '../legendHandle.ts';
import { applyProperties } from '../propertyTable.ts';
import type { Settings } from '../settings.ts';
import { TEXT_PROPERTIES } from '../textProperties.ts';
import type { AxesHandle } from './axesHandle.ts';

function addText(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const { values, keywordRest } = bindSignature('text', args, ['x', 'y', 's', 'fontdict=', '**rest']);
  const [x, y, s, fontdict] = values;
  const artist = newText(text(s!, ctx), number(x!, ctx), number(y!, ctx));
  artist.size = self.pyplot(ctx).settings.number('font.size', 10);
  const extra = fontdict == null ? [] : [['fontdict', fontdict] as const];
  applyProperties(artist, [...extra, ...keywordRest], TEXT_PROPERTIES, noProperty, ctx);
  return self.add(artist, ctx);
}

function noProperty(name: string): string {
  return `'Text' object has no property '${name}'`;
}

/** Text beside a point, with an arrow to it where `arrowprops` is given. */
function annotate(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const signature = [
    'text',
    'xy',
    'xytext=',
    'xycoords=',
    'textcoords=',
    'arrowprops=',
    'annotation_clip=',
    '**rest',
  ];
  const { values, keywordRest } = bindSignature('annotate', args, signature);
  const [content, xy, xytext, xycoords, textcoords, arrowprops] = values;
  const [x, y] = flatNumbers(xy!, ctx) as unknown as [number, number];
  const artist = newText(text(content!, ctx), x, y);
  artist.size = self.pyplot(ctx).settings.number('font.size', 10);
  setSpace(artist, isText(xycoords) ? xycoords.value : 'data');
  if (xytext != null) placeText(artist, flatNumbers(xytext, ctx), textcoords, xycoords);
  if (arrowprops instanceof PyDict) artist.arrow = arrow(arrowprops, x, y, ctx);
  applyProperties(artist, keywordRest, TEXT_PROPERTIES, noProperty, ctx);
  return self.add(artist, ctx);
}

function placeText(
  artist: TextArtist,
  place: Float64Array,
  textcoords: PyValue | undefined,
  xycoords: PyValue | undefined,
): void {
  const coordinates = textcoords ?? xycoords;
  const word = isText(coordinates) ? coordinates.value : 'data';
  const [x = 0, y = 0] = place;
  if (word.startsWith('offset')) {
    artist.offset = word.endsWith('pixels') ? [x * 0.72, y * 0.72] : [x, y];
    return;
  }
  setSpace(artist, word);
  [artist.x, artist.y] = [x, y];
}

function setSpace(artist: TextArtist, word: string): void {
  const space = word === 'axes fraction' ? 'axes' : word === 'figure fraction' ? 'figure' : 'data';
  artist.xSpace = space;
  artist.ySpace = space;
}

function arrow(options: PyDict, x: number, y: number, ctx: Interpreter): TextArtist['arrow'] {
  const option = (name: string) => options.get(new PyStr(name));
  const style = option('arrowstyle');
  const given = option('color') ?? option('edgecolor') ?? option('ec') ?? option('facecolor');
  const head =
    !isText(style) || /[<>]/.test(style.value) || style.value === 'fancy' || style.value === 'simple';
  return { x, y, color: given == null ? [0, 0, 0, 1] : color(given, ctx), head };
}

/** `set_title` and, under pyplot, `title`. */
function setTitle(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const signature = ['label', 'fontdict=', 'loc=', 'pad=', '*', 'y=', '**rest'];
  const { values, keywordRest } = bindSignature('set_title', args, signature);
  const [label, fontdict, loc, pad] = values;
  const place = isText(loc) ? loc.value : 'center';
  if (place !== 'left' && place !== 'right' && place !== 'center') {
    refuseWord('loc', place, ['left', 'center', 'right']);
  }
  const artist = newText(text(label!, ctx), { left: 0, center: 0.5, right: 1 }[place], 1);
  artist.size = self.pyplot(ctx).settings.size('axes.titlesize');
  artist.horizontal = place;
  if (pad != null) artist.offset = [0, number(pad, ctx)];
  const extra = fontdict == null ? [] : [['fontdict', fontdict] as const];
  applyProperties(artist, [...extra, ...keywordRest], TEXT_PROPERTIES, 'Text', ctx);
  self.axes.title = artist;
  return handleOf(self.pyplot(ctx), artist);
}

/** Sets the label of an axis; answers its text. */
export function labelAxis(
  axis: Axis,
  horizontal: boolean,
  name: string,
  args: CallArguments,
  settings: Settings,
  ctx: Interpreter,
): TextArtist {
  const parameter = horizontal ? 'xlabel' : 'ylabel';
  const signature = [parameter, 'fontdict=', 'labelpad=', '*', 'loc=', '**rest'];
  const { values, keywordRest } = bindSignature(name, args, signature);
  const artist = newText(text(values[0]!, ctx), 0.5, 0.5);
  artist.size = settings.size('axes.labelsize');
  artist.horizontal = 'center';
  if (!horizontal) artist.rotation = 90;
  if (values[2] != null) artist.offset = [number(values[2], ctx), 0];
  placeLabel(artist, horizontal, values[3]);
  const extra = values[1] == null ? [] : [['fontdict', values[1]] as const];
  applyProperties(artist, [...extra, ...keywordRest], TEXT_PROPERTIES, 'Text', ctx);
  axis.label = artist;
  return artist;
}

function placeLabel(artist: TextArtist, horizontal: boolean, loc: PyValue | undefined): void {
  if (!isText(loc)) return;
  if (horizontal && (loc.value === 'left' || loc.value === 'right')) {
    artist.x = loc.value === 'left' ? 0 : 1;
    artist.horizontal = loc.value;
  }
  if (!horizontal && (loc.value === 'top' || loc.value === 'bottom')) artist.y = loc.value === 'top' ? 1 : 0;
}

function axisLabel(name: string, direction: 'x' | 'y'): Method<AxesHandle> {
  return (self, args, ctx) => {
    const pyplot = self.pyplot(ctx);
    return handleOf(
      pyplot,
      labelAxis(self.axes[direction], direction === 'x', name, args, pyplot.settings, ctx),
    );
  };
}

const LOCATIONS = [
  'best',
  'upper right',
  'upper left',
  'lower left',
  'lower right',
  'right',
  'center left',
  'center right',
  'lower center',
  'upper center',
  'center',
];

function addLegend(self: AxesHandle, args: CallArguments, ctx: Interpreter): PyValue {
  const legend = makeLegend(args, self.axes.artists, self.pyplot(ctx).settings, ctx);
  self.axes.legend = legend;
  return self.pyplot(ctx).handle(legend, () => new LegendHandle(legend));
}

/** Builds a legend from `legend()`, `legend(labels)` or `legend(handles, labels)`. */
export function makeLegend(
  args: CallArguments,
  artists: readonly Artist[],
  settings: Settings,
  ctx: Interpreter,
): Legend {
  const option = (name: string) => args.keywords.get(name) ?? null;
  if (args.positional.length > 2) throw typeError('Invalid arguments to legend.');
  const entries = entriesOf(args, artists, ctx);
  const loc = option('loc') ?? new PyStr(settings.text('legend.loc', 'best'));
  const frameon = option('frameon');
  const anchor = option('bbox_to_anchor');
  return {
    entries,
    location: location(loc, ctx),
    title: isText(option('title')) ? text(option('title'), ctx) : undefined,
    columns: number(option('ncol') ?? option('ncols') ?? 1, ctx),
    fontSize: fontSize(option('fontsize')) ?? promptSize(option('prop')) ?? settings.size('legend.fontsize'),
    framed: frameon === null ? settings.flag('legend.frameon') : ctx.truth(frameon),
    frameAlpha: option('framealpha') === null ? 0.8 : number(option('framealpha'), ctx),
    anchor: anchor === null ? undefined : [...flatNumbers(anchor, ctx)],
  };
}

function promptSize(prop: PyValue): number | undefined {
  return prop instanceof PyDict ? fontSize(prop.get(new PyStr('size')) ?? null) : undefined;
}

function location(loc: PyValue, ctx: Interpreter): string {
  if (isText(loc)) {
    if (!LOCATIONS.includes(loc.value)) refuseWord('loc', loc.value, LOCATIONS);
    return loc.value;
  }
  return isSequence(loc) ? 'lower left' : (LOCATIONS[number(loc, ctx)] ?? 'best');
}

function entriesOf(args: CallArguments, artists: readonly Artist[], ctx: Interpreter): LegendEntry[] {
  const [first, second] = args.positional;
  const handles = args.keywords.get('handles') ?? (second === undefined ? undefined : first);
  const labels = args.keywords.get('labels') ?? (second === undefined ? first : second);
  const chosen =
    handles == null ? undefined : [...ctx.iterate(handles)].flatMap((each) => artistOf(each, ctx));
  const candidates = chosen ?? artists.filter((artist) => labels != null || hasLabel(artist));
  if (labels == null) return candidates.filter(hasLabel).map((artist) => ({ artist, label: artist.label }));
  const words = isText(labels) ? [labels] : [...ctx.iterate(labels)];
  const shown = chosen ?? candidates.filter((artist) => artist.kind !== 'text' && artist.kind !== 'image');
  return words
    .slice(0, shown.length)
    .map((word, k) => ({ artist: shown[k]!, label: text(word, ctx) }))
    .filter((entry) => !entry.label.startsWith('_'));
}

/** The artist behind a handle; containers such as error bars stand for their first part. */
function artistOf(value: PyValue, ctx: Interpreter): Artist[] {
  if (value instanceof ArtistHandle) return [value.artist];
  return isSequence(value) ? [...ctx.iterate(value)].flatMap((each) => artistOf(each, ctx)).slice(0, 1) : [];
}

function hasLabel(artist: Artist): boolean {
  return artist.label !== '' && !artist.label.startsWith('_');
}

function handlesAndLabels(self: AxesHandle, _args: CallArguments, ctx: Interpreter): PyValue {
  const labelled = self.axes.artists.filter(hasLabel);
  return tuple(
    list(labelled.map((artist) => handleOf(self.pyplot(ctx), artist))),
    list(labelled.map((artist) => new PyStr(artist.label))),
  );
}

export const TEXT_METHODS = methods<AxesHandle>({
  text: addText,
  annotate,
  set_title: setTitle,
  set_xlabel: axisLabel('set_xlabel', 'x'),
  set_ylabel: axisLabel('set_ylabel', 'y'),
  get_title: (self) => new PyStr(self.axes.title?.text ?? ''),
  get_xlabel: (self) => new PyStr(self.axes.x.label?.text ?? ''),
  get_ylabel: (self) => new PyStr(self.axes.y.label?.text ?? ''),
  legend: addLegend,
  get_legend: (self, _args, ctx) => {
    const { legend } = self.axes;
    return legend === undefined ? null : self.pyplot(ctx).handle(legend, () => new LegendHandle(legend));
  },
  get_legend_handles_labels: handlesAndLabels,
});
