/** Slips of the kind that people make in model equations and code strings. */
import type { CodeString } from '../../core/language/model.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { EquationTree, Expression, GeneratorTree, Statement } from '../../grammars/equations/tree.ts';
import {
  ASSIGNMENTS,
  brokenExpressions,
  FLAGS,
  FUNCTIONS,
  KNOWN_NAMES,
  misspeltFlag,
  NOISE,
  OPERATORS,
  otherExpressions,
  otherNumbers,
  RESERVED,
  TARGETS,
  TYPES,
} from './codeForms.ts';
import { type MutationList, misspelt } from './mutation.ts';
import { equationUnits, isUnit, otherUnits, sameUnits } from './units.ts';

/** Adds the mutants of one string. Text that the script computed is left alone. */
export function mutateCode(list: MutationList, document: string, code: CodeString): void {
  new CodeMutator(list, document, code).mutate();
}

class CodeMutator {
  constructor(
    private readonly list: MutationList,
    private readonly document: string,
    private readonly code: CodeString,
  ) {}

  mutate(): void {
    const { tree } = this.code;
    this.list.around = [];
    this.characters();
    if (tree.kind === 'equations') for (const equation of tree.equations) this.equation(equation);
    else if (tree.kind === 'statements') for (const statement of tree.statements) this.statement(statement);
    else if (tree.kind === 'expression') this.whole(tree.expr);
    else this.generator(tree.generator);
    this.list.around = [];
  }

  private equation(equation: EquationTree): void {
    const { name, range, expr } = equation;
    this.list.around = [name.name];
    this.add('equation dropped', range, '');
    this.add('equation repeated', range, `${this.text(range)}\n${this.text(range)}`);
    const other = misspelt(name.name, this.list.choices('equation', range));
    this.add('definition misspelt (code)', name.range, other);
    this.replace('reserved name', name.range, RESERVED);
    this.unit(equation);
    this.flags(equation);
    if (expr === undefined) return;
    this.left(equation);
    this.whole(expr);
    this.replace('noise added', emptyAt(expr.range.end), NOISE);
  }

  private left({ type, name, range }: EquationTree): void {
    const head = { start: range.start, end: this.code.source.value.indexOf('=', range.start) };
    const differential = `d${name.name}/dt `;
    const others = [`${name.name} `, `d${name.name}/dx `, 'dq/dt '];
    this.replace('derivative changed', head, type === 'differential equation' ? others : [differential]);
  }

  private unit({ unit }: EquationTree): void {
    const { range, text } = unit;
    this.replace('equation unit changed', range, equationUnits());
    this.replace('equation type changed', range, TYPES);
    this.replace('equation unit scaled', range, sameUnits(text).slice(1));
    const colon = this.code.source.value.lastIndexOf(':', range.start);
    this.add('equation unit dropped', { start: colon, end: range.end }, '');
    const word = /[A-Za-z]+/.exec(text);
    if (word === null) return;
    const start = range.start + word.index;
    const place = { start, end: start + word[0].length };
    this.add('equation unit misspelt', place, misspelt(word[0], this.list.choices('unit', place)));
  }

  private flags({ flags, unit, range }: EquationTree): void {
    if (flags.length === 0) {
      const end = emptyAt(unit.range.end);
      const some = this.list.choices('flags', end).shuffled(FLAGS).slice(0, 2);
      for (const flag of some) this.add('flag added', end, ` (${flag})`);
      return;
    }
    const bracket = this.code.source.value.indexOf('(', unit.range.end);
    if (bracket < 0) return;
    this.add('flag dropped', { start: bracket, end: range.end }, '');
    for (const flag of flags) {
      this.replace('flag changed', flag.range, FLAGS);
      this.add('flag misspelt', flag.range, misspeltFlag(flag.name));
      this.add('flag added', emptyAt(flag.range.end), `, ${flag.name}`);
    }
  }

  private statement({ target, expr, op }: Statement): void {
    this.list.around = [target.name];
    const gap = { start: target.range.end, end: expr.range.start };
    if (gap.end <= gap.start) return;
    const others = ASSIGNMENTS.filter((form) => form.trim() !== op);
    this.replace('assignment changed', gap, others);
    this.name(target.name, target.range, 'target misspelt (code)');
    this.replace('target changed', target.range, TARGETS);
    this.add('statement dropped (code)', { start: target.range.start, end: expr.range.end }, '');
    this.whole(expr);
  }

  private generator({ element, iterator, condition }: GeneratorTree): void {
    const parts = [element, ...(iterator?.args ?? []), iterator?.p, iterator?.size, condition];
    for (const part of parts) if (part) this.expression(part);
    if (iterator) this.replace('definition misspelt (code)', iterator.variable.range, ['kk', 'i', 'v']);
  }

