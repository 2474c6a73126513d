import { commands, type ExtensionContext, type TextDocument, Uri, window, workspace } from 'vscode';
import { mayUseBrian } from '../../core/language/mayUseBrian.ts';
import type { Device } from './simulation/arguments.ts';
import type { Simulations } from './simulation/simulations.ts';

/** Registers what the manifest contributes. A code lens hands over its document; else the active one counts. */
export function registerCommands(context: ExtensionContext, simulations: Simulations): void {
  const runOn = (device: Device) => async (argument?: unknown) => {
    const document = await chosenDocument(argument);
    if (document) await simulations.run(document, device);
  };
  context.subscriptions.push(
    commands.registerCommand('spikelens.runSimulation', runOn('runtime')),
    commands.registerCommand('spikelens.buildAndRun', runOn('cpp_standalone')),
    commands.registerCommand('spikelens.stop', () => simulations.stop()),
    commands.registerCommand('spikelens.showOutput', () => simulations.showOutput()),
  );
}

/** The saved document that a command is about. The simulator reads files, so unsaved text is saved first. */
async function chosenDocument(argument: unknown): Promise<TextDocument | undefined> {
  const uri =
    typeof argument === 'string' ? Uri.parse(argument) : argument instanceof Uri ? argument : undefined;
  const document = uri ? await workspace.openTextDocument(uri) : window.activeTextEditor?.document;
  if (document === undefined || document.languageId !== 'python') {
    void window.showInformationMessage('Open a Python script to run it with Spikelens.');
    return undefined;
  }
  if ((document.isDirty || document.isUntitled) && !(await document.save())) return undefined;
  // Saving an untitled document makes another one, which is now the active one.
  return document.isUntitled ? window.activeTextEditor?.document : document;
}

/** Keeps `spikelens.brianScript` true while the active editor shows one: the manifest's buttons follow it. */
export function watchActiveEditor(context: ExtensionContext): void {
  const update = () => {
    const document = window.activeTextEditor?.document;
    const isScript = document?.languageId === 'python' && mayUseBrian(document.getText());
    void commands.executeCommand('setContext', 'spikelens.brianScript', isScript);
  };
  context.subscriptions.push(
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidSaveTextDocument(update),
  );
  update();
}
