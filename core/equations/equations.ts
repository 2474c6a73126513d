import { parseEquations } from '../../grammars/equations/index.ts';
import type { EquationType } from '../../grammars/equations/tree.ts';
import type { SourceString } from '../text/provenance.ts';
import type { UnitRegistry } from '../units/displayUnits.ts';
import { checkDefinitions, checkModel } from './checkModel.ts';
import { identifiersOf } from './names.ts';
import { noiseNames, type StochasticType, stochasticTypeOf } from './noise.ts';
import { byName, orderSubexpressions } from './ordering.ts';
import { type Replacement, replaceNames } from './replace.ts';
import type { ReportInSource } from './report.ts';
import { type SingleEquation, showEquation, singleEquation } from './singleEquation.ts';
import { unitOfEquation } from './unit.ts';

/** The equations of a model, by the names of the variables that they define. */
export class Equations {
  private readonly byName: ReadonlyMap<string, SingleEquation>;
  private sorted: readonly SingleEquation[] | undefined;

  private constructor(
    equations: readonly SingleEquation[],
    /** False where some text or unit was not understood: code that uses the model can't be judged then. */
    readonly complete: boolean,
  ) {
    this.byName = new Map(equations.map((equation) => [equation.name, equation]));
  }

  /**
   * Reads a model. What is wrong is reported, the rest stays usable: EquationError (grammar, units,
   * duplicates, noise), SyntaxError (expressions, names), TypeError (types), ValueError (cycles).
   */
  static parse(
    source: SourceString,
    report: ReportInSource,
    replacements?: ReadonlyMap<string, Replacement>,
  ): Equations {
    const { tree, problems } = parseEquations(source.value);
    // Brian reads the whole text before it looks into the expressions.
    const shape = problems.filter((problem) => problem.errorClass === 'EquationError');
    for (const problem of [...shape, ...problems.filter((p) => !shape.includes(p))]) report(problem, source);
    const equations = tree.map((one) => singleEquation(one, source, unitOfEquation(one, source, report)));
    const complete = problems.length === 0 && equations.every((equation) => equation.hasUnit);
    const model = new Equations(checkDefinitions(equations, report), complete);
    if (replacements !== undefined && replacements.size > 0) return model.substitute(replacements, report);
    checkModel(model, report);
    return model;
  }

  /** Equations of other models as one. EquationError for names defined twice. */
  static of(equations: readonly SingleEquation[], report: ReportInSource): Equations {
    const complete = equations.every((equation) => equation.hasUnit);
    const model = new Equations(checkDefinitions(equations, report, { names: false }), complete);
    checkModel(model, report);
    return model;
  }

  static empty(): Equations {
    return new Equations([], true);
  }

  /** Both models as one. EquationError for names defined in both. */
  plus(other: Equations, report: ReportInSource): Equations {
    const all = checkDefinitions([...this.values(), ...other.values()], report, { names: false });
    const model = new Equations(all, this.complete && other.complete);
    checkModel(model, report);
    return model;
  }

  /** Puts other names, text or values in the place of names. Names that don't occur are ignored. */
  substitute(replacements: ReadonlyMap<string, Replacement>, report: ReportInSource): Equations {
    const replaced = [...this.values()].map((equation) => replaceNames(equation, replacements, this, report));
    const model = new Equations(checkDefinitions(replaced, report, { names: false }), this.complete);
    checkModel(model, report);
    return model;
  }

  /** The same equations with some right-hand sides changed: what groups do to prepare them. */
  map(change: (equation: SingleEquation) => SingleEquation): Equations {
    return new Equations([...this.values()].map(change), this.complete);
  }

  get size(): number {
    return this.byName.size;
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }

  get(name: string): SingleEquation | undefined {
    return this.byName.get(name);
  }

  /** In the order of the text. */
  values(): IterableIterator<SingleEquation> {
    return this.byName.values();
  }

  names(): readonly string[] {
    return [...this.byName.keys()];
  }

  namesOf(...types: readonly EquationType[]): readonly string[] {
    return [...this.values()].filter(({ type }) => types.includes(type)).map(({ name }) => name);
  }

  get diffEquations(): readonly DefinedEquation[] {
    return this.defined('differential equation');
  }

  /** In the order in which they can be computed. */
  get subexpressions(): readonly DefinedEquation[] {
    return this.defined('subexpression');
  }

  get parameters(): readonly SingleEquation[] {
    return [...this.values()].filter(({ type }) => type === 'parameter');
  }

  /** Subexpressions as they need each other, then differential equations and parameters by name. */
  get ordered(): readonly SingleEquation[] {
    if (this.sorted === undefined) {
      const all = [...this.values()];
      const { ordered, cycle } = orderSubexpressions(all);
      const rest = all.filter(
        (e) => e.type === 'subexpression' && !ordered.includes(e) && !cycle.includes(e),
      );
      const of = (type: EquationType) => all.filter((equation) => equation.type === type).sort(byName);
      this.sorted = [...ordered, ...cycle, ...rest, ...of('differential equation'), ...of('parameter')];
    }
    return this.sorted;
  }

  /** Names that the equations use but don't define: functions, `t`, `xi` and externals. */
  get identifiers(): ReadonlySet<string> {
    const used = [...this.values()].flatMap(({ expr }) =>
      expr === undefined ? [] : [...identifiersOf(expr)],
    );
    return new Set(used.filter((name) => !this.has(name)));
  }

  get stochasticVariables(): ReadonlySet<string> {
    return new Set(
      [...this.values()].flatMap(({ expr }) => (expr === undefined ? [] : [...noiseNames(expr)])),
    );
  }

  get isStochastic(): boolean {
    return this.stochasticVariables.size > 0;
  }

  get stochasticType(): StochasticType | undefined {
    return stochasticTypeOf(this.ordered);
  }

  toString(registry?: UnitRegistry): string {
    return this.ordered.map((equation) => showEquation(equation, registry)).join('\n');
  }

  repr(): string {
    return `<Equations object consisting of ${this.size} equations>`;
  }

  private defined(type: EquationType): readonly DefinedEquation[] {
    const source = type === 'subexpression' ? this.ordered : [...this.values()];
    return source.filter(
      (equation): equation is DefinedEquation => equation.type === type && equation.expr !== undefined,
    );
  }
}

/** An equation with a right-hand side. */
export type DefinedEquation = SingleEquation & { readonly expr: NonNullable<SingleEquation['expr']> };
