/** Spikelens as a library: check scripts, run them, draw their figures. Runs wherever JavaScript does. */
export type { Host, ProgramResult, RunOptions } from './devices/host.ts';
export { type Figure, renderSvg } from './figures/index.ts';
export * from './language/index.ts';
export { type Problem, ProblemError, type Severity } from './problems/problem.ts';
export { type AnalyseOptions, analyse, usesBrian } from './script/analyse.ts';
export type {
  ArrayResult,
  DeviceName,
  MonitorResult,
  RunResult,
  ScriptFailure,
  Timing,
} from './script/results.ts';
export { generateScript, type RunScriptOptions, runScript } from './script/run.ts';
export type { Location, TextRange } from './text/range.ts';
