/** Units of the selected expression: in the hover over the selection, and as a command. */
import {
  commands,
  type Disposable,
  type Hover,
  type ProviderResult,
  type Range,
  Selection,
  type TextDocument,
  window,
} from 'vscode';
import type { HoverMiddleware } from 'vscode-languageclient';

export type AskUnits = (document: TextDocument, range: Range) => Promise<Hover | undefined>;

/** A hover over a selection explains the selected expression; any other is the server's own. */
export function unitsOfSelection(ask: AskUnits): NonNullable<HoverMiddleware['provideHover']> {
  return async (document, position, token, next): Promise<Hover | null | undefined> => {
    const selection = window.activeTextEditor?.selection;
    const isOver =
      window.activeTextEditor?.document === document && !selection?.isEmpty && selection?.contains(position);
    const units = selection && isOver ? await ask(document, selection) : undefined;
    return units ?? (await (next(document, position, token) as ProviderResult<Hover>));
  };
}

/** `Show Units of Selection`: selects the expression at the cursor where nothing is selected, and shows its hover. */
export function registerUnitsCommand(ask: AskUnits): Disposable {
  return commands.registerCommand('spikelens.showUnits', async () => {
    const editor = window.activeTextEditor;
    const units = editor && (await ask(editor.document, editor.selection));
    if (editor === undefined || units?.range === undefined) {
      void window.showInformationMessage('There is no expression with units here.');
      return;
    }
    editor.selection = new Selection(units.range.start, units.range.end);
    await commands.executeCommand('editor.action.showHover');
  });
}
