import assert from 'node:assert/strict';
import { builtinModules } from 'node:module';
import { cycles, type Import, importsOf, sourceFiles, sourceText } from './imports.ts';

const BUILTIN = new Set(builtinModules);

function isNode({ to, isPackage }: Import): boolean {
  return isPackage && (to.startsWith('node:') || BUILTIN.has(to.split('/')[0]!));
}

function isEditor({ to, isPackage }: Import): boolean {
  return isPackage && /^vscode/.test(to);
}

function inFolders({ to, isPackage }: Import, ...folders: string[]): boolean {
  return !isPackage && folders.some((folder) => to.startsWith(`${folder}/`));
}

/** Files and processes as such; what else Node offers is harmless. */
function reachesOut({ to, isPackage }: Import): boolean {
  return (
    isPackage && /^(node:)?(fs|child_process|worker_threads|net|http|https|os|cluster|vm)(\/|$)/.test(to)
  );
}

function shown({ from, to }: Import): string {
  return `${from} imports ${to}`;
}

function offenders(folder: string, isOffence: (one: Import) => boolean): string[] {
  return sourceFiles(folder).flatMap(importsOf).filter(isOffence).map(shown);
}

describe('architecture', () => {
  for (const folder of ['core', 'grammars']) {
    it(`${folder} imports no Node module`, () => assert.deepEqual(offenders(folder, isNode), []));
    it(`${folder} imports no LSP and no VS Code`, () => assert.deepEqual(offenders(folder, isEditor), []));
    it(`${folder} imports neither server nor client`, () => {
      assert.deepEqual(
        offenders(folder, (one) => inFolders(one, 'server', 'client', 'test', 'scripts')),
        [],
      );
    });
    it(`${folder} uses no global of Node`, () => {
      const uses = /(?<![\w.'"`])(process\.(env|argv|cwd|exit|stdout|stderr)|Buffer\.|require\('|__dirname)/;
      assert.deepEqual(
        sourceFiles(folder).filter((file) => uses.test(code(file))),
        [],
      );
    });
  }

  it('the server touches neither files nor processes, and Node only in its Node entry', () => {
    assert.deepEqual(offenders('server', reachesOut), []);
    const isEntry = (one: Import) => one.from === 'server/node.ts' || one.from === 'server/main.ts';
    const node = (one: Import) => isNode(one) || one.to === 'vscode-languageserver/node';
    assert.deepEqual(
      offenders('server', (one) => node(one) && !isEntry(one)),
      [],
    );
    assert.deepEqual(
      offenders('server', (one) => inFolders(one, 'client', 'test', 'scripts')),
      [],
    );
  });

  it('state updaters know no target, and code generation knows no device', () => {
    const device = (one: Import) => /^core\/devices\/(cpp|runtime)/.test(one.to);
    assert.deepEqual(
      offenders('core/stateupdaters', (one) => inFolders(one, 'core/codegen/targets') || device(one)),
      [],
    );
    assert.deepEqual(offenders('core/codegen', device), []);
  });

  it('generated JavaScript is made executable in one place', () => {
    const compiles = sourceFiles('core').filter((file) =>
      /\bnew Function\b|(?<![.\w])eval\(/.test(code(file)),
    );
    assert.deepEqual(
      compiles.filter((file) => !file.startsWith('core/devices/')),
      [],
    );
  });

  it('no files import values of each other in a circle', () => {
    const files = ['core', 'grammars', 'server', 'client'].flatMap(sourceFiles);
    assert.deepEqual(cycles(files), []);
  });

  it('reads imports as TypeScript does', () => {
    const found = importsOf('test/architecture/imports.test.ts').map(({ to, isPackage, typeOnly }) => [
      to,
      isPackage,
      typeOnly,
    ]);
    assert.deepEqual(found, [
      ['node:assert/strict', true, false],
      ['node:module', true, false],
      ['test/architecture/imports.ts', false, false],
    ]);
  });
});

/** The text without comments. */
function code(file: string): string {
  return sourceText(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}
