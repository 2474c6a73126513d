/** Slips of the kind that people make in model equations and code strings. */
import type { CodeString } from '../../core/language/model.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { EquationTree, Expression, Statement } from '../../grammars/equations/tree.ts';
import { type MutationList, misspelt } from './mutation.ts';
import { equationUnits, isUnit, otherUnits, sameUnits } from './units.ts';

/** Adds the mutants of one string. Text that the script computed is left alone. */
export function mutateCode(list: MutationList, document: string, code: CodeString): void {
  new CodeMutator(list, document, code).mutate();
}

const FLAGS = [
  ...[
    'unless refractory',
    'constant',
    'shared',
    'constant over dt',
    'event-driven',
    'clock-driven',
    'summed',
  ],
  ...['linked', 'point current', 'constant, shared', 'frozen'],
];

const FUNCTIONS = ['exp', 'sqrt', 'sin', 'abs', 'int', 'rand', 'log', 'clip', 'floor', 'tanh', 'timestep'];

class CodeMutator {
  constructor(
    private readonly list: MutationList,
    private readonly document: string,
    private readonly code: CodeString,
  ) {}

  mutate(): void {
    const { tree } = this.code;
    this.characters();
    if (tree.kind === 'equations') for (const equation of tree.equations) this.equation(equation);
    else if (tree.kind === 'statements') for (const statement of tree.statements) this.statement(statement);
    else if (tree.kind === 'expression') this.whole(tree.expr);
    else {
      const { element, iterator, condition } = tree.generator;
      const parts = [element, ...(iterator?.args ?? []), iterator?.p, iterator?.size, condition];
      for (const part of parts) if (part) this.expression(part);
      if (iterator) this.replace('definition misspelt (code)', iterator.variable.range, ['kk', 'i', 'v']);
    }
  }

  private equation(equation: EquationTree): void {
    const names = [equation.name.name];
    this.add('equation dropped', equation.range, '', names);
    this.add(
      'equation repeated',
      equation.range,
      `${this.text(equation.range)}\n${this.text(equation.range)}`,
      names,
    );
    const other = misspelt(equation.name.name, this.list.choices('equation', equation.range));
    this.add('definition misspelt (code)', equation.name.range, other, names);
    this.replace(
      'reserved name',
      equation.name.range,
      ['t', 'dt', 'i', 'N', 'xi', 'pi', 'exp', 'volt', 'v_pre', '_v'],
      names,
    );
    this.unit(equation, names);
    this.flags(equation, names);
    if (equation.expr === undefined) return;
    this.whole(equation.expr, names);
    const { start } = equation.range;
    const head = { start, end: this.code.source.value.indexOf('=', start) };
    if (equation.type === 'differential equation')
      this.replace(
        'derivative changed',
        head,
        [`${equation.name.name} `, `d${equation.name.name}/dx `, `dq/dt `],
        names,
      );
    else this.replace('derivative changed', head, [`d${equation.name.name}/dt `], names);
    this.replace('noise added', { start: equation.expr.range.end, end: equation.expr.range.end }, [
      ' + xi',
      ' + xi*second**-0.5',
      '*xi*second**0.5',
      ' + xi*volt/second**0.5',
    ]);
  }

  private unit(equation: EquationTree, names: readonly string[]): void {
    const { range, text } = equation.unit;
    this.replace('equation unit changed', range, equationUnits(), names);
    this.replace(
      'equation type changed',
      range,
      ['boolean', 'integer', 'bool', 'int', 'float', 'real'],
      names,
    );
    this.replace('equation unit scaled', range, sameUnits(text).slice(1), names);
    const colon = this.code.source.value.lastIndexOf(':', range.start);
    this.add('equation unit dropped', { start: colon, end: range.end }, '', names);
    const word = /[A-Za-z]+/.exec(text);
    if (word === null) return;
    const start = range.start + word.index;
    const place = { start, end: start + word[0].length };
    this.add('equation unit misspelt', place, misspelt(word[0], this.list.choices('unit', place)), names);
  }

