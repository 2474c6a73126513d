const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** `repr` of a str, with Python's choice of the quote. */
export function stringRepr(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  let body = '';
  for (const character of value) body += escaped(character, quote);
  return quote + body + quote;
}

function escaped(character: string, quote: string): string {
  if (character === quote) return `\\${character}`;
  const known = ESCAPES[character];
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  if (code < 32 || (code >= 127 && code < 161) || code === 0xad) return `\\x${hex(code, 2)}`;
  if (/^[\p{C}\p{Zl}\p{Zp}\p{Zs}]$/u.test(character) && character !== ' ')
    return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  return character;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
