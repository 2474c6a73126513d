/** Draws many small markers into a bitmap, smoothed at their edges. */
import type { Color } from './colors.ts';
import type { Bitmap } from './png.ts';

export interface Stamp {
  readonly shape: 'disc' | 'box';
  /** Half width and half height in pixels; the radius of a disc. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** Marks stand on a raster of so many pixels. */
  readonly raster?: number;
}

export class Canvas implements Bitmap {
  readonly pixels: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.pixels = new Uint8Array(width * height * 4);
  }

  /** Marks one point, at pixel coordinates; what falls outside is cut off. */
  stamp(x: number, y: number, { shape, halfWidth, halfHeight }: Stamp, color: Color, alpha: number): void {
    const left = Math.max(0, Math.floor(x - halfWidth));
    const right = Math.min(this.width - 1, Math.floor(x + halfWidth));
    const top = Math.max(0, Math.floor(y - halfHeight));
    const bottom = Math.min(this.height - 1, Math.floor(y + halfHeight));
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const dx = Math.abs(column + 0.5 - x);
        const dy = Math.abs(row + 0.5 - y);
        const covered =
          shape === 'disc'
            ? clamp(halfWidth + 0.5 - Math.hypot(dx, dy))
            : clamp(halfWidth + 0.5 - dx) * clamp(halfHeight + 0.5 - dy);
        if (covered > 0) this.blend((row * this.width + column) * 4, color, covered * alpha * color[3]);
      }
    }
  }

  private blend(at: number, color: Color, opacity: number): void {
    const { pixels } = this;
    const below = pixels[at + 3]! / 255;
    const above = opacity + below * (1 - opacity);
    if (above <= 0) return;
    for (let k = 0; k < 3; k++) {
      const mixed = (color[k]! * 255 * opacity + pixels[at + k]! * below * (1 - opacity)) / above;
      pixels[at + k] = Math.round(mixed);
    }
    pixels[at + 3] = Math.round(above * 255);
  }
}

function clamp(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}
