import { readFileSync } from 'node:fs';

/** The version in package.json, which lies beside `dist` as beside the sources. */
export function version(): string {
  for (const place of ['../package.json', '../../package.json']) {
    try {
      const manifest: unknown = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'));
      if (isManifest(manifest)) return manifest.version;
    } catch {
      // Not there: the other place.
    }
  }
  return 'unknown';
}

function isManifest(value: unknown): value is { name: string; version: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    'version' in value &&
    value.name === 'spikelens'
  );
}
