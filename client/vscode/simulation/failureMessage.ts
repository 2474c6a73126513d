import { dirname, isAbsolute, join } from 'node:path';
import { type OutputChannel, Position, Range, Uri, window, workspace } from 'vscode';
import { type Failure, readFailure } from './failure.ts';

/** Says what went wrong, with a way to the line at fault. Returns when the message is shown. */
export async function showFailure(messages: string, script: string, output: OutputChannel): Promise<void> {
  const failure = readFailure(messages) ?? { message: 'The simulation failed.' };
  const goTo = failure.line === undefined ? [] : [`Go to Line ${failure.line + 1}`];
  // The message stays until the user answers: nothing waits for that.
  void window.showErrorMessage(failure.message, ...goTo, 'Show Output').then((answer) => {
    if (answer === 'Show Output') output.show(true);
    else if (answer !== undefined) void reveal(failure, script);
  });
}

async function reveal(failure: Failure, script: string): Promise<void> {
  const { file = script, line = 0 } = failure;
  const path = isAbsolute(file) ? file : join(dirname(script), file);
  const document = await workspace.openTextDocument(Uri.file(path));
  const {
    text,
    range,
    firstNonWhitespaceCharacterIndex: indent,
  } = document.lineAt(Math.min(line, document.lineCount - 1));
  const start = Math.min(indent + (failure.character ?? 0), text.length);
  const end = failure.length === undefined ? range.end.character : start + failure.length;
  const selection = new Range(new Position(line, start), new Position(line, Math.min(end, text.length)));
  await window.showTextDocument(document, { selection });
}
