/** Remembering what pure functions gave. An editor asks for the same strings at every keystroke. */

/** Characters of keys that one memory keeps at most, twice over. */
const CAPACITY = 200_000;

/** Results by text, of which those that nobody has asked for lately are forgotten. */
export class Memory<T> {
  private recent = new Map<string, T>();
  private older = new Map<string, T>();
  private size = 0;

  constructor(private readonly capacity = CAPACITY) {}

  /** What `make` gave for the key before, or gives now. It must have no effects, and nobody may change its result. */
  get(key: string, make: () => T): T {
    const known = this.recent.get(key);
    if (known !== undefined) return known;
    const result = this.older.get(key) ?? make();
    if (this.size + key.length > this.capacity) {
      this.older = this.recent;
      this.recent = new Map();
      this.size = 0;
    }
    this.recent.set(key, result);
    this.size += key.length;
    return result;
  }
}

/** The same function with a memory. */
export function remembering<T>(make: (text: string) => T): (text: string) => T {
  const memory = new Memory<T>();
  return (text) => memory.get(text, () => make(text));
}
