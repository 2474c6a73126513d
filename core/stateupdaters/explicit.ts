/**
 * Methods that are described by formulas over f (the deterministic part of an equation), g (the factor of
 * its noise), x, t, dt and dW, such as `x_new = x + dt*f(x,t) + g(x,t)*dW`.
 */

import { childrenOf } from '../../grammars/equations/children.ts';
import { parseStatements, printExpression } from '../../grammars/equations/index.ts';
import type { Expression } from '../../grammars/equations/tree.ts';
import { add, call, multiply, name, number, power, rebuild, sum, ZERO } from '../symbolic/build.ts';
import { Algebra } from '../symbolic/canonical.ts';
import { type StochasticParts, separateStochastic } from '../symbolic/linear.ts';
import { dependsOn, substituteNames, visit, withChildren } from '../symbolic/tree.ts';
import { isConstantOverDt } from './constancy.ts';
import {
  AbstractCode,
  type Integration,
  type IntegrationContext,
  type ModelEquations,
  type NamedExpression,
  noiseSymbols,
  type StateUpdateMethod,
  substitutedEquations,
} from './method.ts';

export type NoiseSupport = 'none' | 'additive' | 'diagonal' | 'multiplicative';

/** One line of a description, its terms sorted into those with noise (g or dW) and those without. */
interface DescriptionLine {
  readonly target: string;
  readonly plain: readonly Expression[];
  readonly noisy: readonly Expression[];
}

interface SeparatedEquation extends StochasticParts {
  readonly name: string;
}

export class ExplicitStateUpdater implements StateUpdateMethod {
  readonly options = [];
  private lines: readonly DescriptionLine[] | undefined;

  /** `description`: assignments to temporaries, and `x_new = ...` at the end. */
  constructor(
    readonly name: string,
    private readonly description: string,
    private readonly noise: NoiseSupport,
  ) {}

  integrate(equations: ModelEquations, context: IntegrationContext): Integration {
    const substituted = substitutedEquations(equations);
    const symbols = noiseSymbols(substituted);
    const separated = separate(substituted, symbols);
    if ('unsupported' in separated) return separated;
    const refused = symbols.length > 0 ? this.refusal(separated, context) : undefined;
    if (refused !== undefined) return refused;
    this.lines ??= parseDescription(this.description);
    return { abstractCode: new Application(separated, symbols, this.lines).abstractCode() };
  }

  private refusal(
    equations: readonly SeparatedEquation[],
    context: IntegrationContext,
  ): Integration | undefined {
    if (this.noise === 'none')
      return { unsupported: 'Cannot integrate stochastic equations with this state updater.' };
    if (this.noise === 'additive') {
      const at = equations.find((equation) => isMultiplicative(equation, equations, context));
      const unsupported = 'Cannot integrate equations with multiplicative noise with this state updater.';
      return at && { unsupported, variable: at.name };
    }
    if (this.noise === 'diagonal' && !isDiagonal(equations)) {
      const unsupported =
        'Cannot integrate stochastic equations with non-diagonal noise with this state updater.';
      return { unsupported };
    }
    return undefined;
  }
}

function separate(
  equations: readonly NamedExpression[],
  symbols: readonly string[],
): SeparatedEquation[] | Refused {
  const separated: SeparatedEquation[] = [];
  for (const { name: variable, expr } of equations) {
    const parts = separateStochastic(expr, symbols);
    if (parts === undefined) {
      const text = printExpression(expr);
      const unsupported = `Expression '${text}' cannot be separated into stochastic and non-stochastic term`;
      return { unsupported, variable };
    }
    separated.push({ name: variable, ...parts });
  }
  return separated;
}

type Refused = Extract<Integration, { unsupported: string }>;

/** Noise whose factor changes with the state or within a step. */
function isMultiplicative(
  equation: SeparatedEquation,
  equations: readonly SeparatedEquation[],
  context: IntegrationContext,
): boolean {
  const variables = new Set(equations.map((other) => other.name));
  const time = new Set(['t']);
  return [...equation.noise.values()].some(
    (factor) =>
      dependsOn(factor, variables) || (dependsOn(factor, time) && !isConstantOverDt(factor, context)),
  );
}

/** At most one noise symbol in each equation, and none in two. */
function isDiagonal(equations: readonly SeparatedEquation[]): boolean {
  const symbols = equations.flatMap((equation) => [...equation.noise.keys()]);
  return equations.every((equation) => equation.noise.size <= 1) && new Set(symbols).size === symbols.length;
}