  private flags({ flags, unit, range }: EquationTree, names: readonly string[]): void {
    if (flags.length === 0) {
      const end = { start: unit.range.end, end: unit.range.end };
      for (const flag of this.two(FLAGS, end)) this.add('flag added', end, ` (${flag})`, names);
      return;
    }
    const bracket = this.code.source.value.indexOf('(', unit.range.end);
    if (bracket < 0) return;
    this.add('flag dropped', { start: bracket, end: range.end }, '', names);
    for (const flag of flags) {
      this.replace('flag changed', flag.range, FLAGS, names);
      this.add('flag misspelt', flag.range, misspeltFlag(flag.name), names);
      this.add('flag added', { start: flag.range.end, end: flag.range.end }, `, ${flag.name}`, names);
    }
  }

  private statement(statement: Statement): void {
    const { target, expr, op } = statement;
    const gap = { start: target.range.end, end: expr.range.start };
    if (gap.end <= gap.start) return;
    this.replace(
      'assignment changed',
      gap,
      [' = ', ' += ', ' -= ', ' *= ', ' == ', ' := ', ' /= ', ' =+ ', ' ** '].filter(
        (form) => form.trim() !== op,
      ),
    );
    this.name(target.name, target.range, 'target misspelt (code)');
    this.replace('target changed', target.range, [
      't',
      'dt',
      'i',
      'N',
      'exp',
      'undefined_name',
      'ms',
      '2',
      'v[0]',
      'self.v',
    ]);
    this.add('statement dropped (code)', { start: target.range.start, end: expr.range.end }, '', [
      target.name,
    ]);
    this.whole(expr);
  }

  /** The expression of an equation, of a statement or of a whole string. */
  private whole(expr: Expression, names: readonly string[] = []): void {
    this.expression(expr);
    const text = this.text(expr.range);
    this.replace(
      'expression replaced',
      expr.range,
      ['0', '1', 'True', `${text} > 0`, `(${text})*mV`, `int(${text})`, `not ${text}`, `${text} if i else 0`],
      names,
    );
    this.replace(
      'expression broken',
      expr.range,
      [
        `${text} +`,
        `(${text}`,
        `${text})`,
        `${text} ${text}`,
        `${text}[0]`,
        `self.${text}`,
        `${text} < 1 < 2`,
        `${text} & 1`,
        `${text};`,
        `${text}, 1`,
        `'${text}'`,
        '',
        `${text}?`,
        `lambda: ${text}`,
      ],
      names,
    );
  }

