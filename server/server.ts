/** The language server: documents in, the language service's answers out. Knows LSP, decides nothing about Brian. */
import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as language from '../core/language/index.ts';
import type { ScriptModel } from '../core/language/model.ts';
import * as convert from './convert.ts';
import { Models } from './models.ts';
import { DEFAULT_SETTINGS, type ServerOptions, settingsFrom } from './options.ts';
import { UNIT_TREE, type UnitTreeParams, type UnitTreeResult } from './protocol.ts';
import { Publisher } from './publisher.ts';

/** Serves one client over `connection` until it says good-bye. */
export function serve(connection: Connection, options: ServerOptions): void {
  const documents = new TextDocuments(TextDocument);
  const find = (uri: string) => documents.get(uri);
  const models = new Models(options, find, (message) => connection.console.error(message));
  let settings = DEFAULT_SETTINGS;

  const publish = (document: TextDocument) => {
    // The text may have changed or gone between the timer and now; its own timer answers for it.
    if (documents.get(document.uri) !== document) return;
    const found = settings.diagnostics.enable ? language.diagnostics(models.of(document)) : [];
    const diagnostics = found.map((one) => convert.toDiagnostic(document, one, find));
    void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
  };
  const publisher = new Publisher(options.debounce, guarded(connection, 'diagnostics', publish));

  connection.onInitialize((params: InitializeParams) => {
    settings = settingsFrom(params.initializationOptions);
    return capabilities();
  });
  connection.onDidChangeConfiguration((change) => {
    settings = settingsFrom(change.settings);
    for (const document of documents.all()) publisher.schedule(document, 0);
  });
  documents.onDidOpen(({ document }) => publisher.schedule(document, 0));
  documents.onDidChangeContent(({ document }) => publisher.schedule(document));
  documents.onDidClose(({ document }) => {
    publisher.cancel(document.uri);
    models.forget(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  connection.onShutdown(() => publisher.cancelAll());
  answerRequests(connection, documents, models);
  documents.listen(connection);
  connection.listen();
}

function capabilities(): InitializeResult {
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: { prepareProvider: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      documentSymbolProvider: true,
      signatureHelpProvider: { triggerCharacters: ['(', ','] },
      codeLensProvider: {},
      completionProvider: { triggerCharacters: [':', '(', '.', "'", '"', ','], resolveProvider: true },
    },
    serverInfo: { name: 'spikelens' },
  };
}

function answerRequests(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  models: Models,
): void {
  const find = (uri: string) => documents.get(uri);
  /** Runs a feature on the document's model; undefined where it isn't open or Brian isn't used. */
  const ask = <T>(uri: string, feature: (model: ScriptModel, document: TextDocument) => T): T | undefined => {
    const document = find(uri);
    const model = document && models.of(document);
    return document && model?.usesBrian ? feature(model, document) : undefined;
  };
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
  connection.onDefinition(({ textDocument, position }) =>
    ask(textDocument.uri, (model, document) => {
      const location = language.definition(model, document.offsetAt(position));
      return location && convert.toLocation(location, find);
    }),
  );
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
  connection.onSignatureHelp(({ textDocument, position }) =>
    ask(textDocument.uri, (model, document) => {
      const help = language.signatureHelp(model, document.offsetAt(position));
      return help && convert.toSignatureHelp(help);
    }),
  );
  connection.onCodeAction(({ textDocument, range, context }) =>
    ask(textDocument.uri, (model, document) =>
      language
        .codeActions(model, convert.fromRange(document, range))
        .map((action) => convert.toCodeAction(document, action, context.diagnostics)),
    ),
  );
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

/** An error of ours in the background must end neither the server nor the user's session. */
function guarded<T>(connection: Connection, what: string, action: (value: T) => void): (value: T) => void {
  return (value) => {
    try {
      action(value);
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      connection.console.error(`${what}: ${reason}`);
    }
  };
}
