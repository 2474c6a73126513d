import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { base64, crc32, encodePng } from '../../core/figures/png.ts';
import { Canvas } from '../../core/figures/raster.ts';

describe('encodePng', () => {
  it('writes what a PNG reader expects', () => {
    const pixels = Uint8Array.from({ length: 2 * 3 * 4 }, (_, k) => k * 10);
    const png = Buffer.from(encodePng({ width: 2, height: 3, pixels }));
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
    assert.equal(png.readUInt32BE(16), 2);
    assert.equal(png.readUInt32BE(20), 3);
    const length = png.readUInt32BE(33);
    assert.equal(png.subarray(37, 41).toString(), 'IDAT');
    assert.equal(crc32(png.subarray(37, 41 + length)), png.readUInt32BE(41 + length));
    const rows = inflateSync(png.subarray(41, 41 + length));
    assert.deepEqual([...rows.subarray(0, 9)], [0, ...pixels.subarray(0, 8)]);
    assert.equal(rows.length, 3 * (2 * 4 + 1));
  });

  it('knows the checksum of the standard', () => {
    assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
  });

  it('writes base 64', () => {
    const bytes = Uint8Array.from({ length: 20001 }, (_, k) => k % 256);
    assert.equal(base64(bytes), Buffer.from(bytes).toString('base64'));
  });
});

describe('Canvas', () => {
  const stamp = { shape: 'disc', halfWidth: 2, halfHeight: 2 } as const;

  it('paints a disc and leaves the rest clear', () => {
    const canvas = new Canvas(9, 9);
    canvas.stamp(4.5, 4.5, stamp, [1, 0, 0, 1], 1);
    assert.deepEqual([...canvas.pixels.subarray((4 * 9 + 4) * 4, (4 * 9 + 4) * 4 + 4)], [255, 0, 0, 255]);
    assert.equal(canvas.pixels[3], 0);
  });

  it('cuts off what lies outside', () => {
    const canvas = new Canvas(3, 3);
    for (const [x, y] of [
      [-50, 1],
      [1, 1e9],
      [0, 0],
    ])
      canvas.stamp(x!, y!, stamp, [0, 0, 0, 1], 1);
    assert.ok(canvas.pixels[3]! > 200);
  });

  it('adds up transparent colours', () => {
    const canvas = new Canvas(3, 3);
    const box = { shape: 'box', halfWidth: 1.5, halfHeight: 1.5 } as const;
    canvas.stamp(1.5, 1.5, box, [0, 0, 1, 1], 0.5);
    assert.equal(canvas.pixels[19], 128);
    canvas.stamp(1.5, 1.5, box, [0, 0, 1, 1], 0.5);
    assert.equal(canvas.pixels[19], 192);
  });
});
