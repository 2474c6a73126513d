/** The texts of `--help`. */
import type { CommandName } from './arguments.ts';

const LINES: Readonly<Record<CommandName, string>> = {
  check: 'spikelens check [--format text|json] FILE...',
  run: `spikelens run [--device runtime|cpp_standalone] [--threads N] [--seed N] [--set NAME=EXPR]...
                     [--out DIR] [--quiet] FILE`,
  codegen: 'spikelens codegen [--device runtime|cpp_standalone] --out DIR FILE',
  lsp: 'spikelens lsp --stdio',
};

const DETAILS: Readonly<Record<CommandName, string>> = {
  check: `Reads Brian 2 scripts without running them and lists their problems.

  --format text|json  how to list them (default text)

Exit status: 0 no errors, 1 errors found, 2 wrong usage.
`,
  run: `Runs a Brian 2 script.

  --device NAME       runtime: at once, in this process
                      cpp_standalone: as a C++ program made from the script
                      default: what the script's set_device says, else runtime
  --threads N         threads of the simulation (default 1); results do not depend on it
  --seed N            seed of the random numbers, where the script calls no seed() itself
  --set NAME=EXPR     assignments to NAME at the top level of the script give EXPR instead
  --out DIR           write monitors (.npz), figures (.svg), summary.json and report.html to DIR
  --quiet             no progress, no summary

The script's own output goes to standard output, all else to standard error.
Exit status: 0 done, 1 the script failed, 2 wrong usage, 130 interrupted.
`,
  codegen: `Writes the code that a run would execute, and runs nothing.

  --device NAME       cpp_standalone (default) or runtime
  --out DIR           where to write it
`,
  lsp: `Language server for any editor that speaks the Language Server Protocol.
`,
};

/** One line per command, or the lines of one command. */
export function usage(topic?: CommandName): string {
  const lines = topic ? [LINES[topic]] : [...Object.values(LINES), 'spikelens --version | --help'];
  return `usage: ${lines.join('\n       ')}\n`;
}

export function help(topic?: CommandName): string {
  if (topic) return `${usage(topic)}\n${DETAILS[topic]}`;
  const summary = Object.entries(DETAILS).map(([name, text]) => `  ${name.padEnd(9)} ${text.split('\n')[0]}`);
  return `Spikelens checks and runs Brian 2 scripts.\n\n${usage()}\n${summary.join('\n')}

Details of a command: spikelens COMMAND --help. With --debug, internal errors show where they arose.
`;
}
