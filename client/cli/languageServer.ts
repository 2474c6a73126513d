/** `spikelens lsp --stdio`. */
import { startServer } from '../../server/node.ts';

/** Never returns: the server ends the process when its client says so. */
export function serve(): Promise<number> {
  startServer();
  return new Promise(() => {});
}
