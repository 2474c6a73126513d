import { randomBytes } from 'node:crypto';
import { type Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { Results } from '../simulation/results.ts';
import { figurePage } from './page.ts';

/** The panel beside the editor that shows the figures of the last run. */
export class FigurePanel implements Disposable {
  private panel: WebviewPanel | undefined;
  private figures: readonly string[] = [];

  /** `name`: of the script, for the title. */
  show(name: string, results: Results): void {
    this.figures = results.figures;
    const panel = this.open();
    panel.title = `Figures: ${name}`;
    panel.webview.html = figurePage(name, results, randomBytes(16).toString('hex'));
    panel.reveal(undefined, true);
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private open(): WebviewPanel {
    if (this.panel) return this.panel;
    const panel = window.createWebviewPanel(
      'spikelens.figures',
      'Figures',
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      // The page is plain HTML and a few lines of script: nothing outside it may be loaded.
      { enableScripts: true, localResourceRoots: [] },
    );
    panel.webview.onDidReceiveMessage((message: unknown) => void this.save(message));
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    this.panel = panel;
    return panel;
  }

  /** The page asks to save a figure, by its position. */
  private async save(message: unknown): Promise<void> {
    const index = (message as { save?: unknown } | null)?.save;
    const figure = typeof index === 'number' ? this.figures[index] : undefined;
    if (figure === undefined) return;
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const name = `figure-${Number(index) + 1}.svg`;
    const defaultUri = folder ? Uri.joinPath(folder, name) : Uri.file(name);
    const target = await window.showSaveDialog({ defaultUri, filters: { 'SVG image': ['svg'] } });
    if (target) await workspace.fs.writeFile(target, Buffer.from(figure));
  }
}