  private expression(expr: Expression): void {
    switch (expr.kind) {
      case 'name':
        this.name(expr.name, expr.range, 'name misspelt (code)');
        this.add('call added (code)', { start: expr.range.end, end: expr.range.end }, '(t)', [expr.name]);
        return;
      case 'number':
        this.replace('number changed (code)', expr.range, [
          '0',
          `${expr.text}*mV`,
          `${expr.text}*ms`,
          `${expr.text}.5`,
          `-${expr.text}`,
          `${expr.text}x`,
          `1e${expr.text}`,
        ]);
        return;
      case 'unary':
        this.add('sign dropped (code)', expr.range, this.text(expr.operand.range));
        return this.expression(expr.operand);
      case 'call':
        this.call(expr);
        return;
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
    this.replace('other name (code)', range, [
      ...defined,
      't',
      'dt',
      'i',
      'N',
      'mV',
      'ms',
      'e',
      'rand',
      'v',
      'lastspike',
      'not_refractory',
    ]);
  }

  private call(expr: Extract<Expression, { kind: 'call' }>): void {
    this.add(
      'function misspelt',
      expr.nameRange,
      misspelt(expr.name, this.list.choices('function', expr.nameRange)),
      [expr.name],
    );
    this.replace('function changed', expr.nameRange, FUNCTIONS);
    this.add('call dropped (code)', expr.range, expr.name, [expr.name]);
    const [first] = expr.args;
    const end = { start: expr.range.end - 1, end: expr.range.end - 1 };
    this.add('argument added (code)', end, first ? ', 1' : '1', [expr.name]);
    if (first) {
      const second = expr.args[1];
      const range = { start: first.range.start, end: second ? second.range.start : first.range.end };
      this.add('argument dropped (code)', range, '', [expr.name]);
    }
    for (const argument of expr.args) this.expression(argument);
  }

  private operation(expr: Extract<Expression, { kind: 'binary' | 'comparison' | 'logical' }>): void {
    const { left, right, op } = expr;
    const between = this.text({ start: left.range.end, end: right.range.start });
    const at = between.indexOf(op);
    if (at >= 0) {
      const start = left.range.end + at;
      this.replace('operator changed (code)', { start, end: start + op.length }, OPERATORS[op] ?? []);
    }
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
    const { value } = this.code.source;
    for (const match of value.matchAll(/[()*/+=:>,]|\n/g)) {
      const range = { start: match.index, end: match.index + 1 };
      const choices = this.list.choices('code character', range);
      if (choices.below(4) > 0) continue;
      if (choices.below(3) === 0) this.add('character doubled (code)', range, match[0] + match[0]);
      else this.add('character dropped (code)', range, match[0] === '\n' ? ' ' : '');
    }
  }

  private two(values: readonly string[], range: TextRange): string[] {
    return this.list.choices('two', range).shuffled(values).slice(0, 2);
  }

  private text({ start, end }: TextRange): string {
    return this.code.source.value.slice(start, end);
  }

  private add(kind: string, range: TextRange, replacement: string, names: readonly string[] = []): void {
    const place = this.place(range);
    if (place) this.list.add(kind, place, escaped(this.list.text, place.start, replacement), names);
  }

  private replace(
    kind: string,
    range: TextRange,
    forms: readonly string[],
    names: readonly string[] = [],
  ): void {
    const place = this.place(range);
    if (place)
      this.list.addOne(
        kind,
        place,
        forms.map((form) => escaped(this.list.text, place.start, form)),
        names,
      );
  }

  /** Where a range of the string stands in the script, character by character. */
  private place(range: TextRange): TextRange | undefined {
    const provenance = this.code.source.provenance;
    if (range.end > range.start) {
      const location = provenance?.locateExactly(range);
      return location?.document === this.document ? location.range : undefined;
    }
    const before = provenance?.locateExactly({ start: range.start - 1, end: range.start });
    if (before?.document !== this.document) return undefined;
    return { start: before.range.end, end: before.range.end };
  }
}

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '+': ['*', '-', '/', '&', '++'],
  '-': ['/', '*', '+'],
  '*': ['+', '/', '**', '^'],
  '/': ['*', '-', '//', '%'],
  '**': ['^', '*', '+'],
  '%': ['+', '//', '*'],
  '//': ['%', '/'],
  '>': ['+', '<', '=', '==', '>>', '*'],
  '>=': ['+', '=>', '>', '='],
  '<': ['-', '>', '=', '<<'],
  '<=': ['=<', '<', '='],
  '==': ['=', '!=', '===', '+'],
  '!=': ['<>', '==', '='],
  and: ['or', '&', '&&', '+', '*'],
  or: ['and', '|', '||', '+'],
};

function misspeltFlag(flag: string): string {
  if (flag.includes('-')) return flag.replace('-', ' ');
  return flag.includes(' ') ? flag.replace(' ', '-') : flag.slice(0, -1);
}

/** A replacement with line ends in a string that stands on one line. */
function escaped(text: string, offset: number, replacement: string): string {
  if (!replacement.includes('\n')) return replacement;
  const line = text.slice(text.lastIndexOf('\n', offset) + 1, offset);
  const quotes = text.slice(0, offset).match(/'''|"""/g) ?? [];
  const inBlock = quotes.length % 2 === 1;
  return inBlock || line.trim() === '' ? replacement : replacement.replaceAll('\n', '\\n');
}
