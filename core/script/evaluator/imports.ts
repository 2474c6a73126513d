/** `import`. */
import { didYouMean, oneSlipFrom } from '../../namespaces/nearest.ts';
import { pythonError } from '../objects/errors.ts';
import { PyModule } from '../objects/module.ts';
import { attributeNames, findAttribute } from '../operations/attributes.ts';
import type { ImportedName, Span, StmtOf } from '../syntax/ast.ts';
import { type PyValue, Unknown } from '../values.ts';
import type { Compiler } from './compiler.ts';
import { type Exec, type Frame, NORMAL } from './frame.ts';
import { storeName } from './variables.ts';

/** Finds modules by their dotted names; undefined where there is no such module. */
export type ModuleFinder = (name: string) => PyModule | undefined;

export function compileImport(c: Compiler, statement: StmtOf<'import'>, find: ModuleFinder): Exec {
  const imports = statement.names.map((imported) => {
    const [first = ''] = imported.name.split('.');
    return { imported, store: storeName(c, imported.as ?? first, imported) };
  });
  return (frame) => {
    for (const { imported, store } of imports) {
      frame.at = statement;
      store(frame, importedModule(c, frame, imported, find));
    }
    return NORMAL;
  };
}

/** What `import a.b` binds: `a`; what `import a.b as x` binds: `a.b`. */
function importedModule(c: Compiler, frame: Frame, imported: ImportedName, find: ModuleFinder): PyValue {
  const parts = imported.name.split('.');
  let top: PyValue = null;
  let module: PyValue = null;
  for (let i = 1; i <= parts.length; i++) {
    const name = parts.slice(0, i).join('.');
    const isPackage = i < parts.length && find(name) === undefined && find(imported.name) !== undefined;
    const found: PyValue = isPackage
      ? new PyModule(name)
      : moduleNamed(c, frame, name, imported, find, module);
    if (
      module instanceof PyModule &&
      found instanceof PyModule &&
      module.lookup(parts[i - 1] ?? '') === undefined
    )
      module.members.set(parts[i - 1] ?? '', found);
    module = found;
    if (i === 1) top = module;
    if (module instanceof Unknown) break;
  }
  return imported.as === undefined ? top : module;
}

function moduleNamed(
  c: Compiler,
  frame: Frame,
  name: string,
  span: Span,
  find: ModuleFinder,
  parent: PyValue,
): PyValue {
  const found = find(name);
  if (found) return found;
  const attribute =
    parent instanceof PyModule ? parent.lookup(name.slice(name.lastIndexOf('.') + 1)) : undefined;
  return attribute instanceof PyModule ? attribute : unknownModule(c, frame, name, span);
}

/** Names that resemble no package of another author: a slip in one of them is no module that just isn't known here. */
const UNMISTAKABLE = [
  ...[
    'brian2',
    'brian2.only',
    'brian2.numpy_',
    'brian2.units',
    'brian2.units.allunits',
    'brian2.units.stdunits',
  ],
  ...[
    'brian2.units.constants',
    'brian2.units.fundamentalunits',
    'brian2.core.functions',
    'brian2.core.preferences',
  ],
  ...['numpy', 'numpy.random', 'numpy.linalg', 'matplotlib', 'matplotlib.pyplot'],
];

/** Raises ModuleNotFoundError in a run; in analysis it is a module of which nothing is known. */
function unknownModule(c: Compiler, frame: Frame, name: string, span: Span): PyValue {
  if (!c.analysing) throw pythonError('ModuleNotFoundError', `No module named '${name}'`);
  const { analysis } = c.evaluator;
  const meant = oneSlipFrom(name, UNMISTAKABLE);
  const problem = meant === undefined ? unknownModuleProblem(name) : misspeltModule(name, meant);
  const location = { document: frame.code.document, range: { start: span.start, end: span.end } };
  if (!analysis.insideTry) analysis.report({ ...problem, errorClass: 'ModuleNotFoundError', location });
  return new Unknown();
}

function unknownModuleProblem(name: string) {
  const message = `Module '${name}' is not known; what comes from it is not checked.`;
  return { code: 'unknown-module', severity: 'warning', message } as const;
}

function misspeltModule(name: string, meant: string) {
  const message = `No module named '${name}'`;
  return { code: 'unknown-module', severity: 'error', message, hint: `Did you mean '${meant}'?` } as const;
}

export function compileImportFrom(c: Compiler, statement: StmtOf<'importFrom'>, find: ModuleFinder): Exec {
  const { names, module } = statement;
  const source = (frame: Frame): PyValue => {
    frame.at = statement;
    if (module === '' || statement.level > 1)
      throw pythonError('ImportError', 'attempted relative import with no known parent package');
    return moduleNamed(c, frame, module, statement, find, null);
  };
  if (names === '*') return wildcard(c, statement, source);
  const stores = names.map((imported) => ({
    imported,
    store: storeName(c, imported.as ?? imported.name, imported),
  }));
  return (frame) => {
    const from = source(frame);
    for (const { imported, store } of stores) {
      frame.at = statement;
      store(frame, importedName(c, from, module, imported, find));
    }
    return NORMAL;
  };
}

function importedName(
  c: Compiler,
  from: PyValue,
  module: string,
  imported: ImportedName,
  find: ModuleFinder,
): PyValue {
  if (from instanceof Unknown) return new Unknown();
  const value = findAttribute(from, imported.name, c.evaluator);
  if (value !== undefined) return value;
  const submodule = find(`${module}.${imported.name}`);
  if (submodule !== undefined) return submodule;
  if (c.analysing && from instanceof PyModule && from.mayHave(imported.name)) return new Unknown();
  const location = c.locationOf(imported);
  throw pythonError(
    'ImportError',
    `cannot import name '${imported.name}' from '${module}' (unknown location)`,
    location,
    didYouMean(imported.name, attributeNames(from)),
  );
}

function wildcard(c: Compiler, statement: StmtOf<'importFrom'>, source: (frame: Frame) => PyValue): Exec {
  const location = c.locationOf(statement);
  return (frame) => {
    const module = source(frame);
    if (module instanceof PyModule) c.globals.importAll(module, location);
    else c.globals.open = true;
    return NORMAL;
  };
}
