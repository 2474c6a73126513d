import type { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * Decides when a document's diagnostics are computed: once, after its changes have paused. A change
 * cancels what is waiting; results of a text that has changed meanwhile are never handed on.
 */
export class Publisher {
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly debounce: number,
    private readonly publish: (document: TextDocument) => void,
  ) {}

  schedule(document: TextDocument, delay = this.debounce): void {
    this.cancel(document.uri);
    const timer = setTimeout(() => {
      this.waiting.delete(document.uri);
      this.publish(document);
    }, delay);
    this.waiting.set(document.uri, timer);
  }

  cancel(uri: string): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.delete(uri);
  }

  cancelAll(): void {
    for (const uri of [...this.waiting.keys()]) this.cancel(uri);
  }
}
