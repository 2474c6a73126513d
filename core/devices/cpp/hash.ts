/** A 128-bit hash of a text as 32 hexadecimal digits: a name for a compiled program, not a secret. */
export function hashText(text: string): string {
  const lanes = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344];
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    // Every character enters all lanes, each with its own multiplier and neighbour.
    lanes[0] = mix(lanes[0]! ^ code, 0x85ebca6b) ^ lanes[1]!;
    lanes[1] = mix(lanes[1]! ^ code, 0xc2b2ae35) ^ lanes[2]!;
    lanes[2] = mix(lanes[2]! ^ code, 0x27d4eb2f) ^ lanes[3]!;
    lanes[3] = mix(lanes[3]! ^ code, 0x165667b1) ^ lanes[0]!;
  }
  return lanes.map((lane) => (mix(lane, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')).join('');
}

function mix(value: number, multiplier: number): number {
  const product = Math.imul(value, multiplier);
  return product ^ (product >>> 15);
}
