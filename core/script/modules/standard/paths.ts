/** Paths as texts, by the rules of POSIX. No file is looked at. */

export function joinPaths(parts: readonly string[]): string {
  return parts.reduce((path, part) => {
    if (part.startsWith('/')) return part;
    return path === '' || path.endsWith('/') ? path + part : `${path}/${part}`;
  });
}

/** Directory and name: `a/b.txt` gives `a` and `b.txt`. */
export function splitPath(path: string): [string, string] {
  const slash = path.lastIndexOf('/') + 1;
  const head = path.slice(0, slash);
  return [/^\/*$/.test(head) ? head : head.replace(/\/+$/, ''), path.slice(slash)];
}

/** Root and extension: `a/b.tar.gz` gives `a/b.tar` and `.gz`. */
export function splitExtension(path: string): [string, string] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  if (dot <= 0 || /^\.*$/.test(name.slice(0, dot))) return [path, ''];
  const cut = path.length - (name.length - dot);
  return [path.slice(0, cut), path.slice(cut)];
}

/** Without `.`, `..` and doubled slashes. */
export function normalPath(path: string): string {
  if (path === '') return '.';
  const root = path.startsWith('/') ? '/' : '';
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    const climbs = part === '..' && (parts.length > 0 ? parts.at(-1) !== '..' : root !== '');
    if (climbs) parts.pop();
    else parts.push(part);
  }
  return root + parts.join('/') || '.';
}

/** The path from one directory to another; both absolute. */
export function relativePath(path: string, start: string): string {
  const to = normalPath(path)
    .split('/')
    .filter((part) => part !== '');
  const from = normalPath(start)
    .split('/')
    .filter((part) => part !== '');
  let shared = 0;
  while (shared < Math.min(to.length, from.length) && to[shared] === from[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/') || '.';
}
