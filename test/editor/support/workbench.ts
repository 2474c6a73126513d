import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Pictures of the last tests; `npm run test:editor -- --pictures` renews those of the documentation. */
const PICTURES =
  process.env.EDITOR_PICTURES ?? fileURLToPath(new URL('../../../out/editor/', import.meta.url));

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** VS Code's window, as a person sees and uses it: text on the screen, mouse and keyboard. */
export class Workbench {
  private constructor(
    readonly page: Page,
    private readonly browser: Browser,
  ) {}

  static async open(url: string, folder: string): Promise<Workbench> {
    const executablePath = process.env.SPIKELENS_CHROMIUM ?? '/usr/bin/chromium';
    const browser = await chromium.launch({ executablePath, headless: true, args: ARGUMENTS });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(60_000);
    await page.addInitScript({ path: fileURLToPath(new URL('inPage.js', import.meta.url)) });
    await page.goto(`${url}?folder=${encodeURIComponent(folder)}`);
    await page.locator('.monaco-workbench .explorer-folders-view').waitFor();
    return new Workbench(page, browser);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /** Opens a file of the folder by double-clicking it in the explorer, and waits for its text. */
  async openFile(name: string): Promise<void> {
    await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().dblclick();
    await this.page.locator(`.editor-group-container .tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.monaco-editor .view-line').first().waitFor();
  }

  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Where `part` of the line that holds `line` is drawn. */
  async boxOf(line: string, part: string): Promise<Box> {
    const box = await this.page.evaluate<Box | null>(
      `boxOfText(${JSON.stringify(line)}, ${JSON.stringify(part)})`,
    );
    if (box === null) throw new Error(`"${part}" in "${line}" is not on the screen`);
    return box;
  }

  /** The drawn underlines of one severity. */
  squiggles(severity: 'error' | 'warning'): Promise<Box[]> {
    return this.page.evaluate<Box[]>(`boxesOfSquiggles('${severity}')`);
  }

  /** The colour of the piece of a line that holds exactly `part`, or the piece that it is in. */
  async colourOf(line: string, part: string): Promise<string | undefined> {
    const pieces = await this.page.evaluate<[string, string][]>(`coloursOfLine(${JSON.stringify(line)})`);
    const exact = pieces.find(([text]) => text.trim() === part);
    return (exact ?? pieces.find(([text]) => text.includes(part)))?.[1];
  }

  /** Rests the mouse on a word until the hover shows, and returns its text. */
  async hover(line: string, part: string): Promise<string> {
    const { left, right, top, bottom } = await this.boxOf(line, part);
    // A hover opens for a mouse that moves and then rests.
    await this.page.mouse.move(left - 40, bottom + 60);
    await this.page.mouse.move((left + right) / 2, (top + bottom) / 2, { steps: 4 });
    const shown = this.page.locator('.monaco-resizable-hover .monaco-hover:not(.hidden)');
    await shown.waitFor();
    const text = async () => ((await shown.textContent()) ?? '').replaceAll('\u00a0', ' ');
    await until(async () => !(await text()).includes('Loading...'), 'the hover to load');
    return text();
  }

  /** What the hover says that is open now. */
  async hoverText(): Promise<string> {
    const shown = this.page.locator('.monaco-resizable-hover .monaco-hover:not(.hidden)');
    if ((await shown.count()) === 0) return '';
    return ((await shown.first().textContent()) ?? '').replaceAll('\u00a0', ' ');
  }

  /** Selects `part` of a line with the mouse. */
  async select(line: string, part: string): Promise<void> {
    const { left, right, top, bottom } = await this.boxOf(line, part);
    await this.page.mouse.move(left, (top + bottom) / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(right, (top + bottom) / 2, { steps: 6 });
    await this.page.mouse.up();
  }

  /** The first line of the list of suggestions, once it shows, with its details beside it. */
  async suggestion(): Promise<string> {
    const row = this.page.locator('.suggest-widget.visible .monaco-list-row').first();
    await row.waitFor();
    const text = (await row.textContent()) ?? '';
    // Details stay open once they were.
    const details = this.page.locator('.suggest-details:visible');
    if ((await details.count()) === 0) await this.page.keyboard.press('Control+Space');
    return text.replaceAll('\u00a0', ' ');
  }

  async leaveHover(): Promise<void> {
    await this.page.mouse.move(5, 400);
    await this.page
      .locator('.monaco-resizable-hover .monaco-hover:not(.hidden)')
      .waitFor({ state: 'hidden' });
  }

  /** Puts the cursor right behind a word and types. */
  async typeBehind(line: string, part: string, text: string): Promise<void> {
    const { right, top, bottom } = await this.boxOf(line, part);
    await this.page.mouse.click(right - 1, (top + bottom) / 2);
    await this.page.keyboard.type(text, { delay: 40 });
  }

  async clickCodeLens(title: string): Promise<void> {
    await this.page.locator('.codelens-decoration a', { hasText: title }).first().click();
  }

  /** What the output panel shows, once it is open. */
  async outputText(): Promise<string> {
    const lines = await this.page.locator('.panel .monaco-editor .view-line').allTextContents();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** The innermost frame of a webview that shows `selector`. */
  webview(selector: string): Promise<Frame> {
    return until(async () => {
      for (const frame of this.page.frames())
        if (
          (await frame
            .locator(selector)
            .count()
            .catch(() => 0)) > 0
        )
          return frame;
      return undefined;
    }, `a panel with ${selector}`);
  }

  /** Keeps a picture of the window. */
  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    // Hovers fade in.
    await this.page.waitForTimeout(500);
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }
}

/** Asks again until there is an answer; raises after `timeout` milliseconds. */
export async function until<T>(
  ask: () => Promise<T>,
  what: string,
  timeout = 60_000,
): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false)
      return answer as NonNullable<Exclude<T, false>>;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Waited in vain for ${what}`);
}
