/** What a person wants to know after a run. */
import type { MonitorResult, RunResult, Timing } from '../../core/script/results.ts';

/** `script`: as the summary names it; `out`: where the results were written. */
export function summary(result: RunResult, script: string, out: string | undefined): string {
  const lines = result.monitors
    .map((monitor) => monitorLine(monitor, result.simulated))
    .filter((line) => line !== '');
  if (!result.error) lines.push(`${script} on ${result.device}: ${timingLine(result.timing)}`);
  if (out !== undefined) lines.push(`Results: ${out}/report.html`);
  return lines.join('\n');
}

/** `simulated`: seconds of biological time. */
export function monitorLine(monitor: MonitorResult, simulated: number | undefined): string {
  const { name, kind, source, elements } = monitor;
  if (kind === 'StateMonitor')
    return `${name}: ${elements} traces of ${source}, ${sampleCount(monitor)} samples each`;
  if (kind === 'PopulationRateMonitor') return `${name}: mean rate of ${source} ${hertz(meanOf(monitor))}`;
  const events = monitor.events ?? 0;
  const word = kind === 'SpikeMonitor' ? 'spikes' : 'events';
  const rate = simulated && elements ? `, mean rate ${hertz(events / elements / simulated)}` : '';
  return `${name}: ${events} ${word} of ${elements} neurons (${source})${rate}`;
}

export function timingLine(timing: Timing): string {
  const stages = (['prepare', 'compile', 'simulate'] as const)
    .filter((stage) => timing[stage] >= 0.0005)
    .map((stage) => `${stage} ${seconds(timing[stage])}`);
  const detail = stages.length > 0 ? ` (${stages.join(', ')})` : '';
  return `${seconds(timing.total)}${detail}`;
}

function sampleCount(monitor: MonitorResult): number {
  return monitor.arrays.get('t')?.data.length ?? 0;
}

function meanOf(monitor: MonitorResult): number {
  const rates = monitor.arrays.get('rate')?.data ?? [];
  let sum = 0;
  for (const rate of rates) sum += rate;
  return rates.length > 0 ? sum / rates.length : 0;
}

function hertz(rate: number): string {
  return `${rate.toFixed(2)} Hz`;
}

function seconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} s`;
}
