/** What `run --out DIR` leaves behind. */
import type { DType } from '../../../core/arrays/dtype.ts';
import { NdArray } from '../../../core/arrays/ndarray.ts';
import { npzBytes } from '../../../core/arrays/npy.ts';
import type { Host } from '../../../core/devices/host.ts';
import { renderSvg } from '../../../core/figures/svg/render.ts';
import type { ArrayResult, MonitorResult, RunResult } from '../../../core/script/results.ts';
import { reportPage } from './report.ts';

/** Writes `summary.json`, one `.npz` per monitor, one `.svg` per figure and `report.html`. */
export function writeResults(result: RunResult, output: string, directory: string, host: Host): void {
  host.makeDirectory(directory);
  const write = (file: string, data: string | Uint8Array) => host.writeFile(host.join(directory, file), data);
  const files = monitorFiles(result.monitors);
  result.monitors.forEach((monitor, k) => {
    write(files[k]!, npzBytes(arraysOf(monitor)));
  });
  const pictures = result.figures.map((figure, k) => ({
    file: `figure-${k + 1}.svg`,
    svg: renderSvg(figure, `figure-${k + 1}`),
  }));
  for (const { file, svg } of pictures) write(file, svg);
  write('report.html', reportPage(result, output, files, pictures));
  // Last, so that whoever finds the summary finds all that it names.
  const summary = summaryOf(
    result,
    files,
    pictures.map(({ file }) => file),
  );
  write('summary.json', `${JSON.stringify(summary, null, 2)}\n`);
}

function summaryOf(result: RunResult, files: readonly string[], figures: readonly string[]): unknown {
  const { script, device, seed, timing, simulated, error } = result;
  const monitors = result.monitors.map(({ name, kind, source, events }, k) => ({
    name,
    kind,
    source,
    file: files[k],
    ...(events === undefined ? {} : { events }),
  }));
  const summary = { script, device, seed, timing, simulated, monitors, figures };
  if (error === undefined) return summary;
  const { problem, text, interrupted } = error;
  const { errorClass, message, code } = problem;
  return { ...summary, error: { class: errorClass, code, message, text, interrupted } };
}

function arraysOf({ arrays }: MonitorResult): [string, NdArray][] {
  return [...arrays].map(([name, { data, shape }]) => [name, new NdArray(data, shape, typeOf(data))]);
}

/** Bytes are truth values. */
function typeOf(data: ArrayResult['data']): DType {
  if (data instanceof Float64Array) return 'float64';
  if (data instanceof Float32Array) return 'float32';
  return data instanceof Int32Array ? 'int32' : 'bool';
}

/** File names that every system takes, each once: `spikes.npz`, `monitors[0].npz`. */
export function monitorFiles(monitors: readonly Pick<MonitorResult, 'name'>[]): string[] {
  const taken = new Set<string>();
  return monitors.map(({ name }) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: file names can't hold them
    const base = name.replace(/[\u0000-\u001f<>:"/\\|?*]/g, '_').slice(0, 150) || 'monitor';
    let file = `${base}.npz`;
    for (let k = 2; taken.has(file.toLowerCase()); k++) file = `${base}-${k}.npz`;
    taken.add(file.toLowerCase());
    return file;
  });
}
