/** Evaluates scripts: runs them, or finds out what a run would do. */
import type { Host } from '../../devices/host.ts';
import type { Session } from '../../network/session.ts';
import type { Problem } from '../../problems/problem.ts';
import { BUILTINS } from '../builtins/index.ts';
import type { Interpreter, ScriptFrame } from '../interpreter.ts';
import { pythonError } from '../objects/errors.ts';
import { PyModule } from '../objects/module.ts';
import type { PyRaised } from '../objects/raised.ts';
import { PyTuple } from '../objects/sequences.ts';
import type { ScriptFailure } from '../results.ts';
import type { Expr } from '../syntax/ast.ts';
import { type ParsedScript, parseScript } from '../syntax/parse.ts';
import { PyStr, type PyValue } from '../values.ts';
import { type AnalysisBudget, DEFAULT_BUDGET } from './analysisState.ts';
import { boundNames } from './boundNames.ts';
import { ScriptCompiler } from './compile.ts';
import { Evaluator, type NumberAttribute } from './evaluator.ts';
import { Frame, NORMAL } from './frame.ts';
import type { Globals } from './globals.ts';
import { raisedFromProblem } from './raising.ts';
import type { ModuleRegistry } from './registry.ts';
import { Scope } from './scope.ts';
import { SUPER } from './superObject.ts';
import { syntaxErrorText, tracebackText } from './traceback.ts';

export * from '../objects/index.ts';
export { PyFunction } from './functions.ts';
export { PyGenerator } from './generatorObject.ts';
export { type ModuleFactory, ModuleRegistry, type ReadSibling } from './registry.ts';
export { nearestName } from './suggestions.ts';

export interface EvaluateOptions {
  readonly session: Session;
  readonly mode: 'analysis' | 'run';
  /** Absent in analysis. */
  readonly host?: Host;
  readonly modules: ModuleRegistry;
  readonly numberAttribute?: NumberAttribute;
  readonly budget?: Partial<AnalysisBudget>;
  /** Python expressions that replace what the script assigns to module-level names. */
  readonly overrides?: ReadonlyMap<string, string>;
  /** An earlier state of the script; what did not change is not parsed again. */
  readonly previous?: ParsedScript;
  /** `__name__`; default `__main__`. */
  readonly name?: string;
}

export interface Evaluation {
  /** The module's names. */
  readonly globals: ScriptFrame;
  /** What ended the script, where it did not end by itself. */
  readonly error?: ScriptFailure;
  /** What the evaluator found; natives report theirs to the session. */
  readonly problems: readonly Problem[];
  readonly ctx: Interpreter;
  readonly parsed: ParsedScript;
}

/** Evaluates a script. Never throws for anything that the script says or does. */
export function evaluate(source: string, document: string, options: EvaluateOptions): Evaluation {
  return new Evaluations(options).main(source, document);
}

class Evaluations {
  private readonly evaluator: Evaluator;
  private readonly texts = new Map<string, string>();
  private readonly problems: Problem[] = [];

  constructor(private readonly options: EvaluateOptions) {
    this.evaluator = new Evaluator({
      session: options.session,
      mode: options.mode,
      host: options.host,
      budget: { ...DEFAULT_BUDGET, ...defined(options.budget) },
      onProblem: (problem) => this.problems.push(problem),
      builtins: new Map([...BUILTINS, ['super', SUPER]]),
      numberAttribute: options.numberAttribute,
      evaluateText: (expression, document, modules) => this.expression(expression, document, modules),
    });
  }

  main(source: string, document: string): Evaluation {
    const parsed = this.parse(source, document, this.options.previous);
    this.problems.push(...parsed.problems);
    const [syntax] = parsed.problems;
    const globals = this.evaluator.newGlobals();
    const frame = this.frame(globals, document, parsed, this.options.name ?? '__main__');
    const error =
      syntax && this.options.mode === 'run'
        ? this.syntaxFailure(syntax)
        : this.guarded(() => this.run(parsed, frame));
    return { globals: frame, error, problems: this.problems, ctx: this.evaluator, parsed };
  }

  private parse(source: string, document: string, previous?: ParsedScript): ParsedScript {
    // A byte order mark is no part of the script.
    const text = source.startsWith('\ufeff') ? ` ${source.slice(1)}`.replace(/^ (?=\S)/, '\n') : source;
    this.texts.set(document, text);
    return parseScript(text, document, previous);
  }

  private frame(globals: Globals, document: string, parsed: ParsedScript, name: string): Frame {
    const scope = new Scope('module', '<module>', document);
    const start = parsed.statements[0] ?? { start: 0, end: 0 };
    const frame = new Frame(scope.code, globals, undefined, undefined, undefined, start);
    globals.bind(globals.cell('__name__'), new PyStr(name), undefined);
    globals.bind(globals.cell('__file__'), new PyStr(document), undefined);
    globals.bind(globals.cell('__doc__'), null, undefined);
    this.scopes.set(frame, scope);
    return frame;
  }

  private readonly scopes = new Map<Frame, Scope>();

  private run(parsed: ParsedScript, frame: Frame): void {
    const isMain =
      frame.globals.lookup('__name__') instanceof PyStr && parsed.document === this.mainDocument(parsed);
    const overrides = isMain ? this.overrides(parsed) : new Map<string, Expr>();
    const scope = this.scopes.get(frame) as Scope;
    const compiler = new ScriptCompiler(
      this.evaluator,
      scope,
      frame.globals,
      (name) => this.module(name),
      overrides,
    );
    this.evaluator.inFrame(frame, () => {
      // One by one, so that nothing of a statement is kept after it has run.
      for (const statement of parsed.statements) if (compiler.statement(statement)(frame) !== NORMAL) return;
    });
  }

