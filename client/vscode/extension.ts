/** The VS Code extension: starts the language server and offers the commands. */
import { type ExtensionContext, window } from 'vscode';
import { registerCommands, watchActiveEditor } from './commands.ts';
import { FigurePanel } from './figures/panel.ts';
import { LanguageServer } from './languageServer.ts';
import { Simulations } from './simulation/simulations.ts';
import { registerUnitsCommand } from './units.ts';

let languageServer: LanguageServer | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('Spikelens');
  const figures = new FigurePanel();
  const simulations = new Simulations(context.asAbsolutePath('dist/cli.js'), output, figures);
  context.subscriptions.push(output, figures, simulations);
  registerCommands(context, simulations);
  watchActiveEditor(context);
  languageServer = new LanguageServer(context.asAbsolutePath('dist/server.cjs'));
  const server = languageServer;
  context.subscriptions.push(registerUnitsCommand((document, range) => server.unitTree(document, range)));
  await languageServer.start();
}

export async function deactivate(): Promise<void> {
  await languageServer?.stop();
}
