/** Properties of texts, labels and titles. */
import type { TextArtist } from '../../../figures/artists.ts';
import { type Color, withAlpha } from '../../../figures/colors.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyDict } from '../../objects/mappings.ts';
import { asNumber } from '../../operations/numbers.ts';
import { color } from './colorArguments.ts';
import { flatNumbers, fontSize, isText, number, refuseWord, text } from './convert.ts';
import { applyEntries, COMMON, nothing, type PropertyTable, propertyTable } from './propertyTable.ts';

const HORIZONTAL = ['center', 'right', 'left'] as const;
const VERTICAL = ['top', 'bottom', 'center', 'baseline', 'center_baseline'] as const;

export const TEXT_PROPERTIES: PropertyTable<TextArtist> = propertyTable<TextArtist>(COMMON, {
  text: (artist, value, ctx) => {
    artist.text = value === null ? '' : text(value, ctx);
  },
  x: (artist, value, ctx) => {
    artist.x = number(value, ctx);
  },
  y: (artist, value, ctx) => {
    artist.y = number(value, ctx);
  },
  position: (artist, value, ctx) => {
    const [x, y] = flatNumbers(value, ctx);
    [artist.x, artist.y] = [x ?? artist.x, y ?? artist.y];
  },
  'fontsize size': (artist, value) => {
    artist.size = fontSize(value) ?? artist.size;
  },
  'color c': (artist, value, ctx) => {
    artist.color = color(value, ctx);
  },
  'horizontalalignment ha': (artist, value, ctx) => {
    const known = HORIZONTAL.find((each) => each === text(value, ctx));
    artist.horizontal = known ?? refuseWord('align', text(value, ctx), HORIZONTAL);
  },
  'verticalalignment va': (artist, value, ctx) => {
    const known = VERTICAL.find((each) => each === text(value, ctx));
    const found = known ?? refuseWord('align', text(value, ctx), VERTICAL);
    artist.vertical = found === 'center_baseline' ? 'center' : found;
  },
  rotation: (artist, value, ctx) => {
    const word = isText(value) ? value.value : undefined;
    artist.rotation =
      word === 'vertical' ? 90 : word !== undefined || value === null ? 0 : number(value, ctx);
  },
  'fontweight weight': (artist, value) => {
    const weight = asNumber(value) ?? (isText(value) && /bold|heavy|black/.test(value.value) ? 700 : 400);
    artist.bold = weight >= 600;
  },
  'fontstyle style': (artist, value) => {
    artist.italic = isText(value) && value.value !== 'normal';
  },
  bbox: (artist, value, ctx) => {
    if (value instanceof PyDict) artist.box = textBox(value, ctx);
  },
  backgroundcolor: (artist, value, ctx) => {
    const face = color(value, ctx);
    artist.box = { face, edge: face, pad: 0.3 };
  },
  fontdict: (artist, value, ctx) => {
    if (value instanceof PyDict) applyEntries(artist, value, TEXT_PROPERTIES, 'Text', ctx);
  },
  'family fontfamily fontname fontproperties font font_properties fontstretch fontvariant linespacing ma multialignment math_fontfamily parse_math rotation_mode stretch transform_rotates_text usetex variant wrap name':
    nothing,
});

function textBox(options: PyDict, ctx: Interpreter): TextArtist['box'] {
  let [face, edge]: [Color, Color] = [
    [0, 0, 1, 1],
    [0, 0, 0, 1],
  ];
  for (const key of options.keys()) {
    const value = options.get(key) ?? null;
    const name = text(key, ctx);
    if (name === 'color') face = edge = color(value, ctx);
    if (name === 'facecolor' || name === 'fc') face = color(value, ctx);
    if (name === 'edgecolor' || name === 'ec') edge = color(value, ctx);
    if (name === 'alpha' && value !== null) face = withAlpha(face, number(value, ctx));
  }
  return { face, edge, pad: 0.4 };
}