  /** The value of an expression in a module of its own that imports all of `modules`. */
  private expression(text: string, document: string, modules: readonly string[]): PyValue {
    const parsed = this.parse(text, document);
    const [statement] = parsed.statements;
    const [problem] = parsed.problems;
    if (problem || statement?.kind !== 'expr' || parsed.statements.length > 1)
      throw pythonError('SyntaxError', problem?.message ?? 'invalid syntax');
    const globals = this.evaluator.newGlobals();
    const frame = this.frame(globals, document, parsed, document);
    const nowhere = { document, range: { start: 0, end: 0 } };
    for (const name of modules) {
      const module = this.module(name);
      if (module) globals.importAll(module, nowhere);
    }
    const scope = this.scopes.get(frame) as Scope;
    const compiler = new ScriptCompiler(
      this.evaluator,
      scope,
      globals,
      (name) => this.module(name),
      new Map(),
    );
    const value = compiler.expr(statement.value);
    return this.evaluator.inFrame(frame, () => value(frame));
  }

  private mainDocument(parsed: ParsedScript): string {
    return this.texts.keys().next().value ?? parsed.document;
  }

  private overrides(parsed: ParsedScript): Map<string, Expr> {
    const result = new Map<string, Expr>();
    if (!this.options.overrides?.size) return result;
    const bound = boundNames(parsed.statements);
    for (const [name, text] of this.options.overrides) {
      const document = `--set ${name}`;
      const { statements, problems } = this.parse(text, document);
      const [statement] = statements;
      if (problems[0] || statement?.kind !== 'expr' || statements.length > 1)
        throw pythonError('SyntaxError', `--set ${name}: '${text}' is not an expression`);
      if (!bound.has(name)) throw pythonError('NameError', `--set ${name}: the script assigns no such name`);
      result.set(name, statement.value);
    }
    return result;
  }

  private guarded(run: () => void): ScriptFailure | undefined {
    try {
      run();
      return undefined;
    } catch (error) {
      const raised = this.evaluator.asRaised(error);
      return raised && this.failure(raised);
    }
  }

  private failure(raised: PyRaised): ScriptFailure | undefined {
    const { problem, exception } = raised;
    const name = exception.cls.name;
    if (name === 'SystemExit') return this.exit(raised);
    if (this.options.mode === 'analysis') this.evaluator.analysis.report(problem);
    else this.problems.push(problem);
    const failure =
      problem.code === 'syntax' && raised.traceback.length === 0
        ? syntaxErrorText(problem, this.read)
        : tracebackText(raised, this.read);
    const text = problem.hint === undefined ? failure : `${failure}\nhint: ${problem.hint}`;
    return { problem, text, interrupted: name === 'KeyboardInterrupt' };
  }

  /** `sys.exit()` with nothing or 0 is no failure; with a text, that is what is shown. */
  private exit(raised: PyRaised): ScriptFailure | undefined {
    const args = raised.exception.attributes.get('args');
    const code = args instanceof PyTuple ? (args.items[0] ?? null) : null;
    if (code === null || code === 0n || code === false || this.options.mode === 'analysis') return undefined;
    return { problem: raised.problem, text: code instanceof PyStr ? code.value : '', interrupted: false };
  }

  private syntaxFailure(problem: Problem): ScriptFailure {
    return { problem, text: syntaxErrorText(problem, this.read), interrupted: false };
  }

  private readonly read = (document: string): string | undefined => this.texts.get(document);

  private module(name: string): PyModule | undefined {
    const { modules } = this.evaluator;
    const known = modules.get(name);
    if (known) return known;
    const { modules: registry } = this.options;
    const factory = registry.factory(name);
    if (factory) {
      const made = factory(this.evaluator);
      modules.set(name, made);
      return made;
    }
    return this.sibling(name) ?? (registry.isPackage(name) ? this.emptyPackage(name) : undefined);
  }

  private emptyPackage(name: string): PyModule {
    const made = new PyModule(name);
    this.evaluator.modules.set(name, made);
    return made;
  }

  /** A module beside the script, evaluated as Python does on its first import. */
  private sibling(name: string): PyModule | undefined {
    const found = this.options.modules.readSibling?.(name);
    if (!found) return undefined;
    const parsed = this.parse(found.text, found.document);
    const [syntax] = parsed.problems;
    if (syntax && this.options.mode === 'run')
      throw raisedFromProblem(
        pythonError(syntax.errorClass, syntax.message, syntax.location),
        syntax.location,
      );
    const globals = this.evaluator.newGlobals();
    const frame = this.frame(globals, found.document, parsed, name);
    const made = new PyModule(name, new Map(), {
      complete: true,
      provider: {
        lookup: (key) => globals.lookup(key),
        names: () => globals.names(),
        scriptEntries: () => globals.scriptEntries(),
      },
    });
    this.evaluator.modules.set(name, made);
    this.run(parsed, frame);
    return made;
  }
}

function defined(budget: Partial<AnalysisBudget> | undefined): Partial<AnalysisBudget> {
  return Object.fromEntries(Object.entries(budget ?? {}).filter(([, value]) => value !== undefined));
}
