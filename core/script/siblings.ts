/** Modules that lie beside a script, as its `import` statements find them. */
export interface Sibling {
  readonly document: string;
  readonly text: string;
}

/** `readFile` takes paths in the form of `document`; what is no file gives undefined. */
export function siblingReader(
  document: string,
  readFile: (path: string) => Uint8Array | undefined,
): (name: string) => Sibling | undefined {
  const folder = document.replace(/[^/\\]*$/, '');
  return (name) => {
    const path = `${folder}${name.replaceAll('.', '/')}`;
    for (const candidate of [`${path}.py`, `${path}/__init__.py`]) {
      const bytes = readFile(candidate);
      if (bytes) return { document: candidate, text: new TextDecoder().decode(bytes) };
    }
    return undefined;
  };
}
