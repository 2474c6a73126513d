/** Slips of the kind that people make in the Python of a script. */
import type { Argument, Expr, ExprOf, Stmt, StmtOf } from '../../core/script/syntax/ast.ts';
import { PyStr } from '../../core/script/values.ts';
import type { TextRange } from '../../core/text/range.ts';
import { type MutationList, misspelt } from './mutation.ts';
import { nodesOf, type PythonNodes } from './pythonTree.ts';
import { isUnit, otherUnits } from './units.ts';

/** @param isCode whether a string at an offset is code of a model: the strings' own mutators change that */
export function mutatePython(
  list: MutationList,
  script: readonly Stmt[],
  isCode: (offset: number) => boolean,
): void {
  const nodes = nodesOf(script);
  const names = [...new Set(nodes.expressions.flatMap((node) => (node.kind === 'name' ? [node.name] : [])))];
  const given = names.filter((name) => !isUnit(name));
  for (const node of nodes.expressions) {
    list.around = namesAround(nodes.statements, node);
    expression(list, node, nodes, given, isCode);
  }
  list.around = [];
  for (const statement of nodes.statements) statementParts(list, statement);
  for (const body of nodes.bodies) statements(list, body);
  characters(list);
}

function expression(
  list: MutationList,
  node: Expr,
  nodes: PythonNodes,
  names: readonly string[],
  isCode: (offset: number) => boolean,
): void {
  switch (node.kind) {
    case 'name':
      name(list, node, nodes, names);
      break;
    case 'binary':
      binary(list, node);
      break;
    case 'unary':
      if (node.op !== 'not') list.add('sign dropped', node, source(list, node.operand));
      break;
    case 'compare':
      comparison(list, node);
      break;
    case 'call':
      call(list, node);
      break;
    case 'attribute':
      attribute(list, node);
      break;
    case 'subscript':
      subscript(list, node);
      break;
    case 'constant':
      constant(list, node, isCode);
      break;
    case 'list':
      sequence(list, node, node.items);
  }
}

function name(
  list: MutationList,
  node: ExprOf<'name'>,
  { targets }: PythonNodes,
  names: readonly string[],
): void {
  const choices = list.choices('name', node);
  if (targets.has(node)) {
    list.add('definition misspelt', node, misspelt(node.name, choices), [node.name]);
    return;
  }
  if (isUnit(node.name)) list.addOne('unit changed', node, otherUnits(node.name));
  list.add('name misspelt', node, misspelt(node.name, choices), [node.name]);
  if (!isUnit(node.name)) list.addOne('other name', node, names);
}

