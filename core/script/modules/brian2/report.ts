import { SECOND } from '../../../units/dimension.ts';
import { callArguments } from '../../objects/arguments.ts';
import { PyStr, type PyValue } from '../../values.ts';
import { fromQuantity } from '../numpy/objects.ts';
import type { Arguments } from './arguments.ts';

/** What `report=` of a run asks for, besides the progress that the host always shows. */
export function reporterOf(args: Arguments, start: number, duration: number): (fraction: number) => void {
  const { ctx } = args;
  const { host } = ctx;
  if (host === undefined) return () => {};
  const report = args.get('report');
  const period = (args.scalar('report_period', SECOND) ?? 10) * 1000;
  const show = (fraction: number) => host.progress('Simulating', fraction);
  if (report === undefined) return show;
  const say = speaker(args, report, start, duration);
  const begun = host.now();
  let last = begun;
  let finished = false;
  say(0, 0);
  return (fraction) => {
    show(fraction);
    const now = host.now();
    if (finished || (fraction < 1 && now - last < period)) return;
    finished = fraction >= 1;
    last = now;
    say((now - begun) / 1000, Math.min(1, fraction));
  };
}

type Speaker = (elapsed: number, completed: number) => void;

function speaker(args: Arguments, report: PyValue, start: number, duration: number): Speaker {
  const { ctx } = args;
  const time = (value: number) => fromQuantity({ value, dimension: SECOND });
  if (!(report instanceof PyStr))
    return (elapsed, completed) => {
      ctx.call(report, callArguments([time(elapsed), completed, time(start), time(duration)]));
    };
  const text = report.value;
  if (text !== 'text' && text !== 'stdout' && text !== 'stderr')
    return args.raise('ValueError', `Do not know how to handle report argument "${text}".`, 'report');
  const write = (line: string) =>
    text === 'stderr' ? ctx.host?.writeMessage(`${line}\n`) : ctx.host?.writeOutput(`${line}\n`);
  return (elapsed, completed) => {
    if (completed === 0)
      write(`Starting simulation at t=${ctx.str(time(start))} for a duration of ${ctx.str(time(duration))}`);
    else
      write(
        `${ctx.str(time(completed * duration))} (${Math.round(completed * 100)}%) simulated in ${clockText(elapsed)}${remaining(elapsed, completed)}`,
      );
  };
}

function remaining(elapsed: number, completed: number): string {
  return completed >= 1 ? '' : `, estimated ${clockText((elapsed * (1 - completed)) / completed)} remaining.`;
}

/** `1d 2h 3m 4s`, `< 1s`. */
function clockText(seconds: number): string {
  const whole = Math.floor(seconds);
  if (whole < 1) return '< 1s';
  const parts: [number, string][] = [
    [Math.floor(whole / 86400), 'd'],
    [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'm'],
    [whole % 60, 's'],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  return parts
    .slice(first)
    .map(([count, unit]) => `${count}${unit}`)
    .join(' ');
}
