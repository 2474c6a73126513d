/** A language client for tests: opens documents, asks, and waits for diagnostics. */
import { type ChildProcess, spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import {
  type CompletionItem,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { ServerOptions } from '../../../server/options.ts';
import { serve } from '../../../server/server.ts';

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

export class TestClient {
  readonly published: Published[] = [];
  readonly logged: string[] = [];
  private arrived = () => {};
  private version = 0;

  private constructor(
    private readonly connection: ProtocolConnection,
    private readonly process?: ChildProcess,
  ) {
    connection.onNotification('textDocument/publishDiagnostics', (params: Published) => {
      this.published.push(params);
      this.arrived();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    connection.listen();
  }

  /** A server in this process. */
  static async inProcess(options: ServerOptions, initializationOptions?: object): Promise<TestClient> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    serve(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), options);
    const reader = new StreamMessageReader(toClient);
    const client = new TestClient(createProtocolConnection(reader, new StreamMessageWriter(toServer)));
    await client.initialize(initializationOptions);
    return client;
  }

  /** A server in a process of its own, over standard input and output. */
  static async spawn(command: string, args: readonly string[]): Promise<TestClient> {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new TestClient(connection, child);
    await client.initialize();
    return client;
  }

  open(uri: string, text: string): Promise<void> {
    const version = ++this.version;
    const textDocument = { uri, languageId: 'python', version, text };
    return this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  change(uri: string, text: string): Promise<void> {
    const textDocument = { uri, version: ++this.version };
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges: [{ text }],
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  configure(spikelens: object): Promise<void> {
    return this.connection.sendNotification('workspace/didChangeConfiguration', { settings: { spikelens } });
  }

  /** The diagnostics of the newest version of the document. */
  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const wanted = this.version;
    for (;;) {
      const found = this.published.find((one) => one.uri === uri && one.version === wanted);
      if (found) return found.diagnostics;
      await new Promise<void>((resolve) => {
        this.arrived = resolve;
      });
    }
  }

  /** What the hover says at the first `part` of `text`. */
  async hover(uri: string, text: string, part: string): Promise<string | undefined> {
    const before = text.slice(0, text.indexOf(part)).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)!.length };
    const hover = await this.request<Hover | null>('textDocument/hover', uri, { position });
    return (hover?.contents as { value?: string } | undefined)?.value;
  }

  request<T>(method: string, uri: string, extra: object = {}): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri }, ...extra });
  }

  resolveCompletion(item: CompletionItem): Promise<CompletionItem> {
    return this.connection.sendRequest('completionItem/resolve', item);
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Says good-bye; the exit status of a server process. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    const exited = new Promise<number | null>((resolve) => {
      if (this.process) this.process.once('exit', resolve);
      else resolve(0);
    });
    // A server in this process would end it, tests and all.
    if (this.process) await this.connection.sendNotification('exit');
    const status = await exited;
    this.connection.dispose();
    return status;
  }

  private async initialize(initializationOptions?: object): Promise<void> {
    // A server watches the process that it is told of, for as long as that lives: too long within it.
    const processId = this.process ? process.pid : null;
    const params = { processId, rootUri: null, capabilities: {}, initializationOptions };
    await this.connection.sendRequest('initialize', params);
    await this.connection.sendNotification('initialized', {});
  }
}
