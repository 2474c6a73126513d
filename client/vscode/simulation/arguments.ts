export type Device = 'runtime' | 'cpp_standalone';

/** What the user has set about runs; undefined leaves it to the command's defaults. */
export interface RunSettings {
  readonly seed?: number;
  readonly threads?: number;
}

/** The arguments of `spikelens` that run a file and write the results to a directory. */
export function runArguments(
  device: Device,
  file: string,
  out: string,
  { seed, threads }: RunSettings,
): string[] {
  const options = ['--device', device, '--out', out];
  if (isWhole(seed, 0)) options.push('--seed', String(seed));
  if (isWhole(threads, 1)) options.push('--threads', String(threads));
  return ['run', ...options, '--', file];
}

/** Settings are typed by hand: what is no number is left out. */
function isWhole(value: unknown, least: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least;
}
