/** How a script asks for standalone programs to be built. */
import { StandaloneRules } from '../../../network/standaloneRules.ts';
import type { Location } from '../../../text/range.ts';
import type { Interpreter } from '../../interpreter.ts';
import type { PyValue } from '../../values.ts';
import type { Arguments } from './arguments.ts';

const BUILD_OPTIONS = new Set(
  'directory compile run debug clean with_output additional_source_files run_args direct_call results_directory'.split(
    ' ',
  ),
);
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['project_dir', 'directory'],
  ['compile_project', 'compile'],
  ['run_project', 'run'],
]);

/** Raises TypeError for options that `device.build` does not take. */
export function checkBuildOptions(
  options: ReadonlyMap<string, PyValue>,
  ctx: Interpreter,
  location: Location | undefined,
): void {
  const wrong = [...options.keys()].filter((name) => !BUILD_OPTIONS.has(name));
  if (wrong.length === 0) return;
  const message = wrong.map((name) => {
    const renamed = RENAMED.get(name);
    if (renamed === undefined) return `Unknown keyword argument '${name}'. `;
    return `Keyword argument '${name}' has been renamed to '${renamed}'. `;
  });
  ctx.raise('TypeError', message.join(''), location);
}

/** An analysis tells what Brian's own device would refuse. */
export function startStandalone(args: Arguments, ctx: Interpreter): void {
  const build = args.get('build_on_run');
  const isKnown = !args.isUnknown('build_on_run');
  const onRun = build === undefined || (isKnown && ctx.truth(build));
  const options = new Map(
    [...args.keywords].filter(([name]) => name !== 'device' && name !== 'build_on_run'),
  );
  if (onRun) checkBuildOptions(options, ctx, args.callLocation);
  const { session } = ctx;
  const follow = isKnown && ctx.mode === 'analysis' && ctx.isExact && !leavesOut(options);
  session.standalone = follow ? new StandaloneRules(onRun, () => ctx.isExact) : undefined;
}

/** A program that is only written, or not run, never has results, and may be written again. */
function leavesOut(options: ReadonlyMap<string, PyValue>): boolean {
  return options.get('compile') === false || options.get('run') === false;
}