/** Operators that people take for each other, or hit instead. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '+': ['*', '-', '/'],
  '-': ['/', '*', '+'],
  '*': ['+', '/', '**'],
  '/': ['*', '-', '//'],
  '**': ['^', '*'],
  '%': ['+', '//'],
  '//': ['%', '/'],
};

function binary(list: MutationList, node: ExprOf<'binary'>): void {
  const operator = { start: node.opStart, end: node.opStart + node.op.length };
  list.addOne('operator changed', operator, OPERATORS[node.op] ?? []);
  const unit = node.right.kind === 'name' && isUnit(node.right.name);
  const kind = unit ? 'unit dropped' : 'operand dropped';
  list.add(kind, node, source(list, node.left));
  if (!unit) list.addOne(kind, node, [source(list, node.right)]);
}

function comparison(list: MutationList, node: ExprOf<'compare'>): void {
  const [only] = node.rest;
  if (only === undefined) return;
  const gap = { start: node.first.end, end: only.right.start };
  list.addOne('operator changed', gap, [' + ', ' = ', ' == ', ' < ', ' >= ']);
  list.add('operand dropped', node, source(list, node.first));
}

const VALUES = ['None', '0', '-1', "'x'", '[]', '1*mV', '3*ms', '2.5', 'True'];

function call(list: MutationList, node: ExprOf<'call'>): void {
  list.add('call dropped', node, source(list, node.callee));
  node.args.forEach((argument, k) => {
    oneArgument(list, argument);
    const next = node.args[k + 1];
    if (next) {
      const swapped = `${source(list, next)}, ${source(list, argument)}`;
      const kind = next.form === 'plain' ? 'arguments swapped' : 'keyword order';
      list.add(kind, { start: argument.start, end: next.end }, swapped, keywordNames([argument, next]));
    }
    const previous = node.args[k - 1];
    const from = previous ? previous.end : argument.start;
    const dropped = { start: from, end: previous || !next ? argument.end : next.start };
    list.add('argument dropped', dropped, '', keywordNames([argument]));
  });
  const last = node.args.at(-1);
  if (last?.form === 'plain')
    list.addOne('argument added', { start: last.end, end: last.end }, [', 1', ', None']);
}

function oneArgument(list: MutationList, argument: Argument): void {
  const { value } = argument;
  list.addOne('argument replaced', value, VALUES, keywordNames([argument]));
  if (argument.form !== 'keyword' || argument.name === undefined) return;
  const keyword = { start: argument.start, end: argument.start + argument.name.length };
  list.add('keyword misspelt', keyword, misspelt(argument.name, list.choices('keyword', keyword)));
  if (argument.name === 'method')
    list.addOne(
      'method changed',
      value,
      METHODS.map((method) => `'${method}'`),
    );
}

const METHODS = [
  ...['exact', 'linear', 'euler', 'heun', 'milstein', 'rk2', 'rk4', 'exponential_euler', 'independent'],
  ...['exct', 'Euler', 'rk45', ''],
];

function keywordNames(args: readonly Argument[]): string[] {
  return args.flatMap((argument) => (argument.form === 'keyword' && argument.name ? [argument.name] : []));
}

function attribute(list: MutationList, node: ExprOf<'attribute'>): void {
  const range = { start: node.end - node.name.length, end: node.end };
  list.add('attribute misspelt', range, misspelt(node.name, list.choices('attribute', range)), [node.name]);
  list.add('attribute dropped', node, source(list, node.object));
}

function subscript(list: MutationList, node: ExprOf<'subscript'>): void {
  const index = node.index;
  list.addOne('index changed', index, [
    '1000',
    '-1000',
    '1.5',
    "'x'",
    ':',
    'None',
    '0, 0',
    '[0, 1000]',
    "'i > 1'",
  ]);
  list.add('index dropped', node, source(list, node.object));
}

function constant(list: MutationList, node: ExprOf<'constant'>, isCode: (offset: number) => boolean): void {
  const { value } = node;
  const written = source(list, node);
  if (typeof value === 'number' || typeof value === 'bigint')
    list.addOne('number changed', node, otherNumbers(written));
  else if (value === null || typeof value === 'boolean')
    list.addOne('constant changed', node, ['True', 'False', 'None', '0', "'True'"]);
  else if (value instanceof PyStr && !isCode(node.start + 1)) text(list, node, value.value);
}

function otherNumbers(written: string): string[] {
  return [
    '0',
    `-${written}`,
    `${written}000`,
    '1.5',
    `'${written}'`,
    `${written}*mV`,
    `[${written}]`,
    'None',
  ];
}

function text(list: MutationList, node: TextRange, value: string): void {
  const word = /^\w+$/.test(value) ? value : undefined;
  if (word === undefined) return;
  const written = source(list, node);
  const at = node.start + written.indexOf(word);
  const range = { start: at, end: at + word.length };
  list.add('text misspelt', range, misspelt(word, list.choices('text', range)), [word]);
  list.addOne('text replaced', node, ["''", 'None', `[${written}]`, word, `b${written}`]);
}

function sequence(list: MutationList, node: TextRange, items: readonly Expr[]): void {
  const last = items.at(-1);
  const before = items.at(-2);
  if (last === undefined) return;
  list.add('item dropped', { start: before?.end ?? last.start, end: last.end }, '');
  list.add('item added', { start: last.end, end: last.end }, `, ${source(list, last)}`);
  list.add('list opened', node, source(list, last));
}

function statementParts(list: MutationList, statement: Stmt): void {
  if (statement.kind === 'augment') {
    const gap = { start: statement.target.end, end: statement.value.start };
    list.addOne('operator changed', gap, [' = ', ' += ', ' *= ', ' == ', ' /= ']);
  }
  if (statement.kind === 'assign') assignment(list, statement);
  if (statement.kind === 'importFrom') imported(list, statement);
  if (statement.kind === 'function' || statement.kind === 'class')
    list.add(
      'definition misspelt',
      statement.nameSpan,
      misspelt(statement.name, list.choices('name', statement)),
      [statement.name],
    );
}

function assignment(list: MutationList, { targets, value }: StmtOf<'assign'>): void {
  const target = targets[0];
  if (target === undefined) return;
  const names = target.kind === 'name' ? [target.name] : [];
  list.addOne('operator changed', { start: target.end, end: value.start }, [' == ', ' += ', ' '], names);
  list.addOne('value replaced', value, VALUES, names);
}

function imported(list: MutationList, { start, end, module, names }: StmtOf<'importFrom'>): void {
  const at = source(list, { start, end }).indexOf(module);
  const range = { start: start + at, end: start + at + module.length };
  list.add('import misspelt', range, misspelt(module, list.choices('import', range)));
  if (names === '*') return;
  for (const one of names) {
    const range = { start: one.start, end: one.start + one.name.length };
    list.add('import misspelt', range, misspelt(one.name, list.choices('import', range)), [one.name]);
  }
}

function statements(list: MutationList, body: readonly Stmt[]): void {
  body.forEach((statement, k) => {
    const names = boundBy(statement);
    list.add('statement dropped', statement, 'pass', names);
    const next = body[k + 1];
    const between = next && list.text.slice(statement.end, next.start);
    if (next === undefined || between === undefined || !/\n/.test(between)) return;
    const isSimple = !/\n\s*\S/.test(source(list, statement)) || statement.kind === 'assign';
    if (!isSimple) return;
    const indentation = /[^\n]*$/.exec(list.text.slice(0, statement.start))?.[0] ?? '';
    if (indentation.trim() !== '') return;
    const again = `${source(list, statement)}\n${indentation}${source(list, statement)}`;
    list.add('statement repeated', statement, again, names);
    list.add(
      'statements swapped',
      { start: statement.start, end: next.end },
      `${source(list, next)}${between}${source(list, statement)}`,
      [...names, ...boundBy(next)],
    );
  });
}

/** What the innermost statement around an expression binds. */
function namesAround(statements: readonly Stmt[], { start, end }: TextRange): string[] {
  const around = statements.findLast((statement) => statement.start <= start && end <= statement.end);
  return around ? boundBy(around) : [];
}

