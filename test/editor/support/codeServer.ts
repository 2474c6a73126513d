import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Nothing that distracts: no welcome page, no minimap in the pictures, no assistants. */
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.reduceMotion': 'on',
  'window.commandCenter': false,
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'editor.autoClosingBrackets': 'never',
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
};

/** A code-server of its own, with the packaged extension installed and a folder open. */
export class CodeServer {
  private constructor(
    readonly url: string,
    readonly folder: string,
    private readonly home: string,
    private readonly child: ChildProcess,
    private readonly log: () => string,
  ) {}

  /** `files`: names and texts in the folder that is opened. */
  static async start(files: Readonly<Record<string, string>>): Promise<CodeServer> {
    const home = mkdtempSync(join(tmpdir(), 'editor-'));
    const folder = join(home, 'scripts');
    mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    mkdirSync(join(home, 'user/User'), { recursive: true });
    writeFileSync(join(home, 'user/User/settings.json'), JSON.stringify(SETTINGS));
    const env = environment(home);
    const places = ['--user-data-dir', join(home, 'user'), '--extensions-dir', join(home, 'extensions')];
    const install = [setting('EDITOR_SERVER'), ...places, '--install-extension', setting('EDITOR_VSIX')];
    execFileSync(setting('EDITOR_NODE'), install, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const port = await freePort();
    const options = ['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry'];
    const quiet = [
      '--disable-update-check',
      '--disable-workspace-trust',
      '--disable-getting-started-override',
    ];
    const args = [setting('EDITOR_SERVER'), ...places, ...options, ...quiet];
    const child = spawn(setting('EDITOR_NODE'), args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (log += text));
    const url = `http://127.0.0.1:${port}/`;
    const server = new CodeServer(url, folder, home, child, () => log);
    await server.untilServing();
    return server;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.child.once('close', resolve));
    this.child.kill('SIGTERM');
    await closed;
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  private async untilServing(): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt++) {
      const answer = await fetch(`${this.url}healthz`).catch(() => undefined);
      if (answer?.ok) return;
      if (this.child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The editor does not start:\n${this.log()}`);
  }
}

function environment(home: string): NodeJS.ProcessEnv {
  const path = `${dirname(setting('EDITOR_NODE'))}:${process.env.PATH}`;
  const { VSCODE_IPC_HOOK_CLI: _hook, ...rest } = process.env;
  return { ...rest, PATH: path, XDG_CONFIG_HOME: join(home, 'config'), XDG_DATA_HOME: join(home, 'data') };
}

/** `npm run test:editor` sets these. */
function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the editor tests with "npm run test:editor"`);
  return value;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
