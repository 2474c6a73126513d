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
import * as convert from './convert.ts';
import { Models } from './models.ts';
import { DEFAULT_SETTINGS, type ServerOptions, settingsFrom } from './options.ts';
import { Publisher } from './publisher.ts';
import { answerRequests } from './requests.ts';

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
