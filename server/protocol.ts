/** What the server answers beyond LSP, for editors that know of it. */
import type { Range, TextDocumentIdentifier } from 'vscode-languageserver';

/**
 * The units of the expression under a selection, operand by operand; with an empty range, of the one at the
 * cursor. The result is null where there is no expression.
 */
export const UNIT_TREE = 'spikelens/unitTree';

export interface UnitTreeParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly range: Range;
}

export interface UnitTreeResult {
  /** The expression that is explained. */
  readonly range: Range;
  readonly markdown: string;
}