  /** The expression of an equation, of a statement or of a whole string. */
  private whole(expr: Expression): void {
    this.expression(expr);
    const text = this.text(expr.range);
    this.replace('expression replaced', expr.range, otherExpressions(text));
    this.replace('expression broken', expr.range, brokenExpressions(text));
  }

  private expression(expr: Expression): void {
    switch (expr.kind) {
      case 'name':
        this.name(expr.name, expr.range, 'name misspelt (code)');
        this.add('call added (code)', emptyAt(expr.range.end), '(t)', [expr.name]);
        break;
      case 'number':
        this.replace('number changed (code)', expr.range, otherNumbers(expr.text));
        break;
      case 'unary':
        this.add('sign dropped (code)', expr.range, this.text(expr.operand.range));
        this.expression(expr.operand);
        break;
      case 'call':
        this.call(expr);
        break;
      case 'binary':
      case 'comparison':
      case 'logical':
        this.operation(expr);
    }
  }

  private name(name: string, range: TextRange, kind: string): void {
    this.add(kind, range, misspelt(name, this.list.choices(kind, range)), [name]);
    if (isUnit(name)) {
      this.replace('unit changed (code)', range, otherUnits(name));
      return;
    }
    const { tree } = this.code;
    const defined = tree.kind === 'equations' ? tree.equations.map((equation) => equation.name.name) : [];
    this.replace('other name (code)', range, [...defined, ...KNOWN_NAMES]);
  }

  private call({ name, nameRange, args, range }: Extract<Expression, { kind: 'call' }>): void {
    const [first, second] = args;
    const other = misspelt(name, this.list.choices('function', nameRange));
    this.add('function misspelt', nameRange, other, [name]);
    this.replace('function changed', nameRange, FUNCTIONS);
    this.add('call dropped (code)', range, name, [name]);
    this.add('argument added (code)', emptyAt(range.end - 1), first ? ', 1' : '1', [name]);
    if (first) {
      const dropped = { start: first.range.start, end: second ? second.range.start : first.range.end };
      this.add('argument dropped (code)', dropped, '', [name]);
    }
    for (const argument of args) this.expression(argument);
  }

  private operation(expr: Extract<Expression, { kind: 'binary' | 'comparison' | 'logical' }>): void {
    const { left, right, op } = expr;
    const between = this.text({ start: left.range.end, end: right.range.start });
    const start = left.range.end + between.indexOf(op);
    this.replace('operator changed (code)', { start, end: start + op.length }, OPERATORS[op] ?? []);
    const isUnitFactor = right.kind === 'name' && isUnit(right.name);
    const kind = isUnitFactor ? 'unit dropped (code)' : 'operand dropped (code)';
    // Brackets around operands are no part of the tree, so operands are cut from the outer ends.
    if (!/[()]/.test(between)) {
      this.add(kind, { start: left.range.end, end: right.range.end }, '');
      if (!isUnitFactor) this.add(kind, { start: left.range.start, end: right.range.start }, '');
    }
    this.expression(left);
    this.expression(right);
  }

  /** A sign missing, or one too many. */
  private characters(): void {
    for (const match of this.code.source.value.matchAll(/[()*/+=:>,]|\n/g)) {
      const range = { start: match.index, end: match.index + 1 };
      const choices = this.list.choices('code character', range);
      if (choices.below(4) > 0) continue;
      if (choices.below(3) === 0) this.add('character doubled (code)', range, match[0] + match[0]);
      else this.add('character dropped (code)', range, match[0] === '\n' ? ' ' : '');
    }
  }

  private text({ start, end }: TextRange): string {
    return this.code.source.value.slice(start, end);
  }

  private add(kind: string, range: TextRange, replacement: string, names: readonly string[] = []): void {
    const place = this.place(range);
    if (place) this.list.add(kind, place, escaped(this.list.text, place.start, replacement), names);
  }

  private replace(kind: string, range: TextRange, forms: readonly string[]): void {
    const place = this.place(range);
    if (place) this.list.addOne(kind, place, forms);
  }

  /** Where a range of the string stands in the script, character by character. */
  private place(range: TextRange): TextRange | undefined {
    const provenance = this.code.source.provenance;
    const isEmpty = range.end === range.start;
    const written = isEmpty ? { start: range.start - 1, end: range.start } : range;
    const location = provenance?.locateExactly(written);
    if (location?.document !== this.document) return undefined;
    return isEmpty ? emptyAt(location.range.end) : location.range;
  }
}

function emptyAt(offset: number): TextRange {
  return { start: offset, end: offset };
}

/** A replacement with line ends, for a string that stands on one line. */
function escaped(text: string, offset: number, replacement: string): string {
  const blockQuotes = text.slice(0, offset).match(/'''|"""/g) ?? [];
  return blockQuotes.length % 2 === 1 ? replacement : replacement.replaceAll('\n', '\\n');
}