function parseDescription(description: string): DescriptionLine[] {
  const algebra = new Algebra();
  return parseStatements(description).tree.map(({ target, expr }) => {
    const plain: Expression[] = [];
    const noisy: Expression[] = [];
    for (const term of algebra.canonical(expr).values()) {
      const part = algebra.termToExpression(term);
      (isNoisy(part) ? noisy : plain).push(part);
    }
    return { target: target.name, plain, noisy };
  });
}

function isNoisy(expr: Expression): boolean {
  let found = false;
  visit(expr, (node) => {
    found ||= (node.kind === 'name' && node.name === 'dW') || (node.kind === 'call' && node.name === 'g');
  });
  return found;
}

/** A description applied to equations: one temporary per line, variable and noise symbol. */
class Application {
  private readonly temporaries: ReadonlySet<string>;
  private readonly code = new AbstractCode();

  constructor(
    private readonly equations: readonly SeparatedEquation[],
    private readonly symbols: readonly string[],
    private readonly lines: readonly DescriptionLine[],
  ) {
    this.temporaries = new Set(lines.slice(0, -1).map((line) => line.target));
  }

  abstractCode(): string {
    for (const symbol of this.symbols)
      this.code.assign(symbol, multiply(power(name('dt'), number(0.5)), call('randn')));
    for (const line of this.lines.slice(0, -1)) this.intermediate(line);
    const output = this.lines[this.lines.length - 1]!;
    for (const equation of this.equations)
      this.code.assign(`_${equation.name}`, this.rightHandSide(output, equation, this.symbols));
    return this.code.finish(this.equations.map((equation) => equation.name));
  }

  private intermediate(line: DescriptionLine): void {
    for (const equation of this.equations)
      for (const symbol of this.symbols.length > 0 ? this.symbols : [undefined]) {
        const symbols = symbol === undefined ? [] : [symbol];
        this.code.assign(
          temporary(line.target, equation.name, symbol),
          this.rightHandSide(line, equation, symbols),
        );
      }
  }

  private rightHandSide(
    line: DescriptionLine,
    equation: SeparatedEquation,
    symbols: readonly string[],
  ): Expression {
    const plain = line.plain.map((term) => this.instantiate(term, equation, symbols));
    const noisy =
      equation.noise.size === 0
        ? []
        : symbols.flatMap((symbol) => line.noisy.map((term) => this.instantiate(term, equation, [symbol])));
    return sum([...plain, ...noisy]);
  }

  /** A term of the description for one equation; a temporary stands for its sum over the symbols. */
  private instantiate(term: Expression, equation: SeparatedEquation, symbols: readonly string[]): Expression {
    if (term.kind === 'call' && (term.name === 'f' || term.name === 'g')) {
      const body =
        term.name === 'f' ? equation.deterministic : (equation.noise.get(symbols[0] ?? '') ?? ZERO);
      return this.evaluatedAt(body, term.args[0] ?? name('x'), term.args[1] ?? name('t'), symbols);
    }
    if (term.kind !== 'name') {
      const parts = childrenOf(term).map((part) => this.instantiate(part, equation, symbols));
      return rebuildNode(withChildren(term, parts));
    }
    if (term.name === 'x') return name(equation.name);
    if (term.name === 'dW') return name(symbols[0] ?? 'dW');
    return this.temporaries.has(term.name) ? this.temporaryValue(term.name, equation.name, symbols) : term;
  }

  private temporaryValue(target: string, variable: string, symbols: readonly string[]): Expression {
    if (symbols.length === 0) return name(temporary(target, variable, undefined));
    return symbols.map((symbol): Expression => name(temporary(target, variable, symbol))).reduce(add, ZERO);
  }

  /** f or g where every variable has the value that the description gives for x, at the time it gives for t. */
  private evaluatedAt(
    body: Expression,
    x: Expression,
    t: Expression,
    symbols: readonly string[],
  ): Expression {
    const replacements = new Map<string, Expression>();
    if (x.kind !== 'name' || x.name !== 'x')
      for (const equation of this.equations)
        replacements.set(equation.name, this.instantiate(x, equation, symbols));
    if (t.kind !== 'name') replacements.set('t', t);
    return substituteNames(body, replacements);
  }
}

function rebuildNode(expr: Expression): Expression {
  return expr.kind === 'call' ? expr : rebuild(expr);
}

function temporary(target: string, variable: string, symbol: string | undefined): string {
  return symbol === undefined ? `__${target}_${variable}` : `__${target}_${variable}_${symbol}`;
}
