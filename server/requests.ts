/** Answers requests: finds the model, converts the position, asks the language service, converts back. */
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import * as language from '../core/language/index.ts';
import type { ScriptModel } from '../core/language/model.ts';
import * as convert from './convert.ts';
import type { Models } from './models.ts';
import { UNIT_TREE, type UnitTreeParams, type UnitTreeResult } from './protocol.ts';

/** Runs a feature on a document's model; undefined where it isn't open or Brian isn't used. */
type Ask = <T>(uri: string, feature: (model: ScriptModel, document: TextDocument) => T) => T | undefined;

export function answerRequests(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  models: Models,
): void {
  const find = (uri: string) => documents.get(uri);
  const ask: Ask = (uri, feature) => {
    const document = find(uri);
    const model = document && models.of(document);
    return document && model?.usesBrian ? feature(model, document) : undefined;
  };
  explain(connection, ask);
  complete(connection, ask);
  navigate(connection, ask, find);
  change(connection, ask);
}

/** Texts about what is there. */
function explain(connection: Connection, ask: Ask): void {
  connection.onHover(({ textDocument, position }) =>
    ask(textDocument.uri, (model, document) => {
      const hover = language.hover(model, document.offsetAt(position));
      return hover && convert.toHover(document, hover);
    }),
  );
  connection.onRequest(UNIT_TREE, ({ textDocument, range }: UnitTreeParams): UnitTreeResult | null => {
    const answer = ask(textDocument.uri, (model, document) => {
      const tree = language.unitTree(model, convert.fromRange(document, range));
      return tree && convert.toUnitTree(document, tree);
    });
    return answer ?? null;
  });
  connection.onCodeLens(({ textDocument }) =>
    ask(textDocument.uri, (model, document) =>
      language.codeLenses(model).map((lens) => convert.toCodeLens(document, lens)),
    ),
  );
  connection.onDocumentSymbol(({ textDocument }) =>
    ask(textDocument.uri, (model, document) =>
      language.documentSymbols(model).map((symbol) => convert.toDocumentSymbol(document, symbol)),
    ),
  );
}

/** Help while typing. */
function complete(connection: Connection, ask: Ask): void {
  connection.onCompletion(({ textDocument, position }) =>
    ask(textDocument.uri, (model, document) => {
      const offset = document.offsetAt(position);
      return language
        .completions(model, offset)
        .map((completion) => convert.toCompletionItem(document, offset, completion));
    }),
  );
  connection.onCompletionResolve((item) => {
    const { uri, offset } = item.data as convert.CompletionData;
    const value = ask(uri, (model) => language.completionDocumentation(model, offset, item.label));
    return value === undefined ? item : { ...item, documentation: { kind: 'markdown', value } };
  });
  connection.onSignatureHelp(({ textDocument, position }) =>
    ask(textDocument.uri, (model, document) => {
      const help = language.signatureHelp(model, document.offsetAt(position));
      return help && convert.toSignatureHelp(help);
    }),
  );
}

function navigate(connection: Connection, ask: Ask, find: convert.FindDocument): void {
  connection.onDefinition(({ textDocument, position }) =>
    ask(textDocument.uri, (model, document) => {
      const location = language.definition(model, document.offsetAt(position));
      return location && convert.toLocation(location, find);
    }),
  );
  connection.onReferences(({ textDocument, position, context }) =>
    ask(textDocument.uri, (model, document) =>
      language
        .references(model, document.offsetAt(position), context.includeDeclaration)
        .map((location) => convert.toLocation(location, find)),
    ),
  );
  connection.onDocumentHighlight(({ textDocument, position }) =>
    ask(textDocument.uri, (model, document) =>
      language
        .highlights(model, document.offsetAt(position))
        .map((range) => ({ range: convert.toRange(document, range) })),
    ),
  );
}

/** Edits of the text. */
function change(connection: Connection, ask: Ask): void {
  connection.onPrepareRename(({ textDocument, position }) =>
    ask(textDocument.uri, (model, document) => {
      const found = language.renameRange(model, document.offsetAt(position));
      return found && { range: convert.toRange(document, found.range), placeholder: found.name };
    }),
  );
  connection.onRenameRequest(({ textDocument, position, newName }) =>
    ask(textDocument.uri, (model, document) =>
      convert.toWorkspaceEdit(document, language.rename(model, document.offsetAt(position), newName)),
    ),
  );
  connection.onCodeAction(({ textDocument, range, context }) =>
    ask(textDocument.uri, (model, document) =>
      language
        .codeActions(model, convert.fromRange(document, range))
        .map((action) => convert.toCodeAction(document, action, context.diagnostics)),
    ),
  );
}
