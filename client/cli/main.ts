#!/usr/bin/env node
/** The `spikelens` command. Each command's code is loaded when it is needed, so that all start quickly. */
import { type CommandLine, parseCommandLine, UsageError } from './arguments.ts';
import { BrokenPipe, STDERR, STDOUT, write } from './terminal.ts';
import { help, usage } from './usage.ts';

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  try {
    return await execute(parseCommandLine(args));
  } catch (error) {
    if (error instanceof BrokenPipe) return 1;
    if (error instanceof UsageError) return wrongUsage(error);
    return internalError(error, args.includes('--debug'));
  }
}

async function execute({ command, debug }: CommandLine): Promise<number> {
  switch (command.name) {
    case 'help':
      write(STDOUT, help(command.topic));
      return 0;
    case 'version':
      write(STDOUT, `spikelens ${(await import('./version.ts')).version()}\n`);
      return 0;
    case 'check':
      return (await import('./check.ts')).check(command, debug);
    case 'run':
    case 'codegen':
      return (await import('./simulation.ts')).simulate(command, debug);
    case 'lsp':
      return (await import('./languageServer.ts')).serve();
  }
}

function wrongUsage(error: UsageError): number {
  write(STDERR, `spikelens: ${error.message}\n${usage(error.topic)}`);
  return 2;
}

function internalError(error: unknown, debug: boolean): number {
  const text = error instanceof Error ? (debug && error.stack) || error.message : String(error);
  const hint = debug ? '' : ' (this is a defect of Spikelens; --debug shows where)';
  write(STDERR, `spikelens: internal error: ${text}${hint}\n`);
  return 1;
}

process.exit(await main());
