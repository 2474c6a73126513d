/** The server in a browser's web worker. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { SERVER_OPTIONS } from './analysis.ts';
import { serve } from './server.ts';

/** What a worker's global scope gives; the compiler settings here know no browser types. */
type WorkerScope = ConstructorParameters<typeof BrowserMessageReader>[0];

const scope = globalThis as unknown as WorkerScope;
serve(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), SERVER_OPTIONS);
