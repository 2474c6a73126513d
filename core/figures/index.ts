export type { Figure } from './figure.ts';
export { FigureManager } from './manager.ts';
export { renderSvg } from './svg/render.ts';
