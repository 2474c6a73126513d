import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { SERVER_OPTIONS } from './analysis.ts';
import { serve } from './server.ts';

/**
 * Serves one client of this process: over the transport named on the command line (`--stdio`,
 * `--node-ipc`, `--socket=PORT`), standard input and output by default.
 */
export function startServer(): void {
  const named = process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument));
  const connection = named
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  serve(connection, SERVER_OPTIONS);
}
