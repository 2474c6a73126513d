/** Reads scripts as Python does: UTF-8 unless the file's first lines declare another encoding. */
import { readFileSync } from 'node:fs';
import type { Problem } from '../../core/problems/problem.ts';

export type SourceFile =
  | { readonly kind: 'text'; readonly text: string }
  /** Cannot be opened at all. */
  | { readonly kind: 'unreadable'; readonly message: string }
  /** Opened, but not text; `text` has the undecodable bytes replaced. */
  | { readonly kind: 'undecodable'; readonly text: string; readonly problem: Problem };

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '[Errno 2] No such file or directory',
  EACCES: '[Errno 13] Permission denied',
  EISDIR: '[Errno 21] Is a directory',
  ENOTDIR: '[Errno 20] Not a directory',
};

export function readSourceFile(path: string): SourceFile {
  try {
    return decodeSource(readFileSync(path), path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
    return { kind: 'unreadable', message: `can't open file '${path}': ${reason}` };
  }
}

export function decodeSource(bytes: Uint8Array, path: string): SourceFile {
  const encoding = declaredEncoding(bytes);
  const decoder = decoderFor(encoding);
  if (!decoder) return undecodable(bytes, path, 0, `unknown encoding: ${encoding}`);
  try {
    return { kind: 'text', text: decoder.decode(bytes) };
  } catch {
    const offset = firstInvalidByte(bytes);
    const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0');
    const place = `in file ${path} on line ${lineAt(bytes, offset)} (byte offset ${offset})`;
    return undecodable(
      bytes,
      path,
      offset,
      `Non-UTF-8 code starting with '\\x${byte}' ${place}, but no encoding declared`,
    );
  }
}

/** As PEP 263: a comment in one of the first two lines. */
function declaredEncoding(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes.subarray(0, 400)).toString('latin1').split('\n', 2);
  for (const line of lines) {
    const match = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line);
    if (match) return match[1]!.toLowerCase();
    if (!/^[ \t\f\r]*(#.*)?$/.test(line)) break;
  }
  return 'utf-8';
}

function decoderFor(encoding: string): InstanceType<typeof TextDecoder> | undefined {
  const label = encoding.replaceAll('_', '-').replace(/^latin-/, 'latin');
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}

function undecodable(bytes: Uint8Array, path: string, offset: number, message: string): SourceFile {
  const text = new TextDecoder().decode(bytes);
  const start = new TextDecoder().decode(bytes.subarray(0, offset)).length;
  const location = { document: path, range: { start, end: start + 1 } };
  const problem: Problem = {
    code: 'encoding',
    severity: 'error',
    errorClass: 'SyntaxError',
    message,
    location,
  };
  return { kind: 'undecodable', text, problem };
}

/** Offset of the first character that is not UTF-8: by halving, as every prefix decodes or does not. */
function firstInvalidByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isValidPrefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return isWhole(bytes.subarray(0, bad - 1)) ? bad - 1 : lastLead(bytes, bad - 1);
}

function isValidPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function isWhole(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Start of the character that the bytes before `end` leave unfinished. */
function lastLead(bytes: Uint8Array, end: number): number {
  let at = end - 1;
  while (at > 0 && (bytes[at]! & 0xc0) === 0x80) at--;
  return at;
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at++) if (bytes[at] === 10) line++;
  return line;
}