/** Names that are not defined, or not changed, without a statement; objects that it calls methods of. */
function boundBy(statement: Stmt): string[] {
  switch (statement.kind) {
    case 'assign':
      return statement.targets.flatMap(namesIn);
    case 'function':
    case 'class':
      return [statement.name];
    case 'expr':
      return statement.value.kind === 'call' ? namesIn(statement.value.callee) : [];
    case 'augment':
    case 'for':
      return namesIn(statement.target);
    default:
      return [];
  }
}

function namesIn(node: Expr): string[] {
  switch (node.kind) {
    case 'name':
      return [node.name];
    case 'attribute':
      return [node.name, ...namesIn(node.object)];
    case 'subscript':
      return namesIn(node.object);
    case 'tuple':
    case 'list':
      return node.items.flatMap(namesIn);
    default:
      return [];
  }
}

/** Typing errors: a sign missing, or one too many. */
function characters(list: MutationList): void {
  for (const match of list.text.matchAll(/[()[\]{},:=.]|'+|"+|^ {4}/gm)) {
    const range = { start: match.index, end: match.index + match[0].length };
    const choices = list.choices('character', range);
    if (choices.below(4) > 0) continue;
    const [sign] = match[0];
    if (choices.below(3) === 0) list.add('character doubled', range, match[0] + sign);
    else list.add('character dropped', range, match[0].slice(1));
  }
}

function source(list: MutationList, { start, end }: TextRange): string {
  return list.text.slice(start, end);
}
