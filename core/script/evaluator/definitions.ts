/** Functions and classes. */
import { OBJECT } from '../builtins/types.ts';
import { callArguments } from '../objects/arguments.ts';
import { ClassMethod, Property, PyClass, StaticMethod } from '../objects/classes.ts';
import { typeError } from '../objects/errors.ts';
import { typeName } from '../operations/numbers.ts';
import type { Expr, FunctionNode, Parameter, Span, Stmt, StmtOf } from '../syntax/ast.ts';
import { relocated } from '../syntax/placed.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../values.ts';
import { containsYield, expressionYields } from './boundNames.ts';
import { compileArguments } from './calls.ts';
import type { Compiler, MakeFunction } from './compiler.ts';
import { type Eval, type Exec, Frame, NORMAL } from './frame.ts';
import { type FunctionBody, PyFunction } from './functions.ts';
import { merged } from './merging.ts';
import { blocksOf, Scope } from './scope.ts';
import { checkAlive } from './tries.ts';
import { storeName } from './variables.ts';

export function makeFunction(
  c: Compiler,
  name: string,
  parameters: readonly Parameter[],
  body: readonly Stmt[],
  node: Span,
  doc: PyStr | undefined,
): MakeFunction {
  const ordered = inSlotOrder(parameters);
  const scope = Scope.ofFunction(
    name,
    ordered.map((parameter) => parameter.name),
    body,
    c.scope,
  );
  const inner = c.inner(scope);
  const functionBody: FunctionBody = {
    code: scope.code,
    span: { start: node.start, end: node.end },
    positional: namesOf(ordered, 'positional'),
    keywordOnly: namesOf(ordered, 'keyword'),
    rest: ordered.some((parameter) => parameter.kind === 'rest'),
    keywordRest: ordered.some((parameter) => parameter.kind === 'keywordRest'),
    globals: c.globals,
    doc,
    run: runner(inner, body),
  };
  const defaults = parameters.flatMap((parameter) =>
    parameter.default ? [[parameter.name, c.expr(parameter.default)] as const] : [],
  );
  const { evaluator } = c;
  const inClass = c.scope.kind === 'class';
  return (frame) => {
    const values = new Map(defaults.map(([parameter, value]) => [parameter, value(frame)] as const));
    return new PyFunction(functionBody, inClass ? frame.outer : frame, values, (fn, args) =>
      evaluator.enter(fn, args),
    );
  };
}

/** Positional parameters first, then keyword-only ones, `*rest`, `**rest`: the order of their slots. */
function inSlotOrder(parameters: readonly Parameter[]): Parameter[] {
  const kinds = ['positional', 'keyword', 'rest', 'keywordRest'] as const;
  return kinds.flatMap((kind) => parameters.filter((parameter) => parameter.kind === kind));
}

function namesOf(parameters: readonly Parameter[], kind: Parameter['kind']): string[] {
  return parameters.filter((parameter) => parameter.kind === kind).map((parameter) => parameter.name);
}

function runner(c: Compiler, body: readonly Stmt[]): (frame: Frame) => PyValue {
  const { evaluator } = c;
  if (containsYield(body, blocksOf)) {
    const start = c.generatorBlock(body);
    return (frame) => evaluator.generator(frame, start);
  }
  const exec = c.block(body);
  const [only] = body;
  if (only?.kind === 'return' && only.value && !c.analysing && !expressionYields(only.value))
    return c.expr(only.value);
  if (!c.analysing) return (frame) => evaluator.runBody(exec, frame);
  return (frame) => {
    evaluator.analysis.step();
    if (evaluator.analysis.spent) return new Unknown();
    const completion = exec(frame);
    if (!frame.possibleResults) checkAlive(completion);
    const result = frame.result;
    return frame.possibleResults ? merged([...frame.possibleResults, result], evaluator) : result;
  };
}

export function compileFunction(c: Compiler, node: FunctionNode): Exec {
  const make = c.makeFunction(node.name, node.parameters, node.body, node, relocated(node.doc, node));
  return decorated(c, node.decorators, make, storeName(c, node.name, node.nameSpan));
}

function decorated(
  c: Compiler,
  decorators: readonly Expr[],
  make: Eval,
  store: (frame: Frame, value: PyValue) => void,
): Exec {
  const wrappers = decorators.map((expr) => ({
    value: c.expr(expr),
    span: expr,
    location: c.locationOf(expr),
  }));
  return (frame) => {
    const functions = wrappers.map(({ value }) => value(frame));
    let result = make(frame);
    for (let i = wrappers.length - 1; i >= 0; i--) {
      const wrapper = wrappers[i];
      if (wrapper) frame.at = wrapper.span;
      const args = { ...callArguments([result]), location: wrapper?.location };
      result = c.evaluator.call(functions[i] ?? null, args);
    }
    store(frame, result);
    return NORMAL;
  };
}

export function compileClass(c: Compiler, node: StmtOf<'class'>): Exec {
  const scope = Scope.ofClass(node, c.scope);
  const body = c.inner(scope).block(node.body);
  const gather = compileArguments(c, node.args, c.locationOf(node));
  const { evaluator } = c;
  const inClass = c.scope.kind === 'class';
  const make: Eval = (frame) => {
    const bases = gather(frame)?.positional ?? [new Unknown()];
    const namespace = new Map<string, PyValue>([['__module__', new PyStr('__main__')]]);
    const inner = new Frame(scope.code, c.globals, inClass ? frame.outer : frame, frame, namespace, node);
    evaluator.inFrame(inner, () => body(inner));
    frame.at = node.nameSpan;
    return bases.some((base) => base instanceof Unknown)
      ? new Unknown()
      : newClass(c, node.name, bases, namespace);
  };
  return decorated(c, node.decorators, make, storeName(c, node.name, node.nameSpan));
}

function newClass(
  c: Compiler,
  name: string,
  bases: readonly PyValue[],
  namespace: Map<string, PyValue>,
): PyClass {
  const parents = bases.length > 0 ? bases.map((base) => asClass(base, c)) : [OBJECT];
  const cls = new PyClass(name, parents, namespace, { module: '__main__', interpreter: c.evaluator });
  for (const member of namespace.values()) own(member, cls);
  return cls;
}

/** Tells functions which class they belong to, for `super()`. */
function own(member: PyValue, cls: PyClass): void {
  if (member instanceof PyFunction) member.owner = cls;
  else if (member instanceof StaticMethod || member instanceof ClassMethod) own(member.inner, cls);
  else if (member instanceof Property)
    for (const part of [member.getter, member.setter, member.deleter]) own(part, cls);
}

/** A native that is called like a class may be a base, too: its instances do the work of the subclass. */
function asClass(base: PyValue, c: Compiler): PyClass {
  if (base instanceof PyClass) return base;
  const name = base instanceof PyObject ? base.getAttribute('__name__', c.evaluator) : undefined;
  if (!(name instanceof PyStr)) throw typeError(`bases must be types, not ${typeName(base)}`);
  return new PyClass(name.value, [OBJECT], new Map(), { construct: (args, ctx) => ctx.call(base, args) });
}
