import type { RunRequest } from '../../../network/network.ts';
import { SECOND } from '../../../units/dimension.ts';
import { callArguments } from '../../objects/arguments.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PySequence } from '../../objects/sequences.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { fromQuantity } from '../numpy/objects.ts';
import { type Arguments, classText } from './arguments.ts';

type Progress = Pick<RunRequest, 'started' | 'progress' | 'finished'>;

/** What `report=` of a run asks for, besides the progress that the host always shows. */
export function reporterOf(args: Arguments, start: number, duration: number): Progress {
  const { host } = args.ctx;
  const report = args.get('report');
  const period = (args.scalar('report_period', SECOND) ?? 10) * 1000;
  const say = report === undefined ? () => {} : speaker(args, report, start, duration);
  if (host === undefined) return { progress: () => {} };
  let begun = host.now();
  let last = begun;
  return {
    started: () => {
      begun = host.now();
      last = begun;
      say(0, 0);
    },
    progress: (fraction) => {
      host.progress('Simulating', fraction);
      const now = host.now();
      if (fraction >= 1 || now - last <= period) return;
      last = now;
      say((now - begun) / 1000, fraction);
    },
    finished: () => say((host.now() - begun) / 1000, 1),
  };
}

type Speaker = (elapsed: number, completed: number) => void;

/** Raises ValueError for a text that is none of Brian's, TypeError for what can't be called. */
function speaker(args: Arguments, report: PyValue, start: number, duration: number): Speaker {
  const { ctx } = args;
  const time = (value: number) => fromQuantity({ value, dimension: SECOND });
  if (report instanceof Unknown) return () => {};
  if (!(report instanceof PyStr)) {
    if (!(report instanceof PyObject) || report instanceof PySequence || report instanceof PyDict)
      args.raise('TypeError', notCallable(report), 'report');
    return (elapsed, completed) => {
      ctx.call(report, callArguments([time(elapsed), completed, time(start), time(duration)]));
    };
  }
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
        `${ctx.str(time(completed * duration))} (${Math.floor(completed * 100)}%) simulated in ${clockText(elapsed)}${remaining(elapsed, completed)}`,
      );
  };
}

function notCallable(report: PyValue): string {
  const kinds = "it has to be one of 'text', 'stdout', 'stderr', or a callable function/object";
  return `Do not know how to handle report argument, ${kinds}, but it is of type ${classText(report)}`;
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
