/** The texts that an editor hands over while somebody works on a script. */

/** Each: where people type, and what, one key after the other; then they take it back. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/(?<=dv\/dt = \(E_L - v )\+ ge/g, '- w*'],
  [/(?<=dw\/dt = \()a/g, '0.5*'],
  [/(?<== )\d+\*(?:ms|mV)/g, '1.'],
  [/(?<=receive )Poisson/g, 'independent '],
  [/(?<=# )membrane/g, 'the '],
  [/^run\(/gm, 'seed(1)\n'],
  [/(?<=append\()/g, 'label + '],
  [/(?<=threshold=)'v/g, "'"],
];

/** Endlessly: another place, and there one character more, then one less. */
export function* keystrokes(text: string): Generator<string> {
  for (let round = 0; ; round++) {
    const [place, typed] = PLACES[round % PLACES.length] as readonly [RegExp, string];
    const found = [...text.matchAll(place)];
    // Far apart, as when one jumps about in a script.
    const at = found[(round * 7919) % found.length]?.index ?? 0;
    const lengths = [...Array(typed.length).keys()];
    for (const length of [...lengths.map((n) => n + 1), ...lengths.reverse()])
      yield text.slice(0, at) + typed.slice(0, length) + text.slice(at);
  }
}
