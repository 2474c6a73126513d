/** SVG as text. */
import { type Color, toHex } from '../colors.ts';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

export function element(name: string, attributes: Attributes, ...content: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? num(value) : escapeText(value!)}"`)
    .join('');
  return content.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${content.join('')}</${name}>`;
}

/** Two decimals of a point are finer than any screen. */
export function num(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(Number.isFinite(rounded) ? rounded + 0 : 0);
}

/** Characters that XML 1.0 forbids become a replacement character. */
export function escapeText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

export function fill(color: Color, alpha = 1): Attributes {
  const opacity = color[3] * alpha;
  if (opacity === 0) return { fill: 'none' };
  return { fill: toHex(color), 'fill-opacity': opacity < 1 ? opacityText(opacity) : undefined };
}

export function stroke(color: Color, width: number, alpha = 1): Attributes {
  const opacity = color[3] * alpha;
  if (opacity === 0 || width === 0) return { stroke: undefined };
  return {
    stroke: toHex(color),
    'stroke-width': width,
    'stroke-opacity': opacity < 1 ? opacityText(opacity) : undefined,
  };
}

function opacityText(opacity: number): string {
  return String(Math.round(opacity * 1000) / 1000);
}
