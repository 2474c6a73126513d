import { workspace } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';

/** The server process and the connection to it. */
export class LanguageServer {
  private readonly client: LanguageClient;

  constructor(serverModule: string) {
    // The name is that of the settings section too: `spikelens.trace.server` sets how much is logged.
    this.client = new LanguageClient(
      'spikelens',
      'Spikelens Language Server',
      { module: serverModule, transport: TransportKind.ipc },
      clientOptions(),
    );
  }

  start(): Promise<void> {
    return this.client.start();
  }

  stop(): Promise<void> {
    return this.client.stop();
  }
}

function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: [{ language: 'python' }],
    initializationOptions: workspace.getConfiguration('spikelens'),
    synchronize: { configurationSection: 'spikelens' },
  };
}
