/** The one place where the core's offsets become LSP's positions, and its values LSP's. */
import {
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  DiagnosticSeverity,
  type Hover,
  LSPErrorCodes,
  type CodeAction as LspCodeAction,
  type CodeLens as LspCodeLens,
  type Diagnostic as LspDiagnostic,
  type DocumentSymbol as LspDocumentSymbol,
  type Location as LspLocation,
  type SignatureHelp as LspSignatureHelp,
  type Range,
  ResponseError,
  SymbolKind,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CodeAction,
  CodeLens,
  Completion,
  CompletionKind,
  Diagnostic,
  DocumentSymbol,
  HoverResult,
  Renaming,
  SignatureHelp,
  UnitTree,
} from '../core/language/index.ts';
import type { Location, TextRange } from '../core/text/range.ts';
import type { UnitTreeResult } from './protocol.ts';

export const SOURCE = 'spikelens';

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const COMPLETION_KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  variable: CompletionItemKind.Variable,
  constant: CompletionItemKind.Constant,
  function: CompletionItemKind.Function,
  class: CompletionItemKind.Class,
  method: CompletionItemKind.Method,
  unit: CompletionItemKind.Unit,
  flag: CompletionItemKind.Keyword,
  argument: CompletionItemKind.Property,
  event: CompletionItemKind.Event,
  value: CompletionItemKind.EnumMember,
};

/** Gives the text of a document that a location names; undefined where it is not open. */
export type FindDocument = (uri: string) => TextDocument | undefined;

export function toRange(document: TextDocument, range: TextRange): Range {
  return { start: document.positionAt(range.start), end: document.positionAt(range.end) };
}

export function fromRange(document: TextDocument, { start, end }: Range): TextRange {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

/** A place in a document that is not open has no positions: it is named, with its beginning. */
export function toLocation(location: Location, find: FindDocument): LspLocation {
  const document = find(location.document);
  const start = { line: 0, character: 0 };
  return {
    uri: location.document,
    range: document ? toRange(document, location.range) : { start, end: start },
  };
}

export function toDiagnostic(
  document: TextDocument,
  diagnostic: Diagnostic,
  find: FindDocument,
): LspDiagnostic {
  return {
    range: toRange(document, diagnostic.range),
    severity: SEVERITIES[diagnostic.severity],
    code: diagnostic.code,
    source: SOURCE,
    message: diagnostic.message,
    relatedInformation: diagnostic.related.map(({ message, location }) => ({
      message,
      location: toLocation(location, find),
    })),
  };
}

export function toHover(document: TextDocument, hover: HoverResult): Hover {
  return { contents: { kind: 'markdown', value: hover.markdown }, range: toRange(document, hover.range) };
}

export function toUnitTree(document: TextDocument, { range, markdown }: UnitTree): UnitTreeResult {
  return { range: toRange(document, range), markdown };
}

export function toCodeLens(document: TextDocument, lens: CodeLens): LspCodeLens {
  const { title, command } = lens;
  return { range: toRange(document, lens.range), command: { title, command, arguments: [document.uri] } };
}

/** What a client hands back when it wants the documentation of a completion. */
export interface CompletionData {
  readonly uri: string;
  readonly offset: number;
}

export function toCompletionItem(
  document: TextDocument,
  offset: number,
  completion: Completion,
): CompletionItem {
  const { name, kind, detail, insert, replace } = completion;
  const data: CompletionData = { uri: document.uri, offset };
  return {
    label: name,
    kind: COMPLETION_KINDS[kind],
    detail,
    textEdit: { range: toRange(document, replace), newText: insert ?? name },
    data,
  };
}

/** A quick fix, and those of the client's diagnostics that it is for. */
export function toCodeAction(
  document: TextDocument,
  { title, edits, range, code }: CodeAction,
  shown: readonly LspDiagnostic[],
): LspCodeAction {
  const { start } = toRange(document, range);
  const diagnostics = shown.filter(
    (one) =>
      one.code === code &&
      one.range.start.line === start.line &&
      one.range.start.character === start.character,
  );
  const changes = edits.map((edit) => ({ range: toRange(document, edit.range), newText: edit.newText }));
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: { changes: { [document.uri]: changes } },
  };
}

/** Raises what the user is shown where the name can't be changed. */
export function toWorkspaceEdit(document: TextDocument, renaming: Renaming): WorkspaceEdit {
  if ('refusal' in renaming) throw new ResponseError(LSPErrorCodes.RequestFailed, renaming.refusal);
  const edits = renaming.edits.map(({ range, newText }) => ({ range: toRange(document, range), newText }));
  return { changes: { [document.uri]: edits } };
}

export function toSignatureHelp({
  label,
  documentation,
  parameters,
  active,
}: SignatureHelp): LspSignatureHelp {
  const markdown = (value: string) => ({ kind: 'markdown' as const, value });
  const signature = {
    label,
    documentation: markdown(documentation),
    parameters: parameters.map((one) => ({ label: one.label, documentation: markdown(one.documentation) })),
  };
  // Beyond the last argument nothing is active; a client would take the first where nothing is said.
  return { signatures: [signature], activeSignature: 0, activeParameter: active ?? parameters.length };
}

export function toDocumentSymbol(document: TextDocument, symbol: DocumentSymbol): LspDocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbol.kind === 'object' ? SymbolKind.Object : SymbolKind.Variable,
    range: toRange(document, symbol.range),
    selectionRange: toRange(document, symbol.range),
    children: symbol.children.map((child) => toDocumentSymbol(document, child)),
  };
}
