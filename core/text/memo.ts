/** Remembering what pure functions of a text gave. */

/** Characters of keys that one memory keeps at most, twice over. */
const CAPACITY = 200_000;

/**
 * The same function, remembering what it gave for the texts it was asked for last. Only for functions without
 * effects whose results nobody changes. An editor asks for the same strings at every keystroke.
 */
export function remembering<T>(make: (text: string) => T, capacity = CAPACITY): (text: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  let size = 0;
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    const result = older.get(text) ?? make(text);
    if (size + text.length > capacity) {
      older = recent;
      recent = new Map();
      size = 0;
    }
    recent.set(text, result);
    size += text.length;
    return result;
  };
}
