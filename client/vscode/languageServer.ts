import { Hover, MarkdownString, type Range, type TextDocument, workspace } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { UNIT_TREE, type UnitTreeParams, type UnitTreeResult } from '../../server/protocol.ts';
import { type AskUnits, unitsOfSelection } from './units.ts';

/** The server process and the connection to it. */
export class LanguageServer {
  private readonly client: LanguageClient;

  constructor(serverModule: string) {
    // The name is that of the settings section too: `spikelens.trace.server` sets how much is logged.
    this.client = new LanguageClient(
      'spikelens',
      'Spikelens Language Server',
      { module: serverModule, transport: TransportKind.ipc },
      clientOptions((document, range) => this.unitTree(document, range)),
    );
  }

  start(): Promise<void> {
    return this.client.start();
  }

  /** The units of the expression under a range, for a hover; undefined where there is none. */
  async unitTree(document: TextDocument, range: Range): Promise<Hover | undefined> {
    const params: UnitTreeParams = {
      textDocument: { uri: document.uri.toString() },
      range: this.client.code2ProtocolConverter.asRange(range),
    };
    const tree = await this.client.sendRequest<UnitTreeResult | null>(UNIT_TREE, params);
    if (tree === null) return undefined;
    return new Hover(
      new MarkdownString(tree.markdown),
      this.client.protocol2CodeConverter.asRange(tree.range),
    );
  }

  stop(): Promise<void> {
    return this.client.stop();
  }
}

function clientOptions(ask: AskUnits): LanguageClientOptions {
  return {
    middleware: { provideHover: unitsOfSelection(ask) },
    documentSelector: [{ language: 'python' }],
    initializationOptions: workspace.getConfiguration('spikelens'),
    synchronize: { configurationSection: 'spikelens' },
  };
}
