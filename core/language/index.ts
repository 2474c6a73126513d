/** The language service: pure functions over what analysis knows of a script. */

export { type CodeAction, codeActions } from './codeActions/index.ts';
export { type CodeLens, codeLenses } from './codeLenses.ts';
export {
  type Completion,
  type CompletionKind,
  completionDocumentation,
  completions,
} from './completions/index.ts';
export { definition } from './definition.ts';
export { type Diagnostic, diagnostics } from './diagnostics.ts';
export { type DocumentSymbol, documentSymbols } from './documentSymbols.ts';
export { type HoverResult, hover } from './hover.ts';
export type { CodeString, CodeStringTree, Definition, ScriptModel } from './model.ts';
export { highlights, references } from './references.ts';
export { type Renaming, rename, renameRange, type TextEdit } from './rename.ts';
export { type SignatureHelp, signatureHelp } from './signatureHelp.ts';
export { type UnitTree, unitTree } from './units/index.ts';
